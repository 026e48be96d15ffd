import { type GerberImage, readGerber } from "../../src/read"

/** What the legend files really draw, and plain geometry to judge it with. mm, board frame, seen from the top. */

export interface Spot {
  readonly x: number
  readonly y: number
}

/** One drawn line with round ends. */
export interface Ink {
  readonly from: Spot
  readonly to: Spot
  readonly width: number
}

/** Axis-parallel, or a circle in its box. */
export interface Shape {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly round?: boolean
}

export type SideName = "top" | "bottom"

function image(files: ReadonlyMap<string, string>, ending: string): GerberImage {
  for (const [name, text] of files) if (name.endsWith(ending)) return readGerber(text, name)
  throw new Error(`no ${ending}`)
}

export function readInk(files: ReadonlyMap<string, string>, side: SideName): Ink[] {
  const legend = image(files, side === "top" ? "-F_Silkscreen.gto" : "-B_Silkscreen.gbo")
  return legend.objects.flatMap((object) => {
    if (object.kind !== "stroke") throw new Error(`the ${side} legend has a ${object.kind}`)
    return object.points
      .slice(1)
      .map((to, index) => ({ from: object.points[index] ?? to, to, width: object.width }))
  })
}

export function readOpenings(files: ReadonlyMap<string, string>, side: SideName): Shape[] {
  const mask = image(files, side === "top" ? "-F_Mask.gts" : "-B_Mask.gbs")
  return mask.objects.map((object) => {
    if (object.kind !== "flash") throw new Error(`the ${side} mask has a ${object.kind}`)
    const { shape } = object.aperture
    if (shape.kind === "circle")
      return { ...object.at, width: shape.diameter, height: shape.diameter, round: true }
    if (shape.kind !== "rectangle") throw new Error(`the ${side} mask has a ${shape.kind}`)
    return { ...object.at, width: shape.width, height: shape.height }
  })
}

export function pointToLine(point: Spot, from: Spot, to: Spot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / square
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy)
}

function linesCross(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const turn = (p: Spot, q: Spot, r: Spot) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** Beyond 2 mm a lower bound, which is quicker and as good. */
function lineToLine(a: Spot, b: Spot, c: Spot, d: Spot): number {
  const middles = Math.hypot(a.x + b.x - c.x - d.x, a.y + b.y - c.y - d.y)
  const reach = (middles - Math.hypot(a.x - b.x, a.y - b.y) - Math.hypot(c.x - d.x, c.y - d.y)) / 2
  if (reach > 2) return reach
  if (linesCross(a, b, c, d)) return 0
  return Math.min(pointToLine(a, c, d), pointToLine(b, c, d), pointToLine(c, a, b), pointToLine(d, a, b))
}

/** Free space between two inked lines; negative where they overlap. */
export const inkGap = (a: Ink, b: Ink): number =>
  lineToLine(a.from, a.to, b.from, b.to) - (a.width + b.width) / 2

export const inkToPoint = (ink: Ink, point: Spot): number =>
  pointToLine(point, ink.from, ink.to) - ink.width / 2

export function inkToLine(ink: Ink, from: Spot, to: Spot): number {
  return lineToLine(ink.from, ink.to, from, to) - ink.width / 2
}

/** Free space between an inked line and a shape; negative where they overlap. */
export function inkToShape(ink: Ink, shape: Shape): number {
  if (shape.round) return inkToPoint(ink, shape) - shape.width / 2
  const [x, y] = [shape.width / 2, shape.height / 2]
  const inside = ({ from }: Ink) => Math.abs(from.x - shape.x) < x && Math.abs(from.y - shape.y) < y
  if (inside(ink)) return -ink.width / 2
  const corner = (sx: number, sy: number) => ({ x: shape.x + sx * x, y: shape.y + sy * y })
  const corners = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
  return Math.min(...corners.map((at, index) => inkToLine(ink, at, corners[(index + 1) % 4] ?? at)))
}

/** Whether a line lies within a box; a box has no width to spare. */
export function within(ink: Ink, box: Shape): boolean {
  return [ink.from, ink.to].every(
    ({ x, y }) => Math.abs(x - box.x) <= box.width / 2 && Math.abs(y - box.y) <= box.height / 2,
  )
}

export function nearest<T>(things: readonly T[], distance: (thing: T) => number): T {
  const [first, ...rest] = things
  if (first === undefined) throw new Error("nothing to choose from")
  return rest.reduce((best, thing) => (distance(thing) < distance(best) ? thing : best), first)
}

/** The smallest of many, with what it belongs to. */
export function least<T>(
  things: readonly T[],
  distance: (thing: T) => number,
): { readonly thing: T; readonly distance: number } {
  const thing = nearest(things, distance)
  return { thing, distance: distance(thing) }
}
