import type { Part } from "../../../src/model/part"
import type { Sheet } from "../../../src/schematic/sheet"
import { parts as fitted } from "../assembly"
import { labels, noConnects, powers, supplied, wires } from "./nets"
import { blocks, jumperViews, notes, outlines } from "./notes"
import { parts } from "./parts"

const names = ({ pins }: Part): Record<string, string> =>
  Object.fromEntries(pins.map((pin) => [String(pin.number), pin.name]))

/**
 * The schematic of MEP-HW-SMD, A4 landscape: where symbols, wires and notes stand, in steps of 2.54 mm.
 * Signals run from left to right: programming, ESP32, RS-232, meter port. Power comes in at the top left.
 */
export const sheet: Sheet = {
  titleBlock: {
    subtitle: "ESP32 on the Multipurpose Expansion Port of OSGP meters",
    licence: "MIT",
    origin: "after DabblerDK MEP-HW-SMD",
  },
  blocks,
  parts,
  wires,
  labels,
  powers,
  supplied,
  noConnects,
  outlines,
  notes,
  jumperViews,

  supplyNames: { V24: "+24 V", V3V3: "+3V3" },
  pinNames: {
    D1: names(fitted.D1),
    J5: names(fitted.J5),
    J6: names(fitted.J6),
    U1: names(fitted.U1),
    U2: names(fitted.U2),
  },
  values: Object.fromEntries(Object.entries(fitted).map(([designator, { value }]) => [designator, value])),
}
