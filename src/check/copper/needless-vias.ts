import { type Copper, type Track, trackShape, viaShape } from "../../circuit/copper"
import { groupBy } from "../../circuit/group-by"
import { BoxIndex } from "../../geometry/box-index"
import { boxOf, gap, type Shape } from "../../geometry/shape"
import type { Board } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import type { CopperLayer } from "../../model/layer"
import type { Subject } from "../subject"
import { copperFigure } from "./figure"
import { undersidesOf } from "./two-pin"

/**
 * A run on the ground side between two layer changes that has room on the other side as it is: its vias are for
 * nothing, and it cuts the plane. A run ends at a surface-mounted pad only where it has to be on that side.
 */
export function needlessVias({
  board,
  copper,
}: {
  readonly board: Pick<Board, "pour" | "netClasses" | "handSoldered">
} & Pick<Subject, "copper">): CheckResult {
  const plane = board.pour.layers.at(-1) ?? "bottom"
  const other: CopperLayer = plane === "bottom" ? "top" : "bottom"
  const fits = roomOn(other, copper, board)
  const findings: Finding[] = []
  const signal = copper.tracks.filter(({ net, layer }) => layer === plane && net !== board.pour.net)
  for (const [net, tracks] of groupBy(signal, (track) => track.net ?? ""))
    for (const run of runsOf(tracks)) {
      const shapes = run.map(trackShape)
      const touches = (shape: Shape) => shapes.some((track) => gap(track, shape) <= 0)
      const held = copper.pads.some(
        (pad) => pad.net === net && pad.layers[0] === plane && pad.layers.length === 1 && touches(pad.shape),
      )
      const vias = copper.vias.filter((via) => via.net === net && touches(viaShape(via)))
      if (held || vias.length === 0 || !run.every(fits)) continue
      const at = vias[0] as (typeof vias)[number]
      findings.push({
        rule: "copper/needless-via",
        severity: "warning",
        message: `${net} goes to the ${plane} and back by ${vias.length} via${vias.length > 1 ? "s" : ""} although the same way is free on the ${other}: lay it there`,
        at: { x: at.x, y: at.y, layer: plane },
        measure: { value: vias.length, limit: 0, unit: "vias" },
        nets: [net],
      })
    }
  const count = findings.reduce((sum, { measure }) => sum + (measure?.value ?? 0), 0)
  return { findings, figures: [{ name: `${copperFigure}needless vias`, value: count, limit: 0 }] }
}

/** Tracks of one net and layer in pieces that hang together. */
function runsOf(tracks: readonly Track[]): Track[][] {
  const left = new Set(tracks)
  const runs: Track[][] = []
  for (const first of tracks) {
    if (!left.delete(first)) continue
    const run = [first]
    for (const track of run)
      for (const next of left)
        if (gap(trackShape(track), trackShape(next)) <= 0) {
          left.delete(next)
          run.push(next)
        }
    runs.push(run)
  }
  return runs
}

/** Whether a track, as it is, could lie on another layer: clear of copper and of what tracks keep from. */
function roomOn(
  layer: CopperLayer,
  copper: Copper,
  { netClasses, handSoldered }: Pick<Board, "netClasses" | "handSoldered">,
): (track: Track) => boolean {
  const clearance = new Map(netClasses.flatMap(({ nets, clearanceMm }) => nets.map((n) => [n, clearanceMm])))
  const least = Math.max(0.2, ...netClasses.map(({ clearanceMm }) => clearanceMm))
  const things: { readonly net: string | undefined; readonly shape: Shape; readonly keepMm: number }[] = [
    ...copper.pads
      .filter(({ layers }) => layers.includes(layer))
      .map(({ net, shape, name }) => ({
        net,
        shape,
        keepMm: handSoldered?.pads.includes(name) ? handSoldered.trackGapMm : 0,
      })),
    ...copper.tracks
      .filter((track) => track.layer === layer)
      .map((track) => ({ net: track.net, shape: trackShape(track), keepMm: 0 })),
    ...copper.vias.map((via) => ({ net: via.net, shape: viaShape(via), keepMm: 0 })),
  ]
  const index = new BoxIndex(things, ({ shape }) => boxOf(shape))
  const undersides = undersidesOf(copper.pads).filter((side) => side.layer === layer)
  const of = (net: string | undefined): number => clearance.get(net ?? "") ?? 0.2
  return (track) => {
    const shape = trackShape(track)
    if (undersides.some(({ within }) => within(track.from, track.to) > 0)) return false
    return index
      .within(boxOf(shape), Math.max(least, handSoldered?.trackGapMm ?? 0))
      .every(
        (thing) =>
          thing.net === track.net ||
          gap(shape, thing.shape) >= Math.max(thing.keepMm, of(thing.net), of(track.net)) - 1e-6,
      )
  }
}
