import type { Figure, Finding } from "../../model/finding"
import { type Point, toMm } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { type Polygon, ringAreaMm2 } from "../../read/geometry/polygon"
import { layerName } from "../files/roles"
import { narrowPlaces } from "../geometry/narrow"
import { extreme, type FileRule, judge, measureErrorMm, missed, widest } from "../rule"

const id = "drc/copper-width"

/** Copper narrower than the limit anywhere: thin tracks, necks and slivers of a pour. */
export const copperWidth: FileRule = {
  id,
  title: "copper nowhere narrower than a track may be",
  check: ({ board, limit }) => {
    const rule = limit("track-width")
    const width = widest(rule)
    const findings: Finding[] = []
    const figures: Figure[] = []
    for (const [role, layer] of board.copper) {
      let thinnest = Number.POSITIVE_INFINITY
      for (const object of layer.image.objects)
        if (object.kind === "stroke" && object.polarity === "dark" && object.width > 0)
          thinnest = Math.min(thinnest, object.width)
      figures.push(...extreme(`thinnest line drawn on the ${layerName(role)}`, thinnest, rule))
      for (const piece of narrowPlaces(layer.pieces, layer.edges, width - measureErrorMm)) {
        const measured = Math.min(meanWidth(piece), width - 2 * measureErrorMm)
        const verdict = judge(measured, rule)
        if (verdict === undefined) continue
        const at = middle(piece)
        const group = board.connectivity.groupOf(role, layer.pieceAt(at))
        const what = `${group < 0 ? "copper" : board.groupName(group)} is too narrow on the ${layerName(role)}`
        findings.push(missed(id, verdict, measured, what, at, { layer: role, nets: board.groupNets(group) }))
      }
    }
    return { findings, figures }
  },
}

/** Area over half the perimeter: the width of a long thin piece. */
function meanWidth(piece: Polygon): number {
  let perimeter = 0
  let previous = piece.outer[piece.outer.length - 1]
  for (const point of piece.outer) {
    if (previous !== undefined) perimeter += Math.hypot(point.x - previous.x, point.y - previous.y)
    previous = point
  }
  const area = Math.abs(ringAreaMm2(piece.outer))
  const half = toMm(perimeter) / 2
  // A strip of width w and length l has half the perimeter w + l: solved for w, not only approximated.
  const root = half * half - 4 * area
  return root > 0 ? (half - Math.sqrt(root)) / 2 : Math.sqrt(area)
}

function middle(piece: Polygon): Point {
  const box = boxOf(piece.outer)
  return { x: toMm((box.minX + box.maxX) / 2), y: toMm((box.minY + box.maxY) / 2) }
}
