import { silkText } from "../../src/board/silk-items"

const text = (words: string, x: number, y: number, why: string, capitalMm = 1.01) =>
  silkText("top", words, x, y, why, { capitalMm })

export const silkscreen = [
  text("MEP TESTER 1.00", -7.8, 12.6, "which board is this", 1.4),
  text("24V 60mA", -9.8, 7.4, "what the bench supply is set to"),
  text("+", -13.6, 5.9, "which screw is plus", 1.2),
  text("-", -13.6, -0.79, "which screw is minus", 1.2),
  text("24V", 8.2, 6.4, "what D2 says"),
  text("ENABLE", 19.4, 7.2, "what D3 says"),
  text("> 4.5V", 19.4, 5.6, "from where on D3 is lit"),
  text("24V", -12.8, -3.9, "what TP1 is"),
  ...["GND", "EN", "TXD"].map((net, i) => text(net, -9.3 + 3.3 * i, -3.9, `what TP${i + 2} is`)),
  text("RXD", 6.8, -3.9, "what TP5 is"),
  text("LOOP", 2.5, -3.5, "what a jumper on J3 does"),
  ...["MODULE", "J6"].map((words, i) => text(words, 2.2, -12.1 - 1.6 * i, "what goes into J2")),
]
