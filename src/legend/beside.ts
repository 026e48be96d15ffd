import { type Point, turn } from "../geometry/point"
import { edgesOf, type Shape } from "../geometry/shape"
import { type LegendText, type Reach, textReach } from "./font"

/** Which side of a part a text stands at, as its reader sees it. */
export const directions = ["above", "below", "right", "left"] as const
export type Direction = (typeof directions)[number]

/** Turns that make the direction point up, on the board as seen from the top. */
const uprightDeg = { above: 0, right: 90, below: 180, left: 270 } as const

/** What stands right of something for the reader of the bottom stands left of it as seen from the top. */
const onBoard = (direction: Direction, side: LegendText["side"]): Direction =>
  side === "top" || direction === "above" || direction === "below"
    ? direction
    : direction === "right"
      ? "left"
      : "right"

/**
 * Where a text stands beside shapes: at a gap from the highest place of theirs below it, `along` from `from`, as one
 * sees it with the direction turned upwards. Undefined where nothing of the shapes is below it.
 */
export function beside(
  text: Omit<LegendText, "x" | "y">,
  shapes: readonly Shape[],
  direction: Direction,
  from: Point,
  along: number,
): ((gapMm: number) => LegendText) | undefined {
  const deg = uprightDeg[onBoard(direction, text.side)]
  const reach = turnedReach(textReach(text), deg)
  const x = turn(from, deg).x + along
  const top = highest(shapes, deg, x - reach.left, x + reach.right)
  if (top === undefined) return undefined
  return (gapMm) => ({ ...text, ...turn({ x, y: top + gapMm + reach.below }, 360 - deg) })
}

/** The shapes' extent across a direction, as {@link beside} counts `along`. */
export function extentAcross(
  shapes: readonly Shape[],
  direction: Direction,
  side: LegendText["side"],
): { readonly from: number; readonly to: number } {
  const deg = uprightDeg[onBoard(direction, side)]
  const places = shapes.flatMap(({ core, radius }) =>
    core.flatMap((p) => {
      const { x } = turn(p, deg)
      return [x - radius, x + radius]
    }),
  )
  return { from: Math.min(...places), to: Math.max(...places) }
}

/** A text's extent across a direction. */
export function widthAcross(text: Omit<LegendText, "x" | "y">, direction: Direction): number {
  const { left, right, below, above } = textReach(text)
  return direction === "above" || direction === "below" ? left + right : below + above
}

function turnedReach({ left, right, below, above }: Reach, deg: number): Reach {
  switch (deg) {
    case 90:
      return { below: left, right: below, above: right, left: above }
    case 180:
      return { below: above, right: left, above: below, left: right }
    case 270:
      return { below: right, right: above, above: left, left: below }
    default:
      return { left, right, below, above }
  }
}

/** Highest y of the shapes between two x, after a turn; a shape's rounding is taken in full. */
function highest(shapes: readonly Shape[], deg: number, from: number, to: number): number | undefined {
  let top: number | undefined
  for (const { core, radius } of shapes) {
    for (const [p, q] of edgesOf(core)) {
      const [a, b] = [turn(p, deg), turn(q, deg)].sort((one, other) => one.x - other.x) as [Point, Point]
      const [left, right] = [Math.max(from - radius, a.x), Math.min(to + radius, b.x)]
      if (left > right) continue
      const at = (x: number): number =>
        b.x - a.x < 1e-9 ? Math.max(a.y, b.y) : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
      const y = Math.max(at(left), at(right)) + radius
      if (top === undefined || y > top) top = y
    }
  }
  return top
}
