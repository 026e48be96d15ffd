import { UserError } from "../model/finding"
import type { GerberImage, Ring } from "../read"
import { counterClockwise, toUnits } from "../read/geometry/polygon"

/**
 * The board's edge from the lines of its outline file: the middle of the line is where the router cuts.
 * @throws UserError when the lines do not make one closed curve.
 */
export function closedOutline(image: GerberImage): Ring {
  const pieces = image.objects.flatMap((object) =>
    object.kind === "stroke" ? [object.points.map(({ x, y }) => ({ x: toUnits(x), y: toUnits(y) }))] : [],
  )
  const first = pieces.shift()
  if (!first) throw new UserError(`${image.file}: no lines to make an outline of`)
  const ring: Ring = [...first]
  while (pieces.length > 0) {
    const end = ring.at(-1)
    const next = pieces.findIndex((piece) => meets(piece[0], end) || meets(piece.at(-1), end))
    if (next < 0) throw new UserError(`${image.file}: the outline has a gap or more than one curve`)
    const [piece = []] = pieces.splice(next, 1)
    ring.push(...(meets(piece[0], end) ? piece.slice(1) : piece.slice(0, -1).reverse()))
  }
  if (!meets(ring[0], ring.at(-1))) throw new UserError(`${image.file}: the outline is not closed`)
  ring.pop()
  return counterClockwise(ring)
}

type Corner = Ring[number]

/** Ends within a micrometre are the same corner. */
const meets = (a: Corner | undefined, b: Corner | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= 1000 && Math.abs(a.y - b.y) <= 1000
