import { Clipper, type Path64, type Paths64 } from "clipper2-ts"

/** Box round something, nm; `top` is the smaller y, as in Clipper. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Boxed {
  readonly path: Path64
  readonly box: Box
}

export const boxed = (paths: Paths64): Boxed[] =>
  paths.map((path) => ({ path, box: Clipper.getBounds(path) }))

export const overlap = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** The paths whose box comes within `marginNm` of `box`: all that can matter there. */
export function near(paths: readonly Boxed[], box: Box, marginNm = 0): Paths64 {
  const wide = {
    left: box.left - marginNm,
    top: box.top - marginNm,
    right: box.right + marginNm,
    bottom: box.bottom + marginNm,
  }
  return paths.filter((entry) => overlap(entry.box, wide)).map((entry) => entry.path)
}
