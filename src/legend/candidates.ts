import type { Side } from "../model/place"
import type { LegendPart } from "./areas"
import { beside, directions, extentAcross, widthAcross } from "./beside"
import { type LegendText, silkHeight, textBox } from "./font"
import { type Scene, toArea } from "./scene"

/** A place for a designator; the smaller the cost, the better it reads. */
export interface Candidate {
  readonly text: LegendText
  /** Where it stands, in a word: equal parts side by side want theirs alike. */
  readonly manner: string
  readonly cost: number
}

/** Free space to the part's courtyard, mm: the nearest that is free wins. */
const gapsMm = [0.05, 0.3, 0.6, 1, 1.5, 2.2, 3] as const

/** A text must be nearer to its own part than to any other by this, mm. */
const nearerMm = 0.1

/** From here on another part does not make one think whose text it is, mm. */
const clearlyMm = 0.8

const costs = { turned: 0.5, aside: 0.4, overVia: 0.6, unclear: 0.8, readsOn: 0.5, inside: 5 } as const
const sideCost = { above: 0, below: 0.1, right: 0.25, left: 0.3 } as const

const designatorText = (text: string, side: Side, turnDeg: 0 | 90) => ({
  text,
  side,
  turnDeg,
  capitalMm: silkHeight.small,
})

/** Where a part's designator may be, the best first, without regard to those of other parts. */
export function designatorPlaces(part: LegendPart, scene: Scene): Candidate[] {
  const found = linesOutside(part).flatMap((line) => {
    // Farther out on the same line is no other place.
    for (const gapMm of gapsMm) {
      const place = judge(line.at(gapMm), line.cost + gapMm, line.manner, part, scene)
      if (place !== undefined) return [place]
    }
    return []
  })
  const places = found.length > 0 ? found : inside(part, scene)
  return places.sort((a, b) => a.cost - b.cost)
}

function judge(
  text: LegendText,
  cost: number,
  manner: string,
  { designator, area }: LegendPart,
  scene: Scene,
): Candidate | undefined {
  const box = textBox(text)
  if (!scene.isFree(text.side, box, designator)) return undefined
  const own = toArea(box, area)
  const spare = scene.toOtherPart(text.side, box, designator, own + clearlyMm) - own
  if (spare < nearerMm) return undefined
  const blemishes =
    costs.unclear * (1 - spare / clearlyMm) +
    (scene.overVia(box) ? costs.overVia : 0) +
    (scene.readsOn(text, box) ? costs.readsOn : 0)
  return { text, manner, cost: cost + blemishes }
}

/** A way out from the courtyard's side. */
interface Line {
  readonly manner: string
  readonly cost: number
  readonly at: (gapMm: number) => LegendText
}

/** All round the courtyard, from the middle of each side to its corners. */
function linesOutside({ designator, area }: LegendPart): Line[] {
  const { shapes, box, side } = area
  const middle = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 }
  return ([0, 90] as const).flatMap((turnDeg) => {
    const text = designatorText(designator, side, turnDeg)
    return directions.flatMap((direction) => {
      const { from, to } = extentAcross(shapes, direction, side)
      return slides(to - from, widthAcross(text, direction)).flatMap(({ alongMm, aside }) => {
        const at = beside(text, shapes, direction, middle, alongMm)
        const cost =
          sideCost[direction] + costs.aside * aside * (1 + aside) + (turnDeg === 90 ? costs.turned : 0)
        return at === undefined ? [] : [{ manner: `${direction} ${turnDeg}`, cost, at }]
      })
    })
  })
}

/** What is in the way at the places one would try first, the most frequent first. */
export function inTheWay(part: LegendPart, scene: Scene): string[] {
  const counts = new Map<string, number>()
  const first = linesOutside(part).sort((a, b) => a.cost - b.cost)
  for (const { at } of first.slice(0, 20)) {
    // Off the courtyard's edge, where the part's own outline and pads are not in the way.
    const text = at(0.6)
    const box = textBox(text)
    const ownMm = toArea(box, part.area)
    const blockers = new Set([
      ...scene.blockers(text.side, box, part.designator),
      ...scene.inkNear(text.side, box).map(({ what }) => what),
      ...scene.partsNear(text.side, box, part.designator, ownMm).map(({ designator }) => designator),
    ])
    blockers.delete(part.designator)
    for (const what of blockers) counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([what]) => what)
}

/**
 * How far from the middle of a side a text may stand: until the middle of the shorter of the two is at the end of the
 * longer, in steps that include lying flush.
 */
function slides(sideMm: number, textMm: number): { readonly alongMm: number; readonly aside: number }[] {
  const most = Math.max(sideMm, textMm) / 2
  const flush = Math.abs(sideMm - textMm) / 2
  const steps = Math.min(12, Math.max(2, Math.ceil(most / 0.8)))
  const places = Array.from({ length: steps }, (_, step) => (most * (step + 1)) / steps)
  if (places.every((mm) => Math.abs(mm - flush) > 0.15) && flush > 0.15) places.push(flush)
  return [0, ...places.flatMap((mm) => [mm, -mm])].map((alongMm) => ({
    alongMm,
    aside: Math.abs(alongMm) / most,
  }))
}

/** Within the courtyard, where the part hides it once it is on the board: better than nothing. */
function inside(part: LegendPart, scene: Scene): Candidate[] {
  const { designator, area } = part
  const { minX, minY, maxX, maxY } = area.box
  const fractions = [0.5, 0.3, 0.7, 0.15, 0.85]
  return ([0, 90] as const).flatMap((turnDeg) =>
    fractions.flatMap((u) =>
      fractions.flatMap((v) => {
        const at = { x: minX + u * (maxX - minX), y: minY + v * (maxY - minY) }
        const text = { ...designatorText(designator, area.side, turnDeg), ...at }
        const box = textBox(text)
        const fits = box.minX >= minX && box.maxX <= maxX && box.minY >= minY && box.maxY <= maxY
        const aside = Math.abs(u - 0.5) + Math.abs(v - 0.5)
        const cost = costs.inside + aside + (turnDeg === 90 ? costs.turned : 0)
        return fits ? (judge(text, cost, "inside", part, scene) ?? []) : []
      }),
    ),
  )
}
