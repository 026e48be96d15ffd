import type { BomRow } from "../../fabrication/jlcpcb/bom"
import type { CplRow } from "../../fabrication/jlcpcb/cpl"
import type { HandRow } from "../../fabrication/jlcpcb/hand-assembly"
import {
  jlcpcbMidpoint,
  jlcpcbRotation,
  type LandAtJlcpcb,
  landsAtJlcpcb,
} from "../../fabrication/jlcpcb/rotations"
import { assemblyServices, standardOnlyPackages } from "../../fabrication/jlcpcb/services"
import type { AssemblyPlan, BoardDefinition } from "../board-definition"
import type { OrderNumber, Part } from "../model/part"
import { naturalOrder } from "../natural-order"
import type { PartOnBoard } from "./parts-on-board"

/** The parts of one assembly variant under one plan. `cpl` is absent where no machine places anything. */
export interface AssemblySet {
  readonly variant: string
  readonly plan: AssemblyPlan
  readonly bom: readonly BomRow[]
  readonly cpl?: readonly CplRow[]
  readonly hand: readonly HandRow[]
}

/** LCSC numbers believed enough to order by; a lesser one goes to the hand list with its evidence. */
const confirmed: readonly string[] = ["high", "medium-high"]

/**
 * Who fits what, for each variant and plan: variants in the board's order, plans likewise.
 *
 * BOM and CPL always hold the same designators. A part is in them when a machine can fit it under the plan's service;
 * every other fitted part is on the hand list with the reason. Under `hand` the BOM is a shopping list of all parts
 * that have a place in a BOM: parts of one piece that covers several pads are on the hand list alone.

 */
export function assemblySets(
  parts: readonly PartOnBoard[],
  board: Pick<BoardDefinition, "parts" | "variants" | "plans" | "fab">,
): AssemblySet[] {
  return Object.entries(board.variants).flatMap(([variant, { notFitted }]) =>
    board.plans.map((plan): AssemblySet => {
      const fitted = parts
        .flatMap((part): FittedPart[] => {
          const entry = board.parts[part.designator]
          if (entry === undefined || notFitted.includes(part.designator)) return []
          return [{ ...part, entry, number: entry.numbers[board.fab] }]
        })
        .sort((a, b) => naturalOrder(a.designator, b.designator))
      const decided = fitted.map((part) => ({ part, decision: decide(part, plan) }))
      const hand = decided.flatMap(({ part, decision }) =>
        "reason" in decision ? [handRow(part, decision.reason)] : [],
      )
      if (serviceOf(plan).sides.length === 0)
        return { variant, plan, bom: bomRows(fitted.filter(isBought)), hand }
      const machine = decided.flatMap(({ part, decision }) =>
        "land" in decision ? [{ part, ...decision }] : [],
      )
      return {
        variant,
        plan,
        bom: bomRows(machine.map(({ part }) => part)),
        cpl: machine.map(({ part, land }) => cplRow(part, land)),
        hand,
      }
    }),
  )
}

interface FittedPart extends PartOnBoard {
  readonly entry: Part
  readonly number: OrderNumber | undefined
}

function serviceOf(plan: string) {
  const service = assemblyServices[plan]
  if (service === undefined) throw new Error(`no plan ${plan}`)
  return service
}

type Decision = { readonly land: LandAtJlcpcb } | { readonly reason: string }

function decide({ entry, side, number }: FittedPart, plan: AssemblyPlan): Decision {
  const service = serviceOf(plan)
  if (entry.assembly.by === "hand") return { reason: entry.assembly.reason }
  if (service.sides.length === 0)
    return { reason: "this plan is for bare boards: everything is soldered by hand" }
  if (number === undefined || "none" in number) return { reason: number?.none ?? "no order number is known" }
  if (!confirmed.includes(number.trust))
    return { reason: `its number ${number.number} is not confirmed: ${number.evidence}` }
  const land = landsAtJlcpcb[entry.package.name]
  if (land === undefined) return { reason: `how JLCPCB turns a ${entry.package.name} is not known` }
  if ("unconfirmed" in land) return { reason: land.unconfirmed }
  if (!service.sides.includes(side)) return { reason: `${service.title} places no parts on the ${side} side` }
  const standardOnly = standardOnlyPackages[entry.package.name]
  if (standardOnly !== undefined && !service.standardParts) return { reason: standardOnly }
  return { land }
}

/** One piece on several pads has no row of its own in a BOM: no machine and no parts kit knows it by those names. */
const isBought = (part: FittedPart) => part.entry.piece === undefined

function bomRows(parts: readonly FittedPart[]): BomRow[] {
  const groups = new Map<string, FittedPart[]>()
  for (const part of parts) groups.set(part.entry.id, [...(groups.get(part.entry.id) ?? []), part])
  return [...groups.values()].map((group) => {
    const { entry, number } = group[0] as FittedPart
    return {
      comment: entry.value,
      designators: group.map((part) => part.designator),
      footprint: entry.package.name,
      lcsc: orderNumberOf(number),
    }
  })
}

function cplRow(part: FittedPart, land: LandAtJlcpcb): CplRow {
  const midpoint = jlcpcbMidpoint(part, land)
  return {
    designator: part.designator,
    midXMm: midpoint.x,
    midYMm: midpoint.y,
    side: part.side,
    rotationDeg: jlcpcbRotation(part, land),
  }
}

const handRow = ({ designator, side, entry, number }: FittedPart, reason: string): HandRow => ({
  designator,
  side,
  reason,
  value: entry.value,
  footprint: entry.package.name,
  mpn: entry.mpn ?? "",
  lcsc: orderNumberOf(number),
  notes: entry.notes ?? [],
})

/** The number to order by: empty rather than one that might be another part's. */
export const orderNumberOf = (number: OrderNumber | undefined): string =>
  number !== undefined && "number" in number && confirmed.includes(number.trust) ? number.number : ""
