import type { Point } from "../geometry/point"
import { boxOfPoints, ringOf } from "../geometry/shape"
import { formatNet, type RoutesFile } from "../route/routes-file"
import type { Judged } from "./route-bench"

const scale = 14
const colours = { top: "#c0392b", bottom: "#2471a3" } as const

/** Both coppers of a board before and after an edit, side by side: what was laid again strong, the rest pale. */
export function routePicture(before: Judged, after: Judged): string {
  const nets = [...new Set([...Object.keys(before.routes.nets), ...Object.keys(after.routes.nets)])]
  const text = ({ nets: all }: RoutesFile, net: string): string => {
    const own = all[net]
    return own === undefined ? "" : formatNet({ ...own, pads: {} })
  }
  const changed = new Set(nets.filter((net) => text(before.routes, net) !== text(after.routes, net)))
  const places = [before, after].flatMap(({ routes }) =>
    [...changed].flatMap((net) =>
      differing(routes, net === after.facts.pour.net ? [] : [net], [before, after]),
    ),
  )
  const { minX, minY, maxX, maxY } = boxOfPoints(places.length > 0 ? places : after.facts.outline)
  const [x, y, w, h] = [minX - 2, minY - 2, maxX - minX + 4, maxY - minY + 4]
  const half = (one: Judged, at: number): string =>
    `<svg aria-hidden="true" x="${at}" width="${(w * scale).toFixed(0)}" height="${(h * scale).toFixed(0)}" viewBox="${x.toFixed(2)} ${(-y - h).toFixed(2)} ${w.toFixed(2)} ${h.toFixed(2)}"><g transform="scale(1 -1)">${drawn(one, changed)}</g></svg>`
  const width = Math.round(w * scale)
  const height = Math.round(h * scale)
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="copper before and after" width="${2 * width + 20}" height="${height}" style="background:#fff">${half(before, 0)}${half(after, width + 20)}</svg>\n`
}

/** Points of the nets' paths that are not in both. */
function differing(routes: RoutesFile, nets: readonly string[], sides: readonly Judged[]): Point[] {
  return nets.flatMap((net) =>
    (routes.nets[net]?.paths ?? [])
      .filter((path) => {
        const same = (side: Judged): boolean =>
          (side.routes.nets[net]?.paths ?? []).some((other) => other.points.join() === path.points.join())
        return !sides.every(same)
      })
      .flatMap((path) => path.points.map(([px, py]) => ({ x: px, y: py }))),
  )
}

const f = (value: number): string => String(Math.round(value * 1000) / 1000)
const ring = (points: readonly Point[]): string => `M${points.map((p) => `${f(p.x)} ${f(p.y)}`).join("L")}Z`

function drawn({ facts, routes }: Judged, changed: ReadonlySet<string>): string {
  const parts: string[] = [
    `<path d="${ring(facts.outline)}" fill="#f4f1e8" stroke="#888" stroke-width=".1"/>`,
  ]
  for (const pad of facts.pads)
    parts.push(
      `<path d="${ring(ringOf(pad.shape, 0.05))}" fill="${pad.layers.includes("top") ? "#d9b38c" : "#b9cbd9"}"/>`,
    )
  for (const layer of ["bottom", "top"] as const)
    for (const strong of [false, true])
      for (const [net, own] of Object.entries(routes.nets)) {
        if (changed.has(net) !== strong) continue
        for (const path of own.paths)
          if (path.layer === layer)
            parts.push(
              `<path d="M${path.points.map(([px, py]) => `${f(px)} ${f(py)}`).join("L")}" fill="none" stroke="${colours[layer]}" stroke-width="${path.width}" stroke-linecap="round" stroke-linejoin="round" opacity="${strong ? 0.9 : 0.3}"/>`,
            )
      }
  for (const [net, own] of Object.entries(routes.nets))
    for (const [px, py] of own.vias)
      parts.push(
        `<circle cx="${f(px)}" cy="${f(py)}" r="${facts.via.diameterMm / 2}" fill="#333" opacity="${changed.has(net) && net !== facts.pour.net ? 1 : 0.3}"/>`,
      )
  return parts.join("")
}
