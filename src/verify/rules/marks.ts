import { areaMm2, type Polygon, toMm } from "../../read"
import { type Box, boxOf } from "../../read/geometry/point"
import { intersection } from "../../read/geometry/polygon"
import type { BoardGeometry } from "../geometry/board"

/** A flash is drawn with chords: so much of a disc's area may be missing. */
const roundness = 0.02

/** The mark stands in the middle of its opening, mm. */
const middleMm = 0.02

/** Of the mark's diameter, how wide its opening is at most: IPC-7351B wants twice, KiCad's largest is three times. */
const widest = 3.1

/**
 * Whether an opening of the mask is that of a mark for a machine's camera: round, with one round of copper in its
 * middle, nothing else in it, and no paste.
 */
export function isCameraMark(board: BoardGeometry, side: "top" | "bottom", opening: Polygon): boolean {
  const box = boxOf(opening.outer)
  if (board.layer(`paste-${side}`)?.touches(box) === true) return false
  const copper = intersection(
    [opening.outer, ...opening.holes],
    board.layer(`copper-${side}`)?.ringsIn(box) ?? [],
  )
  const [mark] = copper
  if (mark === undefined || copper.length > 1) return false
  const own = boxOf(mark.outer)
  const aside = Math.hypot(
    ...(["X", "Y"] as const).map((axis) => toMm(middle(own, axis) - middle(box, axis))),
  )
  return aside <= middleMm && isRound(opening, box) && isRound(mark, own) && width(box) <= widest * width(own)
}

const middle = (box: Box, axis: "X" | "Y"): number => (box[`min${axis}`] + box[`max${axis}`]) / 2

const width = ({ minX, maxX }: Box): number => toMm(maxX - minX)

function isRound(piece: Polygon, { minX, maxX, minY, maxY }: Box): boolean {
  const disc = (Math.PI / 4) * toMm(maxX - minX) * toMm(maxY - minY)
  return (
    piece.holes.length === 0 &&
    Math.abs(toMm(maxX - minX) - toMm(maxY - minY)) <= middleMm &&
    Math.abs(areaMm2([piece]) / disc - 1) <= roundness
  )
}
