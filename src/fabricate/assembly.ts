import { turn } from "../geometry/point"
import type { Board } from "../model/board"
import { type AssemblyService, type FabHouse, type Pose, planOf } from "../model/fab-house"
import { type Finding, UserError } from "../model/finding"
import type { LandAtFab } from "../model/package"
import type { Part } from "../model/part"
import { orderNumberAt, packageAt } from "../model/part-at-fab"
import type { Point } from "../model/place"
import { naturalOrder } from "../natural-order"
import type { BomRow, CplRow, HandRow } from "./lists"
import type { PartOnBoard } from "./parts-on-board"

/** The parts of one assembly variant under one plan. `cpl` is absent where no machine places anything. */
export interface AssemblySet {
  readonly variant: string
  readonly plan: string
  readonly bom: readonly BomRow[]
  readonly cpl?: readonly CplRow[]
  readonly hand: readonly HandRow[]
}

/** Order numbers believed enough to order by; a lesser one goes to the hand list with its evidence. */
const confirmed: readonly string[] = ["high", "medium-high"]

/**
 * Who fits what, for each variant and plan: variants in the board's order, plans likewise.
 *
 * BOM and CPL always hold the same designators. A part is in them when a machine can fit it under the plan's service;
 * every other fitted part is on the hand list with the reason. Under a plan without machine the BOM is a shopping list
 * of all parts that have a place in a BOM: parts of one piece that covers several pads are on the hand list alone.
 *
 * @throws UserError when the house has no such plan.
 */
export function assemblySets(
  parts: readonly PartOnBoard[],
  board: Pick<Board, "parts" | "variants" | "plans">,
  house: FabHouse,
): AssemblySet[] {
  return Object.entries(board.variants).flatMap(([variant, { notFitted }]) =>
    board.plans.map((plan): AssemblySet => {
      const service = serviceOf(house, plan)
      const fitted = parts
        .flatMap((part): FittedPart[] => {
          const entry = board.parts[part.designator]
          if (entry === undefined || notFitted.includes(part.designator)) return []
          // Whoever takes this board solders it by them.
          if (entry.kind === "half-holes") return []
          return [{ ...part, entry, number: orderNumberOf(entry, house) }]
        })
        .sort((a, b) => naturalOrder(a.designator, b.designator))
      const decided = fitted.map((part) => ({ part, decision: decide(part, service, house) }))
      const hand = decided.flatMap(({ part, decision }) =>
        "reason" in decision ? [handRow(part, decision.reason)] : [],
      )
      if (service.sides.length === 0) return { variant, plan, bom: bomRows(fitted.filter(isBought)), hand }
      const machine = decided.flatMap(({ part, decision }) =>
        "land" in decision ? [{ part, ...decision }] : [],
      )
      return {
        variant,
        plan,
        bom: bomRows(machine.map(({ part }) => part)),
        cpl: machine.map(({ part, land }) => cplRow(part, land, house)),
        hand,
      }
    }),
  )
}

/** @throws UserError for a plan that the house does not have. */
export function serviceOf(house: Pick<FabHouse, "plans" | "title">, plan: string): AssemblyService {
  const service = planOf(house, plan)
  if (service === undefined)
    throw new UserError(`${house.title} has no plan "${plan}"; it has ${Object.keys(house.plans).join(", ")}`)
  return service
}

interface FittedPart extends PartOnBoard {
  readonly entry: Part
  /** To order by. */
  readonly number: string
}

/** `lacks`: a part that a machine is to fit, but that no plan of the house could give to one; and whether that is known. */
type Decision =
  | { readonly land: LandAtFab }
  | { readonly reason: string; readonly lacks?: "something" | "confirmation" }

/**
 * Parts whose records give them to a machine and that fall to the hand list all the same, for want of a fact about
 * them. A fact that nobody has stated is an error; one that is stated as unconfirmed is said.
 */
export function fallenToHand(
  parts: readonly PartOnBoard[],
  board: Pick<Board, "parts" | "plans">,
  house: FabHouse,
): Finding[] {
  const fallen = new Map<string, { readonly names: string[]; readonly severity: Finding["severity"] }>()
  const services = board.plans.map((plan) => serviceOf(house, plan)).filter(({ sides }) => sides.length > 0)
  for (const part of [...parts].sort((a, b) => naturalOrder(a.designator, b.designator))) {
    const entry = board.parts[part.designator]
    const service = services.find(({ sides }) => sides.includes(part.side)) ?? services[0]
    if (entry === undefined || service === undefined) continue
    const decision = decide({ ...part, entry, number: "" }, service, house)
    if ("land" in decision || decision.lacks === undefined) continue
    const severity = decision.lacks === "something" ? "error" : "info"
    const known = fallen.get(decision.reason)
    if (known === undefined) fallen.set(decision.reason, { names: [part.designator], severity })
    else known.names.push(part.designator)
  }
  return [...fallen].map(([reason, { names, severity }]) => ({
    rule: "parts/left-by-machine",
    severity,
    message: `${names.join(", ")}: for a machine by ${names.length === 1 ? "its record" : "their records"}, but on the hand list: ${reason}`,
    parts: names,
  }))
}

function decide({ entry, side }: FittedPart, service: AssemblyService, house: FabHouse): Decision {
  if (entry.assembly.by === "hand") return { reason: entry.assembly.reason }
  if (service.sides.length === 0)
    return { reason: "this plan is for bare boards: everything is soldered by hand" }
  const known = orderNumberAt(entry, house)
  if (known === undefined)
    return { reason: `nobody has looked for its number at ${house.title}`, lacks: "something" }
  if ("none" in known) return { reason: known.none, lacks: "confirmation" }
  if (!confirmed.includes(known.trust))
    return { reason: `its number ${known.number} is not confirmed: ${known.evidence}`, lacks: "confirmation" }
  const atFab = packageAt(entry.package, house)
  if (atFab === undefined)
    return {
      reason: `how ${house.title} turns a ${entry.package.name} is not known: its package has no entry for it`,
      lacks: "something",
    }
  if ("unconfirmed" in atFab.land) return { reason: atFab.land.unconfirmed, lacks: "confirmation" }
  if (!service.sides.includes(side)) return { reason: `${service.title} places no parts on the ${side} side` }
  const only = atFab.onlyService
  if (only !== undefined && only.service !== service.service) return { reason: only.evidence }
  return { land: atFab.land }
}

/** One piece on several pads has no row of its own in a BOM: no machine and no parts kit knows it by those names. */
const isBought = (part: FittedPart) => part.entry.piece === undefined

function bomRows(parts: readonly FittedPart[]): BomRow[] {
  const groups = new Map<string, FittedPart[]>()
  for (const part of parts) groups.set(sameRow(part), [...(groups.get(sameRow(part)) ?? []), part])
  return [...groups.values()].map((group) => {
    const { entry, number } = group[0] as FittedPart
    return {
      comment: entry.value,
      designators: group.map((part) => part.designator),
      footprint: entry.package.name,
      number,
      mpn: entry.mpn ?? "",
      manufacturer: entry.manufacturer ?? "",
      description: entry.description,
      mount: entry.package.land.pads.some(({ holeMm }) => holeMm !== undefined) ? "thru-hole" : "SMD",
      notes: entry.notes ?? [],
      alternates: secondSources(entry),
    }
  })
}

/** One row is one thing to buy: maker, number, value and package agree, whatever the records are called. */
const sameRow = ({ entry, number }: FittedPart): string =>
  JSON.stringify([
    ...(entry.mpn === undefined ? [entry.id] : [entry.manufacturer ?? "", entry.mpn]),
    ...[entry.value, entry.package.name, number],
  ])

function cplRow(part: FittedPart, land: LandAtFab, house: FabHouse): CplRow {
  const { x, y } = landMiddle(part, land)
  return {
    designator: part.designator,
    value: part.entry.value,
    footprint: part.entry.package.name,
    midXMm: x,
    midYMm: y,
    side: part.side,
    rotationDeg: house.rotation(part, land),
  }
}

/** Where the middle of the fab's land comes to lie on the board, mm. */
export function landMiddle({ x, y, side, rotationDeg }: Pose, { midpoint }: LandAtFab): Point {
  const off = turn({ x: side === "top" ? midpoint.x : -midpoint.x, y: midpoint.y }, rotationDeg)
  return { x: x + off.x, y: y + off.y }
}

const handRow = ({ designator, side, entry, number }: FittedPart, reason: string): HandRow => ({
  designator,
  side,
  reason,
  value: entry.value,
  footprint: entry.package.name,
  mpn: entry.mpn ?? "",
  number,
  notes: entry.notes ?? [],
  alternates: secondSources(entry),
})

/** "MaxLinear SP3232EEN-L/TR": what may be bought instead, as lists say it. */
export const secondSources = ({ alternates = [] }: Pick<Part, "alternates">): string[] =>
  alternates.map(({ manufacturer, mpn }) =>
    [manufacturer, mpn].filter((word) => word !== undefined).join(" "),
  )

/** The number to order by at the house: empty rather than one that might be another part's. */
export function orderNumberOf(
  part: Pick<Part, "numbers" | "mpn">,
  house: Pick<FabHouse, "id" | "orderNumber">,
): string {
  const known = orderNumberAt(part, house)
  return known !== undefined && "number" in known && confirmed.includes(known.trust) ? known.number : ""
}
