import { naturalOrder } from "../../natural-order"
import { type Block, boxBlock, rowsOf, stacked, stripBlock } from "./block"
import type { NetContext } from "./context"
import { type KnownPart, plainSymbol } from "./known"
import { attachStrips, headOf, type Strip, stripsOf, tailOf } from "./strips"

/**
 * Groups the parts that have no place: connectors at the left, everything else in the middle with the two-pin parts at
 * the pins they serve and its decoupling below it, the other half of the connectors at the right.
 */
export function arrange(parts: readonly KnownPart[], context: NetContext): Block[][] {
  const small = (part: KnownPart): boolean => part.pins.length === 2 && plainSymbol(part) !== undefined
  const boxes = parts.filter((part) => !small(part)).sort((a, b) => naturalOrder(a.part, b.part))
  const { at, free } = attachStrips(stripsOf(parts.filter(small), context), boxes, context)
  const decoupling = shareOut(free, boxes, context)
  const block = (part: KnownPart, facing: "left" | "right"): Block => {
    const main = boxBlock(part, at, facing, context)
    const caps = decoupling.get(part.part) ?? []
    if (caps.length === 0) return main
    return stacked(
      main,
      rowsOf(
        caps.map((strip) => stripBlock(strip, context)),
        Math.max(main.maxX - main.minX, 24),
      ),
    )
  }
  const connectors = boxes.filter(({ kind, pins }) => kind === "connector" && pins.length > 1)
  const half = Math.ceil(connectors.length / 2)
  const rest = boxes.filter((part) => !connectors.includes(part))
  const loose = free.filter((strip) => ![...decoupling.values()].flat().includes(strip))
  return [
    connectors.slice(0, half).map((part) => block(part, "right")),
    [...rest.map((part) => block(part, "right")), ...loose.map((strip) => stripBlock(strip, context))],
    connectors.slice(half).map((part) => block(part, "left")),
  ]
}

/** Parts between a supply and ground go to the boxes that the supply feeds, in equal shares. */
function shareOut(
  free: readonly Strip[],
  boxes: readonly KnownPart[],
  { facts, symbol }: NetContext,
): Map<string, Strip[]> {
  const shares = new Map<string, Strip[]>()
  for (const strip of free) {
    const [head, tail] = [headOf(strip), tailOf(strip)]
    if (strip.length > 1 || strip[0]?.part.kind !== "capacitor" || head === undefined || tail === undefined)
      continue
    if (!symbol(head) || !symbol(tail)) continue
    const supply = facts.grounds.has(head) ? tail : head
    const upright = facts.grounds.has(head)
      ? strip.map(({ part, near, far }) => ({ part, near: far, far: near }))
      : strip
    const fed = boxes.filter(
      ({ kind, pins }) => kind !== "connector" && pins.some(({ net }) => net === supply),
    )
    const count = (part: KnownPart): number => shares.get(part.part)?.length ?? 0
    const [least] = fed.sort((a, b) => count(a) - count(b) || naturalOrder(a.part, b.part))
    if (least) shares.set(least.part, [...(shares.get(least.part) ?? []), upright])
  }
  return shares
}
