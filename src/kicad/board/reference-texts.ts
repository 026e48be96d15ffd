import { groupBy } from "../../circuit/group-by"
import { distance } from "../../geometry/point"
import type { Ink } from "./ink"
import type { BoardPart } from "./parts"

/**
 * Designator -> the text on the board that is nothing but the designator, on the part's side: in KiCad it becomes the
 * footprint's own and moves with it. The nearest where there are several.
 */
export function designatorTexts(ink: readonly Ink[], parts: readonly BoardPart[]): Map<string, Ink> {
  const found = new Map<string, Ink>()
  const byText = groupBy(ink, ({ drawing }) => (drawing.kind === "text" ? drawing.text : undefined))
  for (const { designator, pose } of parts) {
    const away = (one: Ink): number =>
      one.drawing.kind === "text" ? distance(one.drawing.at, pose) : Number.POSITIVE_INFINITY
    const [nearest] = (byText.get(designator) ?? [])
      .filter(({ drawing, side }) => drawing.kind === "text" && !drawing.knockout && side === pose.side)
      .sort((a, b) => away(a) - away(b))
    if (nearest) found.set(designator, nearest)
  }
  return found
}
