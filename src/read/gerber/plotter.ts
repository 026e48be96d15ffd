import { arcPoints } from "../geometry/arc"
import type { Point } from "../geometry/point"
import { limits } from "../limits"
import { type Problem, type ProblemKind, quote, ReadError } from "../read-error"
import { apertureDefinition, isZeroSize } from "./aperture-definition"
import { arcGeometry } from "./arc-centre"
import { Attributes } from "./attributes"
import { coordinateMm, type DataWord, dataWord } from "./coordinates"
import type { Macro } from "./macro"
import type { Aperture, CoordinateFormat, DrawnObject, GerberImage, Transform } from "./model"
import { identity, placeObject } from "./transform"

interface OpenBlock {
  readonly kind: "aperture" | "repeat"
  readonly line: number
  readonly outer: DrawnObject[]
  readonly code?: number
  readonly repeat?: { readonly nx: number; readonly ny: number; readonly dx: number; readonly dy: number }
}

/** The state of a Gerber file while it is read: the graphics state of the format (section 2.3) and what was drawn. */
export class Plotter {
  readonly attributes = new Attributes()
  readonly transforms = new Map<string, number>()
  ended = false

  private readonly problems: Problem[] = []
  private readonly macros = new Map<string, Macro>()
  private readonly apertures = new Map<number, Aperture>()
  private objects: DrawnObject[] = []
  private readonly blocks: OpenBlock[] = []
  private objectCount = 0
  private pointCount = 0

  private format: CoordinateFormat | undefined
  private unit: "mm" | "inch" | undefined
  private at: Point = { x: 0, y: 0 }
  private aperture: Aperture | undefined
  private interpolation: "linear" | "clockwise" | "counter-clockwise" = "linear"
  private multiQuadrant: boolean | undefined
  private polarity: "dark" | "clear" = "dark"
  private transform: Transform = identity
  private lastOperation = 2
  private region: { readonly line: number; readonly contours: Point[][]; current: Point[] } | undefined

  constructor(private readonly file: string) {}

  problem(kind: ProblemKind, line: number, message: string): void {
    if (this.problems.length < 200 && !this.problems.some((p) => p.kind === kind && p.message === message))
      this.problems.push({ kind, line, message })
  }

  setFormat(format: CoordinateFormat, line: number): void {
    if (this.format !== undefined) throw this.error(line, "the coordinate format is given twice")
    if (format.notation === "incremental" || format.zeros === "trailing-omitted")
      this.problem("deprecated", line, "incremental or trailing-zero coordinates are deprecated")
    this.format = format
  }

  setUnit(unit: "mm" | "inch", line: number): void {
    if (this.unit !== undefined && this.unit !== unit)
      throw this.error(line, "the unit changes within the file")
    this.unit = unit
  }

  setPolarity(polarity: "dark" | "clear"): void {
    this.polarity = polarity
  }

  setTransform(word: string, line: number): void {
    this.transforms.set(word.slice(0, 2), this.transforms.get(word.slice(0, 2)) ?? line)
    const value = word.slice(2)
    if (word.startsWith("LM")) {
      if (!/^(N|X|Y|XY)$/.test(value)) throw this.error(line, `${quote(word)} is no mirroring`)
      this.transform = { ...this.transform, mirrorX: value.includes("X"), mirrorY: value.includes("Y") }
      return
    }
    const number = Number(value)
    if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value) || (word.startsWith("LS") && (number <= 0 || number > 1e3)))
      throw this.error(line, `${quote(word)} has no usable number`)
    this.transform = word.startsWith("LR")
      ? { ...this.transform, rotationDeg: number }
      : { ...this.transform, scale: number }
  }

  defineMacro(macro: Macro): void {
    if (this.macros.size >= limits.apertures) throw this.error(macro.line, "too many macros")
    if (this.macros.has(macro.name)) throw this.error(macro.line, `macro ${macro.name} is defined twice`)
    this.macros.set(macro.name, macro)
  }

  defineAperture(word: string, line: number): void {
    if (this.unit === undefined) throw this.error(line, "an aperture comes before the unit (%MO)")
    if (this.apertures.size >= limits.apertures) throw this.error(line, "too many apertures")
    const { code, shape } = apertureDefinition(word, {
      file: this.file,
      line,
      unit: this.mmPerUnit(),
      macros: this.macros,
    })
    this.addAperture({ code, line, shape, attributes: new Map(this.attributes.aperture) })
    if (isZeroSize(shape)) this.problem("zero-size", line, `aperture D${code} has no size`)
  }

  apertureBlock(word: string, line: number): void {
    this.transforms.set("AB", this.transforms.get("AB") ?? line)
    if (word === "AB") {
      const block = this.blocks.pop()
      if (block?.kind !== "aperture" || block.code === undefined)
        throw this.error(line, "an aperture block is closed that was not open")
      const shape = { kind: "block", objects: this.objects } as const
      this.objects = block.outer
      this.addAperture({
        code: block.code,
        line: block.line,
        shape,
        attributes: new Map(this.attributes.aperture),
      })
      return
    }
    const code = /^ABD(\d{2,9})$/.exec(word)?.[1]
    if (code === undefined) throw this.error(line, `${quote(word)} is no aperture block`)
    this.openBlock({ kind: "aperture", line, outer: this.objects, code: Number(code) })
  }

  stepRepeat(word: string, line: number): void {
    this.transforms.set("SR", this.transforms.get("SR") ?? line)
    const open = this.blocks[this.blocks.length - 1]
    if (open?.kind === "repeat") this.closeRepeat()
    if (word === "SR" || /^SRX1Y1(I0(\.0*)?J0(\.0*)?)?$/.test(word)) return
    const match = /^SRX(\d{1,6})Y(\d{1,6})I(\d*\.?\d+)J(\d*\.?\d+)$/.exec(word)
    if (match === null) throw this.error(line, `${quote(word)} is no step and repeat`)
    const [nx, ny] = [Number(match[1]), Number(match[2])]
    const [dx, dy] = [Number(match[3]) * this.mmPerUnit(), Number(match[4]) * this.mmPerUnit()]
    if (nx < 1 || ny < 1) throw this.error(line, "step and repeat with no copies")
    this.openBlock({ kind: "repeat", line, outer: this.objects, repeat: { nx, ny, dx, dy } })
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
      this.select(data.d, line)
      return
    }
    if (selects) throw this.error(line, `${quote(word)} selects no aperture`)
    this.operate(data, line)
  }

  finish(text: string): void {
    const lastLine = text.split("\n").length
    if (this.region !== undefined) throw this.error(this.region.line, "a region (G36) is never closed")
    const open = this.blocks[this.blocks.length - 1]
    if (open?.kind === "aperture") throw this.error(open.line, "an aperture block is never closed")
    if (open !== undefined) this.closeRepeat()
    if (!this.ended) this.problem("no-end", lastLine, "the file does not end with M02*: it may be cut off")
    else if (!text.endsWith("\n")) this.problem("no-newline", lastLine, "no newline at the end of the file")
    if (this.format === undefined)
      throw this.error(undefined, "no coordinate format (%FS): not a Gerber X file")
  }

  image(): GerberImage {
    return {
      kind: "gerber",
      file: this.file,
      unit: this.unit ?? "mm",
      format: this.format as CoordinateFormat,
      objects: this.objects,
      apertures: this.apertures,
      macros: this.macros,
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
        this.region = { line, contours: [], current: [this.at] }
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
        this.setUnit(code === 71 ? "mm" : "inch", line)
        return false
      case 90:
      case 91:
        this.problem("deprecated", line, "G90 and G91 are deprecated commands")
        if (this.format !== undefined)
          this.format = { ...this.format, notation: code === 90 ? "absolute" : "incremental" }
        return false
      default:
        throw this.error(line, `G${code} is no Gerber command`)
    }
  }

  private select(code: number, line: number): void {
    const aperture = this.apertures.get(code)
    if (aperture === undefined) throw this.error(line, `aperture D${code} is used before it is defined`)
    this.aperture = aperture
  }

  private operate(data: DataWord, line: number): void {
    if (data.x === undefined && data.y === undefined && data.d === undefined) {
      if (data.i !== undefined || data.j !== undefined)
        throw this.error(line, "an arc offset without a line to draw")
      return
    }
    if (data.d === undefined && this.lastOperation !== 1)
      throw this.error(line, "a coordinate without D01, D02 or D03")
    if (data.d === undefined) this.problem("deprecated", line, "coordinates without D01 are deprecated")
    const operation = data.d ?? 1
    const to = this.target(data, line)
    if (operation === 1) this.draw(to, data, line)
    else if (operation === 2) {
      if (this.region !== undefined) {
        this.closeContour(line)
        this.region.current = [to]
      }
    } else if (operation === 3) this.flash(to, line)
    else throw this.error(line, `D0${operation} is no operation`)
    this.lastOperation = operation
    this.at = to
  }

  private target(data: DataWord, line: number): Point {
    const incremental = this.format?.notation === "incremental"
    const axis = (digits: string | undefined, current: number): number => {
      if (digits === undefined) return current
      const mm = this.mm(digits, line)
      return incremental ? current + mm : mm
    }
    return { x: axis(data.x, this.at.x), y: axis(data.y, this.at.y) }
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
        x: data.i === undefined ? 0 : this.mm(data.i, line),
        y: data.j === undefined ? 0 : this.mm(data.j, line),
      }
      const arc = arcGeometry(this.at, to, offset, this.interpolation === "clockwise", this.multiQuadrant)
      if (arc === undefined) throw this.error(line, "an arc whose ends do not lie on one circle")
      points = arcPoints(arc.centre, this.at, to, arc.sweep)
    }
    this.count(0, points.length, line)
    if (this.region !== undefined) {
      for (let i = 1; i < points.length; i++) this.region.current.push(points[i] as Point)
      return
    }
    const aperture = this.aperture
    if (aperture === undefined) throw this.error(line, "a line is drawn before an aperture is selected")
    const { shape } = aperture
    if (shape.kind === "block") throw this.error(line, "a line is drawn with a block")
    if (shape.kind !== "circle")
      this.problem("deprecated", line, `lines drawn with a ${shape.kind} aperture are deprecated`)
    const size =
      shape.kind === "circle" || shape.kind === "polygon"
        ? shape.diameter
        : shape.kind === "macro"
          ? 0
          : Math.min(shape.width, shape.height)
    this.add(
      {
        kind: "stroke",
        points,
        aperture,
        transform: this.transform,
        arc: this.interpolation !== "linear",
        width: size * this.transform.scale,
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

  private closeContour(line: number): void {
    const region = this.region
    if (region === undefined || region.current.length < 2) return
    const first = region.current[0] as Point
    const last = region.current[region.current.length - 1] as Point
    if (first.x !== last.x || first.y !== last.y)
      this.problem("syntax", line, "a region's contour does not end where it began")
    else region.current.pop()
    if (region.current.length >= 3) region.contours.push(region.current)
  }

  private closeRegion(line: number): void {
    if (this.region === undefined) throw this.error(line, "a region is closed (G37) that was not open")
    this.closeContour(line)
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

  private closeRepeat(): void {
    const block = this.blocks.pop()
    if (block?.repeat === undefined) return
    const { nx, ny, dx, dy } = block.repeat
    const copied = this.objects
    this.objects = block.outer
    for (let ix = 0; ix < nx; ix++)
      for (let iy = 0; iy < ny; iy++)
        for (const object of copied)
          this.add(placeObject(object, identity, { x: ix * dx, y: iy * dy }, false), block.line)
  }

  private openBlock(block: OpenBlock): void {
    if (this.blocks.length >= limits.nesting) throw this.error(block.line, "blocks are nested too deep")
    this.blocks.push(block)
    this.objects = []
  }

  private addAperture(aperture: Aperture): void {
    if (this.apertures.has(aperture.code))
      throw this.error(aperture.line, `aperture D${aperture.code} is defined twice`)
    this.apertures.set(aperture.code, aperture)
  }

  private add(object: DrawnObject, line: number): void {
    if (this.format === undefined)
      throw this.error(line, "something is drawn before the coordinate format (%FS)")
    this.count(1, object.kind === "region" ? 0 : 1, line)
    this.objects.push(object)
  }

  private count(objects: number, points: number, line: number): void {
    this.objectCount += objects
    this.pointCount += points
    if (this.objectCount > limits.gerberObjects || this.pointCount > limits.gerberPoints)
      throw this.error(line, "the layer draws more than this reader takes")
  }

  private mm(digits: string, line: number): number {
    if (this.format === undefined)
      throw this.error(line, "a coordinate comes before the coordinate format (%FS)")
    if (this.unit === undefined) throw this.error(line, "a coordinate comes before the unit (%MO)")
    return coordinateMm(digits, this.format, this.mmPerUnit(), this.file, line)
  }

  private mmPerUnit(): number {
    return this.unit === "inch" ? 25.4 : 1
  }

  private error(line: number | undefined, reason: string): ReadError {
    return new ReadError(this.file, line, reason)
  }
}
