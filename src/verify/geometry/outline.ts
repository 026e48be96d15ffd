import type { DrawnObject, GerberImage, Point } from "../../read"
import { areaMm2, type Polygon, type Ring } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { counterClockwise, ringFromMm, union } from "../../read/geometry/polygon"

/** The board's outline as drawn: closed contours along the middle of the lines, and what does not close. */
export interface Outline {
  /** Closed contours, largest first. mm. */
  readonly contours: readonly (readonly Point[])[]
  /** Ends of lines that meet no other line. */
  readonly openEnds: readonly Point[]
  /** Lines that go straight from side to side of the board: V-cuts of a panel. */
  readonly scores: readonly Score[]
  /** Ends where more than two lines meet. */
  readonly branches: readonly Point[]
  readonly lineWidths: readonly number[]
  /** Flashes and filled areas, which are no outline. */
  readonly foreign: readonly DrawnObject[]
  /** The board: the largest contour less the contours within. Empty if nothing closes. */
  readonly board: readonly Polygon[]
}

export interface Score {
  readonly from: Point
  readonly to: Point
  /** The file calls it a V-cut (`Other,V-cut`: no function of the specification is one for lines of the profile). */
  readonly said: boolean
}

/** Ends closer than this belong together: Gerber coordinates are rounded, not drawn by hand. */
const joinMm = 0.002

/** Chains the lines of the outline layer. */
export function traceOutline(image: GerberImage): Outline {
  const lines: (readonly Point[])[] = []
  const said = new Set<readonly Point[]>()
  const contours: Point[][] = []
  const foreign: DrawnObject[] = []
  const widths = new Set<number>()
  for (const object of image.objects) {
    if (object.kind === "stroke" && object.polarity === "dark") {
      widths.add(object.width)
      const [first, last] = [object.points[0] as Point, object.points[object.points.length - 1] as Point]
      if (object.points.length > 2 && same(first, last)) contours.push(object.points.slice(0, -1))
      else if (!same(first, last)) lines.push(object.points)
      const [kind, words = ""] = object.aperture.attributes.get(".AperFunction") ?? []
      if (kind === "Other" && /^v-?(cut|score)$/i.test(words)) said.add(object.points)
    } else if (object.kind === "region" && object.polarity === "dark")
      for (const contour of object.contours) contours.push([...contour])
    else foreign.push(object)
  }
  const { closed, openEnds, branches } = chain(lines)
  contours.push(...closed)
  const sized = contours
    .map((contour) => ({ contour, ring: counterClockwise(ringFromMm(contour)) }))
    .map((entry) => ({ ...entry, area: areaMm2([{ outer: entry.ring, holes: [] }]) }))
    .sort((a, b) => b.area - a.area)
  const [outer, ...inner] = sized.map(({ ring }) => ring)
  const scores = scoresAmong(lines, openEnds, sized[0]?.contour ?? []).map(
    ({ line, ...score }): Score => ({ ...score, said: said.has(line) }),
  )
  return {
    contours: sized.map(({ contour }) => contour),
    openEnds: openEnds.filter((end) => !scores.some(({ from, to }) => same(from, end) || same(to, end))),
    scores,
    branches,
    lineWidths: [...widths].sort((a, b) => a - b),
    foreign,
    board: outer === undefined ? [] : union([outer, ...inner.map((ring): Ring => ring.slice().reverse())]),
  }
}

/** Lines that meet no other and go across the box of a contour, or stick out of it. */
function scoresAmong(
  lines: readonly (readonly Point[])[],
  openEnds: readonly Point[],
  contour: readonly Point[],
) {
  const { minX, maxX, minY, maxY } = boxOf(contour)
  return lines.flatMap((line) => {
    const [a, b, more] = line
    if (a === undefined || b === undefined || more !== undefined) return []
    if (![a, b].every((end) => openEnds.some((open) => same(open, end)))) return []
    const [from, to] = a.x + a.y < b.x + b.y ? [a, b] : [b, a]
    const isAcross = Math.abs(from.y - to.y) < joinMm && from.x < minX + joinMm && to.x > maxX - joinMm
    const isUp = Math.abs(from.x - to.x) < joinMm && from.y < minY + joinMm && to.y > maxY - joinMm
    return isAcross || isUp ? [{ from, to, line }] : []
  })
}

function chain(lines: readonly (readonly Point[])[]) {
  const ends = new Map<string, { point: Point; at: number[] }>()
  const endAt = (point: Point): { point: Point; at: number[] } => {
    const [cx, cy] = [Math.round(point.x / joinMm), Math.round(point.y / joinMm)]
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const found = ends.get(`${cx + dx} ${cy + dy}`)
        if (found !== undefined && same(found.point, point)) return found
      }
    const made = { point, at: [] }
    ends.set(`${cx} ${cy}`, made)
    return made
  }
  const joints = lines.map((line, i) => {
    const pair = [endAt(line[0] as Point), endAt(line[line.length - 1] as Point)] as const
    pair[0].at.push(i)
    pair[1].at.push(i)
    return pair
  })
  const used = new Set<number>()
  const closed: Point[][] = []
  for (let start = 0; start < lines.length; start++) {
    if (used.has(start)) continue
    const path: Point[] = []
    let index: number | undefined = start
    let entry = joints[start]?.[0]
    const first = entry
    while (index !== undefined) {
      used.add(index)
      const line = lines[index] as readonly Point[]
      const pair = joints[index] as (typeof joints)[number]
      const forward: boolean = pair[0] === entry
      for (const point of forward ? line.slice(0, -1) : line.slice(1).reverse()) path.push(point)
      entry = forward ? pair[1] : pair[0]
      if (entry === first) break
      index = entry.at.find((candidate) => !used.has(candidate))
    }
    if (entry === first && path.length > 2) closed.push(path)
  }
  const all = [...ends.values()]
  return {
    closed,
    openEnds: all.filter(({ at }) => at.length === 1).map(({ point }) => point),
    branches: all.filter(({ at }) => at.length > 2).map(({ point }) => point),
  }
}

function same(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) <= joinMm && Math.abs(a.y - b.y) <= joinMm
}
