import type { AnyCircuitElement } from "circuit-json"
import { elementsOf } from "../circuit/elements"
import { netlistOf } from "../circuit/netlist"
import { type Pad, padsOf } from "../circuit/pads"
import { assemblySets } from "../fabricate/assembly"
import type { Fabrication } from "../fabricate/fabricate"
import { partsOnBoard } from "../fabricate/parts-on-board"
import { distance } from "../geometry/point"
import { boxOf } from "../geometry/shape"
import { readAccepted } from "../lock/accept"
import { type Draft, differencesOf, draftOf } from "../lock/draft"
import type { Legend, LockFacts } from "../lock/facts"
import type { Lock } from "../lock/lock"
import { lockOf } from "../lock/lock-of"
import type { Board } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import type { Limited } from "../model/fab-rule"
import { houseOf, housesOf } from "./fab-house"

/** What a compiled board and its order have for the lock. */
export function lockFacts(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  { assembly }: Pick<Fabrication, "assembly">,
  { limits }: Limited,
): LockFacts {
  const { nets, unconnected } = netlistOf(circuit)
  const pads = padsOf(circuit)
  return {
    nets: nets.map(({ name, pins }) => ({ name, pins })),
    openPins: unconnected,
    netFacts: board.nets,
    legends: legendsOf(circuit, pads),
    holes: elementsOf(circuit, "pcb_hole").map((hole) => ({
      x: hole.x,
      y: hole.y,
      drillMm: "hole_diameter" in hole ? hole.hole_diameter : Math.max(hole.hole_width, hole.hole_height),
    })),
    assembly: assembly.map(({ plan, variant, cpl = [], hand }) => ({
      plan,
      variant,
      machine: cpl.map(({ designator }) => designator),
      hand: hand.map(({ designator }) => designator),
    })),
    limits: limits.map(({ id, unit, fabLimit, gate: { error, warning } }) => ({
      id,
      unit,
      ...(error === undefined ? {} : { ours: error }),
      ...(warning === undefined ? {} : { warning }),
      ...(fabLimit === undefined ? {} : { fab: fabLimit }),
    })),
  }
}

/** Every text; where one key would hold several, exchanging them must not pass unseen: they have their places. */
function legendsOf(circuit: readonly AnyCircuitElement[], pads: readonly Pad[]): Legend[] {
  const texts = elementsOf(circuit, "pcb_silkscreen_text").map((text) => {
    const place = { x: text.anchor_position.x, y: text.anchor_position.y }
    const side = text.layer === "bottom" ? "bottom" : "top"
    const turned = (((text.ccw_rotation ?? 0) % 360) + 360) % 360
    const at = nearest(
      pads.filter(({ layers }) => layers.includes(side)),
      place,
    )
    return {
      text: text.text,
      side,
      capitalMm: Math.round(text.font_size * 0.678 * 100) / 100,
      turnDeg: side === "bottom" ? (360 - turned) % 360 : turned,
      place: { x: tenth(place.x), y: tenth(place.y) },
      ...(at === undefined ? {} : { at }),
    } satisfies Legend
  })
  return texts.map(({ place, ...text }) => {
    const isAlone =
      text.at !== undefined &&
      texts.filter(({ at, side }) => at === text.at && side === text.side).length === 1
    return isAlone ? text : { ...text, place }
  })
}

/** As exact as an eye is. */
const tenth = (mm: number): number => Math.round(mm * 10) / 10 + 0

/** A text farther from every pad than this belongs to the board. mm. */
const reachMm = 4

/** The pin whose pad is nearest; the part, where the pin has no name of its own. */
function nearest(pads: readonly Pad[], at: { readonly x: number; readonly y: number }): string | undefined {
  let found: { name: string; mm: number } | undefined
  for (const pad of pads) {
    const box = boxOf(pad.shape)
    const inside = {
      x: Math.min(Math.max(at.x, box.minX), box.maxX),
      y: Math.min(Math.max(at.y, box.minY), box.maxY),
    }
    const mm = distance(inside, at)
    if (mm <= reachMm && (found === undefined || mm < found.mm)) found = { name: pad.name, mm }
  }
  return found?.name
}

/**
 * What there is to accept of a board as it is, and whether it is a draft. What is accepted is the board at its own
 * house, whoever makes it here; of other houses that it names, what their machines place.
 */
export function lockState(
  root: string,
  circuit: readonly AnyCircuitElement[],
  board: Board,
  fabrication: Pick<Fabrication, "assembly">,
  house: FabHouse,
): { readonly lock: Lock; readonly draft: Draft | undefined } {
  const { home } = board
  const isHome = board.fab === home.fab
  const own = isHome ? board : { ...board, ...home }
  const ownHouse = isHome ? house : houseOf(own)
  const parts = partsOnBoard(circuit)
  const assembly = [
    ...(isHome ? fabrication.assembly : assemblySets(parts, own, ownHouse)),
    ...housesOf({ ...board, fab: board.fabs.slice(1) }).flatMap((other) =>
      other.id === home.fab
        ? []
        : assemblySets(parts, { ...board, plans: Object.keys(other.plans) }, other).map((set) => ({
            ...set,
            plan: `${other.id}/${set.plan}`,
          })),
    ),
  ]
  const lock = lockOf(own, lockFacts(circuit, own, { assembly }, ownHouse))
  return { lock, draft: draftOf(board.id, differencesOf(board.id, readAccepted(root, board.id), lock)) }
}
