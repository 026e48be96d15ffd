import type { SheetPlan } from "../../../src/model/sheet"
import type { OwnSheet } from "../own"
import { blocks, jumperViews, notesOf, outlines } from "./notes"
import { parts } from "./parts"

/**
 * The schematic of a MEP board, A4 landscape: where symbols and notes stand, in steps of 2.54 mm; the rest comes from
 * the circuit. Signals run from left to right: programming, ESP32, RS-232, meter port. Power comes in at the top left.
 */
export const mepSheet = (own: OwnSheet): SheetPlan => ({
  titleBlock: {
    subtitle: `ESP32 on the Multipurpose Expansion Port of OSGP meters; ${own.like}`,
    licence: "MIT",
    origin: own.origin,
  },
  blocks,
  parts,
  outlines,
  notes: notesOf(own),
  jumperViews,
  supplyNames: { V24: "+24V", V3V3: "+3V3" },
})
