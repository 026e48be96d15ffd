import type { Point } from "../geometry/point"
import { insidePolygon } from "../geometry/polygon"
import { boxOf, type Shape } from "../geometry/shape"
import type { CopperLayer } from "../model/layer"

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

/** Distance of a point from a polygon's edge, mm; negative inside. */
function distanceToPolygon(core: readonly Point[], px: number, py: number): number {
  let least = Number.POSITIVE_INFINITY
  let inside = false
  let a = core[core.length - 1] as Point
  for (const b of core) {
    least = Math.min(least, squareToSegment(a, b, px, py))
    if (a.y > py !== b.y > py && px < ((a.x - b.x) * (py - b.y)) / (a.y - b.y) + b.x) inside = !inside
    a = b
  }
  return inside ? -Math.sqrt(least) : Math.sqrt(least)
}

/** Square of the distance of a point from the segment a-b. */
export function squareToSegment(a: Point, b: Point, px: number, py: number): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const squared = dx * dx + dy * dy
  let t = squared === 0 ? 0 : ((px - a.x) * dx + (py - a.y) * dy) / squared
  t = t < 0 ? 0 : t > 1 ? 1 : t
  const ex = px - a.x - t * dx
  const ey = py - a.y - t * dy
  return ex * ex + ey * ey
}

/**
 * Calls `visit` for each cell within `reach` of the shape's copper, with its distance (<= 0 on it). Rows of a slanting
 * track are only as long as the part of it that is near: this runs a million times.
 */
export function eachCellNear(
  grid: Grid,
  { core, radius }: Shape,
  reach: number,
  visit: (cell: number, distance: number) => void,
): void {
  const { minX, minY, nx, ny } = grid
  const far = reach + radius
  const box = boxOf({ core, radius: far })
  const fromY = Math.max(0, Math.ceil((box.minY - minY) / stepMm))
  const toY = Math.min(ny - 1, Math.floor((box.maxY - minY) / stepMm))
  const [a, b = a] = core
  if (a === undefined || b === undefined) return
  const isPolygon = core.length > 2
  const slope = a.y === b.y ? 0 : (b.x - a.x) / (b.y - a.y)
  for (let iy = fromY; iy <= toY; iy++) {
    const y = minY + iy * stepMm
    let [lowX, highX] = [box.minX, box.maxX]
    if (slope !== 0 && !isPolygon) {
      const [low, high] = a.y < b.y ? [a, b] : [b, a]
      const p = a.x + (Math.max(low.y, y - far) - a.y) * slope
      const q = a.x + (Math.min(high.y, y + far) - a.y) * slope
      lowX = Math.min(p, q) - far
      highX = Math.max(p, q) + far
    }
    const fromX = Math.max(0, Math.ceil((lowX - minX) / stepMm))
    const toX = Math.min(nx - 1, Math.floor((highX - minX) / stepMm))
    for (let ix = fromX; ix <= toX; ix++) {
      const x = minX + ix * stepMm
      const d = (isPolygon ? distanceToPolygon(core, x, y) : Math.sqrt(squareToSegment(a, b, x, y))) - radius
      if (d <= reach) visit(iy * nx + ix, d)
    }
  }
}

/** Distance of each cell to the board's edge, mm, as far as `reach`; below zero off the board. Computed once a board. */
export function edgeDistances(grid: Grid, outline: readonly Point[], reach: number): Float32Array {
  const field = new Float32Array(grid.cells).fill(reach)
  outline.forEach((p, i) => {
    const next = outline[(i + 1) % outline.length] as Point
    eachCellNear(grid, { core: [p, next], radius: 0 }, reach, (cell, d) => {
      if (d < (field[cell] as number)) field[cell] = d
    })
  })
  for (let cell = 0; cell < grid.cells; cell++)
    if (!insidePolygon(cellCentre(grid, cell), outline)) field[cell] = -(field[cell] as number)
  return field
}
