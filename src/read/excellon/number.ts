import { limits } from "../limits"
import { ReadError } from "../read-error"

/** A drill file whose coordinates could be read in several ways: who knows the copper may tell which. */
export class UnsureFormat extends ReadError {}

/** How coordinates without a decimal point are to be read. */
export interface DrillFormat {
  readonly integerDigits: number
  readonly decimalDigits: number
  /** Which zeros the file keeps: LZ keeps the leading ones (and drops the trailing), TZ the other way round. */
  readonly keeps: "leading" | "trailing" | "all"
}

/** A coordinate in mm. */
export function drillCoordinate(
  digits: string,
  format: DrillFormat | undefined,
  unit: number,
  file: string,
  line: number,
): number {
  const match = /^([+-]?)(\d*)(\.\d*)?$/.exec(digits)
  if (match === null || digits.replace(/[+\-.]/g, "") === "" || digits.length > 20)
    throw new ReadError(file, line, `"${digits.slice(0, 24)}" is no coordinate`)
  const [, sign, whole = "", fraction] = match
  let value: number
  if (fraction !== undefined) value = Number(`${whole || "0"}${fraction}`)
  // Nought is nought in every format.
  else if (Number(whole) === 0) value = 0
  else if (format === undefined)
    throw new UnsureFormat(
      file,
      line,
      "a coordinate without decimal point in a file that does not tell its format",
    )
  else {
    const total = format.integerDigits + format.decimalDigits
    if (format.keeps === "all" && whole.length !== total)
      throw new UnsureFormat(file, line, `coordinate ${digits} has not the ${total} digits of the format`)
    const padded = format.keeps === "leading" ? whole.padEnd(total, "0") : whole
    value = Number(padded) / 10 ** format.decimalDigits
  }
  const mm = value * unit
  if (!(mm <= limits.coordinateMm))
    throw new ReadError(file, line, `coordinate ${digits} is ${mm.toFixed(0)} mm away`)
  return sign === "-" ? -mm : mm
}
