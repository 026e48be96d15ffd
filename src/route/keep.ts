import { distance, distanceToSegment, type Point } from "../geometry/point"
import { type BoardFacts, isPoured } from "./board-facts"
import { type CopperItem, netCopper, toPoint } from "./copper"
import { conflicts, joinedGroups, misfits } from "./fit"
import { pinPlaces } from "./lock"
import type { NetRoutes, Position, RoutePath } from "./routes-file"

/** What of a net's copper survives an edit: everything but the ends at pads that moved and whatever does not fit. */

/** How much of a track goes with its pad, beyond the pad's own move: room for a clean new approach. mm */
const approachMm = 1.5
/** Left-overs shorter than this are not worth keeping. mm */
const worthMm = 1.5

const lengthOf = (points: readonly Position[]): number =>
  points.reduce(
    (sum, p, i) => (i === 0 ? 0 : sum + distance(toPoint(points[i - 1] as Position), toPoint(p))),
    0,
  )

/**
 * Takes `mm` off the front of a polyline; cuts at a joint or corner where one is near that.
 * @param joints places where other copper of the net meets it.
 */
export function trimFront(
  points: readonly Position[],
  mm: number,
  joints: readonly Position[] = [],
): Position[] | undefined {
  const least = Math.max(mm / 2, mm - 1.5)
  let walked = 0
  for (let i = 1; i < points.length; i++) {
    const a = toPoint(points[i - 1] as Position)
    const b = toPoint(points[i] as Position)
    const length = distance(a, b)
    const joint = joints
      .map((at) => ({
        at,
        along: walked + distance(a, toPoint(at)),
        off: distanceToSegment(toPoint(at), a, b),
      }))
      .filter(({ along, off }) => off < 1e-3 && along > least && along < mm + 1)
      .sort((p, q) => p.along - q.along)[0]
    const atCorner = walked + length > least && walked + length < mm + 1 && i < points.length - 1
    if (joint || atCorner || walked + length >= mm) {
      const t = (mm - walked) / length
      const cut: Position = joint?.at ?? [
        Math.round((a.x + (b.x - a.x) * t) * 1e4) / 1e4,
        Math.round((a.y + (b.y - a.y) * t) * 1e4) / 1e4,
      ]
      const rest = atCorner && !joint ? points.slice(i) : [cut, ...points.slice(i)]
      return rest.length > 1 && lengthOf(rest) >= worthMm ? rest : undefined
    }
    walked += length
  }
  return undefined
}

interface Loose {
  readonly name: string
  readonly at: Point
  readonly movedMm: number
}

/** Pads the net was drawn for that are elsewhere now, or gone. */
function loosePads(net: string, drawn: NetRoutes, facts: BoardFacts): Loose[] {
  const now = pinPlaces(facts, net)
  return Object.entries(drawn.pads).flatMap(([name, position]) => {
    const at = toPoint(position)
    const place = now.get(name)
    if (!place) return [{ name, at, movedMm: 0 }]
    const movedMm = distance(place, at)
    return movedMm > 1e-3 ? [{ name, at, movedMm }] : []
  })
}

function releaseEnds(path: RoutePath, net: NetRoutes, loose: readonly Loose[]): RoutePath | undefined {
  const joints = [
    ...net.vias,
    ...net.paths
      .filter((other) => other !== path && other.layer === path.layer)
      .flatMap(({ points }) => [points[0] as Position, points[points.length - 1] as Position]),
  ]
  let points: Position[] | undefined = [...path.points]
  let { from, to } = path
  for (const pad of loose) {
    for (const end of ["from", "to"] as const) {
      if (!points) return undefined
      const first = end === "from"
      const at = toPoint((first ? points[0] : points[points.length - 1]) as Position)
      const named = (first ? path.from : path.to) === pad.name
      if (!named && distance(at, pad.at) > 0.3) continue
      const trimmed: Position[] | undefined = trimFront(
        first ? points : [...points].reverse(),
        approachMm + pad.movedMm,
        joints,
      )
      points = trimmed && (first ? trimmed : trimmed.reverse())
      if (first) from = "track"
      else to = "track"
    }
  }
  return points && { ...path, from, to, points }
}

/**
 * The part of a stale net's routes that still fits; the rest has to be laid again.
 * @param others copper that stays, of other nets.
 */
export function keepWhatFits(
  net: string,
  drawn: NetRoutes,
  facts: BoardFacts,
  others: readonly CopperItem[],
): NetRoutes {
  const loose = loosePads(net, drawn, facts)
  const released: NetRoutes = {
    ...drawn,
    paths: drawn.paths.flatMap((path) => releaseEnds(path, drawn, loose) ?? []),
  }
  const items = netCopper(net, released, facts.via.diameterMm)
  const bad = new Set(
    [...misfits(items, facts), ...conflicts(items, others, facts)].map((misfit) => misfit.item),
  )
  const badVias = new Set([...bad].filter((item) => item.kind === "via").map((item) => item.index))
  const fitting: NetRoutes = {
    ...released,
    paths: released.paths.flatMap((path, index) => {
      const own = items.filter((item) => item.kind === "track" && item.index === index)
      return fittingPieces(
        path,
        own.map((item) => !bad.has(item)),
      )
    }),
    vias: released.vias.filter((_, index) => !badVias.has(index)),
  }
  return isPoured(facts, net) ? fitting : dropOrphans(net, fitting, facts)
}

/** What is left of a path when segments that do not fit are taken out, with room to approach what is left. */
function fittingPieces(path: RoutePath, fits: readonly boolean[]): RoutePath[] {
  if (fits.every(Boolean)) return [path]
  const pieces: RoutePath[] = []
  const last = path.points.length - 1
  for (let i = 0; i < fits.length; i++) {
    if (!fits[i] || fits[i - 1]) continue
    let end = i
    while (fits[end + 1]) end++
    let points: Position[] | undefined = path.points.slice(i, end + 2)
    if (i > 0) points = trimFront(points, approachMm)
    if (end + 1 < last && points) points = trimFront([...points].reverse(), approachMm)?.reverse()
    if (points && lengthOf(points) >= worthMm)
      pieces.push({
        ...path,
        from: i > 0 ? "track" : path.from,
        to: end + 1 < last ? "track" : path.to,
        points,
      })
  }
  return pieces
}

/** Drops copper that hangs together with no pad of the net. */
export function dropOrphans(net: string, routes: NetRoutes, facts: BoardFacts): NetRoutes {
  const pads = facts.pads.filter((pad) => pad.net === net)
  const items = netCopper(net, routes, facts.via.diameterMm)
  const roots = joinedGroups([...pads, ...items.map(({ shape, layers }) => ({ shape, layers }))])
  const withPads = new Set(pads.map((_, i) => roots[i]))
  const stays = (kind: CopperItem["kind"], index: number): boolean =>
    items.some(
      (item, i) => item.kind === kind && item.index === index && withPads.has(roots[pads.length + i]),
    )
  return {
    ...routes,
    paths: routes.paths.filter((_, index) => stays("track", index)),
    vias: routes.vias.filter((_, index) => stays("via", index)),
  }
}
