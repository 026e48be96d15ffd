import { Effort } from "../geometry/effort"
import { heapsOf, treeOf } from "../geometry/heaps"
import { boxOfPolygon } from "../geometry/placed"
import { type Box, boxOf } from "../geometry/point"
import { difference, type Polygon, type Ring, ringsOf, union } from "../geometry/polygon"
import type { DrawnObject, GerberImage } from "./model"
import { ShapeMaker } from "./shape"

const known = new WeakMap<GerberImage, readonly Polygon[] | Error>()

/**
 * The image as disjoint polygons with holes in integer nanometres: what is dark when all is drawn, clear objects
 * taken out of what came before them. Kept with the image, so it is computed (or refused) once.
 * @throws UserError of one line that names the file, if that would take too long.
 */
export function toPolygons(image: GerberImage): readonly Polygon[] {
  let polygons = known.get(image)
  if (polygons === undefined) {
    try {
      polygons = merge(image)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      polygons = error
    }
    known.set(image, polygons)
  }
  if (polygons instanceof Error) throw polygons
  return polygons
}

/** What one object draws: pieces that lie apart, or rings that may cross themselves and each other. */
interface Drawn {
  readonly pieces: readonly Polygon[]
  readonly tangled: readonly Ring[]
  readonly box: Box
}

const ringsOfDrawn = ({ pieces, tangled }: Drawn): Ring[] => [...ringsOf(pieces), ...tangled]

function merge(image: GerberImage): Polygon[] {
  const maker = new ShapeMaker()
  const effort = new Effort(image.file)
  const dark: Drawn[] = []
  const clear: { readonly drawn: Drawn; readonly after: number }[] = []
  for (const object of image.objects) {
    const drawn = drawnBy(maker, object)
    if (drawn === undefined) continue
    if (object.polarity === "dark") dark.push(drawn)
    else clear.push({ drawn, after: dark.length })
  }
  return join(cleared(dark, clear, effort), effort)
}

function drawnBy(maker: ShapeMaker, object: DrawnObject): Drawn | undefined {
  // A region's contour may touch or cross itself; the rings of apertures and lines do not.
  const tangled = object.kind === "region" ? maker.rings(object) : []
  const pieces = object.kind === "region" ? [] : maker.pieces(object)
  if (pieces.length + tangled.length === 0) return undefined
  const [only] = pieces
  const box = pieces.length === 1 && only !== undefined ? boxOfPolygon(only) : undefined
  return { pieces, tangled, box: box ?? boxOf([...pieces.map(({ outer }) => outer), ...tangled].flat()) }
}

/**
 * Each dark object less the clear ones that come after it and reach it. In which order they come does not matter to
 * it, so a file may change between dark and clear as often as it likes: only what lies on each other costs.
 */
function cleared(
  dark: readonly Drawn[],
  clear: readonly { readonly drawn: Drawn; readonly after: number }[],
  effort: Effort,
): readonly Drawn[] {
  if (clear.length === 0) return dark
  const tree = treeOf(clear.map(({ drawn }) => drawn.box))
  // Counted before anything is cut: too much is refused at once, not after half the work.
  for (const { box } of dark)
    tree.search(box.minX, box.minY, box.maxX, box.maxY, () => {
      effort.meet()
      return false
    })
  return dark.flatMap((object, i): Drawn | readonly Drawn[] => {
    const { minX, minY, maxX, maxY } = object.box
    const over: Ring[] = []
    tree.search(minX, minY, maxX, maxY, (j) => {
      const { drawn, after } = clear[j] as (typeof clear)[number]
      if (after > i) over.push(...ringsOfDrawn(drawn))
      return false
    })
    if (over.length === 0) return object
    const rings = ringsOfDrawn(object)
    effort.sweep([...rings, ...over])
    return difference(rings, over).map((piece) => ({
      pieces: [piece],
      tangled: [],
      box: boxOfPolygon(piece),
    }))
  })
}

/**
 * Merges what touches, one heap of touching objects at a time: the sweep over all at once would go through every edge
 * at its height. What meets nothing else is left as it is; on a mask or paste layer that is nearly all.
 */
function join(drawn: readonly Drawn[], effort: Effort): Polygon[] {
  if (drawn.length === 0) return []
  const alone: Polygon[] = []
  const merged: Polygon[] = []
  for (const heap of heapsOf(
    drawn,
    ({ box }) => box,
    () => effort.meet(),
  )) {
    const [only] = heap
    if (heap.length === 1 && only !== undefined && only.tangled.length === 0) {
      for (const piece of only.pieces) alone.push(piece)
      continue
    }
    const rings = heap.flatMap(ringsOfDrawn)
    effort.sweep(rings)
    for (const piece of union(rings)) merged.push(piece)
  }
  for (const piece of merged) alone.push(piece)
  return alone
}
