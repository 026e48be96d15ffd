import { UserError } from "../model/finding"
import { areaMm2, type GerberImage, type Ring } from "../read"
import { counterClockwise, difference, toUnits } from "../read/geometry/polygon"

/**
 * The board's edge from the lines of its outline file, and the openings within it: the middle of the line is where the
 * router cuts.
 * @throws UserError when the lines do not make closed curves within the largest.
 */
export function closedOutline(image: GerberImage): { readonly outline: Ring; readonly cutouts: Ring[] } {
  const pieces = image.objects.flatMap((object) =>
    object.kind === "stroke" ? [object.points.map(({ x, y }) => ({ x: toUnits(x), y: toUnits(y) }))] : [],
  )
  if (pieces.length === 0) throw new UserError(`${image.file}: no lines to make an outline of`)
  const curves: Ring[] = []
  while (pieces.length > 0) curves.push(curve(pieces, image.file))
  const [outline = [], ...cutouts] = curves.toSorted(
    (a, b) => areaMm2([{ outer: b, holes: [] }]) - areaMm2([{ outer: a, holes: [] }]),
  )
  if (difference(cutouts, [outline]).length > 0)
    throw new UserError(`${image.file}: the outline has a gap or more than one curve`)
  return { outline, cutouts }
}

/** Takes the lines of one closed curve out of the list. */
function curve(pieces: Ring[], file: string): Ring {
  const ring: Ring = [...(pieces.shift() ?? [])]
  while (ring.length < 3 || !meets(ring[0], ring.at(-1))) {
    const end = ring.at(-1)
    const next = pieces.findIndex((piece) => meets(piece[0], end) || meets(piece.at(-1), end))
    if (next < 0) throw new UserError(`${file}: the outline is not closed`)
    const [piece = []] = pieces.splice(next, 1)
    ring.push(...(meets(piece[0], end) ? piece.slice(1) : piece.slice(0, -1).reverse()))
  }
  ring.pop()
  return counterClockwise(ring)
}

type Corner = Ring[number]

/** Ends within a micrometre are the same corner. */
const meets = (a: Corner | undefined, b: Corner | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= 1000 && Math.abs(a.y - b.y) <= 1000
