import type { Point } from "../../../src/model/place"
import { partAt } from "../placement"

/** From a top part's footprint frame to the board's, mm. */
export function onBoard(designator: string, local: Point): Point {
  const { x, y, rotationDeg } = partAt(designator)
  const angle = (rotationDeg * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
  return { x: x + local.x * cos - local.y * sin, y: y + local.x * sin + local.y * cos }
}
