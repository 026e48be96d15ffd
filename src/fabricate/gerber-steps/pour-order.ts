import type { PcbCopperPour } from "circuit-json"
import type { Point } from "../../model/place"
import type { CircuitJson } from "./types"

/**
 * Flaw: holes in a pour are cleared when that pour is drawn, and would wipe out a smaller pour drawn before that lies
 * inside one. Pours come largest first, so whatever lies in a hole is drawn after it.
 */
export function largestPoursFirst(circuitJson: CircuitJson): CircuitJson {
  const pours = circuitJson
    .filter((element): element is PcbCopperPour => element.type === "pcb_copper_pour")
    .map((pour) => ({ pour, area: pourArea(pour) }))
    .sort((a, b) => b.area - a.area)
    .map(({ pour }) => pour)
  return circuitJson.map((element) =>
    element.type === "pcb_copper_pour" ? (pours.shift() as PcbCopperPour) : element,
  )
}

function pourArea(pour: PcbCopperPour): number {
  switch (pour.shape) {
    case "brep":
      return polygonArea(pour.brep_shape.outer_ring.vertices)
    case "polygon":
      return polygonArea(pour.points)
    case "rect":
      return pour.width * pour.height
  }
}

function polygonArea(points: readonly Point[]): number {
  const twice = points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length] ?? point
    return sum + point.x * next.y - next.x * point.y
  }, 0)
  return Math.abs(twice) / 2
}
