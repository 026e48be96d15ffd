import { Clipper, EndType, inflatePathsD, JoinType } from "clipper2-ts"
import type { CircuitJson } from "./types"

/**
 * Flaws: mask openings are exactly as big as pads and holes, so any misregistration puts mask on copper or into an
 * unplated hole; and polygon pads stay so whatever margin they state. Openings grow by `marginMm` all round, unless
 * the part states its own; those of polygons become openings of their own.
 */
export function growMaskOpenings(circuitJson: CircuitJson, marginMm: number): CircuitJson {
  return circuitJson.flatMap((element): CircuitJson[number][] => {
    switch (element.type) {
      case "pcb_smtpad":
        if (element.shape === "polygon" && element.is_covered_with_solder_mask !== true)
          return [
            { ...element, is_covered_with_solder_mask: true },
            ...polygonOpenings(element, element.soldermask_margin ?? marginMm),
          ]
        return [
          element.soldermask_margin === undefined ? { ...element, soldermask_margin: marginMm } : element,
        ]
      case "pcb_plated_hole":
      case "pcb_hole":
        return [
          element.soldermask_margin === undefined ? { ...element, soldermask_margin: marginMm } : element,
        ]
      default:
        return [element]
    }
  })
}

type PolygonPad = Extract<CircuitJson[number], { type: "pcb_smtpad"; shape: "polygon" }>

function polygonOpenings(pad: PolygonPad, marginMm: number): CircuitJson[number][] {
  const path = pad.points.map(({ x, y }) => ({ x, y }))
  const outline = Clipper.areaD(path) < 0 ? path.reverse() : path
  return inflatePathsD([outline], marginMm, JoinType.Miter, EndType.Polygon, 2, 6).map(
    (ring, index): CircuitJson[number] => ({
      type: "pcb_soldermask_opening",
      pcb_soldermask_opening_id: `${pad.pcb_smtpad_id}_opening_${index}`,
      layer: pad.layer === "bottom" ? "bottom" : "top",
      shape: "polygon",
      points: ring.map(({ x, y }) => ({ x, y })),
    }),
  )
}
