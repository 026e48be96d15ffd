import { silkHeight, silkText } from "../../src/board/silk-items"

const text = (words: string, x: number, y: number, why: string, capitalMm: number = silkHeight.small) =>
  silkText("top", words, x, y, why, { capitalMm })

export const silkscreen = [
  text("MEP TESTER 1.00", -7.8, 12.6, "which board is this", 1.4),
  text("24V 60mA", -9.8, 7.4, "what the bench supply is set to"),
  text("+", -13.6, 5.9, "which screw is plus", silkHeight.heading),
  text("-", -13.6, -0.79, "which screw is minus", silkHeight.heading),
  text("24V", 8.2, 6.4, "what D2 says"),
  text("ENABLE", 19.4, 7.2, "what D3 says"),
  text("> 4.5V", 19.4, 5.6, "from where on D3 is lit"),
  ...["24V", "GND", "EN", "TXD"].map((words, index) =>
    text(words, -13 + 3.5 * index, -4.9, `what TP${index + 1} is`),
  ),
  text("LOOP", 2.5, -4.5, "what a jumper on J3 does"),
  text("RXD", 7.5, -4.9, "what TP5 is"),
  text("MODULE", 2.2, -12.1, "what goes into J2"),
  text("J6", 2.2, -13.7, "which of its connectors"),
]
