import Flatbush from "flatbush"
import type { Box } from "./point"

/**
 * Things whose boxes meet, directly or through others, in the order given. What meets nothing else is a heap of one.
 * `onMeeting` is told of each pair that meets.
 */
export function heapsOf<T>(items: readonly T[], boxOf: (item: T) => Box, onMeeting?: () => void): T[][] {
  if (items.length === 0) return []
  const boxes = items.map(boxOf)
  const tree = treeOf(boxes)
  const parent = Int32Array.from(items, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) {
      const above = parent[parent[root] as number] as number
      parent[root] = above
      root = above
    }
    return root
  }
  for (const [i, box] of boxes.entries())
    tree.search(box.minX, box.minY, box.maxX, box.maxY, (j) => {
      if (j <= i) return false
      onMeeting?.()
      const [a, b] = [find(i), find(j)]
      parent[Math.max(a, b)] = Math.min(a, b)
      return false
    })
  const heaps = new Map<number, T[]>()
  for (const [i, item] of items.entries()) {
    const heap = heaps.get(find(i))
    if (heap === undefined) heaps.set(find(i), [item])
    else heap.push(item)
  }
  return [...heaps.values()]
}

export function treeOf(boxes: readonly Box[]): Flatbush {
  const tree = new Flatbush(boxes.length)
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY)
  tree.finish()
  return tree
}
