import type { BoardSource } from "../model/board"
import type { Point } from "../model/place"

/** A board, as the default export of `boards/<id>/index.tsx`. */
export const defineBoard = (source: BoardSource): BoardSource => source

/** An outline of `widthMm` x `heightMm` about the origin. */
export function rectangle(widthMm: number, heightMm: number): readonly Point[] {
  const [x, y] = [widthMm / 2, heightMm / 2]
  return [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ]
}
