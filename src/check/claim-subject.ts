import type { Copper } from "../circuit/copper"
import { distanceBetween, type Piece } from "../circuit/pieces"
import { NetCopper } from "../circuit/resistance"
import { netName } from "../circuit/view"
import { distance } from "../geometry/point"
import { gap } from "../geometry/shape"
import type { ClaimSubject, Layout } from "../model/claim"
import type { CopperProcess } from "../model/fab-house"
import type { Place } from "../model/finding"
import type { Subject } from "./subject"

/** What claims are judged by, of a compiled board. */
export const claimSubject = ({ view, copper, pieces, house }: Subject): ClaimSubject => ({
  circuit: view,
  copperPath: (from, to) => {
    const net = netName(view, from)
    return net === undefined ? undefined : new NetCopper(copper, net, house.process).between(from, to)
  },
  layout: layoutOf(copper, pieces, house.process),
})

/** The copper's answers to a claim's questions. */
export function layoutOf(copper: Copper, pieces: readonly Piece[], process: CopperProcess): Layout {
  const padsOf = (name: string) => copper.pads.filter((pad) => pad.name === name)
  const netOfPad = (name: string) => padsOf(name)[0]?.net
  return {
    padsAt: (pad) => padsOf(pad).map(({ x, y }) => ({ x, y })),
    padGap: (a, b) => {
      const gaps = padsOf(a).flatMap((one) => padsOf(b).map((other) => gap(one.shape, other.shape)))
      return gaps.length === 0 ? undefined : Math.max(Math.min(...gaps), 0)
    },
    trackMm: (from, to) => {
      const net = netOfPad(from)
      const way =
        net === undefined || netOfPad(to) !== net
          ? Number.POSITIVE_INFINITY
          : new NetCopper(copper, net, process).trackMm(from, to)
      return Number.isFinite(way) ? way : undefined
    },
    netMm: (net) =>
      copper.tracks
        .filter((track) => track.net === net)
        .reduce((sum, { from, to }) => sum + distance(from, to), 0),
    viasBeside: (pad, withinMm) =>
      copper.vias.filter(
        (via) =>
          via.net !== undefined &&
          via.net === netOfPad(pad) &&
          padsOf(pad).some(({ shape }) => gap(shape, { core: [via], radius: 0 }) <= withinMm + 1e-6),
      ).length,
    between: (net, other) => nearest(pieces, net, other),
  }
}

function nearest(
  pieces: readonly Piece[],
  net: string,
  other: string,
): { mm: number; at: Place } | undefined {
  const theirs = pieces.filter((piece) => piece.net === other)
  let best: { mm: number; at: Place } | undefined
  for (const a of pieces.filter((piece) => piece.net === net))
    for (const b of theirs) {
      if (a.pad !== undefined && a.pad.designator === b.pad?.designator) continue
      const near = distanceBetween(a, b)
      if (near === undefined || (best !== undefined && near.gap >= best.mm)) continue
      const layer = a.layers.find((one) => b.layers.includes(one))
      best = { mm: near.gap, at: { ...near.at, ...(layer === undefined ? {} : { layer }) } }
    }
  return best
}
