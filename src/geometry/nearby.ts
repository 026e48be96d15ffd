import Flatbush from "flatbush"
import type { Box } from "./shape"

/** The items whose boxes meet a box, in their order: for questions that would go through all items each time. */
export function nearby<T>(items: readonly T[], boxOf: (item: T) => Box): (box: Box) => T[] {
  if (items.length === 0) return () => []
  const index = new Flatbush(items.length)
  for (const item of items) {
    const { minX, minY, maxX, maxY } = boxOf(item)
    index.add(minX, minY, maxX, maxY)
  }
  index.finish()
  return ({ minX, minY, maxX, maxY }) =>
    index
      .search(minX, minY, maxX, maxY)
      .sort((a, b) => a - b)
      .map((at) => items[at] as T)
}
