import { UserError } from "../src/finding"
import { type CatalogueEntry, type CataloguePart, parseCatalogue } from "./catalogue-schema"

export type { Catalogue, CatalogueEntry, CataloguePart } from "./catalogue-schema"

const uniroyal =
  "UniOhm thick film chip resistor data sheet: 0805, W8 = 1/8 W, F = 1 %, working voltage 150 V at most"
const uniroyalHeight = "UniOhm thick film chip resistor data sheet: 0805, H 0.55 +- 0.10"
const maxim = "Maxim 19-0273 (MAX3222/MAX3232/MAX3237/MAX3241), Electrical Characteristics"
const soicHeight = "JEDEC MS-012: 1.75 at most"
const espressif =
  "ESP32-WROOM-32E data sheet, Electrical Characteristics: absolute limits, operating conditions, DC"
const wroom = {
  kind: "module",
  value: "ESP32-WROOM-32E",
  package: "ESP32-WROOM-32E 18x25.5mm",
  manufacturer: "Espressif Systems",
  ratings: {
    supplyMinV: 3.0,
    supplyMaxV: 3.6,
    supplyCurrentA: 0.5,
    outputCurrentA: 0.04,
    source: espressif,
  },
  assembly: { by: "machine" },
  height: { mm: 3.25, source: "ESP32-WROOM-32E data sheet, Physical Dimensions: 3.1 +- 0.15" },
  polarised: true,
  notes: [
    "No R2 type: its PSRAM takes GPIO16, which this board uses for RXD2.",
    "Solder it flush. The thermal pad may stay unsoldered by hand.",
  ],
} as const

const entries: Readonly<Record<string, CatalogueEntry>> = {
  "r-0805-10k": {
    kind: "resistor",
    value: "10k",
    description: "Chip resistor 10 kohm 1 % 1/8 W",
    package: "0805",
    manufacturer: "UNI-ROYAL",
    mpn: "0805W8F1002T5E",
    ratings: {
      resistanceOhm: 10_000,
      tolerancePercent: 1,
      powerW: 0.125,
      maxVoltageV: 150,
      source: uniroyal,
    },
    jlcpcb: {
      lcsc: "C17414",
      class: "basic",
      trust: "high",
      evidence: "public JLCPCB bills of materials and part libraries map C17414 to 0805W8F1002T5E",
    },
    assembly: { by: "machine" },
    height: { mm: 0.65, source: uniroyalHeight },
    polarised: false,
  },
  "r-0805-0r": {
    kind: "resistor",
    value: "0R",
    description: "Chip resistor 0 ohm (jumper)",
    package: "0805",
    manufacturer: "UNI-ROYAL",
    mpn: "0805W8F0000T5E",
    ratings: {
      resistanceOhm: 0,
      source: "part number: 0000 = 0 ohm; the jumper's own current limit was not found",
    },
    jlcpcb: {
      lcsc: "C17477",
      class: "basic",
      trust: "high",
      evidence: "public JLCPCB bills of materials and part libraries map C17477 to 0805W8F0000T5E",
    },
    assembly: { by: "machine" },
    height: { mm: 0.65, source: uniroyalHeight },
    polarised: false,
  },
  "c-0805-100n-50v-x7r": {
    kind: "capacitor",
    value: "100nF",
    description: "Ceramic capacitor 100 nF 10 % 50 V X7R",
    package: "0805",
    manufacturer: "YAGEO",
    mpn: "CC0805KRX7R9BB104",
    ratings: {
      capacitanceF: 100e-9,
      tolerancePercent: 10,
      maxVoltageV: 50,
      dielectric: "X7R",
      source: "YAGEO X7R data sheet, ordering information: K = 10 %, 9 = 50 V, 104 = 100 nF",
    },
    jlcpcb: {
      lcsc: "C49678",
      class: "basic",
      trust: "high",
      evidence: "public JLCPCB bills of materials and part libraries map C49678 to CC0805KRX7R9BB104",
    },
    assembly: { by: "machine" },
    height: { mm: 1.45, source: "thickest class of an 0805 ceramic capacitor: 1.25 +- 0.20" },
    polarised: false,
  },
  "d-1n4007-0805": {
    kind: "diode",
    value: "1N4007",
    description: "Rectifier diode 1000 V 1 A for 0805 lands",
    package: "0805",
    mpn: "1N4007",
    ratings: {
      reverseVoltageV: 1000,
      maxCurrentA: 1,
      forwardVoltageV: 1.1,
      source: "onsemi 1N4001-1N4007 data sheet: VRRM 1000 V, IF(AV) 1 A, VF 1.1 V at 1 A",
    },
    jlcpcb: {
      none: "no LCSC number is confirmed for a 1N4007 that fits 0805 lands; SOD-123FL (C64898) overhangs them by 0.25 mm",
    },
    assembly: { by: "hand", reason: "no LCSC number is confirmed for a 1N4007 that fits 0805 lands" },
    height: { unknown: "the original's bill of materials names no maker" },
    polarised: true,
    notes: ["The line (cathode, pin 1) points to the mark on the board."],
  },
  "d-1n4148ws": {
    kind: "diode",
    value: "1N4148WS",
    description: "Switching diode, instead of the 1N4007 where a machine is to place D1",
    package: "SOD-323",
    mpn: "1N4148WS",
    ratings: {
      reverseVoltageV: 75,
      maxCurrentA: 0.15,
      forwardVoltageV: 1.25,
      source: "Diodes Inc. 1N4148WS data sheet: VRRM 75 V, IO 150 mA, VF 1.25 V at 150 mA",
    },
    jlcpcb: {
      lcsc: "C2128",
      class: "unknown",
      trust: "medium",
      evidence:
        "a parts list maps C2128 to 1N4148WS in SOD-323, which fits the 0805 lands; not tried on a board",
    },
    assembly: { by: "machine" },
    height: { mm: 1.1, source: "SOD-323 (JEITA SC-76): 1.1 at most" },
    polarised: true,
  },
  "u-max3232ese": {
    kind: "ic",
    value: "MAX3232",
    description: "RS-232 transceiver, two drivers and receivers, 3.0 to 5.5 V",
    package: "SOIC-16 3.9x9.9mm",
    manufacturer: "Maxim (Analog Devices)",
    mpn: "MAX3232ESE+T",
    ratings: {
      supplyMinV: 3.0,
      supplyMaxV: 5.5,
      quiescentCurrentA: 0.001,
      inputResistanceMinOhm: 3000,
      source: maxim,
    },
    jlcpcb: {
      lcsc: "C15846",
      class: "extended",
      trust: "high",
      evidence: "public JLCPCB bills of materials map C15846 to MAX3232ESE+T, narrow SOIC-16",
    },
    assembly: { by: "machine" },
    height: { mm: 1.75, source: soicHeight },
    polarised: true,
    notes: [
      "Narrow body only (ESE, CSE, EEN), never the wide one (EWE, CWE).",
      "Fakes are common: a good one has more than 15 kohm between pins 15 and 16 out of circuit.",
    ],
  },
  "u-sp3232een": {
    kind: "ic",
    value: "SP3232E",
    description: "RS-232 transceiver, same pins as the MAX3232",
    package: "SOIC-16 3.9x9.9mm",
    manufacturer: "MaxLinear",
    mpn: "SP3232EEN-L/TR",
    ratings: {
      supplyMinV: 3.0,
      supplyMaxV: 5.5,
      inputResistanceMinOhm: 3000,
      source: "MaxLinear SP3222E/SP3232E data sheet, Electrical Characteristics",
    },
    jlcpcb: {
      lcsc: "C9378",
      class: "extended",
      trust: "high",
      evidence: "public JLCPCB bills of materials map C9378 to SP3232EEN-L/TR",
    },
    assembly: { by: "machine" },
    height: { mm: 1.75, source: soicHeight },
    polarised: true,
  },
  "u-esp32-wroom-32e-n4": {
    ...wroom,
    description: "Wi-Fi module, 4 MB flash, no PSRAM",
    mpn: "ESP32-WROOM-32E-N4",
    jlcpcb: {
      lcsc: "C701341",
      class: "extended",
      trust: "high",
      evidence: "public JLCPCB bills of materials map C701341 to ESP32-WROOM-32E-N4",
    },
    notes: [...wroom.notes],
  },
  "u-esp32-wroom-32e-n16": {
    ...wroom,
    description: "Wi-Fi module, 16 MB flash, no PSRAM",
    mpn: "ESP32-WROOM-32E-N16",
    jlcpcb: {
      lcsc: "C701343",
      class: "extended",
      trust: "medium-high",
      evidence: "public bills of materials map C701343 to the N16; one calls it the N8",
    },
    notes: [...wroom.notes],
  },
  "j-1x6-254": {
    kind: "connector",
    value: "1x6 2.54mm",
    description: "Pin header 1x6, straight, for an FTDI cable; usually left empty",
    package: "1x6 2.54mm",
    manufacturer: "XFCN",
    mpn: "PZ254V-11-06P",
    jlcpcb: {
      lcsc: "C492405",
      class: "unknown",
      trust: "high",
      evidence: "parts lists map C492405 to XFCN PZ254V-11-06P",
    },
    assembly: {
      by: "hand",
      reason: "usually left empty: the cable's pins are held in the holes at an angle",
    },
    height: { unknown: "usually left empty; with a common header about 8.5 mm, not looked up" },
    polarised: true,
    notes: ["The cable's VCC must be 3.3 V: some adapters give 5 V though set to 3.3 V."],
  },
  "j-2x3-254-right-angle": {
    kind: "connector",
    value: "2x3 2.54mm right angle",
    description: "Pin header 2x3, right angle, into the meter's expansion port",
    package: "2x3 2.54mm right angle",
    manufacturer: "XFCN",
    mpn: "PZ254R-12-6P",
    jlcpcb: {
      lcsc: "C492431",
      class: "unknown",
      trust: "medium",
      evidence: "one parts list maps C492431 to XFCN PZ254R-12-6P",
    },
    assembly: {
      by: "hand",
      reason: "not pushed in fully: its pins end flush with the solder side, which no machine does",
    },
    height: { unknown: "set by hand: the pins end flush with the solder side" },
    polarised: true,
    notes: [
      "Solder the pins exactly flush with the solder side, or the plug does not fit the meter.",
      "Better: the meter's own connector (AliExpress 1005002409430150).",
    ],
  },
  "j-2x2-127-smd": {
    kind: "connector",
    value: "2x2 1.27mm SMD",
    description: "Pin header 2x2, 1.27 mm, surface mounted, with one jumper",
    package: "2x2 1.27mm SMD",
    jlcpcb: { none: "no LCSC number is confirmed for a 2x2 1.27 mm SMD header with these lands" },
    assembly: { by: "hand", reason: "no LCSC number is confirmed for a 2x2 1.27 mm SMD header" },
    height: { unknown: "no maker's part is chosen" },
    polarised: true,
    notes: ["Jumper on 1-2: programming. On 3-4: running. Never 1-3 or 2-4."],
  },
  "buck-xl1509": {
    kind: "converter",
    value: "Buck module 24V to 3.4-3.5V",
    description: "Adjustable step-down module with XL1509-ADJ, 23 x 17 mm, four corner pads",
    package: "23x17mm module",
    ratings: {
      maxVoltageV: 40,
      maxCurrentA: 2,
      source: "XLSEMI XL1509 data sheet: input 4.5 to 40 V, output 2 A",
    },
    jlcpcb: { none: "a ready-made module from an auction house; not stocked by LCSC" },
    assembly: { by: "hand", reason: "a module soldered flat onto J1-J4 from above, with extra heat" },
    height: {
      unknown: "no drawing; 7 to 9.5 mm from photographs: board 1.2-1.6 mm and capacitor 5.4-7.7 mm",
    },
    polarised: true,
    designatorsPerPiece: 4,
    assumed: {
      efficiency: { value: 0.8, reason: "usual for a 24 V to 3.4 V XL1509 circuit; not measured" },
    },
    notes: [
      "VIN- points to C1-C5. Flush on the board, no pin headers: the meter has no room.",
      "Set 3.4 to 3.5 V with all jumpers off J7 before U2 gets power.",
    ],
  },
}

/** Every part a board may be fitted with. */
export const catalogue = parseCatalogue(entries, "components/catalogue.ts")

/** @throws UserError when the catalogue has no such entry. */
export function requirePart(id: string, designator: string): CataloguePart {
  const found = catalogue[id]
  if (found === undefined) {
    throw new UserError(`${designator}: the parts catalogue has no entry "${id}"`, { exitCode: 1 })
  }
  return found
}
