import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import { type Projection, toSheet } from "./board-drawing"
import type { Area } from "./labels"

/** What labels and marks keep off beside bodies: the copper that one sees on this side, holes, straight edges. */
export function takenAreas(
  circuitJson: readonly AnyCircuitElement[],
  board: Pick<Board, "mountingHoles" | "outline">,
  projection: Projection,
): Area[] {
  /** Of a rectangle, mm on the board. */
  const round = (x: number, y: number, width: number, height: number): Area => {
    const [cx, cy] = toSheet(projection, x, y)
    const [w, h] = [(width / 2) * projection.scale, (height / 2) * projection.scale]
    return { minX: cx - w, maxX: cx + w, minY: cy - h, maxY: cy + h }
  }
  const pads = circuitJson.flatMap((element): Area[] => {
    const size = padSize(element, projection.side)
    return size && "x" in element ? [round(Number(element.x), Number(element.y), ...size)] : []
  })
  const edges = board.outline.flatMap((from, i): Area[] => {
    const to = board.outline[(i + 1) % board.outline.length] ?? from
    const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
    if (dx > 0 && dy > 0) return []
    return [round((from.x + to.x) / 2, (from.y + to.y) / 2, dx + lineMm, dy + lineMm)]
  })
  const holes = board.mountingHoles.map(({ x, y, drillMm }) => round(x, y, drillMm, drillMm))
  return [...pads, ...holes, ...edges]
}

/** An edge's line with a little room, mm on the board. */
const lineMm = 0.1

function padSize(
  element: AnyCircuitElement,
  side: Projection["side"],
): readonly [number, number] | undefined {
  if (element.type === "pcb_smtpad" && element.layer === side && element.shape === "rect") {
    return [element.width, element.height]
  }
  if (element.type !== "pcb_plated_hole") return undefined
  if (element.shape === "circle") return [element.outer_diameter, element.outer_diameter]
  if (element.shape === "circular_hole_with_rect_pad")
    return [element.rect_pad_width, element.rect_pad_height]
  return undefined
}
