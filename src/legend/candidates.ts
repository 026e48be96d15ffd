import type { LegendPart } from "./areas"
import { beside, directions, extentAcross, widthAcross } from "./beside"
import { type LegendText, silkHeight, textBox } from "./font"
import { type Scene, toArea } from "./scene"

/** A place for a designator; the smaller the cost, the better it reads. */
export interface Candidate {
  readonly text: LegendText
  readonly cost: number
}

/** Free space to the part's courtyard, mm: the nearest that is free wins. */
const gapsMm = [0.05, 0.3, 0.6, 1, 1.5, 2.2, 3] as const

/** As many places are enough to choose from; so many are looked at where a part stands free. */
const enough = 40

/** A text must be nearer to its own part than to any other by this, mm. */
const nearerMm = 0.1

/** From here on another part does not make one think whose text it is, mm. */
const clearlyMm = 1

const costs = { turned: 0.5, aside: 0.6, overVia: 0.6, unclear: 1.2, inside: 5 } as const
const sideCost = { above: 0, below: 0.1, right: 0.25, left: 0.3 } as const

/** A text that may still be anywhere. */
export const designatorText = (
  { designator, area }: LegendPart,
  turnDeg: 0 | 90,
): Omit<LegendText, "x" | "y"> => ({
  text: designator,
  side: area.side,
  turnDeg,
  capitalMm: silkHeight.small,
})

/** Where a part's designator may be, the best first, without regard to those of other parts. */
export function designatorPlaces(part: LegendPart, scene: Scene): Candidate[] {
  const found: Candidate[] = []
  for (const { text, cost } of byCost(outside(part))) {
    const place = judged(text, cost, part, scene)
    if (place !== undefined) found.push(place)
    if (found.length === enough) break
  }
  return byCost(
    found.length > 0
      ? found
      : inside(part).flatMap(({ text, cost }) => judged(text, cost, part, scene) ?? []),
  )
}

const byCost = (places: readonly Candidate[]): Candidate[] => [...places].sort((a, b) => a.cost - b.cost)

function judged(
  text: LegendText,
  cost: number,
  { designator, area }: LegendPart,
  scene: Scene,
): Candidate | undefined {
  const box = textBox(text)
  if (!scene.isFree(text.side, box, designator)) return undefined
  const own = toArea(box, area)
  const spare = scene.toOtherPart(text.side, box, designator, own + clearlyMm) - own
  if (spare < nearerMm) return undefined
  const unclear = costs.unclear * (1 - spare / clearlyMm)
  return { text, cost: cost + unclear + (scene.overVia(box) ? costs.overVia : 0) }
}

/** All round the courtyard, at growing distance, from its middle to its corners. */
export function outside(part: LegendPart): Candidate[] {
  const { shapes } = part.area
  return ([0, 90] as const).flatMap((turnDeg) =>
    directions.flatMap((direction) => {
      const text = designatorText(part, turnDeg)
      const { from, to } = extentAcross(shapes, direction, text.side)
      const origin = {
        x: (part.area.box.minX + part.area.box.maxX) / 2,
        y: (part.area.box.minY + part.area.box.maxY) / 2,
      }
      return slides(to - from, widthAcross(text, direction)).flatMap(({ alongMm, aside }) =>
        gapsMm.flatMap((gapMm): Candidate[] => {
          const placed = beside(text, shapes, direction, origin, alongMm, gapMm)
          const cost = gapMm + sideCost[direction] + costs.aside * aside + (turnDeg === 90 ? costs.turned : 0)
          return placed === undefined ? [] : [{ text: placed, cost }]
        }),
      )
    }),
  )
}

/**
 * How far from the middle of a side a text may stand: until the middle of the shorter of the two is at the end of the
 * longer, in steps that include lying flush.
 */
function slides(sideMm: number, textMm: number): { readonly alongMm: number; readonly aside: number }[] {
  const most = Math.max(sideMm, textMm) / 2
  const flush = Math.abs(sideMm - textMm) / 2
  const steps = Math.min(12, Math.max(2, Math.ceil(most / 0.8)))
  const places = [flush, ...Array.from({ length: steps }, (_, step) => (most * (step + 1)) / steps)]
  return [0, ...places.flatMap((mm) => [mm, -mm])].map((alongMm) => ({
    alongMm,
    aside: Math.abs(alongMm) / most,
  }))
}

/** Within the courtyard, where the part hides it once it is on the board: better than nothing. */
function inside(part: LegendPart): Candidate[] {
  const { minX, minY, maxX, maxY } = part.area.box
  const parts = [0.5, 0.3, 0.7, 0.15, 0.85]
  return ([0, 90] as const).flatMap((turnDeg) =>
    parts.flatMap((u) =>
      parts.flatMap((v): Candidate[] => {
        const text = {
          ...designatorText(part, turnDeg),
          x: minX + u * (maxX - minX),
          y: minY + v * (maxY - minY),
        }
        const box = textBox(text)
        const fits = box.minX >= minX && box.maxX <= maxX && box.minY >= minY && box.maxY <= maxY
        const cost =
          costs.inside + Math.abs(u - 0.5) + Math.abs(v - 0.5) + (turnDeg === 90 ? costs.turned : 0)
        return fits ? [{ text, cost }] : []
      }),
    ),
  )
}
