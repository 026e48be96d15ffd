import { innerFrame, titleBox } from "../frame"
import type { Box } from "../shapes"
import { gridMm, type Paper, type PartPlacement } from "../sheet"
import { type Block, movedParts } from "./block"

/** Steps between columns, at least and where there is room. */
const gap = { least: 1, wide: 5 }

interface Column {
  readonly x: number
  width: number
}

/** Shares of the sheet's height that columns may take: the lowest that works spreads them over its width. */
const heights = [0.45, 0.6, 0.75, 0.9, 1]

/**
 * Puts blocks into columns from the left, each group in columns of its own where that fits, round what stands there
 * already; undefined when the paper is too small. Boxes in mm.
 */
export function pack(
  groups: readonly (readonly Block[])[],
  taken: readonly Box[],
  paper: Paper,
): PartPlacement[] | undefined {
  const ways = [
    [groups, gap.wide],
    [groups, gap.least],
    [[groups.flat()], gap.least],
  ] as const
  for (const [some, between] of ways) {
    for (const height of taken.length > 0 ? [1] : heights) {
      const parts = fill(some, taken, paper, between, height)
      if (parts) return parts
    }
  }
  return undefined
}

function fill(
  groups: readonly (readonly Block[])[],
  taken: readonly Box[],
  paper: Paper,
  between: number,
  height: number,
): PartPlacement[] | undefined {
  const inner = innerFrame(paper)
  const area = { minX: up(inner.minX), minY: up(inner.minY), maxX: down(inner.maxX), maxY: down(inner.maxY) }
  const bottom = area.minY + (area.maxY - area.minY) * height
  const full = [...taken, titleBox(paper)].map((box) => ({
    minX: box.minX / gridMm - 0.5,
    minY: box.minY / gridMm - 0.5,
    maxX: box.maxX / gridMm + 0.5,
    maxY: box.maxY / gridMm + 0.5,
  }))
  const placed: { readonly block: Block; readonly x: number; readonly y: number }[] = []
  let right = area.minX
  for (const group of groups) {
    let columns: Column[] = []
    for (const block of group) {
      const [width, tall] = [block.maxX - block.minX, block.maxY - block.minY]
      const put = (column: Column): boolean => {
        if (column.x + width > area.maxX || (width > column.width && column !== columns.at(-1))) return false
        const y = firstFree(full, column.x, area.minY, width, tall, bottom)
        if (y === undefined) return false
        placed.push({ block, x: column.x, y })
        full.push({ minX: column.x, minY: y, maxX: column.x + width, maxY: y + tall + 1 })
        column.width = Math.max(column.width, width)
        right = Math.max(right, Math.ceil(column.x + column.width))
        return true
      }
      let done = columns.some(put)
      for (let x = columns.length === 0 && right === area.minX ? right : right + between; !done; x += 2) {
        if (x + width > area.maxX) return undefined
        columns = [...columns.filter(({ width }) => width > 0), { x, width: 0 }]
        done = put(columns.at(-1) as Column)
      }
    }
  }
  const shift = taken.length > 0 ? { x: 0, y: 0 } : centred(full.slice(1), area, full[0] as Box)
  return placed.flatMap(({ block, x, y }) =>
    movedParts(block, x - block.minX + shift.x, y - block.minY + shift.y),
  )
}

/** How far everything may move towards the middle of the sheet without meeting the title block. */
function centred(full: readonly Box[], area: Box, title: Box): { readonly x: number; readonly y: number } {
  if (full.length === 0) return { x: 0, y: 0 }
  const x = Math.floor((area.maxX - Math.max(...full.map(({ maxX }) => maxX))) / 2)
  const y = Math.floor((area.maxY - Math.max(...full.map(({ maxY }) => maxY))) / 2)
  const meets = (dx: number, dy: number): boolean =>
    full.some(({ maxX, maxY }) => maxX + dx > title.minX && maxY + dy > title.minY)
  return (
    [
      { x, y },
      { x, y: Math.floor(y / 2) },
      { x, y: 0 },
      { x: 0, y },
    ].find((move) => !meets(move.x, move.y)) ?? { x: 0, y: 0 }
  )
}

const up = (mm: number): number => Math.ceil(mm / gridMm + 0.5)
const down = (mm: number): number => Math.floor(mm / gridMm - 0.5)

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
