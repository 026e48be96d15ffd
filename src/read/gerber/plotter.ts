import { arcPoints } from "../geometry/arc"
import { arcGeometry } from "../geometry/arc-centre"
import type { Point } from "../geometry/point"
import { type Problem, type ProblemKind, quote, ReadError } from "../read-error"
import { isZeroSize } from "./aperture-definition"
import { ApertureTable } from "./aperture-table"
import { Attributes } from "./attributes"
import { CoordinateReader } from "./coordinate-reader"
import { type DataWord, dataWord } from "./coordinates"
import { DrawingStack } from "./drawing-stack"
import type { Macro } from "./macro"
import type { Aperture, ApertureShape, DrawnObject, GerberImage, Transform } from "./model"
import { RegionBuilder } from "./region-builder"
import { identity, loadTransform, placeObject } from "./transform"

/** The state of a Gerber file while it is read: the graphics state of the format (section 2.3) and what was drawn. */
export class Plotter {
  readonly attributes = new Attributes()
  readonly transforms = new Map<string, number>()
  readonly coordinates: CoordinateReader
  ended = false

  private readonly problems: Problem[] = []
  private readonly table: ApertureTable
  private readonly drawing: DrawingStack

  private at: Point = { x: 0, y: 0 }
  private aperture: Aperture | undefined
  private interpolation: "linear" | "clockwise" | "counter-clockwise" = "linear"
  private multiQuadrant: boolean | undefined
  private polarity: "dark" | "clear" = "dark"
  private transform: Transform = identity
  private lastOperation = 2
  private region: RegionBuilder | undefined

  constructor(private readonly file: string) {
    this.coordinates = new CoordinateReader(file, (line, message) =>
      this.problem("deprecated", line, message),
    )
    this.drawing = new DrawingStack(file)
    this.table = new ApertureTable(file)
  }

  problem(kind: ProblemKind, line: number, message: string): void {
    if (this.problems.length < 200 && !this.problems.some((p) => p.kind === kind && p.message === message))
      this.problems.push({ kind, line, message })
  }

  setPolarity(polarity: "dark" | "clear"): void {
    this.polarity = polarity
  }

  setTransform(word: string, line: number): void {
    this.transforms.set(word.slice(0, 2), this.transforms.get(word.slice(0, 2)) ?? line)
    const next = loadTransform(this.transform, word)
    if (next === undefined) throw this.error(line, `${quote(word)} is no mirroring, rotation or scale`)
    this.transform = next
  }

  defineMacro(macro: Macro): void {
    this.table.defineMacro(macro)
  }

  defineAperture(word: string, line: number): void {
    const unit = this.coordinates.mmPerUnit(line, "an aperture")
    const { code, shape } = this.table.define(word, line, unit, this.attributes.aperture)
    if (isZeroSize(shape)) this.problem("zero-size", line, `aperture D${code} has no size`)
  }

  apertureBlock(word: string, line: number): void {
    this.transforms.set("AB", this.transforms.get("AB") ?? line)
    const block = this.drawing.apertureBlock(word, line)
    if (block === undefined) return
    const shape = { kind: "block", objects: block.objects } as const
    this.table.add(block.code, block.line, shape, this.attributes.aperture)
  }

  stepRepeat(word: string, line: number): void {
    this.transforms.set("SR", this.transforms.get("SR") ?? line)
    this.drawing.stepRepeat(word, line, () => this.coordinates.mmPerUnit(line, "a distance"))
  }

  /** A word outside `%...%`. */
  word(word: string, line: number): void {
    if (/^G0?4/.test(word)) {
      const comment = /^G0?4\s*#@!\s*(T[FAOD].*)$/.exec(word)?.[1]
      if (comment !== undefined) this.attributes.take(comment, "comment")
      return
    }
    if (word === "") return
    const data = dataWord(word)
    if (data === undefined) {
      // Whatever is drawn on in an unknown way would be missing from the image: no guessing.
      throw this.error(line, `${quote(word)} is no Gerber command`)
    }
    let selects = false
    for (const g of data.g) selects = this.g(g, line) || selects
    if (data.m !== undefined) {
      if (data.m !== 2 && data.m !== 0) throw this.error(line, `M${data.m} is no Gerber command`)
      if (data.m === 0) this.problem("deprecated", line, "M00 is a deprecated end of file")
      this.ended = true
      return
    }
    if (data.d !== undefined && data.d >= 10) {
      this.aperture = this.table.get(data.d, line)
      return
    }
    if (selects) throw this.error(line, `${quote(word)} selects no aperture`)
    this.operate(data, line)
  }

  finish(text: string): void {
    const lastLine = text.split("\n").length
    if (this.region !== undefined) throw this.error(this.region.line, "a region (G36) is never closed")
    this.drawing.finish()
    if (!this.ended) this.problem("no-end", lastLine, "the file does not end with M02*: it may be cut off")
    else if (!text.endsWith("\n")) this.problem("no-newline", lastLine, "no newline at the end of the file")
    this.coordinates.requireFormat(undefined)
  }

  image(): GerberImage {
    return {
      kind: "gerber",
      file: this.file,
      unit: this.coordinates.unit ?? "mm",
      format: this.coordinates.requireFormat(undefined),
      objects: this.drawing.objects,
      apertures: this.table.apertures,
      macros: this.table.macros,
      attributes: this.attributes.file,
      attributeStyle: this.attributes.style,
      transforms: this.transforms,
      problems: this.problems,
    }
  }

  /** Returns whether a D10+ must follow in the same word. */
  private g(code: number, line: number): boolean {
    switch (code) {
      case 1:
        this.interpolation = "linear"
        return false
      case 2:
        this.interpolation = "clockwise"
        return false
      case 3:
        this.interpolation = "counter-clockwise"
        return false
      case 36:
        if (this.region !== undefined) throw this.error(line, "a region is opened within a region")
        this.region = new RegionBuilder(line, this.at)
        return false
      case 37:
        this.closeRegion(line)
        return false
      case 74:
      case 75:
        this.multiQuadrant = code === 75
        if (code === 74) this.problem("deprecated", line, "single-quadrant arcs (G74) are deprecated")
        return false
      case 54:
        this.problem("deprecated", line, "G54 is a deprecated command")
        return true
      case 55:
        return false
      case 70:
      case 71:
        this.problem("deprecated", line, "G70 and G71 are deprecated commands")
        this.coordinates.setUnit(code === 71 ? "mm" : "inch", line)
        return false
      case 90:
      case 91:
        this.problem("deprecated", line, "G90 and G91 are deprecated commands")
        this.coordinates.setNotation(code === 90 ? "absolute" : "incremental")
        return false
      default:
        throw this.error(line, `G${code} is no Gerber command`)
    }
  }

  private operate(data: DataWord, line: number): void {
    if (data.x === undefined && data.y === undefined && data.d === undefined) {
      if (data.i !== undefined || data.j !== undefined)
        throw this.error(line, "an arc offset without a line to draw")
      return
    }
    // Once allowed: the last operation goes on. Every reader takes it so.
    if (data.d === undefined) this.problem("deprecated", line, "coordinates without D01 are deprecated")
    const operation = data.d ?? this.lastOperation
    const to = this.coordinates.target(data, this.at, line)
    if (operation === 1) this.draw(to, data, line)
    else if (operation === 2) {
      this.closeContour(to, line)
    } else if (operation === 3) this.flash(to, line)
    else throw this.error(line, `D0${operation} is no operation`)
    this.lastOperation = operation
    this.at = to
  }

  private draw(to: Point, data: DataWord, line: number): void {
    let points: Point[]
    if (this.interpolation === "linear") points = [this.at, to]
    else {
      if (this.multiQuadrant === undefined) {
        this.problem("syntax", line, "an arc before G75")
        this.multiQuadrant = true
      }
      const offset = {
        x: data.i === undefined ? 0 : this.coordinates.mm(data.i, line),
        y: data.j === undefined ? 0 : this.coordinates.mm(data.j, line),
      }
      const arc = arcGeometry(this.at, to, offset, this.interpolation === "clockwise", this.multiQuadrant)
      if (arc === undefined) throw this.error(line, "an arc whose ends do not lie on one circle")
      points = arcPoints(arc.centre, this.at, to, arc.sweep)
    }
    this.drawing.count(0, points.length, line)
    if (this.region !== undefined) {
      this.region.draw(points)
      return
    }
    const aperture = this.aperture
    if (aperture === undefined) throw this.error(line, "a line is drawn before an aperture is selected")
    const { shape } = aperture
    if (shape.kind === "block") throw this.error(line, "a line is drawn with a block")
    if (shape.kind !== "circle")
      this.problem("deprecated", line, `lines drawn with a ${shape.kind} aperture are deprecated`)
    this.add(
      {
        kind: "stroke",
        points,
        aperture,
        transform: this.transform,
        arc: this.interpolation !== "linear",
        width: penWidth(shape) * this.transform.scale,
        ...this.common(line, aperture),
      },
      line,
    )
  }

  private flash(at: Point, line: number): void {
    if (this.region !== undefined) throw this.error(line, "a flash within a region")
    const aperture = this.aperture
    if (aperture === undefined) throw this.error(line, "a flash before an aperture is selected")
    if (aperture.shape.kind === "block") {
      const invert = this.polarity === "clear"
      for (const object of aperture.shape.objects)
        this.add(placeObject(object, this.transform, at, invert), line)
      return
    }
    this.add({ kind: "flash", at, aperture, transform: this.transform, ...this.common(line, aperture) }, line)
  }

  private closeContour(next: Point, line: number): void {
    if (this.region?.close(next) === false)
      this.problem("syntax", line, "a region's contour does not end where it began")
  }

  private closeRegion(line: number): void {
    if (this.region === undefined) throw this.error(line, "a region is closed (G37) that was not open")
    this.closeContour(this.at, line)
    const { contours, line: start } = this.region
    this.region = undefined
    if (contours.length === 0) {
      this.problem("zero-size", start, "a region with no area")
      return
    }
    this.add({ kind: "region", contours, ...this.common(start, undefined) }, start)
  }

  private common(line: number, aperture: Aperture | undefined) {
    const { object } = this.attributes
    const pin = object.get(".P")
    const of = aperture?.attributes ?? this.attributes.aperture
    return {
      polarity: this.polarity,
      line,
      net: object.get(".N")?.[0],
      pin: pin?.[0] === undefined || pin[1] === undefined ? undefined : { designator: pin[0], pin: pin[1] },
      component: object.get(".C")?.[0],
      apertureFunction: of.get(".AperFunction")?.[0],
    }
  }

  private add(object: DrawnObject, line: number): void {
    this.coordinates.requireFormat(line)
    this.drawing.add(object, line)
  }

  private error(line: number | undefined, reason: string): ReadError {
    return new ReadError(this.file, line, reason)
  }
}

/** What a line drawn with the shape measures across. */
function penWidth(shape: ApertureShape): number {
  if (shape.kind === "circle" || shape.kind === "polygon") return shape.diameter
  return shape.kind === "rectangle" || shape.kind === "obround" ? Math.min(shape.width, shape.height) : 0
}
