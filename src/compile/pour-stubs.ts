import type { AnyCircuitElement } from "circuit-json"
import { Clipper, EndType, FillRule, inflatePathsD, JoinType, type PathD, type PathsD } from "clipper2-ts"
import { type Pad, padsOf } from "../circuit/pads"
import { depth } from "../geometry/shape"
import type { Board } from "../model/board"
import type { CopperLayer } from "../model/layer"
import { shapePath } from "./shape-path"

/** Takes the stubs from a pour's closed paths on one layer, mm. */
export type StubRemover = (paths: PathsD, layer: CopperLayer) => PathsD

/** The cut reaches this far beyond a stub, so that no film is left along it, mm. */
const kerfMm = 0.001

/** Rounding of coordinates, mm. */
const touchMm = 0.001

const precision = 6

/**
 * tscircuit draws four spokes at each pad of the pour's net, also towards where there is no pour: a stub of copper
 * that ends in the open, nearer to the neighbour than the pad is. A stub is what stands out of a single pad and is
 * no longer than a spoke.
 *
 * Can go when tscircuit's `<copperpour>` draws only spokes that reach the pour.
 */
export function stubRemover(circuit: readonly AnyCircuitElement[], board: Pick<Board, "pour">): StubRemover {
  const { net, thermalGapMm, thermalSpokeMm } = board.pour
  // tscircuit's spokes go half their width beyond the gap, with a round end.
  const reachMm = thermalGapMm + thermalSpokeMm
  const own = padsOf(circuit).filter((pad) => pad.net === net)
  const isWithinReach = (ring: PathD, { shape }: Pad): boolean =>
    ring.every((p) => depth(shape, p) > -reachMm)
  const isStub = (ring: PathD, pads: readonly Pad[]): boolean => {
    if (!pads.some((pad) => isWithinReach(ring, pad))) return false // most are the pour itself: at once
    const [pad, other] = pads.filter(({ shape }) => ring.some((p) => depth(shape, p) > -touchMm))
    return pad !== undefined && other === undefined && isWithinReach(ring, pad)
  }
  return (paths, layer) => {
    const pads = own.filter((pad) => pad.layers.includes(layer))
    const outlines = pads.flatMap((pad) => shapePath(pad.shape))
    const outside = Clipper.differenceD(paths, outlines, FillRule.NonZero, precision)
    const stubs = outside.filter((ring) => Clipper.areaD(ring) > 0 && isStub(ring, pads))
    if (stubs.length === 0) return paths
    const cuts = inflatePathsD(stubs, kerfMm, JoinType.Miter, EndType.Polygon, 2, precision)
    return Clipper.differenceD(paths, cuts, FillRule.NonZero, precision)
  }
}
