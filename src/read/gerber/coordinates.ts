import { limits } from "../limits"
import { quote, ReadError } from "../read-error"
import type { CoordinateFormat } from "./model"

/** One word of the image data: `G01X10Y20I0J5D01` as its letters with their digits. */
export interface DataWord {
  readonly g: readonly number[]
  readonly x: string | undefined
  readonly y: string | undefined
  readonly i: string | undefined
  readonly j: string | undefined
  readonly d: number | undefined
  readonly m: number | undefined
}

/** Takes a word apart; undefined if it is none (an unknown command). */
export function dataWord(word: string): DataWord | undefined {
  const g: number[] = []
  const values = new Map<string, string>()
  const pattern = /([GXYIJDMN])([+-]?\d{1,15})/y
  let end = 0
  for (let match = pattern.exec(word); match !== null; match = pattern.exec(word)) {
    end = pattern.lastIndex
    const [, letter = "", digits = ""] = match
    if (letter === "G") g.push(Number(digits))
    else if (values.has(letter)) return undefined
    else values.set(letter, digits)
  }
  if (end !== word.length || end === 0) return undefined
  return {
    g,
    x: values.get("X"),
    y: values.get("Y"),
    i: values.get("I"),
    j: values.get("J"),
    d: whole(values.get("D")),
    m: whole(values.get("M")),
  }
}

function whole(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}

/** Reads `FSLAX46Y46`. Both axes must agree, as the format demands. */
export function formatSpecification(word: string, file: string, line: number): CoordinateFormat {
  const match = /^FS([LTD]?)([AI]?)(?:N\d+)?(?:G\d+)?X(\d)(\d)Y(\d)(\d)(?:[DM]\d+)*$/.exec(word)
  if (match === null) throw new ReadError(file, line, `${quote(word)} is no format specification`)
  const [integerDigits, decimalDigits] = [Number(match[3]), Number(match[4])]
  if (match[3] !== match[5] || match[4] !== match[6])
    throw new ReadError(file, line, "X and Y have different coordinate formats")
  if (integerDigits > 6 || decimalDigits > 7 || integerDigits + decimalDigits === 0)
    throw new ReadError(file, line, `the coordinate format ${integerDigits}.${decimalDigits} is not allowed`)
  return {
    integerDigits,
    decimalDigits,
    zeros: match[1] === "T" ? "trailing-omitted" : "leading-omitted",
    notation: match[2] === "I" ? "incremental" : "absolute",
  }
}

/** A coordinate's digits in mm. */
export function coordinateMm(
  digits: string,
  format: CoordinateFormat,
  unit: number,
  file: string,
  line: number,
): number {
  const negative = digits.startsWith("-")
  const bare = digits.replace(/^[+-]/, "")
  const total = format.integerDigits + format.decimalDigits
  if (bare.length > total && format.zeros === "trailing-omitted")
    throw new ReadError(file, line, `coordinate ${digits} has more digits than the format`)
  const whole = format.zeros === "trailing-omitted" ? bare.padEnd(total, "0") : bare
  const mm = (Number(whole) / 10 ** format.decimalDigits) * unit
  if (mm > limits.coordinateMm)
    throw new ReadError(file, line, `coordinate ${digits} is ${mm.toFixed(0)} mm away`)
  return negative ? -mm : mm
}
