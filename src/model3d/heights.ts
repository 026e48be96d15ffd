import { groupBy } from "../circuit/group-by"
import type { Side } from "../model/place"
import { naturalOrder } from "../natural-order"
import type { Model } from "./model"
import { boundsOf } from "./solid"

export interface HeightRow {
  readonly part: string
  readonly title: string
  readonly side: Side
  /** Highest point over the face of the board, mm; for pins that reach through, on the other side. */
  readonly heightMm: number
  /** The room there is, where the board says one. */
  readonly limitMm?: number
  readonly source: string
  readonly trust: "datasheet" | "typical" | "measured"
  readonly fitted: boolean
  /** Usually left empty: shown, not held against the limit. */
  readonly optional: boolean
}

/**
 * One row a part and side it reaches over, tallest first. On its own side a part counts with the most its record
 * allows, where that is more than what is drawn.
 */
export function heightTable(model: Model, space = model.space): HeightRow[] {
  const rows: HeightRow[] = []
  const solidsOf = groupBy(model.solids, ({ part }) => part)
  for (const { part, body, fit, fitted, maxHeight } of model.parts) {
    const boxes = (solidsOf.get(part) ?? []).filter(({ marking }) => !marking).map(boundsOf)
    const reach: Record<Side, number> = {
      top: Math.max(...boxes.map((box) => box.max[2])) - model.thicknessMm,
      bottom: -Math.min(...boxes.map((box) => box.min[2])),
    }
    for (const side of ["top", "bottom"] as const) {
      const drawn = Math.round(reach[side] * 1000) / 1000
      if (drawn <= 0) continue
      const most = side === fit.pose.side && maxHeight && maxHeight.mm > drawn ? maxHeight : undefined
      const limit = space.find((envelope) => envelope.side === side)
      rows.push({
        part,
        title: body.title,
        side,
        heightMm: most?.mm ?? drawn,
        ...(limit ? { limitMm: limit.limitMm } : {}),
        source: most?.source ?? body.height.source,
        trust: most ? "datasheet" : body.height.trust,
        fitted,
        optional: body.optional ?? false,
      })
    }
  }
  return rows.sort((a, b) => b.heightMm - a.heightMm || naturalOrder(a.part, b.part))
}
