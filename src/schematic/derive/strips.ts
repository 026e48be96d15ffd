import { naturalOrder } from "../../natural-order"
import type { NetContext } from "./context"
import type { KnownPart, KnownPin } from "./known"

/** A two-pin part on its way from one net to the next. */
export interface Link {
  readonly part: KnownPart
  readonly near: KnownPin
  readonly far: KnownPin
}

/** Two-pin parts in a row, joined by nets that nothing else is on. */
export type Strip = readonly Link[]

export const headOf = (strip: Strip): string | undefined => strip[0]?.near.net
export const tailOf = (strip: Strip): string | undefined => strip.at(-1)?.far.net
export const reversed = (strip: Strip): Strip =>
  [...strip].reverse().map(({ part, near, far }) => ({ part, near: far, far: near }))

/** Longest row: a longer chain becomes several. */
const longest = 4

/** Sorts two-pin parts into rows. */
export function stripsOf(parts: readonly KnownPart[], { facts, symbol }: NetContext): Strip[] {
  const byPin = new Map(
    parts.flatMap((part) => part.pins.map((pin) => [`${part.part}.${pin.number}` as string, part] as const)),
  )
  const used = new Set<KnownPart>()
  /** Follows the chain from a part's pin as long as only one other two-pin part is on the net. */
  const follow = (strip: Link[]): void => {
    while (strip.length < longest) {
      const last = strip.at(-1)
      const net = last?.far.net
      if (!last || net === undefined || symbol(net)) return
      const pins = facts.nets.get(net) ?? []
      const other = pins.find((pin) => pin !== `${last.part.part}.${last.far.number}`)
      const part = other === undefined ? undefined : byPin.get(other)
      if (pins.length !== 2 || !part || used.has(part)) return
      const near = part.pins.find((pin) => `${part.part}.${pin.number}` === other)
      const far = part.pins.find((pin) => pin !== near)
      if (!near || !far) return
      used.add(part)
      strip.push({ part, near, far })
    }
  }
  const strips: Strip[] = []
  for (const part of [...parts].sort((a, b) => naturalOrder(a.part, b.part))) {
    const [near, far] = part.pins
    if (used.has(part) || !near || !far) continue
    used.add(part)
    const strip: Link[] = [{ part, near, far }]
    follow(strip)
    const back = [...reversed(strip)]
    follow(back)
    strips.push(reversed(back))
  }
  return strips
}

/** Gives rows to the pins they serve: `U1.3` -> rows, and what serves no pin of a box. */
export function attachStrips(
  strips: readonly Strip[],
  boxes: readonly KnownPart[],
  { symbol }: NetContext,
): { readonly at: ReadonlyMap<string, readonly Strip[]>; readonly free: readonly Strip[] } {
  const pinsOn = new Map<string, { readonly id: string; readonly chip: boolean }[]>()
  for (const { part, kind, pins } of boxes) {
    for (const { number, net } of pins) {
      if (net === undefined || symbol(net)) continue
      pinsOn.set(net, [...(pinsOn.get(net) ?? []), { id: `${part}.${number}`, chip: kind !== "connector" }])
    }
  }
  const at = new Map<string, Strip[]>()
  const free: Strip[] = []
  for (const strip of strips) {
    const ends = [strip, reversed(strip)].flatMap((turned) =>
      (pinsOn.get(headOf(turned) ?? "") ?? []).map((pin) => ({
        ...pin,
        turned,
        load: at.get(pin.id)?.length ?? 0,
      })),
    )
    const [best] = ends
      .filter((end) => end.load < 3)
      .sort((a, b) => Number(b.chip) - Number(a.chip) || a.load - b.load || naturalOrder(a.id, b.id))
    if (best) at.set(best.id, [...(at.get(best.id) ?? []), best.turned])
    else free.push(strip)
  }
  return { at, free }
}
