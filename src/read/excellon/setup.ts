import { limits } from "../limits"
import { ReadError } from "../read-error"
import { listedTool } from "./listed-tool"
import type { DrillFile, DrillTool } from "./model"
import { type DrillFormat, drillCoordinate } from "./number"

/** What header and comments set up: unit, coordinate format, tools, plating, attributes. */
export class DrillSetup {
  readonly attributes = new Map<string, readonly string[]>()
  readonly toolTable = new Map<number, DrillTool>()
  private fileUnit: "mm" | "inch" | undefined
  private format: DrillFormat | undefined
  private keeps: DrillFormat["keeps"] | undefined
  private digits: { integer: number; decimal: number } | undefined
  private toolFunction: readonly string[] | undefined
  private typeComment: "plated" | "unplated" | undefined
  private readonly listed = new Map<
    number,
    { readonly diameter: number; readonly plated: boolean | undefined }
  >()

  /** `assumed`: the format of coordinates where the file tells none. */
  constructor(
    private readonly file: string,
    private readonly assumed?: DrillFormat,
  ) {}

  get inches(): boolean {
    return this.fileUnit === "inch"
  }

  get plating(): DrillFile["plating"] {
    const word = this.attributes.get(".FileFunction")?.[0]
    if (word === "Plated") return "plated"
    if (word === "NonPlated") return "unplated"
    const kinds = new Set([...this.toolTable.values()].map(({ plated }) => plated))
    if (word === "MixedPlating" || (kinds.has(true) && kinds.has(false))) return "mixed"
    return (
      this.typeComment ??
      (kinds.size === 1 && kinds.has(true)
        ? "plated"
        : kinds.size === 1 && kinds.has(false)
          ? "unplated"
          : undefined)
    )
  }

  /** Whether comments list tools (Allegro without a header); then `M00` changes to the next. */
  get listsTools(): boolean {
    return this.listed.size > 0
  }

  /** Comments carry X2 attributes, the plating and the coordinate format of some programs. */
  comment(text: string): void {
    const attribute = /^#@!\s*T([FAD])\s*([^,]*)(?:,(.*))?$/.exec(text)
    if (attribute !== null) {
      const values = (attribute[3] ?? "").split(",").map((value) => value.trim())
      const name = (attribute[2] ?? "").trim()
      if (attribute[1] === "F") this.attributes.set(name, values)
      else if (attribute[1] === "A" && name === ".AperFunction") this.toolFunction = values
      else if (attribute[1] === "D") this.toolFunction = undefined
      return
    }
    const type = /^TYPE\s*=\s*(NON_?PLATED|PLATED)/i.exec(text)?.[1]?.toUpperCase()
    if (type !== undefined) this.typeComment = type === "PLATED" ? "plated" : "unplated"
    const tool = listedTool(text)
    if (tool !== undefined) {
      this.fileUnit ??= tool.unit
      this.listed.set(tool.number, tool)
    }
    const format = /FILE_FORMAT\s*=\s*(\d):(\d)/i.exec(text) ?? /FORMAT=\{(\d):(\d)/i.exec(text)
    if (format !== null) this.setDigits(Number(format[1]), Number(format[2]))
  }

  /** `METRIC`, `INCH,LZ`, `METRIC,TZ,000.000`, `M71`; returns false if the word is none of them. */
  unit(word: string, line: number): boolean {
    const match = /^(METRIC|INCH|M71|M72)((?:,(?:LZ|TZ|\d+\.\d+))*)$/.exec(word)
    if (match === null) return false
    const unit = match[1] === "METRIC" || match[1] === "M71" ? "mm" : "inch"
    if (this.fileUnit !== undefined && this.fileUnit !== unit)
      throw new ReadError(this.file, line, "the unit changes within the file")
    this.fileUnit = unit
    for (const option of (match[2] ?? "").split(",").filter((piece) => piece !== "")) {
      if (option === "LZ" || option === "TZ") this.keeps = option === "LZ" ? "leading" : "trailing"
      else {
        const [integer = "", decimal = ""] = option.split(".")
        this.setDigits(integer.length, decimal.length)
      }
    }
    if (this.keeps !== undefined && this.digits === undefined)
      this.setDigits(unit === "mm" ? 3 : 2, unit === "mm" ? 3 : 4)
    this.updateFormat()
    return true
  }

  private setDigits(integer: number, decimal: number): void {
    this.digits = { integer, decimal }
    this.updateFormat()
  }

  /** Digits without a word on zeros: all are written out. */
  private updateFormat(): void {
    if (this.digits === undefined) return
    const { integer, decimal } = this.digits
    this.format = { integerDigits: integer, decimalDigits: decimal, keeps: this.keeps ?? "all" }
  }

  /** `T1C0.3` (with feed and speed in between) defines a tool, `T1` names one: its number; undefined for other words. */
  tool(word: string, line: number): number | undefined {
    const match = /^T(\d{1,6})((?:[CFSBHZ][+-]?[\d.]+)*)$/.exec(word)
    if (match === null) return undefined
    const number = Number(match[1])
    const size = /C([\d.]+)/.exec(match[2] ?? "")?.[1]
    if (size === undefined) return number
    if (this.fileUnit === undefined)
      throw new ReadError(this.file, line, `tool T${number} comes before METRIC or INCH`)
    const diameter = Number(size) * (this.inches ? 25.4 : 1)
    if (!(diameter > 0 && diameter < 100))
      throw new ReadError(this.file, line, `tool T${number} has the diameter "${size}"`)
    const before = this.toolTable.get(number)
    if (before !== undefined && before.diameter !== diameter)
      throw new ReadError(this.file, line, `tool T${number} is defined twice with different diameters`)
    if (this.toolTable.size >= limits.apertures) throw new ReadError(this.file, line, "too many tools")
    this.toolTable.set(number, {
      number,
      diameter,
      line,
      apertureFunction: this.toolFunction,
      plated: this.typeComment === undefined ? undefined : this.typeComment === "plated",
    })
    return number
  }

  toolBy(number: number, line: number): DrillTool {
    const tool = this.toolTable.get(number)
    const listed = this.listed.get(number)
    if (tool !== undefined && (listed === undefined || tool.plated !== undefined)) return tool
    if (listed === undefined)
      throw new ReadError(this.file, line, `tool T${number} is used before it is defined`)
    const { diameter, plated } = listed
    const made: DrillTool =
      tool === undefined
        ? { number, diameter, line, apertureFunction: undefined, plated }
        : { ...tool, plated }
    this.toolTable.set(number, made)
    return made
  }

  mm(digits: string, line: number): number {
    if (this.fileUnit === undefined)
      throw new ReadError(this.file, line, "a coordinate before METRIC or INCH")
    return drillCoordinate(digits, this.assumed ?? this.format, this.inches ? 25.4 : 1, this.file, line)
  }
}
