import { type Circuit, elementsOf } from "../../circuit/elements"
import { nearness } from "../../circuit/pieces"
import { polygonShape, type Shape } from "../../geometry/shape"
import type { Keepout } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Copper may end on a zone's edge; a zone is taken as smaller by this. mm. */
const edgeMm = 1e-3

/** No copper in the zones where there must be none (the antenna), on any layer. */
export function keepouts({
  circuit,
  board,
  pieces,
}: BoardInput<"keepouts"> & Pick<Subject, "pieces">): CheckResult {
  const zones = [...board.keepouts, ...footprintZones(circuit, board.keepouts)]
  const findings = zones.flatMap((zone) => {
    const shape = shapeOf(zone)
    return pieces.flatMap((piece): Finding[] => {
      const at = nearness(piece.copper, { shape }, 0)?.at
      if (at === undefined) return []
      const words = `${piece.what}${piece.net === undefined ? "" : ` (${piece.net})`}`
      return [
        {
          rule: "board/keepout-copper",
          severity: "error",
          message: `${words} is in the copper-free zone of ${zone.name}`,
          at: { x: at.x, y: at.y, ...(piece.layers.length === 1 ? { layer: piece.layers[0] ?? "top" } : {}) },
          nets: piece.net === undefined ? [] : [piece.net],
          parts: piece.pad === undefined ? [] : [piece.pad.name],
        },
      ]
    })
  })
  return { findings, figures: [{ name: "copper-free zones", value: zones.length }] }
}

function shapeOf(zone: Keepout): Shape {
  const [left, right] = [zone.minX + edgeMm, zone.maxX - edgeMm]
  const [low, high] = [zone.minY + edgeMm, zone.maxY - edgeMm]
  return polygonShape([
    { x: left, y: low },
    { x: right, y: low },
    { x: right, y: high },
    { x: left, y: high },
  ])
}

/** Zones that footprints bring along, but for those the board's definition has already. */
function footprintZones(circuit: Circuit, known: readonly Keepout[]): Keepout[] {
  return elementsOf(circuit, "pcb_keepout").flatMap((zone): Keepout[] => {
    if (zone.shape !== "rect") return []
    const { center, width, height } = zone
    const found: Keepout = {
      name: `the footprint at (${center.x.toFixed(2)}, ${center.y.toFixed(2)}) mm`,
      minX: center.x - width / 2,
      minY: center.y - height / 2,
      maxX: center.x + width / 2,
      maxY: center.y + height / 2,
    }
    const same = known.some((other) =>
      (["minX", "minY", "maxX", "maxY"] as const).every(
        (side) => Math.abs(other[side] - found[side]) < edgeMm,
      ),
    )
    return same ? [] : [found]
  })
}
