import type { Part } from "../../src/model/part"
import { type ChipSize, chipCapacitor, chipFuse, chipResistor } from "../packages/chip"
import { ceramicBySize, ptc } from "../spice/passives"
import { ends, family, lcsc, machine } from "./helpers"

/** Maker's number, LCSC number, and what else there is to say of it. */
type Row = readonly [mpn: string, lcsc: string, note?: { trust: "medium-high" | "medium"; evidence: string }]

const publicLists = (number: string, mpn: string) =>
  `public JLCPCB bills of materials and part libraries map ${number} to ${mpn}`

const series = {
  "0603": { watts: 0.1, power: "1/10 W", volts: 75, code: "WA = 1/10 W", height: [0.55, "H 0.45 +- 0.10"] },
  "1206": { watts: 0.25, power: "1/4 W", volts: 200, code: "W4 = 1/4 W", height: [0.65, "H 0.55 +- 0.10"] },
  "0805": { watts: 0.125, power: "1/8 W", volts: 150, code: "W8 = 1/8 W", height: [0.65, "H 0.55 +- 0.10"] },
} as const

/** "4k7", "100R", "1M" -> ohms: the letter is the decimal point. */
export function ohmsOf(value: string): number {
  const match = /^(\d+)([RkM])(\d*)$/.exec(value)
  if (!match) throw new Error(`"${value}" is no resistance such as 4k7`)
  const [, whole, letter, fraction] = match
  const factor = { R: 1, k: 1e3, M: 1e6 }[letter as "R" | "k" | "M"]
  return Math.round(Number(`${whole}.${fraction || 0}`) * factor * 1e3) / 1e3
}

function ohmWords(ohms: number): string {
  if (ohms >= 1e6) return `${ohms / 1e6} Mohm`
  return ohms >= 1e3 ? `${ohms / 1e3} kohm` : `${ohms} ohm`
}

function resistor(size: keyof typeof series, value: string, [mpn, number, note]: Row): Part {
  const { watts, power, volts, code, height } = series[size]
  const ohms = ohmsOf(value)
  return {
    id: `r-${size}-${value.toLowerCase()}`,
    kind: "resistor",
    value,
    description: ohms === 0 ? "Chip resistor 0 ohm (jumper)" : `Chip resistor ${ohmWords(ohms)} 1 % ${power}`,
    package: chipResistor(size),
    pins: ends,
    manufacturer: "UNI-ROYAL",
    mpn,
    ratings:
      ohms === 0
        ? {
            resistanceOhm: 0,
            source: "part number: 0000 = 0 ohm; the jumper's own current limit was not found",
          }
        : {
            resistanceOhm: ohms,
            tolerancePercent: 1,
            powerW: watts,
            maxVoltageV: volts,
            source: `UniOhm thick film chip resistor data sheet: ${size}, ${code}, F = 1 %, working voltage ${volts} V at most`,
          },
    numbers: lcsc(number, "basic", note?.evidence ?? publicLists(number, mpn), note?.trust),
    assembly: machine,
    height: { mm: height[0], source: `UniOhm thick film chip resistor data sheet: ${size}, ${height[1]}` },
    polarised: false,
  }
}

function resistors<Value extends string>(
  size: keyof typeof series,
  rows: Readonly<Record<Value, Row>>,
): Readonly<Record<Value, Part>> {
  const parts: Partial<Record<Value, Part>> = {}
  for (const value of Object.keys(rows) as Value[]) parts[value] = resistor(size, value, rows[value])
  return parts as Record<Value, Part>
}

/** Chip resistors by size and value: a new one is one line with its maker's and LCSC number. */
export const r0805 = resistors("0805", {
  "0R": ["0805W8F0000T5E", "C17477"],
  "100R": ["0805W8F1000T5E", "C17408"],
  "330R": ["0805W8F3300T5E", "C17630"],
  "1k": ["0805W8F1001T5E", "C17513"],
  "2k2": ["0805W8F2201T5E", "C17520"],
  "3k3": ["0805W8F3301T5E", "C26010"],
  "4k7": ["0805W8F4701T5E", "C17673"],
  "8k2": ["0805W8F8201T5E", "C17828"],
  "10k": ["0805W8F1002T5E", "C17414"],
  "100k": [
    "0805W8F1003T5E",
    "C149504",
    {
      trust: "medium-high",
      evidence:
        "LCSC's own page names C149504 0805W8F1003T5E, as do public bills of materials; some older ones have C17407",
    },
  ],
})

export const r0603 = resistors("0603", {
  "0R": ["0603WAF0000T5E", "C21189"],
  "100R": ["0603WAF1000T5E", "C22775"],
  "330R": ["0603WAF3300T5E", "C23138"],
  "1k": ["0603WAF1001T5E", "C21190"],
  "2k2": ["0603WAF2201T5E", "C4190"],
  "3k3": ["0603WAF3301T5E", "C22978"],
  "4k7": ["0603WAF4701T5E", "C23162"],
  "8k2": ["0603WAF8201T5E", "C25981"],
  "10k": ["0603WAF1002T5E", "C25804"],
  "100k": ["0603WAF1003T5E", "C25803"],
  "33R": ["0603WAF330JT5E", "C23140"],
  "5k1": ["0603WAF5101T5E", "C23186"],
  "33k": ["0603WAF3302T5E", "C4216"],
  "150k": ["0603WAF1503T5E", "C22807"],
  "1M": ["0603WAF1004T5E", "C22935"],
})

export const r1206 = resistors("1206", {
  "4k7": ["1206W4F4701T5E", "C17936"],
})

interface Capacitor {
  readonly size: ChipSize
  readonly value: string
  readonly farads: number
  readonly volts: number
  readonly percent: number
  readonly dielectric: string
  readonly manufacturer: string
  readonly mpn: string
  readonly number: string
  /** Nominal height drawn, with its source; the most it can be. */
  readonly drawn: readonly [mm: number, source: string]
  readonly most: readonly [mm: number, source: string]
  readonly source: string
}

function capacitor(c: Capacitor): Part {
  const words = c.farads < 1e-6 ? `${Math.round(c.farads * 1e9)} nF` : `${Math.round(c.farads * 1e6)} uF`
  return {
    id: `c-${c.size}-${c.value.replace("F", "").toLowerCase()}-${String(c.volts).replace(".", "-")}v-${c.dielectric.toLowerCase()}`,
    kind: "capacitor",
    value: c.value,
    description: `Ceramic capacitor ${words} ${c.percent} % ${c.volts} V ${c.dielectric}`,
    package: chipCapacitor(c.size, { mm: c.drawn[0], source: c.drawn[1], trust: "datasheet" }),
    pins: ends,
    manufacturer: c.manufacturer,
    mpn: c.mpn,
    ratings: {
      capacitanceF: c.farads,
      tolerancePercent: c.percent,
      maxVoltageV: c.volts,
      dielectric: c.dielectric,
      source: c.source,
    },
    spice: ceramicBySize(c.farads, c.volts, c.dielectric),
    numbers: lcsc(c.number, "basic", publicLists(c.number, c.mpn)),
    assembly: machine,
    height: { mm: c.most[0], source: c.most[1] },
    polarised: false,
  }
}

const yageo = "YAGEO X7R data sheet, ordering information: K = 10 %, 9 = 50 V, 104 = 100 nF"

const samsung = (
  value: string,
  farads: number,
  volts: number,
  percent: number,
  dielectric: string,
  mpn: string,
  number: string,
  form: Pick<Capacitor, "size" | "drawn" | "most"> = {
    size: "0805",
    drawn: [1.25, "Samsung MLCC part numbering: F, Q and Y are 1.25 mm in 0805"],
    most: [1.45, "thickest class of an 0805 ceramic capacitor: 1.25 +- 0.20"],
  },
): Part =>
  capacitor({
    ...form,
    value,
    farads,
    volts,
    percent,
    dielectric,
    manufacturer: "Samsung Electro-Mechanics",
    mpn,
    number,
    source: `Samsung MLCC part numbering: ${mpn}`,
  })

/** Ceramic capacitors by size and value. */
export const c0805 = {
  "100nF": capacitor({
    size: "0805",
    value: "100nF",
    farads: 100e-9,
    volts: 50,
    percent: 10,
    dielectric: "X7R",
    manufacturer: "YAGEO",
    mpn: "CC0805KRX7R9BB104",
    number: "C49678",
    drawn: [0.85, "Yageo CC0805 X7R data sheet, thickness class of 100 nF 50 V"],
    most: [1.45, "thickest class of an 0805 ceramic capacitor: 1.25 +- 0.20"],
    source: yageo,
  }),
  "1uF": samsung("1uF", 1e-6, 50, 10, "X7R", "CL21B105KBFNNNE", "C28323"),
  "10uF": samsung("10uF", 10e-6, 25, 10, "X5R", "CL21A106KAYNNNE", "C15850"),
  "22uF": samsung("22uF", 22e-6, 25, 20, "X5R", "CL21A226MAQNNNE", "C45783"),
} as const

export const c0603 = {
  "100nF": capacitor({
    size: "0603",
    value: "100nF",
    farads: 100e-9,
    volts: 50,
    percent: 10,
    dielectric: "X7R",
    manufacturer: "YAGEO",
    mpn: "CC0603KRX7R9BB104",
    number: "C14663",
    drawn: [0.8, "YAGEO X7R data sheet, 0603: 0.80 +- 0.10"],
    most: [0.9, "YAGEO X7R data sheet, 0603: 0.80 +- 0.10"],
    source: yageo,
  }),
  "1uF": samsung("1uF", 1e-6, 50, 10, "X5R", "CL10A105KB8NNNC", "C15849", {
    size: "0603",
    drawn: [0.8, "Samsung MLCC part numbering: 8 is 0.80 mm in 0603"],
    most: [0.9, "Samsung MLCC part numbering: 8 is 0.80 +- 0.10 mm in 0603"],
  }),
} as const

const thick1206 = {
  size: "1206",
  drawn: [1.6, "Samsung MLCC part numbering: H is 1.60 mm in 1206"],
  most: [1.8, "Samsung MLCC part numbering: H is 1.60 +- 0.20 mm in 1206"],
} as const

/** What is left of X5R under bias counts where they are used: about 4 uF of 10 at 24 V, 60 uF of 100 at 3.3 V. */
export const c1206 = {
  "10uF": samsung("10uF", 10e-6, 50, 10, "X5R", "CL31A106KBHNNNE", "C13585", thick1206),
  "100uF": samsung("100uF", 100e-6, 6.3, 20, "X5R", "CL31A107MQHNNNE", "C15008", thick1206),
} as const

export const fuse100mA: Part = {
  id: "f-1206-100ma",
  kind: "fuse",
  value: "100mA 60V",
  description: "Resettable fuse, holds 0.1 A, trips at 0.25 A, 60 V",
  package: chipFuse("1206", {
    mm: 1.2,
    source: "1206 resettable fuses are sold up to 1.2 mm high",
    trust: "typical",
  }),
  pins: ends,
  manufacturer: "TECHFUSE",
  mpn: "nSMD010",
  ordering: family("nSMD010", "TECHFUSE: n = 1206, 010 = holds 0.10 A, as public projects read it"),
  ratings: {
    maxVoltageV: 60,
    maxCurrentA: 0.1,
    source:
      "TECHFUSE nSMD010 data sheet as a public project quotes it: I hold 0.10 A, I trip 0.25 A, V max 60 V",
  },
  spice: ptc({
    ...{ ohms: 9, tripAmperes: 0.25, tripsIn: { seconds: 1.5, amperes: 0.5 }, trippedWatts: 0.6 },
    source:
      "TECHFUSE nSMD010 as above, 1.6 to 15 ohm; time and dissipation as Littelfuse 1206L010, the same class",
  }),
  numbers: lcsc(
    "C70065",
    "unknown",
    "one public project maps C70065 to TECHFUSE nSMD010 with its data sheet, another to a 100 mA PTC in 1206",
    "medium-high",
  ),
  assembly: machine,
  height: { unknown: "the maker's drawing was not looked up" },
  polarised: false,
  notes: ["1.6 to 15 ohm one hour after soldering or a trip."],
}
