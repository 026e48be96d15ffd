import type { Box } from "../read"

/** Boxes nearer than this are one place to look at, mm. */
const near = 0.8

/** Joins boxes that overlap or nearly do; the largest first. mm. */
export function mergeSpots(boxes: readonly Box[]): Box[] {
  const merged: Box[] = []
  for (const box of boxes) {
    let grown = box
    for (let i = merged.length - 1; i >= 0; i--) {
      const other = merged[i] as Box
      if (!touches(grown, other)) continue
      grown = around(grown, other)
      merged.splice(i, 1)
      i = merged.length
    }
    merged.push(grown)
  }
  return merged.sort((a, b) => sizeOf(b) - sizeOf(a) || a.minX - b.minX || a.minY - b.minY)
}

const touches = (a: Box, b: Box): boolean =>
  a.minX - near <= b.maxX && b.minX - near <= a.maxX && a.minY - near <= b.maxY && b.minY - near <= a.maxY

const around = (a: Box, b: Box): Box => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
})

const sizeOf = (box: Box): number => (box.maxX - box.minX) * (box.maxY - box.minY)
