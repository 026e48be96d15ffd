import type { Point } from "../model/place"
import type { Written } from "./expand"

/** Where a group's own frame lies on the board: mm, counter-clockwise degrees seen from the top. */
export interface Frame extends Point {
  readonly rotationDeg: number
}

/** A point of a group's frame on the board. */
export function onBoard(frame: Frame, { x, y }: Point): Point {
  if (frame.rotationDeg === 0) return { x: frame.x + x, y: frame.y + y }
  const angle = (frame.rotationDeg * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: frame.x + x * cos - y * sin, y: frame.y + x * sin + y * cos }
}

/** The frame inside an element: a group's place moves and turns what is in it. */
export function inGroup(frame: Frame, { type, props }: Extract<Written, { kind: "element" }>): Frame {
  if (type !== "group" && type !== "subcircuit") return frame
  const number = (value: unknown): number => (value === undefined ? 0 : Number.parseFloat(String(value)))
  const place = onBoard(frame, { x: number(props.pcbX), y: number(props.pcbY) })
  return { ...place, rotationDeg: frame.rotationDeg + number(props.pcbRotation) }
}
