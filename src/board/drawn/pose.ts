import { turn } from "../../geometry/point"
import type { Point, Side } from "../../model/place"

/** A frame on the board: first mirrored left to right (on the bottom), then turned, then moved. mm, degrees. */
export interface Pose extends Point {
  readonly rotationDeg: number
  readonly mirrored: boolean
}

export const boardPose: Pose = { x: 0, y: 0, rotationDeg: 0, mirrored: false }

/** A point of the frame, on the board. */
export function placed(pose: Pose, { x, y }: Point): Point {
  const turned = turn({ x: pose.mirrored ? -x : x, y }, pose.rotationDeg)
  return { x: pose.x + turned.x, y: pose.y + turned.y }
}

/** A frame inside a frame. Behind a mirror an angle counts the other way. */
export function inside(outer: Pose, at: Point, rotationDeg: number, mirrored = false): Pose {
  const { x, y } = placed(outer, at)
  const own = outer.mirrored ? -rotationDeg : rotationDeg
  return { x, y, rotationDeg: outer.rotationDeg + own, mirrored: outer.mirrored !== mirrored }
}

/** A side as the frame calls it, on the board: a part on the bottom has its own top there. */
export const sideOf = ({ mirrored }: Pose, side: Side): Side =>
  mirrored ? (side === "top" ? "bottom" : "top") : side
