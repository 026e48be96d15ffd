import { overhangMm, slantDeg } from "../check/copper/pad-entries"
import { underPartMm } from "../check/copper/under-parts"
import { viaInTextMm } from "../check/copper/via-in-text"
import { widthJumps } from "../check/copper/width-jumps"
import type { Track, Via } from "../circuit/copper"
import { padEntries } from "../circuit/pad-entries"
import { acuteJoints } from "../circuit/track-angles"
import { stepsOf } from "../circuit/track-steps"
import { distance, type Point } from "../geometry/point"
import { disc, gap } from "../geometry/shape"
import type { BoardFacts } from "./board-facts"
import { toPoint } from "./copper"
import type { NetRoutes, Position, RoutePath } from "./routes-file"

/** What the checks of copper would say of one net, by the same rules: the router wants what they want. */

/** Places where a person would draw a net's copper better. */
export function flawsOf(net: string, routes: NetRoutes, facts: BoardFacts): Point[] {
  const tracks = routes.paths.flatMap((path): Track[] =>
    path.points.slice(1).map((to, i) => ({
      kind: "track",
      net,
      layer: path.layer,
      widthMm: path.width,
      from: toPoint(path.points[i] as Position),
      to: toPoint(to),
    })),
  )
  const vias = routes.vias.map(([x, y]): Via => ({ kind: "via", net, x, y, ...facts.via }))
  const pads = facts.pads
    .filter((pad) => pad.net === net)
    .map(({ name, layers, shape, centre }) => ({ name, designator: name, layers, shape, net, ...centre }))
  const copper = { layers: facts.stack, pads, tracks, vias, pours: [], boardMm: 1.6 }
  const under = (facts.undersides ?? []).filter(({ layer, within }) => {
    const own = tracks.filter((track) => track.layer === layer)
    return own.reduce((mm, { from, to }) => mm + within(from, to), 0) > underPartMm
  })
  const inText = vias.filter((via) =>
    (facts.texts ?? []).some((text) => gap(disc(via, via.diameterMm), text) < -viaInTextMm),
  )
  return [
    ...stepsOf(copper).map(({ at }) => at),
    ...padEntries(copper)
      .filter((entry) => entry.slantDeg > slantDeg || entry.overMm > overhangMm)
      .map(({ at }) => at),
    ...acuteJoints(copper).map(({ at }) => at),
    ...widthJumps({ copper }).findings.flatMap(({ at }) => (at === undefined ? [] : [at])),
    ...under.map(({ at }) => at),
    ...inText,
  ]
}

/** A net's copper without what is within `reach` of a place, mm: the rest keeps its lines. */
export function cutAround(routes: NetRoutes, places: readonly Point[], reach: number): NetRoutes {
  const near = (p: Point): boolean => places.some((at) => distance(p, at) < reach)
  return {
    ...routes,
    paths: routes.paths.flatMap((path) => outside(path, near)),
    vias: routes.vias.filter((via) => !near(toPoint(via))),
  }
}

/** As fine as ends of what is left are placed, mm. */
const grainMm = 0.1
/** Shorter left-overs are in the way of a clean drawing. mm */
const worthMm = 1

function outside(path: RoutePath, near: (p: Point) => boolean): RoutePath[] {
  const fine = path.points.flatMap((end, i): Position[] => {
    const start = path.points[i - 1]
    if (start === undefined) return [end]
    const n = Math.max(1, Math.ceil(distance(toPoint(start), toPoint(end)) / grainMm))
    return Array.from({ length: n }, (_, k): Position => {
      const t = (k + 1) / n
      const at = (a: number, b: number): number => Math.round((a + (b - a) * t) * 1e4) / 1e4
      return k + 1 === n ? end : [at(start[0], end[0]), at(start[1], end[1])]
    })
  })
  if (!fine.some((p) => near(toPoint(p)))) return [path]
  const pieces: Position[][] = []
  let open: Position[] | undefined
  for (const p of fine) {
    if (near(toPoint(p))) open = undefined
    else if (open === undefined) {
      open = [p]
      pieces.push(open)
    } else open.push(p)
  }
  const corners = new Set(path.points.map(String))
  return pieces.flatMap((piece) => {
    const points = piece.filter((p, i) => i === 0 || i === piece.length - 1 || corners.has(String(p)))
    const mm = points
      .slice(1)
      .reduce((sum, p, i) => sum + distance(toPoint(points[i] as Position), toPoint(p)), 0)
    if (points.length < 2 || mm < worthMm) return []
    const [from, to] = [points[0] === path.points[0], points.at(-1) === path.points.at(-1)]
    return [{ ...path, points, from: from ? path.from : "track", to: to ? path.to : "track" }]
  })
}
