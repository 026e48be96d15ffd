import type { Point, Side } from "../../model/place"
import { lengthMm } from "../frame"

/** Why an element of the source cannot be built, in words that end a sentence "a smtpad ...". */
export class NotDrawn extends Error {}

/** The properties of one element, read strictly: what is not read by the end is not known, and refused. */
export class Props {
  private readonly read = new Set<string>()

  constructor(private readonly props: Readonly<Record<string, unknown>>) {}

  private take(name: string): unknown {
    this.read.add(name)
    return this.props[name]
  }

  has(name: string): boolean {
    return this.props[name] !== undefined
  }

  /** Of no meaning for what is drawn. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.read.add(name)
  }

  optionalLength(name: string): number | undefined {
    const value = this.take(name)
    if (value === undefined) return undefined
    const mm = lengthMm(value)
    if (mm === undefined || !Number.isFinite(mm))
      throw new NotDrawn(`has the ${name} ${JSON.stringify(value)}: write a number of mm`)
    return mm
  }

  length(name: string): number {
    const mm = this.optionalLength(name)
    if (mm === undefined) throw new NotDrawn(`has no ${name}`)
    return mm
  }

  /** A length that is more than nothing. */
  size(name: string): number {
    const mm = this.length(name)
    if (mm <= 0) throw new NotDrawn(`has a ${name} of ${mm} mm`)
    return mm
  }

  /** Counter-clockwise degrees: 30, "30deg". */
  angle(name: string): number {
    const value = this.take(name)
    if (value === undefined) return 0
    const deg = Number(/^\s*(-?[\d.]+)\s*(?:deg)?\s*$/.exec(String(value))?.[1] ?? Number.NaN)
    if (Number.isNaN(deg))
      throw new NotDrawn(`has the ${name} ${JSON.stringify(value)}: write a number of degrees`)
    return deg
  }

  text(name: string): string | undefined {
    const value = this.take(name)
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined
  }

  /** Names that a pad is known by. */
  hints(): string[] {
    const value = this.take("portHints")
    return Array.isArray(value) ? value.map(String) : []
  }

  flag(name: string): boolean {
    return this.take(name) === true
  }

  /** Of one value alone, which it has unless said. */
  only(name: string, value: boolean): void {
    const given = this.take(name)
    if (given !== undefined && given !== value)
      throw new NotDrawn(`has ${name}={${JSON.stringify(given)}}, which is not built: leave it out`)
  }

  side(name = "layer"): Side {
    const value = this.take(name) ?? "top"
    if (value === "top" || value === "bottom") return value
    throw new NotDrawn(`is on the layer ${JSON.stringify(value)}: it has its place on top or bottom`)
  }

  points(name: string): Point[] {
    const value = this.take(name)
    if (!Array.isArray(value)) throw new NotDrawn(`has no ${name}`)
    return value.map((one: unknown) => {
      const { x, y } = (one ?? {}) as { x?: unknown; y?: unknown }
      const [px, py] = [lengthMm(x), lengthMm(y)]
      if (px === undefined || py === undefined)
        throw new NotDrawn(`has a point ${JSON.stringify(one)} in its ${name}: write { x: 1, y: 2 }`)
      return { x: px, y: py }
    })
  }

  /** Where the element is in its frame. */
  place(): Point {
    return { x: this.optionalLength("pcbX") ?? 0, y: this.optionalLength("pcbY") ?? 0 }
  }

  /** @throws NotDrawn for a property that nobody has read: it would be lost without a word. */
  end(): void {
    const unknown = Object.keys(this.props).filter(
      (name) => !this.read.has(name) && this.props[name] !== undefined && !/^(key|children)$/.test(name),
    )
    if (unknown.length > 0)
      throw new NotDrawn(`has ${unknown.join(", ")}, which is not built: leave it out, or say it another way`)
  }
}
