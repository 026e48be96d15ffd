import type { Side } from "../board-definition"
import { groupBy } from "../circuit/group-by"
import { naturalOrder } from "../natural-order"
import type { Model } from "./model"
import { boundsOf } from "./solid"

/**
 * The space a board has in its meter, as far as anyone has written it down: nobody published a drawing. Each limit is
 * what builds that are known to fit, or not to fit, allow.
 */
export interface Envelope {
  readonly side: Side
  /** Largest height over the board's face on this side, mm. */
  readonly limitMm: number
  readonly source: string
}

export const meterSpace: readonly Envelope[] = [
  {
    side: "top",
    limitMm: 6.6,
    source:
      "inferred: the 2 x 3 right-angle header with its tails flush (about 6.5 mm) is the tallest part of the builds " +
      "that fit; taller was never reported",
  },
  {
    side: "bottom",
    limitMm: 9.5,
    source:
      "inferred: the module soldered flush (7 to 9.5 mm by its parts) fits, the same module on pin headers " +
      "(2.5 mm more) does not, says the original's README",
  },
]

export interface HeightRow {
  readonly part: string
  readonly title: string
  readonly side: Side
  /** Highest point over the face of the board, mm; for pins that reach through, on the other side. */
  readonly heightMm: number
  readonly limitMm: number
  readonly source: string
  readonly trust: "datasheet" | "typical" | "measured"
  readonly fitted: boolean
  /** Left empty in the meter: shown, not held against the limit. */
  readonly optional: boolean
}

/**
 * One row a part and side it reaches over, tallest first. On its own side a part counts with the most its catalogue
 * entry allows, where that is more than what is drawn.
 */
export function heightTable(model: Model, envelopes: readonly Envelope[] = meterSpace): HeightRow[] {
  const rows: HeightRow[] = []
  const solidsOf = groupBy(model.solids, ({ part }) => part)
  for (const { part, body, fit, fitted, maxHeight } of model.parts) {
    const boxes = (solidsOf.get(part) ?? []).filter(({ marking }) => !marking).map(boundsOf)
    const reach: Record<Side, number> = {
      top: Math.max(...boxes.map((box) => box.max[2])) - model.thicknessMm,
      bottom: -Math.min(...boxes.map((box) => box.min[2])),
    }
    for (const { side, limitMm } of envelopes) {
      const drawn = Math.round(reach[side] * 1000) / 1000
      if (drawn <= 0) continue
      const most = side === fit.pose.side && maxHeight && maxHeight.mm > drawn ? maxHeight : undefined
      rows.push({
        part,
        title: body.title,
        side,
        heightMm: most?.mm ?? drawn,
        limitMm,
        source: most?.source ?? body.height.source,
        trust: most ? "datasheet" : body.height.trust,
        fitted,
        optional: body.optional ?? false,
      })
    }
  }
  return rows.sort((a, b) => b.heightMm - a.heightMm || naturalOrder(a.part, b.part))
}
