import type { Point } from "../geometry/point"
import { ReadError } from "../read-error"
import { coordinateMm, type DataWord } from "./coordinates"
import type { CoordinateFormat } from "./model"

/** Unit and format of a file's coordinates: each told once, before the first number that needs it. */
export class CoordinateReader {
  unit: "mm" | "inch" | undefined
  private format: CoordinateFormat | undefined

  constructor(
    private readonly file: string,
    private readonly deprecated: (line: number, message: string) => void,
  ) {}

  setFormat(format: CoordinateFormat, line: number): void {
    if (this.format !== undefined && JSON.stringify(this.format) !== JSON.stringify(format))
      throw this.error(line, "the coordinate format is given twice, differently")
    if (format.notation === "incremental" || format.zeros === "trailing-omitted")
      this.deprecated(line, "incremental or trailing-zero coordinates are deprecated")
    this.format = format
  }

  setNotation(notation: CoordinateFormat["notation"]): void {
    if (this.format !== undefined) this.format = { ...this.format, notation }
  }

  setUnit(unit: "mm" | "inch", line: number): void {
    if (this.unit !== undefined && this.unit !== unit)
      throw this.error(line, "the unit changes within the file")
    this.unit = unit
  }

  requireFormat(line: number | undefined): CoordinateFormat {
    if (this.format === undefined)
      throw this.error(line, "no coordinate format (%FS) before the image: not a Gerber X file")
    return this.format
  }

  /** `what` needs the unit: "an aperture". */
  mmPerUnit(line: number, what: string): number {
    if (this.unit === undefined) throw this.error(line, `${what} comes before the unit (%MO)`)
    return this.unit === "inch" ? 25.4 : 1
  }

  mm(digits: string, line: number): number {
    return coordinateMm(
      digits,
      this.requireFormat(line),
      this.mmPerUnit(line, "a coordinate"),
      this.file,
      line,
    )
  }

  /** Where a word leads from `at`: an axis that is not given stays. */
  target(data: Pick<DataWord, "x" | "y">, at: Point, line: number): Point {
    const incremental = this.format?.notation === "incremental"
    const axis = (digits: string | undefined, current: number): number => {
      if (digits === undefined) return current
      const mm = this.mm(digits, line)
      return incremental ? current + mm : mm
    }
    return { x: axis(data.x, at.x), y: axis(data.y, at.y) }
  }

  private error(line: number | undefined, reason: string): ReadError {
    return new ReadError(this.file, line, reason)
  }
}
