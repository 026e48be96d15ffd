import type { AnyCircuitElement } from "circuit-json"
import { originOf } from "../circuit/elements"
import type { Board } from "../model/board"
import type { Pose } from "../model/fab-house"
import type { Finding } from "../model/finding"
import { naturalOrder } from "../natural-order"

export interface PartOnBoard extends Pose {
  readonly designator: string
}

/**
 * Where each part of the circuit JSON is: its land's origin, with the side and angle that tscircuit gave it. That its
 * pads are where they belong about it `compile/as-drawn.ts` has seen. Parts without pads are left out. Natural order.
 */
export function partsOnBoard(circuitJson: readonly AnyCircuitElement[]): PartOnBoard[] {
  const names = new Map<string, string>()
  for (const element of circuitJson)
    if (element.type === "source_component") names.set(element.source_component_id, element.name)
  const padded = new Set(
    circuitJson.flatMap((element) =>
      element.type === "pcb_smtpad" || element.type === "pcb_plated_hole" ? [element.pcb_component_id] : [],
    ),
  )
  const parts: PartOnBoard[] = []
  for (const element of circuitJson) {
    if (element.type !== "pcb_component") continue
    const designator = names.get(element.source_component_id)
    if (designator === undefined || !padded.has(element.pcb_component_id)) continue
    const { x, y } = originOf(element)
    parts.push({
      designator,
      x: round(x),
      y: round(y),
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

/** A nanometre: sums of floating point must not reach a file. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6 + 0
