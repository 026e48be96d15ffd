import type { Part, PlacedPart } from "../circuit/parts"
import type { Side } from "../model/place"
import { naturalOrder } from "../natural-order"
import { boxAround, type Change, type Spot } from "./change"
import type { Circuits, CircuitView } from "./circuits"
import { mm, signed, split } from "./words"

/** Less than this is rounding, mm and degrees. */
const still = 0.0005

/** Parts that came, went, moved, turned, changed sides or are fitted now and were not. */
export function comparePlacements({ old, fresh }: Circuits): Change[] {
  const [before, after] = [byName(old.parts), byName(fresh.parts)]
  const names = split([...before.keys()], [...after.keys()])
  const change = (designator: string, text: string): Change => ({
    section: "placement",
    text: `${designator}: ${text}`,
    spots: [...spotsOf(fresh, designator), ...spotsOf(old, designator)].slice(0, 2),
  })
  const changes: Change[] = [
    ...names.gone.map((name) => change(name, "removed")),
    ...names.added.map((name) => change(name, `added${where(after.get(name)?.placed)}`)),
  ]
  for (const name of names.kept) {
    const words = moved(before.get(name)?.placed, after.get(name)?.placed)
    if (words.length > 0) changes.push(change(name, words.join(", ")))
  }
  return changes.sort((a, b) => naturalOrder(a.text, b.text))
}

/** Designators of parts that lie exactly as they did. */
export function unmovedParts({ old, fresh }: Circuits): Set<string> {
  const before = byName(old.parts)
  return new Set(
    fresh.parts
      .filter(({ designator, placed }) => {
        const part = before.get(designator)
        return part !== undefined && moved(part.placed, placed).length === 0
      })
      .map(({ designator }) => designator),
  )
}

/** Places of a part's pads, one spot a part. */
export function spotsOf(view: CircuitView, designator: string): Spot[] {
  const side = view.parts.find((part) => part.designator === designator)?.placed?.side
  const pads = view.copper.pads.filter((pad) => pad.designator === designator)
  const box = boxAround(pads, 1.2)
  return box === undefined
    ? []
    : [{ ...box, ...(side === undefined ? {} : { side }), layers: partLayers(side ?? "top") }]
}

const partLayers = (side: Side) => [`copper-${side}`, `mask-${side}`, `silk-${side}`] as const

const byName = (parts: readonly Part[]): Map<string, Part> =>
  new Map(parts.map((part) => [part.designator, part]))

function moved(from: PlacedPart | undefined, to: PlacedPart | undefined): string[] {
  if (from === undefined || to === undefined) {
    if (from === to) return []
    return [from === undefined ? `put on the board${where(to)}` : "taken off the board"]
  }
  const words: string[] = []
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const distance = Math.hypot(dx, dy)
  if (distance > still) words.push(`moved by ${mm(distance)} mm (${signed(dx)}, ${signed(dy)})`)
  const turn = ((((to.rotationDeg - from.rotationDeg) % 360) + 540) % 360) - 180
  if (Math.abs(turn) > still) words.push(`turned by ${Number(turn.toFixed(2))}°`)
  if (from.side !== to.side) words.push(`${from.side} → ${to.side} side`)
  if (from.fitted !== to.fitted) words.push(to.fitted ? "fitted now" : "not fitted any more")
  return words
}

const where = (placed: PlacedPart | undefined): string =>
  placed === undefined ? "" : ` at (${mm(placed.x)}, ${mm(placed.y)}) mm, ${placed.side} side`
