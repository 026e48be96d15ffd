import { type Point, turn } from "../../geometry/point"
import type { Side } from "../../model/place"
import { decimal, type Node } from "../sexpr"

/**
 * KiCad's board lies on a sheet, mm, x right, y down. The board's centre goes to the middle of an A4 sheet, which is
 * also the file's drill and grid origin: what KiCad plots from there has the Gerbers' own coordinates.
 */
export const sheetOrigin: Point = { x: 148.5, y: 105 }

/** A point of the board (y up) on KiCad's sheet. */
export const toSheet = ({ x, y }: Point): Point => ({
  x: decimal(sheetOrigin.x + x),
  y: decimal(sheetOrigin.y - y),
})

/** `(at 1 2)`, `(start 1 2)`: a point that is on the sheet or in a footprint already. */
export const at = (name: string, { x, y }: Point, turnDeg?: number): Node => [
  name,
  decimal(x),
  decimal(y),
  ...(turnDeg === undefined || angle(turnDeg) === 0 ? [] : [angle(turnDeg)]),
]

/** -180 < degrees <= 180, as KiCad writes angles. */
export function angle(deg: number): number {
  const positive = decimal(((deg % 360) + 360) % 360)
  return positive > 180 ? decimal(positive - 360) : positive
}

/** Where a part stands: mm and degrees as in the placement table. */
export interface PartPose extends Point {
  readonly rotationDeg: number
  readonly side: Side
}

/**
 * A point of the board in the part's library frame: x right, y down, seen from the side the part is mounted on. A
 * bottom part is mirrored left to right, then turned, so here it is turned back and mirrored.
 */
export function toLibrary(pose: PartPose, p: Point): Point {
  const { x, y } = turnedBack(pose, { x: p.x - pose.x, y: p.y - pose.y })
  return { x: decimal(x), y: decimal(-y) }
}

/** A direction on the board in the part's own frame, y up. */
export function turnedBack(pose: PartPose, direction: Point): Point {
  const { x, y } = turn(direction, -pose.rotationDeg)
  return { x: pose.side === "bottom" ? -x : x, y }
}

/** An angle on the board, counter-clockwise seen from the top, in the part's library frame. */
export const turnToLibrary = (pose: PartPose, deg: number): number =>
  pose.side === "bottom" ? pose.rotationDeg - deg : deg - pose.rotationDeg

/** How KiCad turns the part's footprint. It flips a footprint about the x axis, this project about the y axis. */
export const footprintTurn = (pose: PartPose): number =>
  angle(pose.side === "bottom" ? pose.rotationDeg + 180 : pose.rotationDeg)

/** A point of the library frame as a footprint on `side` of the board stores it. */
export const inFootprint = (side: Side, { x, y }: Point): Point => ({
  x,
  y: side === "bottom" ? decimal(-y) : y,
})
