import { turn } from "../geometry/point"
import type { Point } from "../model/place"
import type { Written } from "./expand"

/** Where a group's own frame lies on the board: mm, counter-clockwise degrees seen from the top. */
export interface Frame extends Point {
  readonly rotationDeg: number
}

/** A point of a group's frame on the board. */
export function onBoard(frame: Frame, point: Point): Point {
  const { x, y } = turn(point, frame.rotationDeg)
  return { x: frame.x + x, y: frame.y + y }
}

/** A point of the board in a group's frame. */
export const inFrame = (frame: Frame, { x, y }: Point): Point =>
  turn({ x: x - frame.x, y: y - frame.y }, -frame.rotationDeg)

/** The frame inside an element: a group's place moves and turns what is in it. */
export function inGroup(frame: Frame, { type, props }: Extract<Written, { kind: "element" }>): Frame {
  if (type !== "group" && type !== "subcircuit") return frame
  const place = onBoard(frame, { x: lengthMm(props.pcbX) ?? 0, y: lengthMm(props.pcbY) ?? 0 })
  const turned = props.pcbRotation === undefined ? 0 : Number.parseFloat(String(props.pcbRotation))
  return { ...place, rotationDeg: frame.rotationDeg + turned }
}

const units: Readonly<Record<string, number>> = { "": 1, mm: 1, cm: 10, m: 1000, in: 25.4, mil: 0.0254 }

/** A length of a tscircuit element, mm: 3, "3mm", "0.1in". */
export function lengthMm(value: unknown): number | undefined {
  const [, number, unit = ""] = /^\s*(-?[\d.]+)\s*([a-z]*)\s*$/.exec(String(value)) ?? []
  const factor = units[unit]
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}
