import { requirePart } from "../../../components/catalogue"
import { diodePins } from "../../../components/Diode"
import { esp32Wroom32ePins } from "../../../components/Esp32Wroom32e"
import { max3232Pins } from "../../../components/Max3232"
import { meterPortPins } from "../../../components/MeterPort"
import { programmingHeaderPins } from "../../../components/ProgrammingHeader"
import type { SheetPlan, SymbolTable } from "../../../src/schematic/plan"
import { parts as fitted } from "../assembly"
import { blocks, jumperViews, notes, outlines } from "./notes"
import { parts } from "./parts"

/**
 * The schematic of MEP-HW-SMD, A4 landscape: where symbols and notes stand, in steps of 2.54 mm; wires and names come
 * from the circuit. Signals run from left to right: programming, ESP32, RS-232, meter port. Power comes in at the top
 * left.
 */
export const plan: SheetPlan = {
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

const pins = {
  D1: diodePins,
  J5: programmingHeaderPins,
  J6: meterPortPins,
  U1: max3232Pins,
  U2: esp32Wroom32ePins,
}

/** Values and pin names as the catalogue and the data sheets spell them. */
export const symbols: SymbolTable = Object.fromEntries(
  Object.entries(fitted).map(([designator, id]) => [
    designator,
    {
      value: requirePart(id, designator).value,
      ...(designator in pins ? { pins: pins[designator as keyof typeof pins] } : {}),
    },
  ]),
)
