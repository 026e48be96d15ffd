import type { AnyCircuitElement } from "circuit-json"
import { Clipper, FillRule, type PathsD } from "clipper2-ts"
import { elementsOf } from "../circuit/elements"
import { padsOf } from "../circuit/pads"
import { disc, pill, type Shape } from "../geometry/shape"
import type { Board } from "../model/board"
import type { CopperLayer } from "../model/layer"
import { shapePath } from "./shape-path"

/** tscircuit's chords come up to 12 um nearer than asked: nearer than that, it has not seen the form. mm. */
const chordsMm = 0.03

/** Beside holes a pour keeps this much more: the drill wanders. As `board/element.tsx` asks tscircuit to. mm. */
const holeMarginMm = 0.1

/** Corners are chords and vertices rounded: this much more, so that the clearance is met, mm. */
const roundingMm = 0.003

/**
 * Flaw: tscircuit pours over polygon pads and slots, and round pads of plated holes that are turned, as if they were
 * turned otherwise. What a pour runs into though it is of another net, with the pour's clearance round it.
 *
 * Can go when tscircuit's pour solver knows these forms: `tests/shapes/pours.test.tsx` says what they are.
 */
export function pourOverruns(
  circuit: readonly AnyCircuitElement[],
  { pour }: Pick<Board, "pour">,
): (layer: CopperLayer, poured: PathsD) => PathsD {
  const pads = padsOf(circuit).filter(({ net }) => net !== pour.net)
  const holes = elementsOf(circuit, "pcb_hole").map(
    (hole): Shape =>
      "hole_diameter" in hole
        ? disc(hole, hole.hole_diameter)
        : pill(hole, hole.hole_width, hole.hole_height, "ccw_rotation" in hole ? hole.ccw_rotation : 0),
  )
  const cutouts = elementsOf(circuit, "pcb_cutout").filter((one) => one.shape === "polygon")
  return (layer, poured) => {
    const forms = [
      ...pads
        .filter(({ layers }) => layers.includes(layer))
        .map(({ shape }) => ({ shape, byMm: pour.clearanceMm })),
      ...cutouts.map(({ points }) => ({ shape: { core: points, radius: 0 }, byMm: pour.boardEdgeMm })),
      ...holes.map((shape) => ({ shape, byMm: pour.clearanceMm + holeMarginMm })),
    ]
    const meets = (paths: PathsD) => Clipper.intersectD(poured, paths, FillRule.NonZero, 4).length > 0
    const near = forms.map(({ shape, byMm }) => shapePath(shape, byMm - chordsMm))
    if (!meets(near.flat())) return []
    return forms.flatMap(({ shape, byMm }, index) =>
      meets(near[index] ?? []) ? shapePath(shape, byMm + roundingMm) : [],
    )
  }
}
