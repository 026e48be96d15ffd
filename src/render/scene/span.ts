const span: [number, number] = [0, 0]

/**
 * Where the row `y` cuts a triangle: from and to in x; from > to where it does not. The returned pair is used again by
 * the next call, since this runs millions of times.
 */
export function rowSpan(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  y: number,
): readonly [number, number] {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  if (ay <= y !== by <= y) {
    const x = ax + ((y - ay) / (by - ay)) * (bx - ax)
    from = x
    to = x
  }
  if (by <= y !== cy <= y) {
    const x = bx + ((y - by) / (cy - by)) * (cx - bx)
    if (x < from) from = x
    if (x > to) to = x
  }
  if (cy <= y !== ay <= y) {
    const x = cx + ((y - cy) / (ay - cy)) * (ax - cx)
    if (x < from) from = x
    if (x > to) to = x
  }
  span[0] = from
  span[1] = to
  return span
}
