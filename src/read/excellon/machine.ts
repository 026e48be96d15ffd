import type { Point } from "../geometry/point"
import { limits } from "../limits"
import { type Problem, type ProblemKind, quote, ReadError } from "../read-error"
import { type DrillFile, type DrillHit, type DrillTool, isBreakOff } from "./model"
import type { DrillFormat } from "./number"
import { routArc } from "./rout-arc"
import { DrillSetup } from "./setup"

/** The drilling machine's state while a file is read. */
export class DrillMachine {
  inHeader = false
  ended = false
  private started = false
  private saysTools = false
  private readonly problems: Problem[] = []
  private readonly hits: DrillHit[] = []
  private tool: DrillTool | undefined
  private at: Point = { x: 0, y: 0 }
  private incremental = false
  private lastHoleLine = 0
  private routing: Point[] | undefined
  private routMode: "drill" | "move" | "linear" | "clockwise" | "counter-clockwise" = "drill"

  readonly setup: DrillSetup

  constructor(
    private readonly file: string,
    assumed?: DrillFormat,
  ) {
    this.setup = new DrillSetup(file, assumed)
  }

  problem(kind: ProblemKind, line: number, message: string): void {
    if (this.problems.length < 200) this.problems.push({ kind, line, message })
  }

  header(word: string, line: number): void {
    if (word === "%" || word === "M95") {
      this.inHeader = false
      return
    }
    if (this.setup.unit(word, line) || this.tools(word, line)) return
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
      // Some writers join files: what the second header defines holds from there on.
      this.endRout(line)
      this.started = true
      this.inHeader = true
      return
    }
    if (this.setup.unit(word, line) || this.tools(word, line)) return
    if (word === "M00" && this.nextListed(line)) return
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
    if (!this.started && this.setup.toolTable.size === 0 && this.hits.length === 0)
      throw this.error(1, "neither header nor hole: not an Excellon file")
    if (!this.started) this.problem("syntax", 1, "no header (M48)")
    if (!this.ended) this.problem("no-end", lines, "the file does not end with M30: it may be cut off")
    else if (!text.endsWith("\n")) this.problem("no-newline", lines, "no newline at the end of the file")
    if (this.routing !== undefined) throw this.error(lines, "a routed slot is never ended")
  }

  drillFile(): DrillFile {
    const { plating, inches, toolTable, attributes } = this.setup
    return {
      kind: "excellon",
      file: this.file,
      unit: inches ? "inch" : "mm",
      plating,
      tools: toolTable,
      hits: this.hits.map((hit) => ({
        ...hit,
        plated: hit.plated ?? (plating === "plated" ? true : plating === "unplated" ? false : undefined),
      })),
      attributes,
      problems: this.problems,
    }
  }

  /** `T1C0.3` defines (and outside the header selects) a tool, `T1` selects it. */
  private tools(word: string, line: number): boolean {
    const number = this.setup.tool(word, line)
    if (number !== undefined && !this.inHeader) {
      this.saysTools = true
      this.select(number, line)
    }
    return number !== undefined
  }

  private select(number: number, line: number): void {
    this.endRout(line)
    if (number === 0) {
      this.tool = undefined
      return
    }
    this.tool = this.setup.toolBy(number, line)
  }

  /** Without tool words, `M00` stops the machine for the next tool of the list. */
  private nextListed(line: number): boolean {
    if (!this.setup.listsTools || this.saysTools) return false
    this.select((this.tool?.number ?? 0) + 1, line)
    return true
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
    else {
      const arc = routArc(this.at, to, this.routMode === "clockwise", (letter) => {
        const digits = new RegExp(`${letter}([+-]?[\\d.]+)`).exec(coordinates)?.[1]
        return digits === undefined ? undefined : this.mm(digits, line)
      })
      if (arc === undefined) throw this.error(line, "an arc whose ends do not lie on one circle")
      this.routing.push(...arc.slice(1))
    }
    if (this.routing.length > limits.gerberPoints / 10) throw this.error(line, "a routed slot is too long")
    this.at = to
  }

  private push(kind: "hole" | "slot", points: readonly Point[], line: number): void {
    if (this.tool === undefined && this.setup.listsTools && !this.saysTools)
      this.tool = this.setup.toolBy(1, line)
    if (this.tool === undefined) throw this.error(line, "a hole before a tool is selected")
    if (this.hits.length >= limits.drillHits) throw this.error(line, "too many holes")
    const of = this.tool.apertureFunction
    const plated = of?.[0] === "Plated" ? true : of?.[0] === "NonPlated" ? false : this.tool.plated
    const via = of?.includes("ViaDrill") ?? false
    const { diameter, number: tool } = this.tool
    this.hits.push({ kind, points, diameter, tool, line, plated, via, breakOff: isBreakOff(of) })
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
    return this.setup.mm(digits, line)
  }

  private error(line: number, reason: string): ReadError {
    return new ReadError(this.file, line, reason)
  }
}
