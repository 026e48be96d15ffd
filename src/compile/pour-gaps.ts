import type { AnyCircuitElement } from "circuit-json"
import type { PathsD } from "clipper2-ts"
import { padsOf } from "../circuit/pads"
import type { Board } from "../model/board"
import type { Side } from "../model/place"
import { shapePath } from "./shape-path"

/** What a pour leaves free on one layer beyond its own clearance, as closed paths, mm. */
export type PourGaps = (layer: Side) => PathsD

/** Corners are chords and vertices rounded: this much more, so that the gap is met, mm. */
const roundingMm = 0.003

/**
 * The wider gap of the pour round hand-soldered pads of other nets.
 *
 * Can go when tscircuit's `<copperpour>` takes a clearance for single pads.
 */
export function pourGaps(
  circuit: readonly AnyCircuitElement[],
  board: Pick<Board, "pour" | "handSoldered">,
): PourGaps {
  const { handSoldered, pour } = board
  if (handSoldered === undefined) return () => []
  const pads = padsOf(circuit).filter(({ name, net }) => handSoldered.pads.includes(name) && net !== pour.net)
  return (layer) =>
    pads
      .filter(({ layers }) => layers.includes(layer))
      .flatMap(({ shape }) => shapePath(shape, handSoldered.pourGapMm + roundingMm))
}
