import type { AnyCircuitElement } from "circuit-json"
import type { PathsD } from "clipper2-ts"
import { padsOf } from "../circuit/pads"
import type { Board } from "../model/board"
import type { CopperLayer } from "../model/layer"
import { shapePath } from "./shape-path"

/** What a pour leaves free on one layer beyond its own clearance, as closed paths, mm. */
export type PourGaps = (layer: CopperLayer) => PathsD

/** Corners are chords and vertices rounded: this much more, so that the gap is met, mm. */
const roundingMm = 0.003

/** A pour that ends on a zone's very edge is in it for KiCad, which approximates by 5 um, mm. */
const voidMm = 0.01

/**
 * The pour's voids, and its wider gap round pads of other nets: hand-soldered ones, and those whose mask opening, wider
 * than the pour's clearance, would bare it (a fiducial's).
 *
 * Can go when tscircuit's `<copperpour>` takes zones to leave free, and a clearance for single pads.
 */
export function pourGaps(
  circuit: readonly AnyCircuitElement[],
  board: Pick<Board, "pour" | "handSoldered">,
): PourGaps {
  const { handSoldered, pour } = board
  const voids = (pour.voids ?? []).map(({ minX, minY, maxX, maxY }) => [
    { x: minX - voidMm, y: minY - voidMm },
    { x: maxX + voidMm, y: minY - voidMm },
    { x: maxX + voidMm, y: maxY + voidMm },
    { x: minX - voidMm, y: maxY + voidMm },
  ])
  const pads = padsOf(circuit).flatMap(({ name, net, layers, shape, maskMarginMm = 0 }) => {
    const gapMm = handSoldered?.pads.includes(name) ? handSoldered.pourGapMm : 0
    const mm = Math.max(gapMm, maskMarginMm > pour.clearanceMm ? maskMarginMm : 0)
    return mm > 0 && net !== pour.net ? [{ layers, shape, mm }] : []
  })
  return (layer) => [
    ...voids,
    ...pads
      .filter(({ layers }) => layers.includes(layer))
      .flatMap(({ shape, mm }) => shapePath(shape, mm + roundingMm)),
  ]
}
