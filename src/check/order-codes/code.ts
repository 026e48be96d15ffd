import type { PartKind } from "../../model/part"

/** What a maker's number says of a part, as far as its ordering code does. */
export interface Decoded {
  readonly kind: Extract<PartKind, "resistor" | "capacitor">
  /** In inches: "0805". */
  readonly size: string
  readonly ohms?: number
  readonly farads?: number
  readonly tolerancePercent?: number
  readonly volts?: number
  readonly watts?: number
  readonly dielectric?: string
}

/** A maker's published ordering code. */
export interface OrderCode {
  /** As records name the maker. */
  readonly maker: RegExp
  readonly title: string
  /** Where the maker explains it. */
  readonly source: string
  /** Undefined: the number is not written so. */
  readonly decode: (mpn: string) => Decoded | undefined
}

type Table<T> = Readonly<Record<string, T>>

/** Tolerances in per cent by the letters that all makers share (EIA, IEC 60062). */
export const tolerances: Table<number> = { B: 0.1, C: 0.25, D: 0.5, F: 1, G: 2, J: 5, K: 10, M: 20 }

/** Volts by the letters and digits of EIA's code, as Murata and TDK use it. */
export const eiaVolts: Table<number> = {
  "0E": 2.5,
  "0G": 4,
  "0J": 6.3,
  "1A": 10,
  "1C": 16,
  "1E": 25,
  "1V": 35,
  YA: 35,
  "1H": 50,
  "1J": 63,
  "2A": 100,
  "2D": 200,
  "2E": 250,
  "2H": 500,
  "2J": 630,
  "3A": 1000,
}

/** "104" -> 100 nF, "4R7" -> 4.7 pF: two digits of pF and the zeros behind. */
export function farads(code: string): number | undefined {
  const point = /^(\d?)R(\d+)$/.exec(code)
  if (point !== null) return rounded(Number(`${point[1] || 0}.${point[2]}`) * 1e-12)
  return /^\d{3}$/.test(code) ? rounded(Number(code.slice(0, 2)) * 10 ** (Number(code[2]) - 12)) : undefined
}

/** "1002" and "103" -> 10 kohm: digits, and the zeros behind; "R" is a decimal point. */
export function ohms(code: string): number | undefined {
  if (/^0+$/.test(code)) return 0
  const point = /^(\d*)R(\d*)$/.exec(code)
  if (point !== null && code !== "R") return Number(`${point[1] || 0}.${point[2] || 0}`)
  return /^\d{3,4}$/.test(code) ? rounded(Number(code.slice(0, -1)) * 10 ** Number(code.at(-1))) : undefined
}

/** "10K", "4K7", "100R", "1M": the letter is the decimal point. */
export function ohmsWithLetter(code: string): number | undefined {
  const found = /^(\d*)([RKM])(\d*)$/.exec(code)
  if (found === null) return undefined
  const factor = { R: 1, K: 1e3, M: 1e6 }[found[2] as "R" | "K" | "M"]
  return rounded(Number(`${found[1] || 0}.${found[3] || 0}`) * factor)
}

/** Without what binary fractions add. */
export const rounded = (value: number): number => Number(value.toPrecision(9))

/** A resistor, where all of its code is known; a jumper has no tolerance. */
export function resistor(
  size: string | undefined,
  value: number | undefined,
  tolerance: string | undefined,
  watts?: number,
): Decoded | undefined {
  if (size === undefined || value === undefined) return undefined
  const percent = value === 0 ? undefined : tolerances[tolerance ?? ""]
  if (value !== 0 && percent === undefined) return undefined
  return {
    kind: "resistor",
    size,
    ohms: value,
    ...(percent === undefined ? {} : { tolerancePercent: percent }),
    ...(watts === undefined ? {} : { watts }),
  }
}

/** A ceramic capacitor; below 10 pF tolerances are in pF and say nothing in per cent. */
export function capacitor(
  size: string | undefined,
  value: number | undefined,
  tolerance: string | undefined,
  volts: number | undefined,
  dielectric: string | undefined,
): Decoded | undefined {
  if (size === undefined || value === undefined || volts === undefined || dielectric === undefined)
    return undefined
  const percent = value < 10e-12 ? undefined : tolerances[tolerance ?? ""]
  return {
    kind: "capacitor",
    size,
    farads: value,
    volts,
    dielectric,
    ...(percent === undefined ? {} : { tolerancePercent: percent }),
  }
}
