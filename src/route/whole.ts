import { cutsIn, slotMm } from "../check/copper/ground-slots"
import type { Track, Via } from "../circuit/copper"
import { distance } from "../geometry/point"
import type { BoardFacts } from "./board-facts"
import { toPoint } from "./copper"
import { totalPrice } from "./net-set"
import { usualPrices } from "./prices"
import type { Position, RoutesFile } from "./routes-file"

/** What a line of the board's figures costs when it is missed, mm, and each unit it is missed by. */
const missedMm = 30
const unitMm = { vias: 8, tracks: 1, bottom: 2, cut: 2 } as const

/** How far copper is beyond what the board asks of it as a whole; nothing where every line is met. In mm of track. */
export function excessOf({ nets }: RoutesFile, facts: BoardFacts): number {
  const { net: ground, layers } = facts.pour
  const tracks = Object.entries(nets).flatMap(([net, { paths }]) =>
    paths.flatMap((path) =>
      path.points.slice(1).map((to, i): Track => {
        const from = toPoint(path.points[i] as Position)
        return { kind: "track", net, layer: path.layer, widthMm: path.width, from, to: toPoint(to) }
      }),
    ),
  )
  const vias = Object.entries(nets).flatMap(([net, own]) =>
    own.vias.map(([x, y]): Via => ({ kind: "via", net, x, y, ...facts.via })),
  )
  const mm = (some: readonly Track[]): number =>
    some.reduce((sum, { from, to }) => sum + distance(from, to), 0)
  const pads = facts.pads.map(({ name, net, layers: on, shape, centre }) => ({
    ...{ name, designator: name, layers: on, shape, ...centre },
    ...(net === undefined ? {} : { net }),
  }))
  const plane = layers.at(-1)
  const cuts = plane === undefined ? [] : cutsIn({ pads, tracks, vias }, plane, facts.pour)
  const { asked } = facts
  const missed = (value: number, most: number | undefined, unit: number): number =>
    most === undefined || value <= most + 1e-6 ? 0 : missedMm + unit * (value - most)
  return (
    missed(vias.filter(({ net }) => net !== ground).length, asked?.vias, unitMm.vias) +
    missed(mm(tracks), asked?.tracksMm, unitMm.tracks) +
    missed(mm(tracks.filter(({ layer }) => layer === "bottom")), asked?.bottomMm, unitMm.bottom) +
    cuts.reduce((sum, cut) => sum + missed(cut.mm, slotMm, unitMm.cut), 0)
  )
}

/** All of a board's copper at the usual prices, and what it is beyond what the board asks for. */
export function wholePrice(routes: RoutesFile, facts: BoardFacts): number {
  const nets = new Map(Object.entries(routes.nets).filter(([net]) => net !== facts.pour.net))
  return totalPrice(nets, [...nets.keys()], { ...facts, prices: usualPrices }) + excessOf(routes, facts)
}
