import type { Point } from "../../../src/geometry/point"
import { found } from "./draft"

/** Replaces what must be there; every occurrence where the pattern is global. */
export function replaced(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to)
  if (after === text) throw new Error(`the file does not hold ${from}`)
  return after
}

/** The one name of a file that ends like this ("F_Cu.gtl"). */
export function nameEnding<T>(files: ReadonlyMap<string, T>, ending: string): string {
  return found(
    [...files.keys()].find((name) => name.endsWith(ending)),
    `file ${ending}`,
  )
}

/** A copy of the files with one changed. */
export function withFile<T>(
  files: ReadonlyMap<string, T>,
  ending: string,
  change: (content: T) => T,
): Map<string, T> {
  const name = nameEnding(files, ending)
  return new Map([...files].map(([key, content]) => [key, key === name ? change(content) : content]))
}

/** A Gerber file's lines, changed by place as one would in a text editor. mm. */
export class GerberLines {
  private lines: string[]

  constructor(text: string) {
    this.lines = text.split("\n")
  }

  text(): string {
    return this.lines.join("\n")
  }

  replaceAll(text: string): this {
    this.lines = text.split("\n")
    return this
  }

  /** The flash at a place. */
  private flash(at: Point): number {
    const index = this.lines.findIndex((line) => {
      const match = /^X(-?\d+)Y(-?\d+)D03\*$/.exec(line)
      return (
        match !== null && Math.hypot(Number(match[1]) / 1e6 - at.x, Number(match[2]) / 1e6 - at.y) < 0.002
      )
    })
    if (index < 0) throw new Error(`no flash at (${at.x}, ${at.y})`)
    return index
  }

  removeFlash(at: Point): this {
    this.lines.splice(this.flash(at), 1)
    return this
  }

  moveFlash(at: Point, dx: number, dy: number): this {
    this.lines[this.flash(at)] = `${xy({ x: at.x + dx, y: at.y + dy })}D03*`
    return this
  }

  /** Draws one object more at the end, with an aperture of its own ("C,0.6"). */
  draw(aperture: string, ...commands: readonly string[]): this {
    const last = this.lines.findLastIndex((line) => line.startsWith("%AD"))
    const code = Math.max(9, ...this.lines.flatMap((line) => Number(/^%ADD(\d+)/.exec(line)?.[1] ?? 0))) + 1
    this.lines.splice(last + 1, 0, `%ADD${code}${aperture}*%`)
    return this.atEnd(`D${code}*`, ...commands)
  }

  atEnd(...commands: readonly string[]): this {
    const end = this.lines.lastIndexOf("M02*")
    this.lines.splice(end, 0, ...commands)
    return this
  }

  /** Every coordinate moved: what another origin does. */
  mapPoints(change: (point: Point) => Point): this {
    this.lines.forEach((line, index) => {
      this.lines[index] = line.replace(/^X(-?\d+)Y(-?\d+)/, (_, x: string, y: string) =>
        xy(change({ x: Number(x) / 1e6, y: Number(y) / 1e6 })),
      )
    })
    return this
  }
}

/** A place as these files write it: mm with six decimals. */
export const xy = ({ x, y }: Point): string => `X${Math.round(x * 1e6)}Y${Math.round(y * 1e6)}`

export const flash = (at: Point): string => `${xy(at)}D03*`

export const line = (from: Point, to: Point): string[] => [`${xy(from)}D02*`, `${xy(to)}D01*`]
