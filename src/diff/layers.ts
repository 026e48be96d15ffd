import type { Side } from "../model/place"
import { areaMm2, hitRings, type Polygon, type Ring, toMm, toPolygons } from "../read"
import { boxOf } from "../read/geometry/point"
import { difference, intersection, ringsOf, union } from "../read/geometry/polygon"
import type { FabSet } from "../verify/files/fab-set"
import { layerName } from "../verify/files/roles"
import type { Change, OverlayLayer } from "./change"
import { mergeSpots } from "./spots"
import { count, mm } from "./words"

/** One layer of both boards laid over each other: polygons in nanometres, board frame, seen from the top. */
export interface LayerOverlay {
  readonly layer: OverlayLayer
  readonly title: string
  /** Absent: seen from both sides. */
  readonly side?: Side
  readonly added: readonly Polygon[]
  readonly removed: readonly Polygon[]
  readonly unchanged: readonly Polygon[]
}

const order: readonly OverlayLayer[] = [
  ...(["copper", "mask", "silk", "paste"] as const).flatMap(
    (kind) => [`${kind}-top`, `${kind}-bottom`] as const,
  ),
  "outline",
  "holes",
]

/** Exact differences of every layer of both sets, from what their files draw. */
export function overlayLayers(old: FabSet, fresh: FabSet): LayerOverlay[] {
  const roles = new Set<OverlayLayer>([...order, ...old.layers.keys(), ...fresh.layers.keys()])
  return [...roles].flatMap((layer): LayerOverlay[] => {
    const [before, after] = [polygonsOf(old, layer), polygonsOf(fresh, layer)]
    if (before === undefined && after === undefined) return []
    const side: Side | undefined = layer.endsWith("-top")
      ? "top"
      : layer.endsWith("-bottom")
        ? "bottom"
        : undefined
    const title = layer === "holes" ? "holes" : layerName(layer)
    const common = { layer, title, ...(side === undefined ? {} : { side }) }
    const [was, is] = [ringsOf(before ?? []), ringsOf(after ?? [])]
    if (sameRings(was, is)) return [{ ...common, added: [], removed: [], unchanged: before ?? [] }]
    return [
      {
        ...common,
        added: difference(is, was),
        removed: difference(was, is),
        unchanged: intersection(was, is),
      },
    ]
  })
}

/** Areas that came and went on each layer. Holes and outline have words of their own. */
export function layerChanges(overlays: readonly LayerOverlay[]): Change[] {
  return overlays.flatMap(({ layer, title, side, added, removed }): Change[] => {
    if (layer === "holes" || layer === "outline") return []
    const [more, less] = [areaMm2(added), areaMm2(removed)]
    if (more + less < sliverMm2) return []
    const boxes = [...added, ...removed].filter((piece) => areaMm2([piece]) >= sliverMm2).map(boxInMm)
    const spots = mergeSpots(boxes).map((box) => ({
      ...box,
      ...(side === undefined ? {} : { side }),
      layers: [layer],
    }))
    const places = spots.length === 0 ? "" : ` at ${count(spots.length, "place")}`
    return [
      {
        section: "layers",
        text: `${title}: ${mm(more, 3)} mm² added, ${mm(less, 3)} mm² removed${places}`,
        spots,
      },
    ]
  })
}

/** Less is rounding of coordinates along an edge. */
const sliverMm2 = 0.0005

function polygonsOf(fab: FabSet, layer: OverlayLayer): readonly Polygon[] | undefined {
  if (layer === "holes") {
    return fab.drills.length === 0
      ? undefined
      : union(fab.drills.flatMap(({ hits }) => hits.flatMap(hitRings)))
  }
  const image = fab.layers.get(layer)
  return image === undefined ? undefined : toPolygons(image)
}

function sameRings(a: readonly Ring[], b: readonly Ring[]): boolean {
  return (
    a.length === b.length &&
    a.every((ring, i) => {
      const other = b[i] as Ring
      return (
        ring.length === other.length &&
        ring.every((point, j) => point.x === other[j]?.x && point.y === other[j]?.y)
      )
    })
  )
}

function boxInMm({ outer }: Polygon) {
  const { minX, minY, maxX, maxY } = boxOf(outer)
  return { minX: toMm(minX), minY: toMm(minY), maxX: toMm(maxX), maxY: toMm(maxY) }
}
