import type { Box } from "../geometry/shape"

/** Cells of 2 mm: a small part covers a few, so a question about one place looks at its neighbours only. */
const cellMm = 2
/** More cells than any board is high. */
const columns = 2 ** 20

/** Boxes that come and go, and which of them are near a place: cost by what is near, not by what there is. */
export class Grid<T extends { readonly box: Box }> {
  readonly #cells = new Map<number, Set<T>>()

  add(item: T): void {
    for (const key of cellsOf(item.box)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, new Set([item]))
      else cell.add(item)
    }
  }

  remove(item: T): void {
    for (const key of cellsOf(item.box)) this.#cells.get(key)?.delete(item)
  }

  /** Each item whose box comes within `reach` mm of the box, once, in the order they were added to its cells. */
  near(box: Box, reach: number): T[] {
    const found = new Set<T>()
    for (const key of cellsOf(box, reach)) {
      for (const item of this.#cells.get(key) ?? []) if (boxGap(item.box, box) <= reach) found.add(item)
    }
    return [...found]
  }
}

/** Free space between two boxes, mm; 0 where they touch or overlap. */
export function boxGap(a: Box, b: Box): number {
  const x = Math.max(0, a.minX - b.maxX, b.minX - a.maxX)
  const y = Math.max(0, a.minY - b.maxY, b.minY - a.maxY)
  return x === 0 ? y : y === 0 ? x : Math.hypot(x, y)
}

function* cellsOf({ minX, minY, maxX, maxY }: Box, reach = 0): Generator<number> {
  const cell = (mm: number): number => Math.floor(mm / cellMm)
  for (let x = cell(minX - reach); x <= cell(maxX + reach); x++)
    for (let y = cell(minY - reach); y <= cell(maxY + reach); y++) yield x * columns + y
}
