import { type Copper, trackShape, viaShape } from "../../circuit/copper"
import { BoxIndex } from "../../geometry/box-index"
import { distance, type Point } from "../../geometry/point"
import { boxOf, gap, type Shape } from "../../geometry/shape"
import type { Board } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import { type CopperLayer, isSide } from "../../model/layer"
import { naturalOrder } from "../../natural-order"
import type { Subject } from "../subject"
import { beyond, worst } from "./figure"

/**
 * How long a cut in the ground plane may be, mm: current that returns under a track has to go round it. An edge of
 * 1 ns is some 150 mm long on a board; a tenth of that is electrically short, and 12 mm leave room for the detour.
 */
export const slotMm = 12

/** Tracks that cut the plane, inside or on the ground side: alone, or with others that the pour cannot pass between. */
export function groundSlots({
  board,
  copper,
}: {
  readonly board: Pick<Board, "pour">
} & Pick<Subject, "copper">): CheckResult {
  const { net, layers } = board.pour
  // A plane inside is what currents return in; without one it is the other face's pour.
  const plane = layers.find((layer) => !isSide(layer)) ?? layers.at(-1)
  if (plane === undefined || !copper.pours.some((pour) => pour.net === net && pour.layer === plane))
    return { findings: [] }
  const slots = cutsIn(copper, plane, board.pour)
  const findings = slots
    .filter(({ mm }) => beyond(mm, slotMm))
    .map(({ mm, nets, at }): Finding => {
      const crossing = [
        ...new Set(
          copper.tracks
            .filter((track) => track.layer !== plane && track.net !== net && !nets.includes(track.net ?? ""))
            .filter((track) => slots.some((slot) => slot.at === at && slot.crosses(trackShape(track))))
            .flatMap((track) => track.net ?? []),
        ),
      ].sort(naturalOrder)
      const over = crossing.length === 0 ? "" : `; ${crossing.join(", ")} cross over it`
      return {
        rule: "copper/ground-slot",
        severity: "warning",
        message: `${nets.join(", ")} cut${nets.length > 1 ? "" : "s"} the ${net} plane over ${mm.toFixed(1)} mm${over}: at most ${slotMm} mm, lay more of it on the other side`,
        at: { x: at.x, y: at.y, layer: plane },
        measure: { value: Number(mm.toFixed(2)), limit: slotMm, unit: "mm" },
        nets,
      }
    })
  return {
    findings,
    figures: [
      worst(
        "cut in the ground plane",
        slots.map(({ mm }) => mm),
        "mm",
        slotMm,
      ),
    ],
  }
}

interface Cut {
  readonly mm: number
  readonly nets: readonly string[]
  readonly at: Point
  readonly crosses: (shape: Shape) => boolean
}

interface Piece {
  readonly net: string | undefined
  readonly shape: Shape
  readonly isTrack: boolean
}

/** Groups of foreign copper on a layer with a track in each, and how far their ends are apart. */
function cutsIn(copper: Copper, layer: CopperLayer, { net, clearanceMm, minWidthMm }: Board["pour"]): Cut[] {
  const pieces: Piece[] = [
    ...copper.tracks
      .filter((track) => track.layer === layer)
      .map((track) => ({ net: track.net, shape: trackShape(track), isTrack: true })),
    ...copper.vias.map((via) => ({ net: via.net, shape: viaShape(via), isTrack: false })),
    ...copper.pads
      .filter(({ layers }) => layers.includes(layer))
      .map((pad) => ({ net: pad.net, shape: pad.shape, isTrack: false })),
  ].filter((piece) => piece.net !== net)
  const index = new BoxIndex(pieces, ({ shape }) => boxOf(shape))
  const passMm = 2 * clearanceMm + minWidthMm
  const left = new Set(pieces)
  return pieces.flatMap((first): Cut[] => {
    if (!first.isTrack || !left.delete(first)) return []
    const group = [first]
    for (const piece of group)
      for (const next of index.within(boxOf(piece.shape), passMm))
        if (left.has(next) && gap(piece.shape, next.shape) < passMm) {
          left.delete(next)
          group.push(next)
        }
    const ends = group.flatMap(({ shape }) => shape.core.map((p) => ({ p, radius: shape.radius })))
    let mm = 0
    for (const a of ends)
      for (const b of ends) mm = Math.max(mm, distance(a.p, b.p) + a.radius + b.radius + 2 * clearanceMm)
    const tracks = group.filter(({ isTrack }) => isTrack)
    const box = boxOf({ core: ends.map(({ p }) => p), radius: 0 })
    return [
      {
        mm,
        nets: [...new Set(tracks.flatMap((piece) => piece.net ?? []))].sort(naturalOrder),
        at: { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 },
        crosses: (shape) => tracks.some((track) => gap(track.shape, shape) <= 0),
      },
    ]
  })
}
