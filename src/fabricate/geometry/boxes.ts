import { Clipper, type Paths64 } from "clipper2-ts"
import { nearby } from "../../geometry/nearby"

/** Box round something, nm; `top` is the smaller y, as in Clipper. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Paths made ready for many questions of what is near. */
export type Boxed = ReturnType<typeof boxed>

export const boxed = (paths: Paths64) => nearby(paths, (path) => sides(Clipper.getBounds(path)))

export const overlap = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** The paths whose box comes within `marginNm` of `box`, in their order: all that can matter there. */
export const near = (paths: Boxed, box: Box, marginNm = 0): Paths64 => paths(sides(box, marginNm))

const sides = ({ left, top, right, bottom }: Box, marginNm = 0) => ({
  minX: left - marginNm,
  minY: top - marginNm,
  maxX: right + marginNm,
  maxY: bottom + marginNm,
})
