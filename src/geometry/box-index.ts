import Flatbush from "flatbush"
import type { Box } from "./shape"

/** Things with boxes, searchable by place; in the order given. */
export class BoxIndex<T> {
  private readonly tree: Flatbush | undefined

  constructor(
    private readonly items: readonly T[],
    boxOfItem: (item: T) => Box,
  ) {
    if (items.length === 0) return
    this.tree = new Flatbush(items.length)
    for (const item of items) {
      const { minX, minY, maxX, maxY } = boxOfItem(item)
      this.tree.add(minX, minY, maxX, maxY)
    }
    this.tree.finish()
  }

  /** Those whose boxes meet this one grown by `reach`. */
  within({ minX, minY, maxX, maxY }: Box, reach = 0): T[] {
    const found = this.tree?.search(minX - reach, minY - reach, maxX + reach, maxY + reach) ?? []
    return found.sort((a, b) => a - b).map((i) => this.items[i] as T)
  }
}
