import type { CatalogueEntry } from "../catalogue-schema"

const uniroyal =
  "UniOhm thick film chip resistor data sheet: 0805, W8 = 1/8 W, F = 1 %, working voltage 150 V at most"
const uniroyalHeight = "UniOhm thick film chip resistor data sheet: 0805, H 0.55 +- 0.10"
/** Resistors and capacitors. */
export const passives: Readonly<Record<string, CatalogueEntry>> = {
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
}
