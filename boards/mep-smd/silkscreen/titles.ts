import { silkHeight, silkText } from "../../../src/board/silk-items"
import type { SilkItem } from "../../../src/model/silk"

/** Where the title blocks begin and end for their readers: the free corner, and the same corner from below. */
const top = { from: 12.4, to: 34.55, baseline: 10.9 }
const bottomFrom = 33.6

/** Text on a line that capitals stand on. */
const heading = silkHeight.heading
/** The title leaves room for the revision beside it. */
const titleMm = 1.45
const small = silkHeight.small

export const titles: readonly SilkItem[] = [
  silkText("top", "MEP-HW-SMD", top.from, top.baseline + titleMm / 2, "which board this is", {
    capitalMm: titleMm,
    align: "start",
  }),
  silkText("top", "v2.00-B", top.to, top.baseline + small / 2, "which revision", { align: "end" }),
  silkText("top", "origin dabbler.dk", top.from, 9.73, "whose design it is", { align: "start" }),
  silkText("bottom", "MEP-HW-SMD v2.00-B", bottomFrom, 11.9, "which board this is", {
    capitalMm: heading,
    align: "start",
  }),
  silkText("top", "ESP32-WROOM-32E", -12, 8.55, "what U2 is; the module covers it"),
  silkText("bottom", "JLCJLCJLCJLC", -13.5, 8.4, "where JLCPCB prints its order number: the buck covers it"),
]
