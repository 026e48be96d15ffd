import { distance, distanceToSegment, type Point } from "../geometry/point"
import { disc } from "../geometry/shape"
import { layerNames } from "../model/layer"
import type { BoardFacts } from "./board-facts"
import { type CopperItem, netCopper, toPoint } from "./copper"
import { conflicts, misfits } from "./fit"
import { straighten } from "./mend-paths"
import { Room } from "./room"
import type { NetRoutes, Position, RoutePath } from "./routes-file"
import { directionOf } from "./terminals"
import { type TidyEnd, tidy } from "./tidy"
import { splitAtVias } from "./traces"

/**
 * Last touch on a net that was laid again: paths that changed are drawn once more as a whole, so that old and new
 * parts meet without a step, and new vias move to where the tracks on both sides of them need fewer bends.
 */

const sameAt = (a: Position, b: Position): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-3
const sameList = (a: readonly Position[], b: readonly Position[]): boolean =>
  a.length === b.length && a.every((p, i) => sameAt(p, b[i] as Position))

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

/** How far a via may move, mm. */
const nudgeMm = 0.45

interface Redrawn {
  readonly points: readonly Position[]
  readonly price: number
}

/** Directions a path may leave `at` in: straight out of a small pad, not back along a track it branches from. */
function endAt(at: Point, out: number): TidyEnd {
  return { places: [at], out }
}

/** Points between the corners, so that the drawing has places to bend at. */
function sampled(points: readonly Point[]): Point[] {
  return points.flatMap((p, i) => {
    const next = points[i + 1]
    if (!next) return [p]
    const n = Math.max(1, Math.min(8, Math.floor(distance(p, next) / 0.8)))
    return Array.from({ length: n }, (_, k) => ({
      x: p.x + ((next.x - p.x) * k) / n,
      y: p.y + ((next.y - p.y) * k) / n,
    }))
  })
}

export class Polisher {
  private readonly room: Room

  constructor(
    private readonly facts: BoardFacts,
    private readonly net: string,
    private readonly others: readonly CopperItem[],
  ) {
    this.room = new Room(facts, net, others)
  }

  /** @param before the routes as drawn: paths and vias that are still the same stay the same. */
  polish(routes: NetRoutes, before: NetRoutes): NetRoutes {
    const touched = (path: RoutePath): boolean =>
      !before.paths.some((old) => old.layer === path.layer && sameList(old.points, path.points))
    let current: NetRoutes = {
      ...routes,
      paths: routes.paths.map((path) => (touched(path) ? this.straightened(path, routes) : path)),
    }
    for (const via of routes.vias) {
      if (before.vias.some((old) => sameAt(old, via))) continue
      current = this.nudged(via, current)
    }
    return current
  }

  private straightened(path: RoutePath, routes: NetRoutes): RoutePath {
    const drawn = this.redraw(
      path,
      path.points[0] as Position,
      path.points[path.points.length - 1] as Position,
      routes,
    )
    return drawn ? { ...path, points: drawn.points } : path
  }

  /** The path with its ends moved to `from` and `to`; where others branch from it, it stays where it is. */
  private redraw(path: RoutePath, from: Position, to: Position, routes: NetRoutes): Redrawn | undefined {
    const pieces = splitAtVias(path.points, this.branches(path, routes))
    const points: Position[] = []
    let price = 0
    for (const [i, piece] of pieces.entries()) {
      const start = i === 0 ? from : (piece[0] as Position)
      const end = i === pieces.length - 1 ? to : (piece[piece.length - 1] as Position)
      const corners = piece.map(toPoint)
      const drawing = tidy(
        sampled(corners).slice(1),
        endAt(toPoint(start), this.outAt(corners[0] as Point, corners[1] as Point, path, routes)),
        endAt(
          toPoint(end),
          this.outAt(
            corners[corners.length - 1] as Point,
            corners[corners.length - 2] as Point,
            path,
            routes,
          ),
        ),
        { room: this.room, layer: path.layer, widthMm: path.width, neckMm: path.width, neckReachMm: 0 },
      )
      const stays = sameAt(start, piece[0] as Position) && sameAt(end, piece[piece.length - 1] as Position)
      if (!drawing && !stays) return undefined
      const laid = drawing ? drawing.points.map((p): Position => [p.x, p.y]) : piece
      points.push(...(i === 0 ? laid : laid.slice(1)))
      price += drawing?.price ?? 0
    }
    return { points: straighten(points), price }
  }

  /** Points inside a path where other paths or vias of the net meet it. */
  private branches(path: RoutePath, routes: NetRoutes): Position[] {
    const inside = (p: Position): boolean =>
      path.points.slice(1).some((end, i) => {
        const [a, b] = [toPoint(path.points[i] as Position), toPoint(end)]
        return distanceToSegment(toPoint(p), a, b) < 1e-3
      })
    const ends = [path.points[0] as Position, path.points[path.points.length - 1] as Position]
    return [
      ...routes.vias,
      ...routes.paths
        .filter((other) => other !== path && other.layer === path.layer)
        .flatMap((other) => [other.points[0] as Position, other.points[other.points.length - 1] as Position]),
    ].filter((p) => !ends.some((end) => sameAt(end, p)) && inside(p))
  }

  /** Directions in which a path may leave its end: as it does now, or any that makes no sharper angle there. */
  private outAt(at: Point, next: Point, path: RoutePath, routes: NetRoutes): number {
    const now = directionOf(at, next)
    const pad = this.room.onOwnPad(at, path.layer)
    if (pad) return 0b01010101 | (now === undefined ? 0 : 1 << now)
    const branch = routes.paths.some(
      (other) =>
        other !== path &&
        other.layer === path.layer &&
        other.points.slice(1).some((end, i) => {
          const [a, b] = [toPoint(other.points[i] as Position), toPoint(end)]
          return Math.abs(distance(a, at) + distance(at, b) - distance(a, b)) < 1e-3
        }),
    )
    return branch && now !== undefined ? 1 << now : 0xff
  }

  private nudged(via: Position, routes: NetRoutes): NetRoutes {
    const met = routes.paths.flatMap((path, index) => {
      const last = path.points.length - 1
      if (sameAt(path.points[0] as Position, via)) return [{ path, index, atStart: true }]
      return sameAt(path.points[last] as Position, via) ? [{ path, index, atStart: false }] : []
    })
    if (met.length === 0) return routes
    const xs = new Set([via[0]])
    const ys = new Set([via[1]])
    for (const { path, atStart } of met) {
      const near = atStart ? path.points.slice(1, 4) : path.points.slice(-4, -1)
      for (const [x, y] of near) {
        if (Math.abs(x - via[0]) < nudgeMm) xs.add(x)
        if (Math.abs(y - via[1]) < nudgeMm) ys.add(y)
      }
    }
    // Along a line that suits one track the via may slide to where it has room.
    const places: Position[] = [...xs].flatMap((x) => [...ys].map((y): Position => [x, y]))
    for (let slide = -nudgeMm; slide <= nudgeMm + 1e-9; slide += 0.05) {
      for (const x of xs) if (x !== via[0]) places.push([x, rounded(via[1] + slide)])
      for (const y of ys) if (y !== via[1]) places.push([rounded(via[0] + slide), y])
    }
    let best: { price: number; routes: NetRoutes } | undefined
    for (const at of places) {
      if (!sameAt(at, via) && !this.viaFits(at, via, routes)) continue
      const paths = [...routes.paths]
      let price = 0
      for (const { path, index, atStart } of met) {
        const [from, to] = atStart
          ? [at, path.points[path.points.length - 1] as Position]
          : [path.points[0] as Position, at]
        const drawn = this.redraw(path, from, to, routes)
        if (!drawn) {
          price = Number.POSITIVE_INFINITY
          break
        }
        paths[index] = { ...path, points: drawn.points }
        price += drawn.price
      }
      if (price < (best?.price ?? Number.POSITIVE_INFINITY) - 1e-6)
        best = { price, routes: { ...routes, paths, vias: routes.vias.map((v) => (v === via ? at : v)) } }
    }
    return best?.routes ?? routes
  }

  private viaFits(at: Position, old: Position, routes: NetRoutes): boolean {
    const { facts, net } = this
    const item: CopperItem = {
      net,
      kind: "via",
      layers: layerNames,
      shape: disc(toPoint(at), facts.via.diameterMm),
      index: -1,
    }
    const own = netCopper(
      net,
      { ...routes, vias: routes.vias.filter((via) => via !== old) },
      facts.via.diameterMm,
    )
    // A little more than nothing between via and pad: solder mask has to stand there.
    const clear: CopperItem = { ...item, shape: disc(toPoint(at), facts.via.diameterMm + 0.2) }
    return (
      misfits([item], facts).length === 0 &&
      !misfits([clear], facts).some((misfit) => misfit.kind === "via-in-pad") &&
      conflicts([item], [...this.others, ...own.filter(({ kind }) => kind === "via")], facts).length === 0
    )
  }
}
