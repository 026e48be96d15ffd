import { antennaMm, antennaNames } from "../check/copper/antenna"
import { hotNets, shyNets } from "../check/copper/sensitive-nets"
import { type Underside, undersidesOf } from "../check/copper/two-pin"
import { type Circuit, elementsOf } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import { type Pad, padsOf } from "../circuit/pads"
import { circuitView } from "../circuit/view"
import { type Point, turn } from "../geometry/point"
import { distanceToOutline, insidePolygon } from "../geometry/polygon"
import { depth, grow, polygonShape, type Shape } from "../geometry/shape"
import { textShape } from "../legend/ink"
import type { Board, HandSoldered, Keepout, PourRule } from "../model/board"
import { type CopperLayer, isSide, type Stack, stacks } from "../model/layer"
import { naturalOrder } from "../natural-order"
import { limits } from "./distances"

/** All that copper has to fit: pads, rules, outline, keepouts, holes. mm, board centre = origin, y up. */

export interface PadFact {
  /** "R5.2". Pads that share a pin (U2.39) share a name; copper without a pin bears its part's name. */
  readonly name: string
  /** Net name; undefined for pads that are not connected. */
  readonly net: string | undefined
  readonly layers: readonly CopperLayer[]
  readonly shape: Shape
  readonly centre: Point
  /** What is soldered, in words: "top 1.4 x 1.15 mm". Changes with size, turn, form and side, not with place. */
  readonly land: string
  /** Plated hole in the pad, mm. */
  readonly drillMm: number | undefined
}

export interface Zone {
  readonly name: string
  readonly shape: Shape
  readonly layers: readonly CopperLayer[]
  /** What copper keeps from it, mm; 0 where nothing is said. */
  readonly keepMm?: number
}

export interface HoleFact {
  readonly name: string
  readonly shape: Shape
}

export interface NetRule {
  readonly widthMm: number
  readonly clearanceMm: number
  /** The only layers its tracks are laid on; unless said the faces, and inside where nothing is poured. */
  readonly layers?: readonly CopperLayer[]
}

/** A net that pours fill, and the layers they fill. */
export interface PourFacts {
  readonly net: string
  readonly layers: readonly CopperLayer[]
  readonly clearanceMm: number
  readonly minWidthMm: number
  readonly boardEdgeMm: number
  /** All pours of the board, the first to have a place first: some of them take this one's place. */
  readonly all: readonly Pick<PourRule, "net" | "layers" | "outline">[]
  readonly voids: readonly Keepout[]
}

export interface BoardFacts {
  readonly stack: Stack
  readonly pads: readonly PadFact[]
  /** Every net of the circuit, in natural order. */
  readonly nets: readonly string[]
  readonly outline: readonly Point[]
  readonly keepouts: readonly Zone[]
  /** Unplated holes. */
  readonly holes: readonly HoleFact[]
  readonly rules: ReadonlyMap<string, NetRule>
  readonly via: { readonly diameterMm: number; readonly drillMm: number }
  readonly pour: PourFacts
  /** Other nets that are poured on a layer inside, over all of it or an area: their pads hang on vias, too. */
  readonly planes: readonly PourFacts[]
  /** Pads from which other nets keep more than their clearance. */
  readonly handSoldered?: HandSoldered
  /** Places between the pads of two-pin parts, where no track should be. */
  readonly undersides?: readonly Underside[]
  /** Texts on either side, where no via should be. */
  readonly texts?: readonly Shape[]
  /** Nets that what is disturbed does harm to, and nets that disturb. */
  readonly shyNets?: ReadonlySet<string>
  readonly hotNets?: ReadonlySet<string>
}

/** Where the board says nothing of a net: the narrowest track and gap this project allows. */
export const plainRule: NetRule = { widthMm: 0.25, clearanceMm: 0.2 }

export const ruleOf = (facts: BoardFacts, net: string | undefined): NetRule =>
  (net === undefined ? undefined : facts.rules.get(net)) ?? plainRule

/** How far inside the board a track meets a half hole's pad: what it keeps from the edge, and half a wide one. mm */
const insideMm = limits.copperToEdgeMm + 0.35

/** A half hole's middle is on the board's edge: tracks meet its pad where it reaches farthest into the board. */
function metAt({ x, y, shape }: Pad, outline: readonly Point[]): Point {
  const steps = Array.from({ length: 16 * 13 }, (_, i) => ({ deg: (i % 16) * 22.5, mm: 0.05 * (1 + i / 16) }))
  const places = steps.flatMap(({ deg, mm }): { at: Point; gap: number }[] => {
    const way = turn({ x: Math.round(mm * 20) / 20, y: 0 }, deg)
    const at = { x: x + way.x, y: y + way.y }
    if (depth(shape, at) < 0.01 || !insidePolygon(at, outline)) return []
    return [{ at, gap: Math.min(insideMm, distanceToOutline(at, outline)) }]
  })
  return places.reduce((best, one) => (one.gap > best.gap + 1e-6 ? one : best), { at: { x, y }, gap: 0 }).at
}

const padFacts = (circuit: Circuit, edge: readonly Point[]): PadFact[] =>
  padsOf(circuit)
    .map((pad) => ({ ...pad, at: pad.castellated === true ? metAt(pad, edge) : pad }))
    .map(({ name, net, layers, shape, land, drillMm, at: { x, y } }) => ({
      name,
      net,
      layers,
      shape,
      land,
      drillMm,
      centre: { x, y },
    }))

const box = (minX: number, minY: number, maxX: number, maxY: number): Shape =>
  polygonShape([
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ])

function keepouts(circuit: Circuit, board: Board): Zone[] {
  const stack = stacks[board.layers]
  const antennas = antennaNames(board)
  const named = board.keepouts.map(
    (zone): Zone => ({
      name: zone.name,
      shape: box(zone.minX, zone.minY, zone.maxX, zone.maxY),
      layers: stack,
      ...(antennas.has(zone.name) ? { keepMm: antennaMm } : {}),
    }),
  )
  const cutouts = board.cutouts.map(
    (ring, index): Zone => ({
      name: `${limits.copperToEdgeMm} mm round cut-out ${index + 1}`,
      shape: { core: ring, radius: limits.copperToEdgeMm },
      layers: stack,
    }),
  )
  const drawn = elementsOf(circuit, "pcb_keepout").flatMap((zone): Zone[] => {
    const layers = stack.filter((layer) => (zone.layers as readonly string[]).includes(layer))
    const name = zone.description ?? "keepout"
    if (zone.shape === "circle")
      return [{ name, layers, shape: { core: [zone.center], radius: zone.radius } }]
    if (zone.shape === "rect") {
      const { center: c, width: w, height: h } = zone
      return [{ name, layers, shape: box(c.x - w / 2, c.y - h / 2, c.x + w / 2, c.y + h / 2) }]
    }
    return zone.shape === "outline" ? [{ name, layers, shape: polygonShape(zone.outline) }] : []
  })
  return [...named, ...cutouts, ...drawn, ...markOpenings(circuit, board)]
}

/** No track may be in the opening of a mark for a machine's camera. */
const markOpenings = (circuit: Circuit, board: Board): Zone[] =>
  padsOf(circuit).flatMap(({ designator, layers, shape, maskMarginMm = 0 }) =>
    board.parts[designator]?.kind === "fiducial"
      ? [{ name: `${designator}'s opening`, layers, shape: grow(shape, maskMarginMm) }]
      : [],
  )

function holes(circuit: Circuit): HoleFact[] {
  return elementsOf(circuit, "pcb_hole")
    .map((hole, index): HoleFact => {
      const across =
        "hole_diameter" in hole ? hole.hole_diameter : Math.max(hole.hole_width, hole.hole_height)
      return {
        name: `hole ${index + 1}`,
        shape: { core: [{ x: hole.x, y: hole.y }], radius: across / 2 },
      }
    })
    .sort((a, b) => naturalOrder(a.name, b.name))
}

function outline(circuit: Circuit, board: Board): readonly Point[] {
  const drawn = elementsOf(circuit, "pcb_board")[0]
  if (drawn?.outline && drawn.outline.length > 2) return drawn.outline.map(({ x, y }) => ({ x, y }))
  return board.outline
}

/** Reads what routes must fit from a rendered circuit and the board's own rules. */
export function boardFacts(circuit: Circuit, board: Board): BoardFacts {
  const rules = new Map<string, NetRule>()
  for (const netClass of board.netClasses)
    for (const net of netClass.nets)
      rules.set(net, {
        widthMm: netClass.widthMm,
        clearanceMm: netClass.clearanceMm,
        ...(netClass.layers === undefined ? {} : { layers: netClass.layers }),
      })
  const view = circuitView(circuit, board)
  const edge = outline(circuit, board)
  return {
    stack: stacks[board.layers],
    pads: padFacts(circuit, edge),
    nets: [...new Set(elementsOf(circuit, "source_net").map((net) => net.name))].sort(naturalOrder),
    outline: edge,
    keepouts: keepouts(circuit, board),
    holes: holes(circuit),
    rules,
    via: board.via,
    pour: pourFacts(board, board.pour),
    planes: planesOf(board),
    ...(board.handSoldered === undefined ? {} : { handSoldered: board.handSoldered }),
    undersides: undersidesOf(padsOf(circuit)),
    texts: elementsOf(circuit, "pcb_silkscreen_text").map(textShape),
    shyNets: new Set(shyNets(view).keys()),
    hotNets: hotNets(view),
  }
}

/** Nets but the router's own that are poured inside, each with all the layers of its pours. */
const planesOf = (board: Board): PourFacts[] =>
  [...groupBy(board.pours, ({ net }) => net)].flatMap(([net, own]) => {
    const layers = [...new Set(own.flatMap((pour) => pour.layers))]
    const [first] = own
    return first === undefined || net === board.pour.net || layers.every(isSide)
      ? []
      : [pourFacts(board, { ...first, layers })]
  })

const pourFacts = ({ pours }: Board, rule: PourRule): PourFacts => ({
  net: rule.net,
  layers: rule.layers,
  clearanceMm: rule.clearanceMm,
  minWidthMm: rule.minWidthMm,
  boardEdgeMm: rule.boardEdgeMm,
  all: pours,
  voids: rule.voids ?? [],
})

/** The board seen by each net whose pads hang on pours: the router's own first. */
export const pouredViews = (facts: BoardFacts): BoardFacts[] =>
  [facts.pour, ...facts.planes].filter(({ net }) => net !== "").map((pour) => ({ ...facts, pour }))

/** Whether a net's pads hang on pours: it is laid by vias, after all others. */
export const isPoured = ({ pour, planes }: BoardFacts, net: string): boolean =>
  net === pour.net || planes.some((plane) => plane.net === net)
