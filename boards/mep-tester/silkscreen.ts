import { silkHeight, silkText } from "../../src/board/silk-items"

const text = (words: string, x: number, y: number, why: string, capitalMm: number = silkHeight.small) =>
  silkText("top", words, x, y, why, { capitalMm })

export const silkscreen = [text("MEP TESTER 1.00", -6.5, 12.6, "which board is this", silkHeight.title)]
