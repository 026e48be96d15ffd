import type { DrillFile } from "./excellon/model"
import { hitRings } from "./excellon/shape"
import { type Polygon, type Ring, toMm } from "./geometry/polygon"

/**
 * SVG path data of polygons, for `fill-rule="evenodd"`: clear polarity and holes are already cut out. mm, y turned
 * down as SVG wants it (SVG y = -board y), `decimals` digits after the point (3 = micrometres).
 */
export function svgPath(polygons: readonly Polygon[], decimals = 3): string {
  const parts: string[] = []
  for (const { outer, holes } of polygons) {
    parts.push(ringPath(outer, decimals))
    for (const hole of holes) parts.push(ringPath(hole, decimals))
  }
  return parts.filter((part) => part !== "").join("")
}

/** SVG path data of holes and slots as the drill leaves them. Same frame as `svgPath`. */
export function svgDrillPath(drill: DrillFile, decimals = 3): string {
  return drill.hits.flatMap((hit) => hitRings(hit).map((ring) => ringPath(ring, decimals))).join("")
}

function ringPath(ring: Ring, decimals: number): string {
  const points: string[] = []
  let last = ""
  for (const { x, y } of ring) {
    const text = `${figure(toMm(x), decimals)} ${figure(-toMm(y), decimals)}`
    if (text !== last) points.push(text)
    last = text
  }
  if (points[0] === last && points.length > 1) points.pop()
  return points.length < 3 ? "" : `M${points.join("L")}Z`
}

function figure(value: number, decimals: number): string {
  const text = value.toFixed(decimals).replace(/\.?0+$/, "")
  return text === "-0" ? "0" : text
}
