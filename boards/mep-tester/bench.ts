import { notThisNumber } from "../../src/claims/choice"
import { netStands, standsReverse } from "../../src/claims/ratings"
import { anodeAt, carries, link } from "../../src/claims/signals"
import type { AssemblyGuide } from "../../src/model/guide"

export const claims = [
  link("24 V through fuse and diode", "J1.+24V", ["F1", "D1"], "J2.+24V"),
  anodeAt("D1", "F1.2"),
  link("TXD back to RXD", "J2.TXD", ["J3"], "J2.RXD"),
  link("ENABLE to the threshold", "J2.ENABLE", ["R4"], "U1.REF", 10e3),
  link("24 V through the LED to the TL431", "J2.+24V", ["R2", "D3"], "U1.K", 10e3),
  carries("module's J6", "J2", { 1: "GND", 2: "MEP_RXD", 3: "MEP_ENABLE", 4: "V24", 5: "MEP_TXD", 6: null }),
  netStands("V24", 35, "26 V as from the meter and a third on top"),
  standsReverse("D1", 35, "a bench supply connected the wrong way round"),
  notThisNumber("U1", /^(?!TL431\w*DBZ)/, "in SOT-23 only TI's TL431 (DBZ) has K, REF, A at 1, 2, 3"),
]

const row = (id: string, title: string, t: string, ...parts: string[]) => ({ id, title, text: [t], parts })
const steps = [
  row("plug", "J6 into J2, 24 V off", "The module hangs over the tab, parts towards the tester.", "J2"),
  row("power", "24 V at J1", "D2 lights; if not: wrong way round, or F1 has tripped.", "J1", "D2", "F1"),
  row("enable", "ENABLE on", "D3 lights above 4.5 V. 3 to 4.5 V at TP3: weak, but a signal.", "D3", "TP3"),
  row("loop", "Jumper on J3", "The firmware reports that its own requests come back.", "J3"),
]

/** How a module is tried. On spacers of 10 mm: the module reaches 6 mm below the board. */
export const guide: AssemblyGuide = { phases: [{ title: "Trying a module, on 10 mm spacers", steps }] }
