import { create, type Font } from "fontkit"
import type { Loop, Mark, Shape, Vec2 } from "../model/body"
import { fontFile } from "../typeface/font"
import { doubleArea } from "./solid"

const thickness = 0.015
let opened: Font | undefined

function font(): Font {
  if (opened) return opened
  const face = create(fontFile(600))
  if (!("layout" in face)) throw new Error("the drawing font is a collection")
  opened = face
  return face
}

/** The text as flat shapes, one a piece of ink. */
export function letter(mark: Mark): Shape[] {
  const face = font()
  const run = face.layout(mark.text)
  const scale = mark.capHeight / face.capHeight
  const [cos, sin] = (
    [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const
  )[(mark.turnDeg ?? 0) / 90] ?? [1, 0]
  const shapes: Shape[] = []
  let pen = (-run.advanceWidth * scale) / 2
  run.glyphs.forEach((glyph, i) => {
    const place = ([x, y]: Vec2): Vec2 => {
      const [u, v] = [pen + x * scale, y * scale - mark.capHeight / 2]
      return [trim(mark.at[0] + cos * u - sin * v), trim(mark.at[1] + sin * u + cos * v)]
    }
    for (const { outline, holes } of pieces(contours(glyph.path.commands))) {
      shapes.push({
        name: `text ${mark.text}`,
        material: mark.material,
        outline: { kind: "polygon", points: outline.map(place) },
        holes: holes.map((hole): Loop => ({ kind: "polygon", points: hole.map(place) })),
        frame: { origin: [0, 0, mark.z], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
        length: thickness,
        marking: true,
      })
    }
    pen += (run.positions[i]?.xAdvance ?? glyph.advanceWidth) * scale
  })
  return shapes
}

/** A tenth of a micrometre: what is left of a font's curves must not differ between machines. */
const trim = (value: number): number => Math.round(value * 1e4) / 1e4 + 0

interface Command {
  readonly command: string
  readonly args: readonly number[]
}

/** A glyph's outlines as polygons, curves in four chords. */
function contours(commands: readonly Command[]): Vec2[][] {
  const out: Vec2[][] = []
  let current: Vec2[] = []
  const point = (args: readonly number[], i: number): Vec2 => [args[i * 2] ?? 0, args[i * 2 + 1] ?? 0]
  for (const { command, args } of commands) {
    const from = current.at(-1) ?? [0, 0]
    if (command === "moveTo") current = [point(args, 0)]
    else if (command === "lineTo") current.push(point(args, 0))
    else if (command === "quadraticCurveTo") {
      for (let k = 1; k <= 4; k++) current.push(quadratic(from, point(args, 0), point(args, 1), k / 4))
    } else if (command === "bezierCurveTo") {
      for (let k = 1; k <= 4; k++)
        current.push(cubic(from, point(args, 0), point(args, 1), point(args, 2), k / 4))
    } else if (command === "closePath") {
      if (current.length > 3) out.push(withoutRepeats(current))
      current = []
    }
  }
  return out.filter((contour) => contour.length >= 3)
}

function withoutRepeats(points: readonly Vec2[]): Vec2[] {
  return points.filter(([x, y], i) => {
    const next = points[(i + 1) % points.length] as Vec2
    return next[0] !== x || next[1] !== y
  })
}

function quadratic(a: Vec2, b: Vec2, c: Vec2, t: number): Vec2 {
  const [p, q, r] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
  return [p * a[0] + q * b[0] + r * c[0], p * a[1] + q * b[1] + r * c[1]]
}

function cubic(a: Vec2, b: Vec2, c: Vec2, d: Vec2, t: number): Vec2 {
  const s = 1 - t
  const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return [p * a[0] + q * b[0] + r * c[0] + u * d[0], p * a[1] + q * b[1] + r * c[1] + u * d[1]]
}

/** Sorts outlines into pieces of ink and the holes in them: a hole runs the other way round than its piece. */
function pieces(outlines: readonly Vec2[][]): { outline: Vec2[]; holes: Vec2[][] }[] {
  const largest = outlines.reduce(
    (best, o) => (Math.abs(doubleArea(o)) > Math.abs(doubleArea(best)) ? o : best),
    [] as Vec2[],
  )
  const sense = Math.sign(doubleArea(largest))
  const inks = outlines
    .filter((o) => Math.sign(doubleArea(o)) === sense)
    .map((outline) => ({ outline, holes: [] as Vec2[][] }))
  for (const hole of outlines.filter((o) => Math.sign(doubleArea(o)) !== sense)) {
    const [first] = hole
    inks.find(({ outline }) => first !== undefined && inside(outline, first))?.holes.push(hole)
  }
  return inks
}

function inside(polygon: readonly Vec2[], [x, y]: Vec2): boolean {
  let odd = false
  polygon.forEach(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length] as Vec2
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
  })
  return odd
}
