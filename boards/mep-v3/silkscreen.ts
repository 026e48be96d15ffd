import { silkText } from "../../src/board/silk-items"
import type { Side } from "../../src/model/place"
import type { SilkItem } from "../../src/model/silk"

const text = (side: Side, words: string, x: number, y: number, why: string, turnDeg: 0 | 90 = 0): SilkItem =>
  silkText(side, words, x, y, why, { turnDeg })

/** Begins at x for whoever reads that side. */
const begin = (side: Side, words: string, x: number, y: number, why: string): SilkItem =>
  silkText(side, words, x, y, why, { align: "start" })

/** What the board is: above the meter's plug on the top, where nothing stands; on the bottom in the free corner. */
const titles: readonly SilkItem[] = [
  text("top", "MEP-HW v3.00", 18.6, -13.05, "which board this is"),
  begin("bottom", "MEP-HW v3.00", 34, -7.1, "which board this is"),
  begin("bottom", "dabbler.dk", 34, -8.55, "whose design it is"),
  text("bottom", "JLCJLCJLCJLC", 20.8, -13.05, "where JLCPCB prints its order number"),
]

/** J6 pin by pin on the side where it is soldered; its body covers them on the other. */
const meterPins = [
  ["GND", 14, -10.8],
  ["EN", 16.54, -10.3],
  ["TXD", 19.08, -10.8],
  ["RXD", 14, -2.6],
  ["24V", 16.54, -2.6],
  ["-", 19.08, -3.7],
] as const

/** J5 from its first pin down: RX and TX are the ESP32's, so the adapter's TX goes to RX. */
const serialPins = ["GND", "-", "5V", "RX", "TX", "-"] as const

const connectors: readonly SilkItem[] = [
  ...meterPins.map(([word, x, y]) => text("bottom", word, x, y, "what J6's pin is", word === "-" ? 0 : 90)),
  text("bottom", "MEP PORT", 16.54, 0.5, "which port J6 is"),
  ...serialPins.map((word, i) =>
    begin("bottom", word, 31.3, (i === 0 ? 11.75 : 11.55) - 2.54 * i, `what J5 pin ${i + 1} is`),
  ),
  text("top", "MEP", 16.54, -10.1, "which port J6 is"),
  text("bottom", "USB", -32, 8.7, "what J7 is"),
]

/** What people press, bridge and measure. */
const uses: readonly SilkItem[] = [
  text("top", "BOOT", -31.3, -6.3, "what SW1 does"),
  text("top", "RST", -30.2, 2.75, "what SW2 does"),
  begin("bottom", "SJ1 CLOSED:", 34, -3.8, "what SJ1 does"),
  begin("bottom", "ENABLE > 8V", 34, -5.3, "what SJ1 does"),
]

/** The arms beside the antenna. */
const antenna: readonly SilkItem[] = [
  text("top", "ANTENNA", 6.3, -11.6, "where the antenna is: no metal"),
  text("top", "KEEP", 4.3, -8.6, "nothing of metal near the antenna"),
  text("top", "CLEAR:", 5.3, -10.1, "nothing of metal near the antenna"),
]

/** Where the program finds no place, or one over a via. */
const designators: readonly SilkItem[] = [
  text("bottom", "R2", -23.2, -1.7, "which part is R2"),
  text("bottom", "TP11", -20.38, 4.76, "which part is TP11"),
  text("top", "R27", 30.5, -3.3, "which part is R27", 90),
  text("bottom", "C12", -20.3, 6.9, "which part is C12", 90),
  text("top", "R13", 29.15, -3.6, "which part is R13", 90),
  text("bottom", "TP5", 16.94, 10.16, "which point is TP5", 90),
  text("top", "R25", 21.43, 12.97, "which part is R25"),
  text("top", "C18", 21.43, 10.15, "which part is C18"),
]

/** Everything printed but the parts' own outlines and the designators that place themselves. */
export const silkscreen: readonly SilkItem[] = [...titles, ...connectors, ...uses, ...antenna, ...designators]
