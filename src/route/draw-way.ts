import { distance, nearestOnSegment, type Point } from "../geometry/point"
import { boxOf, depth, isTurned } from "../geometry/shape"
import { cellCentre, type Grid, layerAt, stepMm } from "./grid"
import type { MazeWay, Port } from "./maze"
import type { Position, RoutePath } from "./routes-file"
import { type Terminal, wellInsideMm, widePadMm } from "./terminals"
import { type TidyEnd, type TidyRules, tidy } from "./tidy"

/** Turns a way on the grid into paths and vias: one drawing a layer, split where the width changes. */

/** Names an end for the file's `from` and `to`. */
const nameOf = (terminal: Terminal): string =>
  terminal.kind === "pad" ? terminal.pad.name : terminal.kind === "via" ? "via" : "track"

/** Exact places a track may meet a terminal at, seen from the grid point it came by. */
function endAt(
  terminal: Terminal,
  port: Port,
  gridPoint: Point,
  partner: Point,
  along: readonly Point[],
): TidyEnd {
  if (terminal.kind === "via" || terminal.kind === "joint") return { places: [terminal.at], out: port.out }
  if (terminal.kind === "track") {
    const { a, b } = terminal
    const length = distance(a, b)
    const places = [partner, gridPoint, ...along]
      .map((p) => nearestOnSegment(p, a, b))
      .filter((p) => distance(p, a) >= 0.15 && distance(p, b) >= 0.15 && length > 0.3)
    return { places: dedupe(places.length > 0 ? places : [nearestOnSegment(gridPoint, a, b)]), out: port.out }
  }
  const { centre, shape } = terminal.pad
  if (isTurned(shape)) {
    const places = [gridPoint, ...along].filter((p) => depth(shape, p) > wellInsideMm - stepMm)
    return { places: places.length === 0 ? [centre] : dedupe(places), out: port.out }
  }
  const box = boxOf(shape)
  const [w, h] = [box.maxX - box.minX, box.maxY - box.minY]
  if (Math.min(w, h) > widePadMm)
    return { places: dedupe([gridPoint, ...inside(along, box, wellInsideMm)]), out: port.out }
  // A track straight from pad to pad may meet one of them a little off its middle rather than step.
  const places = [centre]
  if (Math.abs(partner.x - centre.x) < w / 5) places.push({ x: partner.x, y: centre.y })
  if (Math.abs(partner.y - centre.y) < h / 5) places.push({ x: centre.x, y: partner.y })
  return { places: dedupe(places), out: port.out }
}

/** Where a terminal is exactly, for the other end to line up with. */
const exactPlace = (terminal: Terminal, otherwise: Point): Point =>
  terminal.kind === "pad" ? terminal.pad.centre : terminal.kind === "track" ? otherwise : terminal.at

const inside = (points: readonly Point[], box: ReturnType<typeof boxOf>, margin: number): Point[] =>
  points.map((p) => ({
    x: Math.min(box.maxX - margin, Math.max(box.minX + margin, p.x)),
    y: Math.min(box.maxY - margin, Math.max(box.minY + margin, p.y)),
  }))

function dedupe(points: readonly Point[]): Point[] {
  return points.filter((p, i) => points.findIndex((q) => distance(p, q) < 1e-3) === i)
}

/** Bends of a grid way, and points between them, so that the drawing has places to choose from. */
function samples(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  const every = Math.max(3, Math.ceil(points.length / 50))
  points.forEach((p, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    const bend =
      before &&
      after &&
      (Math.abs(after.x - 2 * p.x + before.x) > 1e-6 || Math.abs(after.y - 2 * p.y + before.y) > 1e-6)
    if (bend || i % every === 0) kept.push(p)
  })
  return kept
}

export interface Drawn {
  readonly paths: RoutePath[]
  readonly vias: Position[]
}

export function draw(
  way: MazeWay,
  from: Terminal,
  to: Terminal,
  grid: Grid,
  base: Omit<TidyRules, "layer">,
): Drawn | undefined {
  const runs: { layer: number; points: Point[] }[] = []
  for (const step of way.steps) {
    const run = runs[runs.length - 1]
    const p = cellCentre(grid, step.cell)
    if (run?.layer === step.layer) run.points.push(p)
    else runs.push({ layer: step.layer, points: [p] })
  }
  const paths: RoutePath[] = []
  const vias: Position[] = []
  for (const [index, run] of runs.entries()) {
    const [first, last] = [run.points[0] as Point, run.points[run.points.length - 1] as Point]
    const rules: TidyRules = { ...base, layer: layerAt(run.layer) }
    const along = samples(run.points)
    const via = (p: Point): TidyEnd => ({ places: [p], out: 0xff })
    const start =
      index === 0 ? endAt(from, way.from, first, exactPlace(to, last), along.slice(0, 12)) : via(first)
    const end =
      index === runs.length - 1
        ? endAt(to, way.to, last, exactPlace(from, start.places[0] as Point), along.slice(-12))
        : via(last)
    if (index > 0) vias.push([first.x, first.y])
    if (run.points.length === 1 && index > 0 && index < runs.length - 1) continue
    const drawing = tidy(along, start, end, rules)
    if (!drawing) return undefined
    for (let i = 0; i < drawing.widths.length; ) {
      let j = i
      while (j + 1 < drawing.widths.length && drawing.widths[j + 1] === drawing.widths[i]) j++
      paths.push({
        from: i > 0 ? "track" : index === 0 ? nameOf(from) : "via",
        to: j + 1 < drawing.widths.length ? "track" : index === runs.length - 1 ? nameOf(to) : "via",
        layer: layerAt(run.layer),
        width: drawing.widths[i] as number,
        points: drawing.points.slice(i, j + 2).map((p): Position => [p.x, p.y]),
      })
      i = j + 1
    }
  }
  return { paths, vias }
}
