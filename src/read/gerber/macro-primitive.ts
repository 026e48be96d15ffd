import { circlePoints } from "../geometry/arc"
import type { Point } from "../geometry/point"
import { limits } from "../limits"
import type { MacroPart } from "./model"

/** Codes of the primitives this reader knows; 2, 6 and 22 are deprecated but met. */
export const primitiveCodes = [1, 2, 4, 5, 6, 7, 20, 21, 22] as const
export type MacroPrimitiveCode = (typeof primitiveCodes)[number]

/**
 * The rings of one macro primitive in mm (Gerber format, section 4.5.1). `unit` = mm per file unit. Throws a plain
 * `SyntaxError` for impossible values.
 */
export function macroPrimitive(code: MacroPrimitiveCode, v: readonly number[], unit: number): MacroPart[] {
  const value = (index: number): number => {
    const found = v[index]
    if (found === undefined) throw new SyntaxError(`primitive ${code} has ${v.length} values, too few`)
    return found
  }
  const length = (index: number): number => bounded(value(index) * unit)
  const size = (index: number): number => {
    if (value(index) < 0) throw new SyntaxError(`primitive ${code} has a negative size`)
    return length(index)
  }
  const exposure = (): boolean => {
    const flag = value(0)
    if (flag !== 0 && flag !== 1) throw new SyntaxError(`primitive ${code} has exposure ${flag}`)
    return flag === 1
  }
  const turned = (points: readonly Point[], index: number): Point[] => rotate(points, v[index] ?? 0)

  switch (code) {
    case 1: {
      const centre = rotate([{ x: length(2), y: length(3) }], v[4] ?? 0)[0]
      return centre === undefined
        ? []
        : [{ exposure: exposure(), rings: [circlePoints(centre, size(1) / 2)] }]
    }
    case 2:
    case 20: {
      const from = { x: length(2), y: length(3) }
      const to = { x: length(4), y: length(5) }
      return [{ exposure: exposure(), rings: [turned(lineRing(from, to, size(1)), 6)] }]
    }
    case 21: {
      const [w, h, x, y] = [size(1), size(2), length(3), length(4)]
      return [{ exposure: exposure(), rings: [turned(box(x - w / 2, y - h / 2, w, h), 5)] }]
    }
    case 22: {
      const [w, h, x, y] = [size(1), size(2), length(3), length(4)]
      return [{ exposure: exposure(), rings: [turned(box(x, y, w, h), 5)] }]
    }
    case 4: {
      const count = value(1)
      if (!Number.isInteger(count) || count < 2 || count > limits.arcPoints * 10)
        throw new SyntaxError(`primitive 4 has ${count} corners`)
      const points: Point[] = []
      for (let i = 0; i <= count; i++) points.push({ x: length(2 + 2 * i), y: length(3 + 2 * i) })
      const first = points[0] as Point
      const last = points[points.length - 1] as Point
      if (Math.hypot(first.x - last.x, first.y - last.y) > 1e-4)
        throw new SyntaxError("primitive 4 does not end where it began")
      return [{ exposure: exposure(), rings: [turned(points.slice(0, -1), 4 + 2 * count)] }]
    }
    case 5: {
      const centre = { x: length(2), y: length(3) }
      return [{ exposure: exposure(), rings: [turned(regularPolygon(centre, size(4), value(1), 0), 5)] }]
    }
    case 6:
      return moire(v, length)
    case 7:
      return thermal({ x: length(0), y: length(1) }, size(2), size(3), size(4), v[5] ?? 0)
  }
}

/** Corners of a regular polygon with `diameter` across its corners, the first on the x axis before rotation. */
export function regularPolygon(
  centre: Point,
  diameter: number,
  vertices: number,
  rotationDeg: number,
): Point[] {
  if (!Number.isInteger(vertices) || vertices < 3 || vertices > 12)
    throw new SyntaxError(`a polygon with ${vertices} corners`)
  const points: Point[] = []
  for (let i = 0; i < vertices; i++) {
    const angle = (rotationDeg / 180 + (2 * i) / vertices) * Math.PI
    points.push({
      x: centre.x + (diameter / 2) * Math.cos(angle),
      y: centre.y + (diameter / 2) * Math.sin(angle),
    })
  }
  return points
}

/** Turns points about the macro's origin. Quarter turns are exact. */
export function rotate(points: readonly Point[], deg: number): Point[] {
  const turn = ((deg % 360) + 360) % 360
  if (turn === 0) return points.slice()
  const quarter = { 90: [0, 1], 180: [-1, 0], 270: [0, -1] }[turn]
  const [cos = 1, sin = 0] = quarter ?? [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  return points.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }))
}

function box(x: number, y: number, w: number, h: number): Point[] {
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ]
}

/** A straight line with square ends cut at its end points. */
function lineRing(from: Point, to: Point, width: number): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return []
  const nx = (-(to.y - from.y) / length) * (width / 2)
  const ny = ((to.x - from.x) / length) * (width / 2)
  return [
    { x: from.x - nx, y: from.y - ny },
    { x: to.x - nx, y: to.y - ny },
    { x: to.x + nx, y: to.y + ny },
    { x: from.x + nx, y: from.y + ny },
  ]
}

/** A ring cut by a cross of `gap`: drawn as ring, minus its inside, minus the two bars. */
function thermal(centre: Point, outer: number, inner: number, gap: number, deg: number): MacroPart[] {
  if (outer <= inner) throw new SyntaxError("primitive 7 has an inner diameter not below the outer")
  if (gap >= outer / Math.SQRT2) throw new SyntaxError("primitive 7 has a gap as large as itself")
  const bars = [
    box(centre.x - outer, centre.y - gap / 2, 2 * outer, gap),
    box(centre.x - gap / 2, centre.y - outer, gap, 2 * outer),
  ]
  const turnedCentre = rotate([centre], deg)[0] as Point
  const parts: MacroPart[] = [{ exposure: true, rings: [circlePoints(turnedCentre, outer / 2)] }]
  if (inner > 0) parts.push({ exposure: false, rings: [circlePoints(turnedCentre, inner / 2)] })
  if (gap > 0) parts.push({ exposure: false, rings: bars.map((bar) => rotate(bar, deg)) })
  return parts
}

function moire(v: readonly number[], length: (index: number) => number): MacroPart[] {
  const centre = { x: length(0), y: length(1) }
  const [outer, thickness, gap, crossWidth, crossLength] = [2, 3, 4, 6, 7].map(length) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const rings = Math.min(100, v[5] ?? 0)
  const parts: MacroPart[] = []
  for (let i = 0, d = outer; i < rings && d > 0; i++, d -= 2 * (thickness + gap)) {
    parts.push({ exposure: true, rings: [circlePoints(centre, d / 2)] })
    if (d - 2 * thickness > 0)
      parts.push({ exposure: false, rings: [circlePoints(centre, d / 2 - thickness)] })
  }
  const bars = [
    box(centre.x - crossLength / 2, centre.y - crossWidth / 2, crossLength, crossWidth),
    box(centre.x - crossWidth / 2, centre.y - crossLength / 2, crossWidth, crossLength),
  ]
  parts.push({ exposure: true, rings: bars })
  return parts.map((part) => ({ ...part, rings: part.rings.map((ring) => rotate(ring, v[8] ?? 0)) }))
}

function bounded(mm: number): number {
  if (Math.abs(mm) > limits.coordinateMm) throw new SyntaxError(`${mm} mm is no size on a board`)
  return mm
}
