import { Clipper } from "clipper2-ts"
import type { BoxIndex } from "../../geometry/box-index"
import type { Box } from "../../geometry/shape"
import { areaMm2, type Polygon, type Ring, toUnits } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { difference, grow, intersection, ringsOf, union } from "../../read/geometry/polygon"

/**
 * What a disc of `width` mm rolled inside the copper does not reach within `window` (mm): the copper shrunk and grown
 * again, taken from itself. Crumbs below half a width squared are left out. `count` hears of the corners gone through.
 */
export function openingRest(
  rings: BoxIndex<Ring>,
  window: Box,
  width: number,
  count: (corners: number) => void,
): Polygon[] {
  const core = {
    minX: toUnits(window.minX),
    minY: toUnits(window.minY),
    maxX: toUnits(window.maxX),
    maxY: toUnits(window.maxY),
  }
  const local = clip(rings.within(grown(core, toUnits(marginWidths * width))), core, width)
  if (!crowded(local, core, width)) {
    const kept = grown(core, toUnits((marginWidths - falseWidths) * width))
    return rest(local, width, count).filter(
      (piece) => substantial(piece, width) && within(boxOf(piece.outer), kept),
    )
  }
  const pieces = tiles(local, core, width, count)
  return union(ringsOf(pieces)).filter((piece) => substantial(piece, width))
}

// The cut itself makes thin slivers and false corners, up to two widths from it: enough copper is left round the place.
const marginWidths = 4
const falseWidths = 2

/** A sweep over more corners than this takes longer than over two halves of them. */
const crowd = 1_500

/** What is not reached in a window with many corners: halved until few are left, each half with its margin. */
function tiles(local: Ring[], core: Box, width: number, count: (corners: number) => void): Polygon[] {
  if (local.length === 0) return []
  if (!crowded(local, core, width)) {
    const found = rest(local, width, count)
    return found.length === 0 ? [] : intersection(ringsOf(found), [ringOfBox(core)])
  }
  return halves(core).flatMap((half) => tiles(clip(local, half, width), half, width, count))
}

function crowded(local: readonly Ring[], core: Box, width: number): boolean {
  const side = Math.max(core.maxX - core.minX, core.maxY - core.minY)
  if (side < toUnits(8 * marginWidths * width)) return false
  return cornersOf(local) > crowd
}

function cornersOf(rings: readonly Ring[]): number {
  let corners = 0
  for (const ring of rings) corners += ring.length
  return corners
}

function halves({ minX, minY, maxX, maxY }: Box): [Box, Box] {
  if (maxX - minX > maxY - minY) {
    const x = Math.round((minX + maxX) / 2)
    return [
      { minX, minY, maxX: x, maxY },
      { minX: x, minY, maxX, maxY },
    ]
  }
  const y = Math.round((minY + maxY) / 2)
  return [
    { minX, minY, maxX, maxY: y },
    { minX, minY: y, maxX, maxY },
  ]
}

function clip(rings: Ring[], core: Box, width: number): Ring[] {
  const { minX, minY, maxX, maxY } = grown(core, toUnits(marginWidths * width))
  return Clipper.rectClip({ left: minX, top: minY, right: maxX, bottom: maxY }, rings)
}

function rest(local: Ring[], width: number, count: (corners: number) => void): Polygon[] {
  count(cornersOf(local))
  const radius = width / 2
  // Grown by a hair more than shrunk, so that rounding leaves no films along every edge.
  return difference(local, grow(grow(local, -radius, "miter"), radius + hairMm, "miter"))
}

const hairMm = 0.003

function substantial(piece: Polygon, width: number): boolean {
  return areaMm2([piece]) >= 0.5 * width * width
}

function within(box: Box, outer: Box): boolean {
  return box.minX > outer.minX && box.maxX < outer.maxX && box.minY > outer.minY && box.maxY < outer.maxY
}

function grown({ minX, minY, maxX, maxY }: Box, by: number): Box {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by }
}

function ringOfBox({ minX, minY, maxX, maxY }: Box): Ring {
  return [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]
}
