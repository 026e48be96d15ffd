import type { Point } from "../read"
import type { BoardGeometry } from "./geometry/board"
import type { ExpectedPad } from "./netlist"

/** The expected pad centred within 0.05 mm of a place; one with a hole before one without. */
export function padAt(board: BoardGeometry, at: Point): ExpectedPad | undefined {
  const near = (board.expected?.pads ?? []).filter((pad) => Math.hypot(pad.x - at.x, pad.y - at.y) < 0.05)
  return near.find((pad) => pad.side === "both") ?? near[0]
}
