import type { BoardFacts } from "./board-facts"
import { netCopper } from "./copper"
import type { NetRoutes, Position, RoutePath } from "./routes-file"
import { freeEnds } from "./terminals"

/** Puts a net's paths in order after something was taken away or added: no dead ends, no needless splits. */

const sameAt = (a: Position, b: Position): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-3

/** Takes off dead ends (tracks that end nowhere, vias that join nothing) until there are none. */
export function dropDeadEnds(net: string, routes: NetRoutes, facts: BoardFacts): NetRoutes {
  const pads = facts.pads.filter((pad) => pad.net === net)
  let current = routes
  for (let round = 0; round < 50; round++) {
    const items = netCopper(net, current, facts.via.diameterMm)
    const ends = freeEnds(current, pads, items)
    const end = ends[0]
    const idleVia = current.vias.findIndex((via) => {
      const layers = new Set(
        current.paths.filter((path) => onPath(path, via, facts.via.diameterMm / 2)).map((path) => path.layer),
      )
      return layers.size < 2
    })
    if (end) {
      const path = current.paths[end.path] as RoutePath
      const points = end.atStart ? [...path.points] : [...path.points].reverse()
      const cut = cutToJoint(points, path, current, net, facts)
      const kept = cut && { ...path, points: end.atStart ? cut : [...cut].reverse() }
      current = { ...current, paths: current.paths.flatMap((p, i) => (i === end.path ? (kept ?? []) : p)) }
    } else if (idleVia >= 0) {
      current = { ...current, vias: current.vias.filter((_, i) => i !== idleVia) }
    } else {
      return current
    }
  }
  return current
}

function onPath(path: RoutePath, at: Position, within = 1e-3): boolean {
  for (let i = 1; i < path.points.length; i++) {
    const [a, b] = [path.points[i - 1] as Position, path.points[i] as Position]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const along = ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / length
    const off = Math.abs((at[0] - a[0]) * (b[1] - a[1]) - (at[1] - a[1]) * (b[0] - a[0])) / length
    if (off < within && along > -within && along < length + within) return true
  }
  return false
}

/** The polyline from its first joint (another path's end, a via, a pad) on; undefined when it has none but its end. */
function cutToJoint(
  points: readonly Position[],
  path: RoutePath,
  routes: NetRoutes,
  net: string,
  facts: BoardFacts,
): Position[] | undefined {
  const joints: Position[] = [
    ...routes.paths
      .filter((other) => other !== path && other.layer === path.layer)
      .flatMap((other) => [other.points[0] as Position, other.points[other.points.length - 1] as Position]),
    ...routes.vias,
    ...facts.pads
      .filter((pad) => pad.net === net && pad.layers.includes(path.layer))
      .map((pad): Position => [pad.centre.x, pad.centre.y]),
  ]
  for (let i = 1; i < points.length; i++) {
    const segment: RoutePath = { ...path, points: [points[i - 1] as Position, points[i] as Position] }
    const here = joints.filter(
      (joint) => onPath(segment, joint) && !sameAt(joint, points[points.length - 1] as Position),
    )
    const joint = nearest(points[i - 1] as Position, here)
    if (joint) {
      const rest = points.slice(i)
      return sameAt(joint, rest[0] as Position) ? [...rest] : [joint, ...rest]
    }
  }
  return undefined
}

function nearest(from: Position, positions: readonly Position[]): Position | undefined {
  return [...positions].sort(
    (a, b) => Math.hypot(a[0] - from[0], a[1] - from[1]) - Math.hypot(b[0] - from[0], b[1] - from[1]),
  )[0]
}

/** Joins paths that go on from each other without a branch, via or change of width, so the file reads as drawn. */
export function joinPaths(routes: NetRoutes): NetRoutes {
  const paths = [...routes.paths]
  const endsAt = (at: Position): number =>
    paths.reduce((n, path) => n + (onPath(path, at) ? 1 : 0), 0) +
    routes.vias.filter((via) => sameAt(via, at)).length
  for (;;) {
    const pair = findPair(paths, endsAt)
    if (!pair) return { ...routes, paths }
    const [i, j, joined] = pair
    paths[i] = joined
    paths.splice(j, 1)
  }
}

function findPair(
  paths: readonly RoutePath[],
  endsAt: (at: Position) => number,
): [number, number, RoutePath] | undefined {
  for (let i = 0; i < paths.length; i++)
    for (let j = i + 1; j < paths.length; j++) {
      const [a, b] = [paths[i] as RoutePath, paths[j] as RoutePath]
      if (a.layer !== b.layer || a.width !== b.width) continue
      // The path that comes first in the file keeps its direction.
      for (const [first, second] of [
        [a, b],
        [a, backwards(b)],
        [b, a],
        [backwards(b), a],
      ] as const) {
        const at = first.points[first.points.length - 1] as Position
        const named = first.to === "track" || second.from === "track"
        if (!named || !sameAt(at, second.points[0] as Position) || endsAt(at) !== 2) continue
        const points = straighten([...first.points, ...second.points.slice(1)])
        return [i, j, { ...first, to: second.to, points }]
      }
    }
  return undefined
}

const backwards = (path: RoutePath): RoutePath => ({
  ...path,
  from: path.to,
  to: path.from,
  points: [...path.points].reverse(),
})

/** Drops points in the middle of straight lines. */
export function straighten(points: readonly Position[]): Position[] {
  return points.filter((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]]
    if (!a || !b) return true
    const turn = (p[0] - a[0]) * (b[1] - p[1]) - (p[1] - a[1]) * (b[0] - p[0])
    const on = (p[0] - a[0]) * (b[0] - p[0]) + (p[1] - a[1]) * (b[1] - p[1])
    return Math.abs(turn) > 1e-4 || on < 0
  })
}
