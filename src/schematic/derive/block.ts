import { gridMm, type PartPlacement, type SymbolKind } from "../sheet"
import { symbolDrawing } from "../symbols/symbol"
import { endReach, fieldWidth, type NetContext, nameReach, type Reach, stepsFor, supplyHalf } from "./context"
import { type KnownPart, type KnownPin, plainSymbol } from "./known"
import { boxOfSides, sidesOf } from "./sides"
import { headOf, type Link, type Strip, tailOf } from "./strips"

/** Symbols that stand together, with the room that they and their names need. Grid steps. */
export interface Block {
  readonly parts: readonly PartPlacement[]
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A line that leaves a pin: a row of parts, or its end at once. */
interface Lane {
  readonly strip: Strip
  /** From the pin to the first part, mm. */
  readonly from: number
  readonly reach: Reach
}

/** Where the first part of a row begins behind the pin: room for the wire that joins several rows. */
const busMm = gridMm

/** Mm from a row's start to each part's centre, and to its end. */
function spread(strip: Strip, from: number): { readonly centres: readonly number[]; readonly end: number } {
  const centres: number[] = []
  let cursor = from
  for (const { part } of strip) {
    const span = Math.max(3 * gridMm, fieldWidth(part.part, part.value) + 1.6)
    const apart = (centres.at(-1) ?? -Infinity) + 4 * gridMm
    const centre = (Math.ceil((Math.max(cursor + span / 2, apart) / gridMm) * 2 - 0.001) / 2) * gridMm
    centres.push(centre)
    cursor = centre + span / 2
  }
  return { centres, end: Math.max(cursor, (centres.at(-1) ?? -Infinity) + 1.5 * gridMm) }
}

function stripReach(strip: Strip, from: number, context: NetContext): Reach {
  const end = endReach(tailOf(strip), context)
  const halves = strip.map(({ part }) => symbolDrawing(plainSymbol(part) ?? { kind: "resistor" }).bounds)
  return {
    up: Math.max(end.up, ...halves.map(({ minY }) => 3.2 - minY)),
    down: Math.max(end.down, ...halves.map(({ maxY }) => maxY + 0.4)),
    length: spread(strip, from).end + end.length,
  }
}

/** The lines of one pin: its rows of parts, and its own name where more hangs on its net. */
function lanesOf(part: string, pin: KnownPin, strips: readonly Strip[], context: NetContext): Lane[] {
  const own = new Set([
    `${part}.${pin.number}`,
    ...strips.map(([link]) => `${link?.part.part}.${link?.near.number}`),
  ])
  const pins = context.facts.nets.get(pin.net ?? "") ?? []
  const alone = strips.length > 0 && pins.every((id) => own.has(id))
  const end = endReach(pin.net, context)
  if (strips.length === 0) return [{ strip: [], from: 0, reach: end }]
  return strips.map((strip, index) => {
    const from = index === 0 && !alone ? end.length : busMm
    const reach = stripReach(strip, from, context)
    return { strip, from, reach: { ...reach, up: Math.max(reach.up, 2.8) } }
  })
}

/** Stacks the lines of a side's pins: steps below the body's top for each pin, and for each line. */
function stack(pins: readonly KnownPin[], lanes: readonly (readonly Lane[])[], context: NetContext) {
  const rows: number[] = []
  const lines: number[][] = []
  let last = 0
  let below = 0
  pins.forEach((pin, index) => {
    const twin = (other: KnownPin | undefined): boolean =>
      other?.net !== undefined && other.net === pin.net && context.symbol(other.net)
    const ground = context.facts.grounds.has(pin.net ?? "")
    const at: number[] = []
    for (const { reach } of lanes[index] ?? []) {
      const up = twin(pins[index - 1]) && !ground ? 0.4 : reach.up
      const name = nameReach(pin.name)
      last += Math.max(1, stepsFor(below + Math.max(up, name.up) + (last === 0 ? 0.2 : 0.3)))
      below = Math.max(twin(pins[index + 1]) && ground ? 0.4 : reach.down, name.down)
      at.push(last)
    }
    lines.push(at)
    rows.push(at[0] ?? last)
  })
  return { rows, lines, height: last + Math.max(1, stepsFor(below)) }
}

/** Places a row of parts that starts at a pin. Steps. */
function placeStrip(strip: Strip, x: number, y: number, direction: 1 | -1, from: number): PartPlacement[] {
  const { centres } = spread(strip, from)
  return strip.map((link, index) => ({
    part: link.part.part,
    symbol: plainSymbol(link.part) ?? { kind: "resistor" },
    at: [x + (direction * (centres[index] ?? 0)) / gridMm, y],
    turn: nearFirst(link) === (direction === 1) ? 0 : 180,
  }))
}

/** Whether the pin that a row comes from is at the left of the symbol that is not turned. */
function nearFirst({ part, near }: Link): boolean {
  const symbol = plainSymbol(part)
  return symbol !== undefined && "pins" in symbol && symbol.pins?.[0] === near.number
}

/** A box with what hangs at its pins. `strips` by pin: `U1.3`. */
export function boxBlock(
  part: KnownPart,
  strips: ReadonlyMap<string, readonly Strip[]>,
  facing: "left" | "right",
  context: NetContext,
): Block {
  const sides = sidesOf(part, facing, context)
  const lanes = (side: readonly KnownPin[]) =>
    side.map((pin) => lanesOf(part.part, pin, strips.get(`${part.part}.${pin.number}`) ?? [], context))
  const [leftLanes, rightLanes] = [lanes(sides.left), lanes(sides.right)]
  const [left, right] = [stack(sides.left, leftLanes, context), stack(sides.right, rightLanes, context)]
  const plain = plainSymbol(part)
  const symbol: SymbolKind =
    plain ??
    boxOfSides(sides, { left: left.rows, right: right.rows }, Math.max(3, left.height, right.height), context)
  const { bounds } = symbolDrawing(symbol)
  // A terminal turns to its side; its pin is in the first row, two steps from its middle.
  const row = plain ? ((facing === "left" ? left : right).rows[0] ?? 1) : 0
  const xOf = (direction: 1 | -1): number =>
    plain ? 2 * direction : direction === 1 ? bounds.maxX / gridMm + 2 : -2
  const placed = (
    sideLanes: readonly (readonly Lane[])[],
    lines: readonly (readonly number[])[],
    direction: 1 | -1,
  ) =>
    sideLanes.flatMap((of, i) =>
      of.flatMap(({ strip, from }, j) =>
        placeStrip(strip, xOf(direction), lines[i]?.[j] ?? 0, direction, from),
      ),
    )
  const length = (of: readonly (readonly Lane[])[]): number =>
    Math.max(0, ...of.flat().map(({ reach }) => reach.length))
  const title = plain
    ? Math.max(fieldWidth(part.part, ""), fieldWidth("", part.value)) + 2.2
    : fieldWidth(part.part, part.value)
  const above = sides.top.length > 0 ? 2 + stepsFor(5.1) : 2
  return {
    parts: [
      {
        part: part.part,
        symbol,
        at: [0, row],
        ...(plain ? { fields: facing === "left" ? ("right" as const) : ("left" as const) } : {}),
        ...(plain && facing === "left" ? { turn: 180 as const } : {}),
      },
      ...placed(leftLanes, left.lines, -1),
      ...placed(rightLanes, right.lines, 1),
    ],
    minX: -stepsFor(plain ? title : 0) - (sides.left.length > 0 ? 2 + stepsFor(length(leftLanes)) : 0),
    maxX: Math.max(
      bounds.maxX / gridMm + (sides.right.length > 0 ? 2 + stepsFor(length(rightLanes)) : 0),
      plain ? 1 : (sides.top.length > 0 ? widest(symbol) : 0) + stepsFor(title + 1),
    ),
    minY: plain ? -1 : -above,
    maxY:
      Math.max(plain ? 0 : bounds.maxY / gridMm, left.height, right.height) +
      (sides.bottom.length > 0 ? 2 + stepsFor(2.8) : 0),
  }
}

/** Steps from the left edge to behind the last symbol above a box. */
const widest = (symbol: SymbolKind): number => (symbol.kind === "box" ? (symbol.top?.length ?? 0) + 2 : 0)

/** A row that serves no box's pin: upright between a supply and ground, level otherwise. */
export function stripBlock(strip: Strip, context: NetContext): Block {
  const [head, tail] = [headOf(strip), tailOf(strip)]
  const { facts, symbol, supplyNames } = context
  const supply = (net: string | undefined): boolean =>
    net !== undefined && symbol(net) && !facts.grounds.has(net)
  if (supply(head) && tail !== undefined && facts.grounds.has(tail) && strip.length < 4) {
    const half = Math.max(2.2, supplyHalf(supplyNames[head ?? ""] ?? head ?? ""))
    const text = Math.max(
      ...strip.map(({ part }) => Math.max(fieldWidth(part.part, ""), fieldWidth("", part.value))),
    )
    return {
      parts: strip.map((link, index) => ({
        part: link.part.part,
        symbol: plainSymbol(link.part) ?? { kind: "resistor" },
        at: [0, 1.5 + index * 4],
        turn: nearFirst(link) ? 270 : 90,
      })),
      minX: -stepsFor(half),
      maxX: stepsFor(Math.max(half, 2.7 + 1.2 + text)),
      minY: -stepsFor(5.1),
      maxY: 4 * strip.length - 1 + stepsFor(2.8),
    }
  }
  const start = endReach(head, context)
  const reach = stripReach(strip, 0, context)
  return {
    parts: placeStrip(strip, 0, 0, 1, 0),
    minX: -stepsFor(start.length + 1),
    maxX: stepsFor(reach.length),
    minY: -stepsFor(Math.max(start.up, reach.up)),
    maxY: stepsFor(Math.max(start.down, reach.down)),
  }
}

/** Several blocks side by side, in rows no wider than `width` steps; tops of a row are level. */
export function rowsOf(blocks: readonly Block[], width: number): Block {
  const parts: PartPlacement[] = []
  let [x, y, rowHeight, right] = [0, 0, 0, 0]
  for (const block of blocks) {
    const w = block.maxX - block.minX + 1
    if (x > 0 && x + w > width) {
      x = 0
      y += rowHeight + 1
      rowHeight = 0
    }
    parts.push(...movedParts(block, x - block.minX, y - block.minY))
    x += w
    right = Math.max(right, x)
    rowHeight = Math.max(rowHeight, block.maxY - block.minY)
  }
  return { parts, minX: 0, minY: 0, maxX: right, maxY: y + rowHeight }
}

export function movedParts(block: Block, dx: number, dy: number): PartPlacement[] {
  return block.parts.map((part) => ({ ...part, at: [part.at[0] + dx, part.at[1] + dy] }))
}

/** One block above the other, left edges in line. */
export function stacked(upper: Block, lower: Block): Block {
  const dx = Math.max(upper.minX, -1) - lower.minX
  const dy = upper.maxY + 1 - lower.minY
  return {
    parts: [...upper.parts, ...movedParts(lower, dx, dy)],
    minX: upper.minX,
    minY: upper.minY,
    maxX: Math.max(upper.maxX, lower.maxX + dx),
    maxY: lower.maxY + dy,
  }
}
