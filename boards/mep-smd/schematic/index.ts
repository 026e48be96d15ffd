import type { SheetPlan } from "../../../src/model/sheet"
import { blocks, jumperViews, notes, outlines } from "./notes"
import { parts } from "./parts"

/**
 * The schematic of MEP-HW-SMD, A4 landscape: where symbols and notes stand, in steps of 2.54 mm; the rest comes from
 * the circuit. Signals run from left to right: programming, ESP32, RS-232, meter port. Power comes in at the top left.
 */
export const sheet: SheetPlan = {
  titleBlock: {
    subtitle: "ESP32 on the Multipurpose Expansion Port of OSGP meters",
    licence: "MIT",
    origin: "after DabblerDK MEP-HW-SMD",
  },
  blocks,
  parts,
  outlines,
  notes,
  jumperViews,
  supplyNames: { V24: "+24 V", V3V3: "+3V3" },
}
