import { Clipper, type Path64, type Paths64 } from "clipper2-ts"
import Flatbush from "flatbush"

/** Box round something, nm; `top` is the smaller y, as in Clipper. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Paths made ready for many questions of what is near. */
export interface Boxed {
  readonly paths: Paths64
  readonly index: Flatbush | undefined
}

export function boxed(paths: Paths64): Boxed {
  if (paths.length === 0) return { paths, index: undefined }
  const index = new Flatbush(paths.length)
  for (const path of paths) {
    const { left, top, right, bottom } = Clipper.getBounds(path)
    index.add(left, top, right, bottom)
  }
  index.finish()
  return { paths, index }
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom

/** The paths whose box comes within `marginNm` of `box`, in their order: all that can matter there. */
export function near({ paths, index }: Boxed, box: Box, marginNm = 0): Paths64 {
  const found = index?.search(
    box.left - marginNm,
    box.top - marginNm,
    box.right + marginNm,
    box.bottom + marginNm,
  )
  return (found ?? []).sort((a, b) => a - b).map((at) => paths[at] as Path64)
}
