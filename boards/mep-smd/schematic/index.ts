import { requirePart } from "../../../components/catalogue"
import { diodePins } from "../../../components/Diode"
import { esp32Wroom32ePins } from "../../../components/Esp32Wroom32e"
import { max3232Pins } from "../../../components/Max3232"
import { meterPortPins } from "../../../components/MeterPort"
import { programmingHeaderPins } from "../../../components/ProgrammingHeader"
import type { Pin } from "../../../components/pins"
import type { Sheet } from "../../../src/schematic/sheet"
import { parts as fitted } from "../assembly"
import { labels, noConnects, powers, supplied, wires } from "./nets"
import { blocks, jumperViews, notes, outlines } from "./notes"
import { parts } from "./parts"

const names = (pins: readonly Pin[]): Record<string, string> =>
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
    D1: names(diodePins),
    J5: names(programmingHeaderPins),
    J6: names(meterPortPins),
    U1: names(max3232Pins),
    U2: names(esp32Wroom32ePins),
  },
  values: Object.fromEntries(
    Object.entries(fitted).map(([designator, id]) => [designator, requirePart(id, designator).value]),
  ),
}
