import { measureText } from "../typeface/font"
import type { SheetPoint } from "./svg-elements"

/** A rectangle on the sheet, mm. */
export interface Area {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export const overlap = (a: Area, b: Area): number => {
  const width = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const height = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return width > 0 && height > 0 ? width * height : 0
}

/** Text in one or more centred lines. */
export interface Label {
  readonly lines: readonly { readonly text: string; readonly capHeight: number; readonly bold: boolean }[]
}

const lineGap = 0.9

export function labelSize({ lines }: Label): { width: number; height: number } {
  const width = Math.max(...lines.map((l) => measureText(l.text, l.capHeight, l.bold ? 600 : 400).widthMm))
  const height = lines.reduce((sum, l) => sum + l.capHeight, 0) + (lines.length - 1) * lineGap
  return { width, height }
}

/** Baselines of a label's lines when its middle is at `centre`. */
export function baselines(
  label: Label,
  centre: SheetPoint,
): { at: SheetPoint; line: Label["lines"][number] }[] {
  let y = centre[1] - labelSize(label).height / 2
  return label.lines.map((line) => {
    y += line.capHeight
    const at: SheetPoint = [centre[0], y]
    y += lineGap
    return { at, line }
  })
}

/**
 * A free place for a label near a body: tries the middle, then rings of places round it, and takes the first that
 * covers nothing, else the one that covers least.
 * @param taken what must not be covered: other bodies, pads, labels.
 * @param inside whether the label may stand on the body itself.
 * @param rings how far from the body it may stand: 1.1 mm each.
 */
export function placeLabel(
  label: Label,
  body: Area,
  taken: readonly Area[],
  inside: boolean,
  rings = 8,
): { readonly at: SheetPoint; readonly covers: boolean } {
  const { width, height } = labelSize(label)
  const [cx, cy] = [(body.minX + body.maxX) / 2, (body.minY + body.maxY) / 2]
  const areaAt = ([x, y]: SheetPoint): Area => ({
    minX: x - width / 2 - 0.3,
    maxX: x + width / 2 + 0.3,
    minY: y - height / 2 - 0.3,
    maxY: y + height / 2 + 0.3,
  })
  const candidates: SheetPoint[] = inside ? [[cx, cy]] : []
  for (let ring = 0; ring < rings; ring++) {
    const away = 0.8 + ring * 1.1
    const [left, right] = [body.minX - away - width / 2, body.maxX + away + width / 2]
    const [above, below] = [body.minY - away - height / 2, body.maxY + away + height / 2]
    candidates.push([cx, below], [cx, above], [right, cy], [left, cy])
    if (ring > 2) candidates.push([right, below], [left, below], [right, above], [left, above])
  }
  let best: { at: SheetPoint; cost: number } = { at: [cx, cy], cost: Number.POSITIVE_INFINITY }
  for (const at of candidates) {
    const area = areaAt(at)
    const cost = taken.reduce((sum, other) => sum + overlap(area, other), 0)
    if (cost < best.cost - 1e-9) best = { at, cost }
    if (best.cost === 0) break
  }
  return { at: best.at, covers: best.cost > 0 }
}
