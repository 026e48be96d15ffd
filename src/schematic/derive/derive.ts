import { UserError } from "../../model/finding"
import type { SheetPlan, SymbolTable } from "../../model/sheet"
import type { CircuitFacts } from "../facts"
import { innerFrame, papers } from "../frame"
import { drawJumperView } from "../header-view"
import { drawNoConnects } from "../net-drawing"
import { drawBlock, drawNote, drawOutline } from "../note-drawing"
import { drawPart } from "../part-drawing"
import { type PlacedPin, placeParts } from "../place"
import { type Box, boxOf, flatten, type Group, textBox } from "../shapes"
import type { Paper, PartPlacement, Sheet } from "../sheet"
import { arrange } from "./arrange"
import { boxBlock } from "./block"
import type { NetContext } from "./context"
import { type KnownPart, knownPart, plainSymbol } from "./known"
import { drawNets, hasSymbol, type NetInk } from "./nets"
import { pack } from "./pack"
import { grow, Room } from "./room"
import { suppliedFlags } from "./supplied"

/** Longest wires, in half steps: where a person placed the parts, and between parts that the program placed. */
const reach = { placed: 120, few: 80, many: 48 }
/** So many parts are few. */
const few = 12
/** Times that nets may change their order so that all find their names a place. */
const tries = 5

/**
 * The sheet of a circuit. A plan's places are kept; parts without one are arranged in the room that is left, on larger
 * paper where it is too small. Everything between the parts is drawn from the netlist.
 * @throws UserError for a plan that names parts or pins which the circuit does not have.
 */
export function deriveSheet(facts: CircuitFacts, plan: SheetPlan = {}, symbols: SymbolTable = {}): Sheet {
  const known = new Map([...facts.parts].map(([part, fact]) => [part, knownPart(part, fact, symbols[part])]))
  const context: NetContext = {
    facts,
    supplyNames: plan.supplyNames ?? {},
    symbol: (net) => hasSymbol(facts, plan.supplyNames, net),
  }
  const placed = (plan.parts ?? []).map(
    (place): PartPlacement => ({
      ...place,
      symbol: place.symbol ?? symbolOf(known.get(place.part), context),
    }),
  )
  const empty: Sheet = {
    titleBlock: { subtitle: "", licence: "", origin: "", ...plan.titleBlock },
    parts: placed,
    wires: [],
    labels: [],
    powers: [],
    supplied: [],
    noConnects: [...facts.parts].flatMap(([part, { pins }]) =>
      [...pins].flatMap(([number, { net }]) => (net === undefined ? [`${part}.${number}`] : [])),
    ),
    blocks: plan.blocks ?? [],
    outlines: plan.outlines ?? [],
    notes: plan.notes ?? [],
    jumperViews: plan.jumperViews ?? [],
    supplyNames: context.supplyNames,
    pinNames: Object.fromEntries(
      [...known].map(([part, { pins }]) => [
        part,
        Object.fromEntries(pins.map(({ number, name }) => [number, name])),
      ]),
    ),
    values: Object.fromEntries([...known].map(([part, { value }]) => [part, value])),
  }
  const there = new Set(placed.map(({ part }) => part))
  const spare = [...known.values()].filter(({ part }) => !there.has(part))
  const sheet = withSpare(empty, spare, facts, context)
  const ink = connect(sheet, facts, context, plan, there)
  const inked = { ...sheet, wires: ink.wires, labels: ink.labels, powers: ink.powers }
  return { ...inked, supplied: suppliedFlags(inked, facts) }
}

/** A placed part's symbol: its own, or a box made from its pins. */
function symbolOf(part: KnownPart | undefined, context: NetContext): PartPlacement["symbol"] {
  if (!part) return { kind: "resistor" }
  const plain = plainSymbol(part)
  if (plain) return plain
  const { symbol } = part
  if (symbol?.width !== undefined && symbol.height !== undefined)
    return { ...symbol, kind: "box", width: symbol.width, height: symbol.height }
  return boxBlock(part, new Map(), "right", context).parts[0]?.symbol ?? { kind: "resistor" }
}

/** Adds the parts without a place, on the smallest paper that holds everything. */
function withSpare(
  sheet: Sheet,
  spare: readonly KnownPart[],
  facts: CircuitFacts,
  context: NetContext,
): Sheet {
  const drawn = [...standing(sheet, facts)].flatMap(boxesOf)
  const arranged = arrange(spare, context)
  const groups = sheet.parts.length > 0 ? [arranged.flat()] : arranged
  const sizes = Object.keys(papers) as Paper[]
  const most = boxOf(drawn.flatMap(({ maxX, maxY }) => [{ x: maxX, y: maxY }]))
  for (const paper of sizes) {
    const { maxX, maxY } = innerFrame(paper)
    if (paper !== sizes.at(-1) && (most.maxX > maxX || most.maxY > maxY)) continue
    // Wires between placed parts run here: what is near two of them is not free.
    const parts = pack(
      groups,
      drawn.map((box) => grow(box, 3)),
      paper,
    )
    if (parts) return { ...sheet, ...(paper === "A4" ? {} : { paper }), parts: [...sheet.parts, ...parts] }
  }
  const [largest] = sizes.slice(-1)
  throw new UserError(
    `the schematic of ${facts.parts.size} parts does not fit on ${largest}, the largest paper`,
  )
}

function standing(sheet: Sheet, facts: CircuitFacts): Group[] {
  return [
    ...sheet.blocks.map(drawBlock),
    ...sheet.outlines.map(drawOutline),
    ...sheet.notes.map(drawNote),
    ...sheet.jumperViews.map((view) => drawJumperView(view, facts)),
    ...placeParts(sheet, facts).map(drawPart),
  ]
}

function boxesOf(group: Group): Box[] {
  return [...flatten([group])].flatMap(({ shape }) =>
    shape.kind === "text"
      ? [textBox(shape)]
      : shape.kind === "circle"
        ? [grow(boxOf([shape.centre]), shape.radius)]
        : [boxOf(shape.points)],
  )
}

/** Draws the nets; those that found no place for a name come first in the next try. */
function connect(
  sheet: Sheet,
  facts: CircuitFacts,
  context: NetContext,
  plan: SheetPlan,
  placed: ReadonlySet<string>,
): NetInk {
  const parts = placeParts(sheet, facts)
  const drawn = [...standing(sheet, facts), ...drawNoConnects(sheet.noConnects, parts)]
  const byHand = (pin: PlacedPin): boolean => placed.has(pin.id.slice(0, -pin.number.length - 1))
  const arranged = facts.parts.size > few ? reach.many : reach.few
  const attempt = (urgent: readonly string[]): NetInk => {
    const room = new Room(sheet.paper ?? "A4")
    for (const part of parts) room.solid(part.bounds, 0.6)
    room.draw(drawn)
    return drawNets(facts, sheet, context.symbol, parts, room, {
      reach: (a, b) => (byHand(a) !== byHand(b) ? 0 : byHand(a) ? reach.placed : arranged),
      hints: plan.wires ?? [],
      urgent,
    })
  }
  let ink = attempt([])
  let best = ink
  for (let urgent = ink.failed, i = 1; ink.failed.length > 0 && i < tries; i++) {
    ink = attempt(urgent)
    if (ink.failed.length < best.failed.length) best = ink
    urgent = [...new Set([...ink.failed, ...urgent])]
  }
  return best
}
