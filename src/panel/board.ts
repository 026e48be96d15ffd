import type { AnyCircuitElement } from "circuit-json"
import type { PanelCuts } from "../model/board"
import type { DrillFile, GerberLayer } from "../model/fab-house"
import type { LayerCount } from "../model/layer"
import type { Point } from "../model/place"
import type { BoardGeometry } from "../verify/geometry/board"

/** A board as its own verified package has it: what is stepped over a panel. mm, its own frame. */
export interface PanelBoard {
  readonly id: string
  /** How many layers of copper it has. */
  readonly copper: LayerCount
  readonly layers: ReadonlyMap<GerberLayer, string>
  readonly drills: Readonly<Record<DrillFile, string>>
  readonly geometry: BoardGeometry
  readonly circuit: readonly AnyCircuitElement[]
  readonly outline: readonly Point[]
  readonly cutouts: readonly (readonly Point[])[]
  readonly thicknessMm: number
  /** Plan -> its lists, as CSV, of the variant that is built. */
  readonly lists: ReadonlyMap<string, PlanLists>
}

export interface PlanLists {
  readonly bom: string
  readonly cpl: string | undefined
  readonly hand: string
}

/** What a panel is to be: rows of boards from the top, rails along two sides or all four. */
export interface PanelPlan {
  readonly rows: readonly (readonly string[])[]
  readonly rails: 2 | 4
  readonly cuts: PanelCuts
  /** Room between boards; the house's unless said. */
  readonly gapMm?: number
}

/** A board's place on the panel: its number, from 1, and where its origin comes to lie. */
export interface Seat extends Point {
  readonly number: number
  readonly board: PanelBoard
}

/** A bridge of board between an edge and what faces it, with rows of holes along which it breaks. */
export interface Tab {
  readonly minX: number
  readonly maxX: number
  readonly minY: number
  readonly maxY: number
  readonly bites: readonly Point[]
}

/** A V-cut's line, from edge to edge of the panel. */
export interface Cut {
  readonly from: Point
  readonly to: Point
}

export interface PanelLayout {
  /** How many layers of copper all its boards have. */
  readonly copper: LayerCount
  readonly widthMm: number
  readonly heightMm: number
  readonly seats: readonly Seat[]
  readonly rails: readonly Area[]
  readonly tabs: readonly Tab[]
  readonly cuts: readonly Cut[]
  readonly tooling: readonly Point[]
  readonly fiducials: readonly Point[]
}

export interface Area {
  readonly minX: number
  readonly maxX: number
  readonly minY: number
  readonly maxY: number
}

export const areaOf = (points: readonly Point[]): Area => ({
  minX: Math.min(...points.map(({ x }) => x)),
  maxX: Math.max(...points.map(({ x }) => x)),
  minY: Math.min(...points.map(({ y }) => y)),
  maxY: Math.max(...points.map(({ y }) => y)),
})

/** Closed, counter-clockwise. */
export const cornersOf = ({ minX, maxX, minY, maxY }: Area): Point[] => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
]
