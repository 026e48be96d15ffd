import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import type { Pose } from "../model/fab-house"
import type { Finding } from "../model/finding"
import { naturalOrder } from "../natural-order"

export interface PartOnBoard extends Pose {
  readonly designator: string
}

/**
 * Where each part of the circuit JSON really is: the middle of the box round its pads, with the side and angle that
 * tscircuit gave it. Parts without pads are left out. Natural order.
 */
export function partsOnBoard(circuitJson: readonly AnyCircuitElement[]): PartOnBoard[] {
  const names = new Map<string, string>()
  for (const element of circuitJson)
    if (element.type === "source_component") names.set(element.source_component_id, element.name)
  const boxes = padBoxes(circuitJson)
  const parts: PartOnBoard[] = []
  for (const element of circuitJson) {
    if (element.type !== "pcb_component") continue
    const designator = names.get(element.source_component_id)
    const box = boxes.get(element.pcb_component_id)
    if (designator === undefined || !box) continue
    parts.push({
      designator,
      x: round((box.minX + box.maxX) / 2),
      y: round((box.minY + box.maxY) / 2),
      rotationDeg: round(((element.rotation % 360) + 360) % 360),
      side: element.layer === "bottom" ? "bottom" : "top",
    })
  }
  return parts.sort((a, b) => naturalOrder(a.designator, b.designator))
}

/** Differences between the circuit JSON, the board's parts list and its placement table: one of them is not this board. */
export function placementFindings(
  parts: readonly PartOnBoard[],
  board: Pick<Board, "parts" | "placements">,
): Finding[] {
  const findings: Finding[] = []
  const error = (designator: string, message: string) =>
    findings.push({ rule: "pkg/assembly-parts", severity: "error", message, parts: [designator] })
  const onBoard = new Map(parts.map((part) => [part.designator, part]))
  for (const designator of Object.keys(board.parts).sort(naturalOrder))
    if (!onBoard.has(designator)) error(designator, `${designator} is in the parts list but not on the board`)
  for (const part of parts) {
    const { designator } = part
    if (board.parts[designator] === undefined)
      error(designator, `${designator} is on the board but not in the parts list`)
    const row = board.placements.find((candidate) => candidate.designator === designator)
    if (!row) {
      error(designator, `${designator} is on the board but not in the placement table`)
      continue
    }
    const off = Math.hypot(row.x - part.x, row.y - part.y)
    const turned = (((row.rotationDeg - part.rotationDeg) % 360) + 360) % 360
    if (off > 0.01 || row.side !== part.side || Math.min(turned, 360 - turned) > 0.01)
      error(
        designator,
        `${designator} is at ${where(part)} on the board, but at ${where(row)} in the placement table`,
      )
  }
  return findings
}

const where = ({ x, y, rotationDeg, side }: Pose) =>
  `(${x.toFixed(2)}, ${y.toFixed(2)}), ${rotationDeg} degrees, ${side}`

interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

function padBoxes(circuitJson: readonly AnyCircuitElement[]): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const element of circuitJson) {
    if (element.type !== "pcb_smtpad" && element.type !== "pcb_plated_hole") continue
    if (element.pcb_component_id === undefined) continue
    const known = boxes.get(element.pcb_component_id)
    const box = known ?? { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
    for (const { x, y } of corners(element)) {
      box.minX = Math.min(box.minX, x)
      box.maxX = Math.max(box.maxX, x)
      box.minY = Math.min(box.minY, y)
      box.maxY = Math.max(box.maxY, y)
    }
    boxes.set(element.pcb_component_id, box)
  }
  return boxes
}

type Pad = Extract<AnyCircuitElement, { type: "pcb_smtpad" | "pcb_plated_hole" }>

/** Corners of the box round a pad, turned with it; exact at multiples of 90 degrees. */
function corners(pad: Pad): { x: number; y: number }[] {
  if (pad.type === "pcb_smtpad" && pad.shape === "polygon") return [...pad.points]
  if (!("x" in pad)) return []
  const [w, h] = padSize(pad)
  const turn =
    "ccw_rotation" in pad && typeof pad.ccw_rotation === "number" ? (pad.ccw_rotation * Math.PI) / 180 : 0
  const halfW = (Math.abs(w * Math.cos(turn)) + Math.abs(h * Math.sin(turn))) / 2
  const halfH = (Math.abs(w * Math.sin(turn)) + Math.abs(h * Math.cos(turn))) / 2
  return [
    { x: pad.x - halfW, y: pad.y - halfH },
    { x: pad.x + halfW, y: pad.y + halfH },
  ]
}

function padSize(pad: Pad): [number, number] {
  if ("radius" in pad && pad.shape === "circle" && typeof pad.radius === "number")
    return [2 * pad.radius, 2 * pad.radius]
  if ("width" in pad && "height" in pad) return [pad.width, pad.height]
  if ("rect_pad_width" in pad) return [pad.rect_pad_width, pad.rect_pad_height]
  if ("outer_width" in pad) return [pad.outer_width, pad.outer_height]
  if ("outer_diameter" in pad) return [pad.outer_diameter, pad.outer_diameter]
  return [0, 0]
}

/** A nanometre: sums of floating point must not reach a file. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0
