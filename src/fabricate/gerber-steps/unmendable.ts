import type { AnyCircuitElement, PcbCopperPour } from "circuit-json"
import { Clipper, ClipType, EndType, FillRule, type Paths64 } from "clipper2-ts"
import { elementsOf } from "../../circuit/elements"
import { netlistOf } from "../../circuit/netlist"
import { onStack } from "../../circuit/stack"
import { shapePath } from "../../compile/shape-path"
import { pill } from "../../geometry/shape"
import type { Finding } from "../../model/finding"
import { isLayerCount, layerCounts, layerNames } from "../../model/layer"
import type { Side } from "../../model/place"
import { grow } from "../geometry/dark-area"
import { pathToNm } from "../geometry/nanometres"
import type { CircuitJson } from "./types"

/** tscircuit's pours stand for round cut-outs by 32-gons inside the circle: up to 9 um nearer than asked. */
const pourAllowanceMm = 0.015

/**
 * What no step can put right and no other check of the model sees: layers we do not write, and pours that ignore a
 * slot or another net's polygon pad (tscircuit's pour solver leaves no clearance round either).
 */
export function unmendable(circuitJson: CircuitJson, pourClearanceMm: number): Finding[] {
  return [...layerFindings(circuitJson), ...pourFindings(circuitJson, pourClearanceMm - pourAllowanceMm)]
}

function layerFindings(circuitJson: CircuitJson): Finding[] {
  return circuitJson.flatMap((element): Finding[] => {
    if (element.type === "pcb_board" && !isLayerCount(element.num_layers ?? 2))
      return [
        {
          rule: "dfm/layer-count",
          severity: "error",
          message: `The board has ${element.num_layers} copper layers: ${layerCounts} are written`,
        },
      ]
    if (element.type === "pcb_panel")
      return [
        { rule: "dfm/panel", severity: "error", message: "Panels are not written: order single boards" },
      ]
    return []
  })
}

function pourFindings(circuitJson: CircuitJson, clearanceMm: number): Finding[] {
  const pours = circuitJson.filter((element): element is PcbCopperPour => element.type === "pcb_copper_pour")
  if (pours.length === 0) return []
  const findings: Finding[] = []
  const netlist = netlistOf(circuitJson)
  const sourcePort = new Map(
    elementsOf(circuitJson, "pcb_port").map((port) => [port.pcb_port_id, port.source_port_id]),
  )
  const netOfPad = ({ pcb_port_id: port }: PcbSmtPad): string | undefined =>
    netlist.netOf.get(netlist.pinOfSourcePort.get(sourcePort.get(port ?? "") ?? "") ?? "")?.name
  const netOfPour = (pour: PcbCopperPour): string | undefined =>
    netlist.netOfSourceNet.get(pour.source_net_id ?? "")?.name
  for (const element of circuitJson) {
    const net = element.type === "pcb_smtpad" ? netOfPad(element) : undefined
    const shape =
      element.type === "pcb_hole"
        ? slot(element)
        : element.type === "pcb_smtpad"
          ? polygon(element)
          : undefined
    if (!shape) continue
    for (const pour of pours) {
      if (shape.side !== undefined && shape.side !== pour.layer) continue
      // Its own net's pad is to hang on it: how, the check of spokes says.
      if (net !== undefined && net === netOfPour(pour)) continue
      const near = Clipper.booleanOp(
        ClipType.Intersection,
        pourArea(pour),
        grow(shape.area, clearanceMm, shape.end),
        FillRule.NonZero,
      )
      if (near.length === 0) continue
      const at = {
        x: shape.x,
        y: shape.y,
        layer: onStack(layerNames, pour.layer, "a pour"),
      }
      findings.push({
        rule: "dfm/pour-clearance",
        severity: "error",
        message: `The ${pour.layer} pour runs up to ${shape.what} at (${at.x.toFixed(2)}, ${at.y.toFixed(2)}): tscircuit pours over it; ${shape.instead}`,
        at,
      })
    }
  }
  return findings
}

type PcbHole = Extract<AnyCircuitElement, { type: "pcb_hole" }>
type PcbSmtPad = Extract<AnyCircuitElement, { type: "pcb_smtpad" }>

interface Ignored {
  readonly what: string
  readonly instead: string
  readonly x: number
  readonly y: number
  readonly side?: Side
  readonly area: Paths64
  readonly end: EndType
}

function slot(hole: PcbHole): Ignored | undefined {
  if (hole.hole_shape !== "pill" && hole.hole_shape !== "rotated_pill" && hole.hole_shape !== "oval")
    return undefined
  const { x, y, hole_width: w, hole_height: h } = hole
  const turnDeg = hole.hole_shape === "rotated_pill" ? hole.ccw_rotation : 0
  const area = shapePath(pill(hole, w, h, turnDeg)).map((path) => pathToNm(path))
  const instead = "use round holes, or keep the pour away with its outline"
  return { what: "the unplated slot", instead, x, y, area, end: EndType.Polygon }
}

function polygon(pad: PcbSmtPad): Ignored | undefined {
  if (pad.shape !== "polygon" || (pad.layer !== "top" && pad.layer !== "bottom")) return undefined
  const path = pathToNm(pad.points)
  const { x, y } = pad.points[0] ?? { x: 0, y: 0 }
  const area = [Clipper.isPositive(path) ? path : [...path].reverse()]
  const instead = "build the pad from rectangles"
  return { what: "the polygon pad", instead, x, y, side: pad.layer, area, end: EndType.Polygon }
}

function pourArea(pour: PcbCopperPour): Paths64 {
  if (pour.shape === "brep") {
    const { outer_ring, inner_rings } = pour.brep_shape
    const rings = [outer_ring, ...(inner_rings ?? [])].map((ring) => pathToNm(ring.vertices))
    return Clipper.union(rings, [], FillRule.EvenOdd)
  }
  if (pour.shape === "polygon") return [pathToNm(pour.points)]
  const { center, width: w, height: h } = pour
  return [
    pathToNm([
      { x: center.x - w / 2, y: center.y - h / 2 },
      { x: center.x + w / 2, y: center.y - h / 2 },
      { x: center.x + w / 2, y: center.y + h / 2 },
      { x: center.x - w / 2, y: center.y + h / 2 },
    ]),
  ]
}
