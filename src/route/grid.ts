import { distanceToSegment, type Point } from "../geometry/point"
import { distanceToOutline, insidePolygon } from "../geometry/polygon"
import { boxOf, type Shape } from "../geometry/shape"
import type { CopperLayer } from "../model/layer"
import type { Side } from "../model/place"
import type { BoardFacts } from "./board-facts"

/** The board in cells of 0.1 mm: fine enough for a 0.25 mm track between 1.27 mm pads, coarse enough for a second. */
export const stepMm = 0.1

export interface Grid {
  readonly minX: number
  readonly minY: number
  readonly nx: number
  readonly ny: number
  /** Cells of one layer. */
  readonly cells: number
}

/** Eight directions, counter-clockwise from +x. */
export const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
]

/** Layers as the grid counts them: those that tracks are laid on first. */
const counted = ["top", "bottom", "inner1", "inner2"] as const satisfies readonly CopperLayer[]
export const layerIndex = (layer: CopperLayer): number => counted.indexOf(layer)
export const layerAt = (index: number): CopperLayer => counted[index] ?? "bottom"
/** The number of a face. */
export const faceIndex = (face: Side): 0 | 1 => (face === "top" ? 0 : 1)

/** Smallest turn between two directions in steps of 45 degrees, 0..4. */
export function turnSteps(a: number, b: number): number {
  const d = Math.abs(a - b) % 8
  return d > 4 ? 8 - d : d
}

export function gridOf(outline: readonly Point[]): Grid {
  const xs = outline.map((p) => p.x)
  const ys = outline.map((p) => p.y)
  const minX = Math.floor(Math.min(...xs) / stepMm) * stepMm
  const minY = Math.floor(Math.min(...ys) / stepMm) * stepMm
  const nx = Math.round((Math.max(...xs) - minX) / stepMm) + 1
  const ny = Math.round((Math.max(...ys) - minY) / stepMm) + 1
  return { minX, minY, nx, ny, cells: nx * ny }
}

/** Cell nearest to a point, clamped to the grid. */
export function cellAt(grid: Grid, p: Point): number {
  const ix = Math.min(grid.nx - 1, Math.max(0, Math.round((p.x - grid.minX) / stepMm)))
  const iy = Math.min(grid.ny - 1, Math.max(0, Math.round((p.y - grid.minY) / stepMm)))
  return iy * grid.nx + ix
}

const tidyNumber = (value: number): number => Math.round(value * 1e4) / 1e4

export const cellCentre = (grid: Grid, cell: number): Point => ({
  x: tidyNumber(grid.minX + (cell % grid.nx) * stepMm),
  y: tidyNumber(grid.minY + Math.floor(cell / grid.nx) * stepMm),
})

/** Distance of a point from a shape's copper: `gap` without the general case, this runs a million times. */
function distanceTo(shape: Shape, p: Point): number {
  const [a, b] = shape.core
  if (a === undefined) return Number.POSITIVE_INFINITY
  if (b === undefined) return Math.hypot(p.x - a.x, p.y - a.y) - shape.radius
  if (shape.core.length === 2) return distanceToSegment(p, a, b) - shape.radius
  if (insidePolygon(p, shape.core)) return -shape.radius
  return distanceToOutline(p, shape.core) - shape.radius
}

/** Calls `visit` for each cell within `reach` of the shape's copper, with its distance (<= 0 on it). */
export function eachCellNear(
  grid: Grid,
  shape: Shape,
  reach: number,
  visit: (cell: number, distance: number) => void,
): void {
  const box = boxOf(shape)
  const fromX = Math.max(0, Math.ceil((box.minX - reach - grid.minX) / stepMm))
  const toX = Math.min(grid.nx - 1, Math.floor((box.maxX + reach - grid.minX) / stepMm))
  const fromY = Math.max(0, Math.ceil((box.minY - reach - grid.minY) / stepMm))
  const toY = Math.min(grid.ny - 1, Math.floor((box.maxY + reach - grid.minY) / stepMm))
  for (let iy = fromY; iy <= toY; iy++)
    for (let ix = fromX; ix <= toX; ix++) {
      const d = distanceTo(shape, { x: grid.minX + ix * stepMm, y: grid.minY + iy * stepMm })
      if (d <= reach) visit(iy * grid.nx + ix, d)
    }
}

/** Distance of each cell to the board's edge, mm; negative off the board. Computed once a board. */
export function edgeDistances(grid: Grid, facts: BoardFacts): Float32Array {
  const field = new Float32Array(grid.cells)
  for (let cell = 0; cell < grid.cells; cell++) {
    const p = cellCentre(grid, cell)
    const d = distanceToOutline(p, facts.outline)
    field[cell] = insidePolygon(p, facts.outline) ? d : -d
  }
  return field
}
