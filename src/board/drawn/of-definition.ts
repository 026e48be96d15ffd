import { disc, pill } from "../../geometry/shape"
import { silkFont } from "../../legend/font"
import type { MountingHole } from "../../model/board"
import type { Drawn } from "../../model/drawn"
import type { SilkItem } from "../../model/silk"

/** What a board's definition draws beside its circuit: holes and silkscreen, in the board's own frame. */
export const definitionPieces = (holes: readonly MountingHole[], silk: readonly SilkItem[]): Drawn[] => [
  ...holes.map(
    ({ designator, x, y, drillMm, slot }): Drawn => ({
      kind: "hole",
      what: `hole ${designator}`,
      name: designator,
      shape:
        slot === undefined ? disc({ x, y }, drillMm) : pill({ x, y }, slot.lengthMm, drillMm, slot.turnDeg),
    }),
  ),
  ...silk.map(silkPiece),
]

function silkPiece(item: SilkItem): Drawn {
  const { side } = item
  switch (item.kind) {
    case "line": {
      const form = { kind: "lines", points: item.points, widthMm: item.widthMm } as const
      return { kind: "ink", what: "silkscreen line", side, form }
    }
    case "dot": {
      const form = { kind: "area", shape: disc(item, item.diameterMm) } as const
      return { kind: "ink", what: "silkscreen dot", side, form }
    }
    case "text":
      return {
        kind: "text",
        what: `silkscreen text "${item.text}"`,
        side,
        text: item.text,
        at: { x: item.x, y: item.y },
        // Who reads the bottom has turned the board over, and sees angles count the other way.
        rotationDeg: side === "bottom" ? -item.turnDeg : item.turnDeg,
        fontSizeMm: item.capitalMm / silkFont.capitalOfSize,
        anchor: "center",
      }
  }
}
