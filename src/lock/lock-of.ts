import { createHash } from "node:crypto"
import type { Board, Waiver } from "../model/board"
import type { AssemblyGuide } from "../model/guide"
import type { LandPad } from "../model/package"
import type { Need, Part } from "../model/part"
import { naturalOrder } from "../natural-order"
import { scenarioSays } from "../simulate/simulate"
import { collect, joined, mm, place, said } from "./cells"
import type { AssemblySet, Legend, LockFacts } from "./facts"
import type { Entries, Lock } from "./lock"

/** What there is to accept of a board. */
export function lockOf(board: Board, circuit: LockFacts): Lock {
  return {
    format: 1,
    board: boardEntries(board),
    holes: collect(
      circuit.holes.map((hole) => [holeName(board, hole), `${mm(hole.drillMm)} mm, ${place(hole)}`]),
    ),
    keepouts: named(board.keepouts, "name"),
    "fixed pads": collect(Object.entries(board.fixedPads).map(([pad, point]) => [pad, place(point)])),
    heights: named(board.space, "side"),
    nets: collect(circuit.nets.map(({ name, pins }) => [name, inOrder(pins).join(" ")])),
    "open pins": openPins(circuit.openPins),
    "net facts": records(circuit.netFacts),
    "net classes": named(
      board.netClasses.map((netClass) => ({ ...netClass, nets: inOrder(netClass.nets) })),
      "name",
    ),
    parts: collect(
      Object.entries(board.parts).map(([designator, part]) => [
        designator,
        partText(part, assemblyText(designator, board, circuit.assembly)),
      ]),
    ),
    "part facts": partFacts(board.parts),
    pins: pins(board.parts),
    lands: lands(board.parts),
    legends: collect(circuit.legends.map(legend)),
    variants: collect(
      Object.entries(board.variants).map(([name, { title, notFitted }]) => [
        name,
        text({ title, notFitted: inOrder(notFitted) }),
      ]),
    ),
    claims: collect([
      ...board.claims.map(({ id, title, says }) => [`${id}: ${title}`, text(says)] as const),
      ...board.scenarios.flatMap((scenario) =>
        Object.entries(scenarioSays(scenario)).map(
          ([what, said]) => [`simulate/${scenario.id}: ${what}`, text(said)] as const,
        ),
      ),
      ...(board.scenarios.length === 0 ? [] : models(board.parts)),
    ]),
    jumper: jumperEntries(board),
    firmware: collect(Object.entries(board.firmware)),
    waivers: collect(board.waivers.map(waiver)),
    limits: named(circuit.limits, "id"),
    guide: sentences(board.guide),
  }
}

const text = (value: unknown): string => joined(said(value))

const records = (values: Readonly<Record<string, unknown>>): Entries =>
  collect(Object.entries(values).map(([key, value]) => [key, text(value)]))

/** An entry for each item, under its own name. */
const named = <K extends string, T extends Readonly<Record<K, string>>>(
  items: readonly T[],
  key: K,
): Entries => collect(items.map((item) => [item[key], text({ ...item, [key]: undefined })]))

function boardEntries(board: Board): Entries {
  const {
    title,
    revision,
    fabs,
    layers,
    thicknessMm,
    outline,
    cutouts,
    via,
    pours,
    pour,
    handSoldered,
    castellated,
    plans,
    defaultVariant,
  } = board
  return collect([
    ["title", joined([title])],
    ["revision", joined([revision])],
    ["fab", fabs.join(", ")],
    // Two go without saying: locks of such boards are older than the row.
    ...(layers === 2 ? [] : [["layers of copper", String(layers)] as const]),
    ["thickness", `${mm(thicknessMm)} mm`],
    ["outline", joined(outline.map(place))],
    ...cutouts.map((ring, index) => [`cut-out ${index + 1}`, joined(ring.map(place))] as const),
    ...(castellated.length === 0
      ? []
      : [["half holes on the edge", inOrder(castellated).join(", ")] as const]),
    ["via", text(via)],
    ...(pours.length === 0 ? [pour] : pours).map(
      (one, index) =>
        [index === 0 ? "pour" : `pour ${index + 1}`, text({ ...one, layers: inOrder(one.layers) })] as const,
    ),
    ["plans", inOrder(plans).join(", ")],
    ["default variant", defaultVariant],
    ...(handSoldered === undefined
      ? []
      : [["hand soldered", text({ ...handSoldered, pads: inOrder(handSoldered.pads) })] as const]),
  ])
}

const inOrder = (names: readonly string[]): string[] => [...names].sort(naturalOrder)

function holeName(board: Board, hole: { readonly x: number; readonly y: number }): string {
  const near = board.mountingHoles.find(({ x, y }) => Math.hypot(x - hole.x, y - hole.y) < 0.01)
  return near?.designator ?? `at ${place(hole)}`
}

function openPins(pins: readonly string[]): Entries {
  const byPart = new Map<string, string[]>()
  for (const pin of pins) {
    const dot = pin.lastIndexOf(".")
    const part = pin.slice(0, dot)
    byPart.set(part, [...(byPart.get(part) ?? []), pin.slice(dot + 1)])
  }
  return collect([...byPart].map(([part, numbers]) => [part, inOrder(numbers).join(" ")]))
}

/** A model changes every figure: its lines are too many for a lock, so that a digest stands for them. */
const models = (parts: Board["parts"]): readonly (readonly [string, string])[] => {
  const digests = new Map<string, string>()
  for (const { id, spice, piece } of Object.values(parts)) {
    const model = piece?.spice ?? spice
    if (model === undefined || "leftOut" in model) continue
    const lines = JSON.stringify([model.pins, model.body, model.open, model.controls])
    const digest = createHash("sha256").update(lines).digest("hex").slice(0, 8)
    digests.set(`simulate: model of ${piece?.id ?? id}`, digest)
  }
  return [...digests]
}

/** What stands in each cell of a part's entry. */
export const partFields = ["part", "value", "package", "maker's number", "number", "assembly"] as const

function partText(part: Part, assembly: string): string {
  const numbers = inOrder(Object.keys(part.numbers)).map((house) => {
    const order = part.numbers[house]
    return `${house} ${order !== undefined && "number" in order ? order.number : "none"}`
  })
  return joined([
    part.id,
    part.value,
    part.package.name,
    [part.manufacturer, part.mpn].filter((word) => word !== undefined).join(" ") || "none",
    numbers.join(", ") || "none",
    assembly,
  ])
}

/** What rules compute with, by record, each once: ratings, needs, figures taken for budgets. Not where it comes from. */
function partFacts(parts: Readonly<Record<string, Part>>): Entries {
  const facts = new Map<string, Set<string>>()
  for (const { id, kind, ratings, needs = [], assumed = {}, piece, height, polarised } of Object.values(
    parts,
  )) {
    const entry = text({
      kind,
      polarised,
      ...(ratings === undefined ? {} : { ...ratings, source: undefined }),
      ...("mm" in height ? { heightMm: height.mm } : {}),
      ...(piece === undefined ? {} : { designatorsOfPiece: piece.designators }),
      ...Object.fromEntries(Object.entries(assumed).map(([name, { value }]) => [`assumed ${name}`, value])),
      ...Object.fromEntries(needs.map((need, index) => [`need ${index + 1}`, needWords(need)])),
    })
    facts.set(id, new Set([...(facts.get(id) ?? []), entry]))
  }
  return collect([...facts].flatMap(([id, entries]) => [...entries].map((entry) => [id, entry] as const)))
}

const needWords = ({ source: _source, kind, pin, ...more }: Need): string =>
  [`${kind} at ${pin}`, ...said(more)].join(", ")

/** Names, roles and domains of every pin that has more than a number. */
const pins = (parts: Readonly<Record<string, Part>>): Entries =>
  collect(
    Object.entries(parts).flatMap(([designator, part]) =>
      part.pins.flatMap(({ number, name, role, domains }): [string, string][] =>
        name === String(number) && role === "passive" && domains === undefined
          ? []
          : [
              [
                `${designator}.${number}`,
                joined([name, role, ...(domains === undefined ? [] : [domains.join(", ")])]),
              ],
            ],
      ),
    ),
  )

/** `machine (top-only, both-sides)`: by hand in all other plans. A part that is in no list says so. */
function assemblyText(designator: string, board: Board, sets: readonly AssemblySet[]): string {
  const fitted = sets.filter(
    ({ variant }) => board.variants[variant]?.notFitted.includes(designator) !== true,
  )
  const plansWhere = (isSo: (set: AssemblySet) => boolean): string[] =>
    [...new Set(fitted.map(({ plan }) => plan))].sort(naturalOrder).flatMap((plan) => {
      const ofPlan = fitted.filter((set) => set.plan === plan)
      const so = ofPlan.filter(isSo)
      if (so.length === ofPlan.length) return [plan]
      return so.map(({ variant }) => `${plan} of ${variant}`).sort(naturalOrder)
    })
  const machine = plansWhere((set) => set.machine.includes(designator))
  const lost = plansWhere((set) => !set.machine.includes(designator) && !set.hand.includes(designator))
  return [
    machine.length === 0 ? "hand" : `machine (${machine.join(", ")})`,
    ...(lost.length === 0 ? [] : [`in no list (${lost.join(", ")})`]),
  ].join(", ")
}

/** Every land once. Of two that share a name, the second says whose it is. */
function lands(parts: Readonly<Record<string, Part>>): Entries {
  const shapes = new Set<string>()
  const names = new Set<string>()
  const pads: [string, string][] = []
  for (const designator of inOrder(Object.keys(parts))) {
    const { name, land } = (parts[designator] as Part).package
    const own = land.pads.map((pad) => [`pad ${pad.pin}`, padText(pad)] as const)
    const shape = JSON.stringify([name, collect(own)])
    if (shapes.has(shape)) continue
    const label = names.has(name) ? `${name} of ${designator}` : name
    shapes.add(shape)
    names.add(name)
    pads.push(...own.map(([pad, text]): [string, string] => [`${label} ${pad}`, text]))
    pads.push(
      ...(land.pegs ?? []).map((peg, index): [string, string] => [
        `${label} peg ${index + 1}`,
        `hole ${mm(peg.drillMm)} mm, ${place(peg)}`,
      ]),
    )
  }
  return collect(pads)
}

function padText({ x, y, width, height, shape, holeMm, slotMm, paste }: LandPad): string {
  const size = shape === "circle" ? `diameter ${mm(width)} mm` : `${mm(width)} x ${mm(height)} mm`
  const opening = typeof paste === "number" ? `paste ${mm(paste)} x ${mm(paste)} mm` : `paste ${paste}`
  return [
    size,
    ...(shape === "pill" ? ["pill"] : []),
    place({ x, y }),
    holeMm === undefined
      ? opening
      : slotMm === undefined
        ? `hole ${mm(holeMm)} mm`
        : `slot ${mm(slotMm)} x ${mm(holeMm)} mm`,
  ].join(", ")
}

function legend({ text: printed, side, capitalMm, turnDeg, at, place: where }: Legend): [string, string] {
  const turned = turnDeg === 0 ? [] : [turnDeg === 90 ? "reads upwards" : `turned ${mm(turnDeg)} degrees`]
  const placed = where === undefined ? [] : [`at ${place(where)}`]
  return [
    `${at ?? "board"}${side === "top" ? "" : ` (${side})`}`,
    joined([[`'${printed}'`, `${mm(capitalMm)} mm`, ...turned, ...placed].join(", ")]),
  ]
}

function jumperEntries({ jumper }: Board): Entries {
  if (jumper === undefined) return {}
  const { states, ...block } = jumper
  const stateEntries = states.map(({ name, ...state }) => [`state ${name}`, state] as const)
  return records(Object.fromEntries([...Object.entries(block), ...stateEntries]))
}

function waiver({ rule, names = [], figure, severity, reason }: Waiver): [string, string] {
  const named = names.length === 0 ? rule : `${rule} for ${inOrder(names).join(", ")}`
  const of = figure === undefined ? named : `${named} at ${figure}`
  return [severity === undefined ? of : `${of} (${severity})`, joined([reason])]
}

/** The guide's texts, one sentence each, with the step they belong to. */
function sentences(guide: AssemblyGuide | undefined): string[] {
  const split = (lines: string): string[] => lines.trim().split(/(?<=[.!?:])\s+(?=[A-Z"])/)
  return (guide?.phases ?? []).flatMap(({ title, steps }) => [
    `phase: ${title}`,
    ...steps.flatMap(({ id, title: what, text: lines, warnings = [], jumpers, when }) => [
      `${id}: ${what}`,
      ...(jumpers === undefined ? [] : [`${id}, jumpers: ${jumpers}`]),
      ...(when === undefined ? [] : [`${id}, when: ${when}`]),
      ...lines.flatMap(split).map((sentence) => `${id}: ${sentence}`),
      ...warnings.flatMap(split).map((sentence) => `${id}, warning: ${sentence}`),
    ]),
  ])
}
