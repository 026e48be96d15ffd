import type { CatalogueEntry } from "../catalogue-schema"

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

/** Diodes, chips and the Wi-Fi modules. */
export const semiconductors: Readonly<Record<string, CatalogueEntry>> = {
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
    notes: ["The line (cathode) goes to the bar and the K. A 1N4148WS in SOD-323 (C2128) fits too."],
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
}
