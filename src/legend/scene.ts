import { type Circuit, elementsOf } from "../circuit/elements"
import type { Point } from "../geometry/point"
import { insidePolygon } from "../geometry/polygon"
import { type Box, boxOf, capsule, edgesOf, gap, polygonShape, type Shape } from "../geometry/shape"
import type { Side } from "../model/place"
import { type Area, type LegendPart, legendParts } from "./areas"
import type { LegendText } from "./font"
import { Grid } from "./grid"
import { type Printed, printedOn } from "./ink"
import { openingsOf, outlinesOf, type PartOf, tentedVias } from "./openings"

/** What new ink keeps clear of, mm. */
export interface LegendLimits {
  /** From mask openings and holes. */
  readonly openingMm: number
  /** What a mask opening adds to its pad all round, where the part does not say. */
  readonly maskMarginMm: number
  /** From other ink. */
  readonly inkMm: number
  /** From the board's edge. */
  readonly edgeMm: number
}

/** A hair more than the fab's limits, as whoever measures what is drawn is to find them kept. */
export const defaultLimits: LegendLimits = {
  openingMm: 0.16,
  maskMarginMm: 0.05,
  inkMm: 0.16,
  edgeMm: 0.3,
}

/** Shapes that overlap are 0 mm apart, however much: what is nearer than this touches. */
const touchMm = 0.02

/** As far as a space is wide, and a little more, mm. */
const sameLineMm = 1.5

/** Something a text keeps off. */
interface Obstacle {
  readonly box: Box
  readonly shape: Shape
  readonly clearanceMm: number
  readonly what: string
  readonly isText?: true
  /** The part whose courtyard this is: its own texts may lie in it. */
  readonly courtyardOf?: string
}

/** Ink that can be put on the board and taken away again. */
export interface Ink {
  readonly side: Side
  readonly box: Box
  readonly what: string
}

/** One board with everything a text must not touch, in an index: a question costs by what is near. */
export class Scene {
  readonly parts: readonly LegendPart[]
  readonly limits: LegendLimits
  readonly #obstacles = { top: new Grid<Obstacle>(), bottom: new Grid<Obstacle>() }
  readonly #ink = { top: new Grid<Ink>(), bottom: new Grid<Ink>() }
  readonly #areas = { top: new Grid<Area>(), bottom: new Grid<Area>() }
  readonly #vias = new Grid<{ readonly box: Box; readonly shape: Shape }>()
  readonly #board: readonly Point[]
  readonly #cutouts: readonly (readonly Point[])[]

  constructor(circuit: Circuit, limits: LegendLimits = defaultLimits) {
    this.limits = limits
    this.parts = legendParts(circuit)
    const nameOf = new Map(
      elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
    )
    const designators = new Map(
      elementsOf(circuit, "pcb_component").map((part) => [
        part.pcb_component_id,
        nameOf.get(part.source_component_id),
      ]),
    )
    const partOf: PartOf = (id) => designators.get(id ?? "")
    const keepOff = (places: readonly Printed[], clearanceMm: number): void => {
      for (const { side, ...place } of places)
        this.#obstacles[side].add({ ...place, box: boxOf(place.shape), clearanceMm })
    }
    keepOff(openingsOf(circuit, partOf, limits.maskMarginMm), limits.openingMm)
    keepOff(printedOn(circuit, partOf), limits.inkMm)
    const [board = [], ...cutouts] = outlinesOf(circuit)
    this.#board = board
    this.#cutouts = cutouts
    for (const [a, b] of [board, ...cutouts].flatMap(edgesOf)) {
      const shape = capsule(a, b, 0)
      for (const side of ["top", "bottom"] as const)
        keepOff([{ side, shape, what: "the board's edge" }], limits.edgeMm)
    }
    for (const { designator, area, back } of this.parts) {
      this.#areas[area.side].add(area)
      if (back !== undefined) this.#areas[back.side].add(back)
      for (const shape of area.shapes) {
        this.#obstacles[area.side].add({
          box: boxOf(shape),
          shape,
          clearanceMm: touchMm,
          what: designator,
          courtyardOf: designator,
        })
      }
    }
    for (const shape of tentedVias(circuit)) this.#vias.add({ box: boxOf(shape), shape })
  }

  put(ink: Ink): void {
    this.#ink[ink.side].add(ink)
  }

  take(ink: Ink): void {
    this.#ink[ink.side].remove(ink)
  }

  /** Ink put here that a text in this box would touch. */
  inkNear(side: Side, box: Box): Ink[] {
    return this.#ink[side].near(box, this.limits.inkMm - 1e-9)
  }

  /** Whether a text of `owner` may be in this box, as far as the board itself is concerned. */
  isFree(side: Side, box: Box, owner: string): boolean {
    return this.#inTheWay(side, box, owner).next().done === true
  }

  /** What of the board is in the way of a text in this box, each once. */
  blockers(side: Side, box: Box, owner: string): string[] {
    return [...new Set(this.#inTheWay(side, box, owner))]
  }

  *#inTheWay(side: Side, box: Box, owner: string): Generator<string> {
    const text = polygonShape(corners(box))
    const reach = Math.max(this.limits.openingMm, this.limits.inkMm, this.limits.edgeMm)
    for (const { shape, clearanceMm, what, courtyardOf, box: around } of this.#obstacles[side].near(
      box,
      reach,
    )) {
      if (courtyardOf === owner || apart(around, box) >= clearanceMm) continue
      if (gap(text, shape) < clearanceMm - 1e-9) yield what
    }
    const middle = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 }
    if (!insidePolygon(middle, this.#board) || this.#cutouts.some((cutout) => insidePolygon(middle, cutout)))
      yield "the board's edge"
  }

  /** The other parts that show on this side within `reach` of the box. */
  partsNear(side: Side, box: Box, owner: string, reach: number): Area[] {
    return this.#areas[side].near(box, reach).filter(({ designator }) => designator !== owner)
  }

  /** Free space between the box and the nearest part but `owner` that shows on this side; `reach` where none is nearer. */
  toOtherPart(side: Side, box: Box, owner: string, reach: number): number {
    return Math.min(reach, ...this.partsNear(side, box, owner, reach).map((area) => toArea(box, area)))
  }

  /** Whether the board has a text right before or behind a text in this box, on its line: they would read as one. */
  readsOn({ side, turnDeg }: Pick<LegendText, "side" | "turnDeg">, box: Box): boolean {
    const [x, y] = turnDeg === 0 ? [sameLineMm, 0] : [0, sameLineMm]
    const line = { minX: box.minX - x, maxX: box.maxX + x, minY: box.minY - y, maxY: box.maxY + y }
    return this.#obstacles[side].near(line, 0).some(({ isText }) => isText === true)
  }

  /** Whether the text would lie over a via's hole, which only dips where mask covers it. */
  overVia(box: Box): boolean {
    const text = polygonShape(corners(box))
    return this.#vias.near(box, 0.05).some(({ shape }) => gap(text, shape) < 0.05)
  }
}

export const toArea = (box: Box, { shapes }: Pick<Area, "shapes">): number => {
  const text = polygonShape(corners(box))
  return Math.max(0, Math.min(...shapes.map((shape) => gap(text, shape))))
}

const corners = ({ minX, minY, maxX, maxY }: Box): Point[] => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
]

/** A lower bound of the gap between what is in two boxes, below zero where they overlap. */
const apart = (a: Box, b: Box): number =>
  Math.max(a.minX - b.maxX, b.minX - a.maxX, a.minY - b.maxY, b.minY - a.maxY)
