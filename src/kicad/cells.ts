import type { Point } from "../model/place"

/** What is sought this near an edge of a cell may be in the next one, mm. */
const edgeMm = 0.01

/** Pieces found by their middle, in cells of a millimetre. */
export class Cells<T> {
  readonly #cells = new Map<string, T[]>()

  constructor(
    all: readonly T[],
    readonly place: (one: T) => Point,
  ) {
    for (const one of all) {
      const key = cellOf(place(one))
      const known = this.#cells.get(key)
      if (known === undefined) this.#cells.set(key, [one])
      else known.push(one)
    }
  }

  /** Takes out the first at that place that is the one. */
  take(at: Point, isIt: (one: T) => boolean): T | undefined {
    const keys = new Set(
      [-edgeMm, edgeMm].flatMap((dx) =>
        [-edgeMm, edgeMm].map((dy) => cellOf({ x: at.x + dx, y: at.y + dy })),
      ),
    )
    for (const key of keys) {
      const list = this.#cells.get(key)
      const index = list?.findIndex(isIt) ?? -1
      if (index >= 0) return list?.splice(index, 1)[0]
    }
    return undefined
  }

  rest(): T[] {
    return [...this.#cells.values()].flat()
  }
}

const cellOf = ({ x, y }: Point): string => `${Math.floor(x)} ${Math.floor(y)}`
