import { innerFrame, titleBox } from "../frame"
import type { Box } from "../shapes"
import { gridMm, type Paper, type PartPlacement } from "../sheet"
import { type Block, movedParts } from "./block"

/** Blocks of one column of the sheet and those after it. */
export type Group = readonly Block[]

/**
 * Puts blocks into columns from the left, each group in columns of its own, round what stands there already; undefined
 * when the paper is too small. Boxes in mm.
 */
export function pack(
  groups: readonly Group[],
  taken: readonly Box[],
  paper: Paper,
): PartPlacement[] | undefined {
  const inner = innerFrame(paper)
  const area = {
    minX: Math.ceil(inner.minX / gridMm + 0.5),
    minY: Math.ceil(inner.minY / gridMm + 0.5),
    maxX: Math.floor(inner.maxX / gridMm - 0.5),
    maxY: Math.floor(inner.maxY / gridMm - 0.5),
  }
  const full = [...taken, titleBox(paper)].map((box) => ({
    minX: box.minX / gridMm - 0.5,
    minY: box.minY / gridMm - 0.5,
    maxX: box.maxX / gridMm + 0.5,
    maxY: box.maxY / gridMm + 0.5,
  }))
  const parts: PartPlacement[] = []
  let left = area.minX
  for (const group of groups) {
    let [top, right] = [area.minY, left]
    for (const block of group) {
      const [width, height] = [block.maxX - block.minX, block.maxY - block.minY]
      for (;;) {
        if (left + width > area.maxX) return undefined
        const y = firstFree(full, left, top, width, height, area.maxY)
        if (y !== undefined) {
          parts.push(...movedParts(block, left - block.minX, y - block.minY))
          full.push({ minX: left, minY: y, maxX: left + width, maxY: y + height })
          right = Math.max(right, left + width)
          top = y + height + 1
          break
        }
        // On to the next column: behind the widest of this one, or a little on where it is empty.
        left = Math.ceil(right > left ? right + 1 : left + 2)
        ;[top, right] = [area.minY, left]
      }
    }
    if (right > left) left = Math.ceil(right + 1)
  }
  return parts
}

/** The highest place in a column where a block touches nothing. */
function firstFree(
  full: readonly Box[],
  x: number,
  from: number,
  width: number,
  height: number,
  bottom: number,
): number | undefined {
  let y = from
  for (;;) {
    if (y + height > bottom) return undefined
    const hit = full.find(
      (box) => box.minX < x + width && x < box.maxX && box.minY < y + height && y < box.maxY,
    )
    if (!hit) return y
    y = Math.ceil(hit.maxY)
  }
}
