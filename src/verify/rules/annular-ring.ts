import type { Figure, Finding } from "../../model/finding"
import { layerName } from "../files/roles"
import { place } from "../geometry/board"
import { type Hole, legs } from "../geometry/holes"
import type { LayerGeometry } from "../geometry/layer"
import { padName } from "../netlist"
import { extreme, type FileRule, judge, missed, type VerifyInput, widest } from "../rule"
import { holeName, isVia } from "./holes"

const id = "drc/annular-ring"

/** Copper left between a plated hole's wall and the nearest edge of its pad, on every copper layer. */
export const annularRing: FileRule = {
  id,
  title: "copper ring round plated holes, diameter of vias",
  check: (input) => {
    const { board } = input
    const findings: Finding[] = []
    const figures: Figure[] = []
    for (const [role, layer] of board.copper) {
      const smallest = { via: Number.POSITIVE_INFINITY, part: Number.POSITIVE_INFINITY }
      for (const hole of board.holes) {
        if (!hole.isPlated) continue
        const via = isVia(board, hole)
        const ring = ringOf(layer, hole, 1)
        if (ring === undefined) continue
        smallest[via ? "via" : "part"] = Math.min(smallest[via ? "via" : "part"], ring)
        const verdict = via ? viaVerdict(input, hole, ring) : judge(ring, input.limit("pth-ring"))
        if (verdict === undefined) continue
        // Hole and pad of one size: the drill takes the pad away, and every fab makes that an unplated hole.
        if (input.foreign && Math.abs(ring) < 0.03) continue
        const what = `the ring of the ${holeName(board, hole)} is too narrow on the ${layerName(role)}`
        const pad = board.pinIn(hole)
        findings.push({
          ...missed(id, verdict, ring, what, hole.centre),
          ...place(hole.centre, role),
          // What the fab makes but does not advise can be waived by its pin; what it does not make, and a via, cannot.
          ...(via || pad === undefined || verdict.severity === "error" ? {} : { parts: [padName(pad)] }),
        })
      }
      figures.push(...extreme(`narrowest ring of a part's hole, ${layerName(role)}`, smallest.part))
      figures.push(...extreme(`narrowest ring of a via, ${layerName(role)}`, smallest.via))
    }
    return { findings, figures }
  },
}

/**
 * The ring in mm: from the hole's wall to the nearest edge of the copper it is in, at most `reach`. Negative where the
 * hole breaks out; undefined where there is no copper at all (another rule's matter).
 */
export function ringOf(layer: LayerGeometry, hole: Hole, reach: number): number | undefined {
  let smallest = reach
  for (const [from, to] of legs(hole.points)) {
    const piece = layer.pieceAt(from)
    if (piece < 0) return undefined
    const edge = layer.edges.closest(from, to, hole.radius + reach, (candidate) => candidate === piece)
    if (edge !== undefined) smallest = Math.min(smallest, edge.distance - hole.radius)
  }
  return smallest
}

/**
 * A via's limits are diameter and hole: the ring that a via of the smallest allowed size has is asked of all, which
 * can be measured where the via sits in a pour, too.
 */
function viaVerdict(input: VerifyInput, hole: Hole, ring: number) {
  const rule = input.limit("via-diameter")
  const least = (widest(rule) - Math.min(hole.diameter, widest(input.limit("via-hole")))) / 2
  const verdict = judge(ring, { ...rule, gate: { error: least } })
  return verdict === undefined ? undefined : { ...verdict, limit: least }
}
