import type { Polygon, Ring } from "../../read"

/** What a picture may lie beside the file it shows, in micrometres: a third of a pixel at the page's largest zoom. */
const toleranceUm = 2

/**
 * Path data of areas to look at, half as long as the exact one: corners that hardly turn are left out, and each is told
 * from the one before, in mm. y is turned down as SVG wants it; for `fill-rule="evenodd"`.
 */
export const areaPath = (polygons: readonly Polygon[]): string =>
  polygons.flatMap(({ outer, holes }) => [outer, ...holes].map(ringPath)).join("")

interface Um {
  readonly x: number
  readonly y: number
}

function ringPath(ring: Ring): string {
  const points = thinned(ring.map(({ x, y }) => ({ x: Math.round(x / 1000), y: -Math.round(y / 1000) })))
  const [first] = points
  if (first === undefined || points.length < 3) return ""
  let last = first
  const steps = points.slice(1).map((point) => {
    const step = pair(point.x - last.x, point.y - last.y)
    last = point
    return step
  })
  return `M${pair(first.x, first.y)}l${steps.map((step, i) => (i === 0 || step.startsWith("-") ? step : ` ${step}`)).join("")}z`
}

/** Leaves out corners while the straight line past them stays within the tolerance of each. */
function thinned(ring: readonly Um[]): Um[] {
  const kept: Um[] = []
  let skipped: Um[] = []
  for (const [index, point] of ring.entries()) {
    const next = ring[index + 1]
    const from = kept.at(-1)
    if (from !== undefined && next !== undefined) {
      const passed = [...skipped, point]
      if (passed.every((one) => offLine(one, from, next) <= toleranceUm)) {
        skipped = passed
        continue
      }
    }
    kept.push(point)
    skipped = []
  }
  return kept
}

function offLine(point: Um, from: Um, to: Um): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  const [px, py] = [point.x - from.x, point.y - from.y]
  if (length === 0) return Math.hypot(px, py)
  const along = (px * dx + py * dy) / length
  // Beyond either end it would be cut off.
  const beyond = Math.max(-along, along - length, 0)
  return Math.max(beyond, Math.abs(px * dy - py * dx) / length)
}

const pair = (x: number, y: number): string => {
  const second = figure(y)
  return `${figure(x)}${second.startsWith("-") ? "" : " "}${second}`
}

const figure = (um: number): string => String(um / 1000).replace(/^(-?)0\./, "$1.")
