import { millimetres } from "./sheet"
import { polygon, polyline, type SheetPoint, text } from "./svg-elements"

const height = 1.8
const arrow = 1.6

/** A horizontal dimension between two points, its line at sheet height `y`. `value` in mm of the real board. */
export function across(from: SheetPoint, to: SheetPoint, y: number, value: number): string {
  const [a, b] = from[0] < to[0] ? [from, to] : [to, from]
  const over = y < a[1] ? -1 : 1
  return [
    extension(a, [a[0], y + over]),
    extension(b, [b[0], y + over]),
    line([a[0], y], [b[0], y]),
    text(millimetres(value), [(a[0] + b[0]) / 2, y - 0.8], height, { anchor: "middle", kind: "quiet" }),
  ].join("")
}

/** A vertical dimension, its line at sheet position `x`, its text read from the right. */
export function upright(from: SheetPoint, to: SheetPoint, x: number, value: number): string {
  const [a, b] = from[1] < to[1] ? [from, to] : [to, from]
  const over = x < a[0] ? -1 : 1
  return [
    extension(a, [x + over, a[1]]),
    extension(b, [x + over, b[1]]),
    line([x, a[1]], [x, b[1]]),
    text(millimetres(value), [x - 0.8, (a[1] + b[1]) / 2], height, {
      anchor: "middle",
      kind: "quiet",
      turn: 90,
    }),
  ].join("")
}

/** The thin line from the object to the dimension line, with a gap at the object. */
function extension(from: SheetPoint, to: SheetPoint): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dy * dy)
  const start: SheetPoint = [from[0] + (dx / length) * 0.8, from[1] + (dy / length) * 0.8]
  return polyline([start, to], "dimension")
}

/** A line with an arrow at each end; arrows point inwards from outside where the line is too short. */
function line(a: SheetPoint, b: SheetPoint): string {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = Math.sqrt(dx * dx + dy * dy)
  const [ux, uy] = [dx / length, dy / length]
  const short = length < 3 * arrow
  const sense = short ? -1 : 1
  const stub = short ? 2 * arrow : 0
  return [
    polyline(
      [
        [a[0] - ux * stub, a[1] - uy * stub],
        [b[0] + ux * stub, b[1] + uy * stub],
      ],
      "dimension",
    ),
    head(a, [ux * sense, uy * sense]),
    head(b, [-ux * sense, -uy * sense]),
  ].join("")
}

function head([x, y]: SheetPoint, [ux, uy]: SheetPoint): string {
  const w = arrow * 0.18
  return polygon(
    [
      [x, y],
      [x + ux * arrow - uy * w, y + uy * arrow + ux * w],
      [x + ux * arrow + uy * w, y + uy * arrow - ux * w],
    ],
    "f-quiet",
  )
}
