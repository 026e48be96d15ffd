import { measureText } from "../../typeface/font"
import type { BoxSymbol, PinColumn } from "../sheet"
import { textHeights } from "../style"
import type { NetContext } from "./context"
import { nameReach, stepsFor, supplyHalf } from "./context"
import type { KnownPart, KnownPin } from "./known"

/** The sides that a box's pins leave from, in order. */
export interface Sides {
  readonly left: readonly KnownPin[]
  readonly right: readonly KnownPin[]
  readonly top: readonly KnownPin[]
  readonly bottom: readonly KnownPin[]
}

/** More pins than this on a connector leave from two sides, odd and even. */
const tallest = 20

/**
 * Connectors: all pins on the side that faces the sheet. Others: inputs left, outputs right, supplies above, grounds
 * below, what is neither where there are fewer, open pins last. A symbol of the part's own has its say first.
 */
export function sidesOf(
  { kind, pins, symbol }: KnownPart,
  facing: "left" | "right",
  context: NetContext,
): Sides {
  const none: Sides = { left: [], right: [], top: [], bottom: [] }
  if (symbol) {
    const pick = (column: PinColumn = []): KnownPin[] =>
      pins
        .filter(({ number }) => column.includes(number))
        .sort((a, b) => column.indexOf(a.number) - column.indexOf(b.number))
    return {
      left: pick(symbol.left),
      right: pick(symbol.right),
      top: pick(symbol.top),
      bottom: pick(symbol.bottom),
    }
  }
  if (kind === "connector" || pins.length < 3) {
    if (pins.length <= tallest) return { ...none, [facing]: pins }
    return { ...none, left: pins.filter((_, i) => i % 2 === 0), right: pins.filter((_, i) => i % 2 === 1) }
  }
  const { facts, symbol: hasSymbol } = context
  const left: KnownPin[] = []
  const right: KnownPin[] = []
  const top: KnownPin[] = []
  const bottom: KnownPin[] = []
  const rest: KnownPin[] = []
  const open: KnownPin[] = []
  for (const pin of pins) {
    const { role, net } = pin
    const supply =
      net !== undefined && hasSymbol(net) && ["power-in", "power-out", "ground", "passive"].includes(role)
    if (net === undefined) open.push(pin)
    else if (supply) (facts.grounds.has(net) ? bottom : top).push(pin)
    else if (role === "input") left.push(pin)
    else if (role === "output") right.push(pin)
    else rest.push(pin)
  }
  const half = Math.max(0, Math.min(rest.length, Math.round((rest.length + right.length - left.length) / 2)))
  left.push(...rest.slice(0, half))
  right.push(...rest.slice(half))
  for (const pin of open) (left.length <= right.length ? left : right).push(pin)
  const byNet = (a: KnownPin, b: KnownPin): number =>
    (a.net ?? "") < (b.net ?? "") ? -1 : a.net === b.net ? 0 : 1
  return { left, right, top: top.sort(byNet), bottom: bottom.sort(byNet) }
}

/** Half of what stands at an upright pin's end, mm. */
function halfWidth(net: string | undefined, { facts, symbol, supplyNames }: NetContext): number {
  if (net === undefined) return 1
  return symbol(net) && !facts.grounds.has(net) ? supplyHalf(supplyNames[net] ?? net) : 1.7
}

/** Steps from one pin above or below a box to the next: pins of one supply side by side share a symbol. */
export function columnOf(pins: readonly KnownPin[], lead: number, context: NetContext): PinColumn {
  const column: (string | null)[] = Array.from({ length: lead }, () => null)
  pins.forEach((pin, index) => {
    const before = pins[index - 1]
    if (before) {
      const gap =
        before.net === pin.net
          ? nameReach(before.name).down + nameReach(pin.name).up + 0.3
          : halfWidth(before.net, context) + halfWidth(pin.net, context) + 0.8
      for (let i = 1; i < stepsFor(gap); i++) column.push(null)
    }
    column.push(pin.number)
  })
  return column
}

const nameWidth = (pins: readonly KnownPin[]): number =>
  Math.max(0, ...pins.map((pin) => measureText(pin.name, textHeights.pinName).widthMm))

/** Rows of a side: the steps from the body's top to each pin. */
export type Rows = readonly number[]

/** A box with its pins in given rows. */
export function boxOfSides(
  sides: Sides,
  rows: { readonly left: Rows; readonly right: Rows },
  height: number,
  context: NetContext,
): BoxSymbol {
  const [leftMm, rightMm] = [nameWidth(sides.left), nameWidth(sides.right)]
  const lead = sides.left.length === 0 ? 0 : stepsFor(leftMm + 2.8) - 1
  const [top, bottom] = [columnOf(sides.top, lead, context), columnOf(sides.bottom, lead, context)]
  const channel = Math.max(sides.top.length ? top.length : 0, sides.bottom.length ? bottom.length : 0)
  const width =
    channel === 0
      ? Math.max(4, stepsFor(leftMm + rightMm + 3.3))
      : Math.max(4, channel + (sides.right.length === 0 ? 1 : stepsFor(rightMm + 2.8)))
  const inside = nameWidth(sides.top) + nameWidth(sides.bottom) + 2.8
  const column = (pins: readonly KnownPin[], at: Rows): PinColumn => {
    const cells: (string | null)[] = []
    pins.forEach((pin, index) => {
      while (cells.length + 1 < (at[index] ?? 0)) cells.push(null)
      cells.push(pin.number)
    })
    return cells
  }
  return {
    kind: "box",
    width,
    height: Math.max(height, stepsFor(inside)),
    ...(sides.left.length > 0 ? { left: column(sides.left, rows.left) } : {}),
    ...(sides.right.length > 0 ? { right: column(sides.right, rows.right) } : {}),
    ...(sides.top.length > 0 ? { top } : {}),
    ...(sides.bottom.length > 0 ? { bottom } : {}),
  }
}
