import { arcPoints } from "../geometry/arc"
import type { Point } from "../geometry/point"
import { arcGeometry } from "../gerber/arc-centre"
import { limits } from "../limits"
import { type Problem, type ProblemKind, quote, ReadError } from "../read-error"
import type { DrillFile, DrillHit, DrillTool } from "./model"
import { type DrillFormat, drillCoordinate } from "./number"

/** The drilling machine's state while a file is read. */
export class DrillMachine {
  inHeader = false
  ended = false
  private started = false
  private readonly problems: Problem[] = []
  private readonly attributes = new Map<string, readonly string[]>()
  private readonly tools = new Map<number, DrillTool>()
  private readonly hits: DrillHit[] = []
  private unit: "mm" | "inch" | undefined
  private format: DrillFormat | undefined
  private keeps: DrillFormat["keeps"] | undefined
  private digits: { integer: number; decimal: number } | undefined
  private toolFunction: readonly string[] | undefined
  private typeComment: "plated" | "unplated" | undefined
  private tool: DrillTool | undefined
  private at: Point = { x: 0, y: 0 }
  private incremental = false
  private lastHoleLine = 0
  private routing: Point[] | undefined
  private routMode: "drill" | "move" | "linear" | "clockwise" | "counter-clockwise" = "drill"

  constructor(private readonly file: string) {}

  problem(kind: ProblemKind, line: number, message: string): void {
    if (this.problems.length < 200) this.problems.push({ kind, line, message })
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
    const format = /FILE_FORMAT\s*=\s*(\d):(\d)/i.exec(text) ?? /FORMAT=\{(\d):(\d)/i.exec(text)
    if (format !== null) this.setDigits(Number(format[1]), Number(format[2]))
  }

  header(word: string, line: number): void {
    if (word === "%" || word === "M95") {
      this.inHeader = false
      return
    }
    if (this.unitWord(word, line) || this.toolWord(word, line)) return
    if (
      /^FMAT,[12]$|^VER,|^DETECT,|^ATC,|^M48$|^ICI,OFF$|^G90$|^FMT|^OM48$|^CP,|^UP,|^DN,|^BLKD,|^SBK,/.test(
        word,
      )
    )
      return
    if (word === "ICI,ON" || word === "ICI" || word === "G91") {
      this.incremental = true
      return
    }
    if (word === "G05") return
    this.problem("unknown-command", line, `unknown header command ${quote(word)}`)
  }

  body(word: string, line: number): void {
    if (word === "M48") {
      if (this.started) throw this.error(line, "a second header (M48)")
      this.started = true
      this.inHeader = true
      return
    }
    if (this.unitWord(word, line) || this.toolWord(word, line)) return
    if (word === "M30" || word === "M00" || word === "M02") {
      this.endRout(line)
      this.ended = true
      return
    }
    if (/^(G05|G81)$/.test(word)) {
      this.endRout(line)
      this.routMode = "drill"
      return
    }
    if (word === "G90" || word === "G91") {
      this.incremental = word === "G91"
      return
    }
    if (word === "M15") {
      this.plunge()
      return
    }
    if (word === "M16" || word === "M17") {
      this.endRout(line)
      return
    }
    if (/^(G40|G41|G42|M08|M09|M47.*|G4|%|G93X0(\.0*)?Y0(\.0*)?)$/.test(word)) return
    const moves = /^(G0?[0123])(?=[XYAIJ]|$)(.*)$/.exec(word)
    if (moves !== null) {
      const mode = Number((moves[1] ?? "").slice(1))
      this.routMode = (["move", "linear", "clockwise", "counter-clockwise"] as const)[mode] ?? "drill"
      if ((moves[2] ?? "") !== "") this.rout(moves[2] ?? "", line)
      return
    }
    const slot = /^(?:G81)?((?:[XY][^XYG]+){1,2})G85((?:[XY][^XYG]+){1,2})$/.exec(word)
    if (slot !== null) {
      this.slot(slot[1] ?? "", slot[2] ?? "", line)
      return
    }
    const slotEnd = /^G85((?:[XY][^XYG]+){1,2})$/.exec(word)
    if (slotEnd !== null) {
      this.slotFromLastHole(slotEnd[1] ?? "", line)
      return
    }
    const repeat = /^R(\d{1,4})((?:[XY][^XYG]+){1,2})$/.exec(word)
    if (repeat !== null) {
      this.repeat(Number(repeat[1]), repeat[2] ?? "", line)
      return
    }
    if (/^[XY]/.test(word)) {
      if (this.routMode !== "drill") {
        this.rout(word, line)
        return
      }
      this.at = this.point(word, line)
      this.hole(line)
      return
    }
    throw this.error(line, `${quote(word)} is no drill command this reader knows`)
  }

  finish(text: string, lines: number): void {
    if (this.inHeader) throw this.error(lines, "the header (M48) never ends")
    if (!this.started && this.tools.size === 0 && this.hits.length === 0)
      throw this.error(1, "neither header nor hole: not an Excellon file")
    if (!this.started) this.problem("syntax", 1, "no header (M48)")
    if (!this.ended) this.problem("no-end", lines, "the file does not end with M30: it may be cut off")
    else if (!text.endsWith("\n")) this.problem("no-newline", lines, "no newline at the end of the file")
    if (this.routing !== undefined) throw this.error(lines, "a routed slot is never ended")
  }

  drillFile(): DrillFile {
    const functions = this.attributes.get(".FileFunction")?.[0]
    const plating =
      functions === "Plated"
        ? "plated"
        : functions === "NonPlated"
          ? "unplated"
          : functions === "MixedPlating"
            ? "mixed"
            : this.typeComment
    return {
      kind: "excellon",
      file: this.file,
      unit: this.unit ?? "mm",
      plating,
      tools: this.tools,
      hits: this.hits.map((hit) => ({
        ...hit,
        plated: hit.plated ?? (plating === "plated" ? true : plating === "unplated" ? false : undefined),
      })),
      attributes: this.attributes,
      problems: this.problems,
    }
  }

  private unitWord(word: string, line: number): boolean {
    const match = /^(METRIC|INCH|M71|M72)((?:,(?:LZ|TZ|\d+\.\d+))*)$/.exec(word)
    if (match === null) return false
    const unit = match[1] === "METRIC" || match[1] === "M71" ? "mm" : "inch"
    if (this.unit !== undefined && this.unit !== unit)
      throw this.error(line, "the unit changes within the file")
    this.unit = unit
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

  private updateFormat(): void {
    if (this.digits !== undefined && this.keeps !== undefined)
      this.format = {
        integerDigits: this.digits.integer,
        decimalDigits: this.digits.decimal,
        keeps: this.keeps,
      }
  }

  /** `T1C0.3`, with feed and speed in between; or the selection of a tool. */
  private toolWord(word: string, line: number): boolean {
    const match = /^T(\d{1,6})((?:[CFSBHZ][+-]?[\d.]+)*)$/.exec(word)
    if (match === null) return false
    const number = Number(match[1])
    const size = /C([\d.]+)/.exec(match[2] ?? "")?.[1]
    if (size === undefined) {
      if (!this.inHeader) this.select(number, line)
      return true
    }
    if (this.unit === undefined) throw this.error(line, `tool T${number} comes before METRIC or INCH`)
    const diameter = Number(size) * (this.unit === "inch" ? 25.4 : 1)
    if (!(diameter > 0 && diameter < 100))
      throw this.error(line, `tool T${number} has the diameter "${size}"`)
    const before = this.tools.get(number)
    if (before !== undefined && before.diameter !== diameter)
      throw this.error(line, `tool T${number} is defined twice with different diameters`)
    if (this.tools.size >= limits.apertures) throw this.error(line, "too many tools")
    this.tools.set(number, { number, diameter, line, apertureFunction: this.toolFunction })
    if (!this.inHeader) this.select(number, line)
    return true
  }

  private select(number: number, line: number): void {
    this.endRout(line)
    if (number === 0) {
      this.tool = undefined
      return
    }
    this.tool = this.tools.get(number)
    if (this.tool === undefined) throw this.error(line, `tool T${number} is used before it is defined`)
  }

  private hole(line: number): void {
    this.push("hole", [this.at], line)
    this.lastHoleLine = line
  }

  private slot(from: string, to: string, line: number): void {
    const start = this.point(from, line)
    this.at = start
    this.at = this.point(to, line)
    this.push("slot", [start, this.at], line)
  }

  /** Some writers break the line before G85: the hole just read is then the slot's start. */
  private slotFromLastHole(to: string, line: number): void {
    const start = this.hits.pop()
    if (start?.kind !== "hole" || start.line !== this.lastHoleLine)
      throw this.error(line, "a slot (G85) without a start")
    const from = this.at
    this.at = this.point(to, line)
    this.push("slot", [from, this.at], line)
  }

  private repeat(count: number, step: string, line: number): void {
    const delta = this.point(step, line, { x: 0, y: 0 })
    for (let i = 0; i < count; i++) {
      this.at = { x: this.at.x + delta.x, y: this.at.y + delta.y }
      this.hole(line)
    }
  }

  private plunge(): void {
    this.routing = [this.at]
  }

  private endRout(line: number): void {
    const path = this.routing
    this.routing = undefined
    if (path !== undefined && path.length > 1) this.push("slot", path, line)
  }

  private rout(coordinates: string, line: number): void {
    const to = this.point(coordinates.replace(/[AIJ][+-]?[\d.]+/g, ""), line)
    if (this.routing === undefined || this.routMode === "move" || this.routMode === "drill") {
      this.at = to
      return
    }
    if (this.routMode === "linear") this.routing.push(to)
    else this.routing.push(...this.arc(coordinates, to, line).slice(1))
    if (this.routing.length > limits.gerberPoints / 10) throw this.error(line, "a routed slot is too long")
    this.at = to
  }

  private arc(coordinates: string, to: Point, line: number): Point[] {
    const clockwise = this.routMode === "clockwise"
    const value = (letter: string): number | undefined => {
      const digits = new RegExp(`${letter}([+-]?[\\d.]+)`).exec(coordinates)?.[1]
      return digits === undefined ? undefined : this.mm(digits, line)
    }
    let offset: Point | undefined
    const radius = value("A")
    if (radius !== undefined) {
      const [dx, dy] = [to.x - this.at.x, to.y - this.at.y]
      const chord = Math.hypot(dx, dy)
      if (chord > 0 && radius * 2 >= chord - 0.01) {
        const height = Math.sqrt(Math.max(0, radius * radius - (chord * chord) / 4)) * (clockwise ? -1 : 1)
        offset = { x: dx / 2 - (dy / chord) * height, y: dy / 2 + (dx / chord) * height }
      }
    } else offset = { x: value("I") ?? 0, y: value("J") ?? 0 }
    const arc = offset && arcGeometry(this.at, to, offset, clockwise, true)
    if (arc === undefined) throw this.error(line, "an arc whose ends do not lie on one circle")
    return arcPoints(arc.centre, this.at, to, arc.sweep)
  }

  private push(kind: "hole" | "slot", points: readonly Point[], line: number): void {
    if (this.tool === undefined) throw this.error(line, "a hole before a tool is selected")
    if (this.hits.length >= limits.drillHits) throw this.error(line, "too many holes")
    const of = this.tool.apertureFunction
    const plated = of?.[0] === "Plated" ? true : of?.[0] === "NonPlated" ? false : undefined
    const via = of?.includes("ViaDrill") ?? false
    this.hits.push({ kind, points, diameter: this.tool.diameter, tool: this.tool.number, line, plated, via })
  }

  private point(word: string, line: number, from: Point = this.at): Point {
    const match = /^(?:X([+-]?[\d.]+))?(?:Y([+-]?[\d.]+))?$/.exec(word)
    if (match === null || word === "") throw this.error(line, `${quote(word)} is no position`)
    const axis = (digits: string | undefined, current: number): number => {
      if (digits === undefined) return current
      const mm = this.mm(digits, line)
      return this.incremental ? current + mm : mm
    }
    return { x: axis(match[1], from.x), y: axis(match[2], from.y) }
  }

  private mm(digits: string, line: number): number {
    if (this.unit === undefined) throw this.error(line, "a coordinate before METRIC or INCH")
    return drillCoordinate(digits, this.format, this.unit === "inch" ? 25.4 : 1, this.file, line)
  }

  private error(line: number, reason: string): ReadError {
    return new ReadError(this.file, line, reason)
  }
}
