import { naturalOrder } from "../natural-order"
import { areaMm2, type DrillHit, type GerberImage, type Ring, toMm } from "../read"
import { boxOf } from "../read/geometry/point"
import { difference, ringsOf } from "../read/geometry/polygon"
import { closedOutline } from "../render/outline"
import type { FabSet } from "../verify/files/fab-set"
import type { Change, Spot } from "./change"
import { mergeSpots } from "./spots"
import { arrow, mm, split } from "./words"

/** The board's edge, where the file draws one closed curve. Nanometres. */
export function outlineOf(fab: FabSet): Ring | undefined {
  return ringsOfOutline(fab)?.[0]
}

/** The board's edge and the openings within it. */
function ringsOfOutline(fab: FabSet): Ring[] | undefined {
  const image: GerberImage | undefined = fab.layers.get("outline")
  if (image === undefined) return undefined
  try {
    const { outline, cutouts } = closedOutline(image)
    return [outline, ...cutouts]
  } catch {
    return undefined // an open outline is the checks' business; the layer is compared as it is drawn
  }
}

/** Size and form of the board, and its holes by kind and diameter. */
export function compareShape(old: FabSet, fresh: FabSet): Change[] {
  return [...compareOutlines(ringsOfOutline(old), ringsOfOutline(fresh)), ...compareHoles(old, fresh)]
}

function compareOutlines(oldRings: Ring[] | undefined, freshRings: Ring[] | undefined): Change[] {
  const [[old], [fresh]] = [oldRings ?? [], freshRings ?? []]
  if (old === undefined || fresh === undefined) return []
  const board = (rings: Ring[]) => ringsOf(difference(rings.slice(0, 1), rings.slice(1)))
  const [was, is] = [board(oldRings ?? []), board(freshRings ?? [])]
  const [added, removed] = [difference(is, was), difference(was, is)]
  const [more, less] = [areaMm2(added), areaMm2(removed)]
  if (more + less < 1e-4) return []
  const spots = mergeSpots([...added, ...removed].map(({ outer }) => millimetres(outer)))
  return [
    {
      section: "shape",
      text: `outline: ${arrow(sizeOf(old), sizeOf(fresh))} mm, ${mm(more)} mm² more, ${mm(less)} mm² less`,
      spots: spots.map((box) => ({ ...box, layers: ["outline"] })),
    },
  ]
}

function sizeOf(ring: Ring): string {
  const { minX, minY, maxX, maxY } = boxOf(ring)
  return `${mm(toMm(maxX - minX))} x ${mm(toMm(maxY - minY))}`
}

function millimetres(ring: Ring) {
  const { minX, minY, maxX, maxY } = boxOf(ring)
  return { minX: toMm(minX), minY: toMm(minY), maxX: toMm(maxX), maxY: toMm(maxY) }
}

function compareHoles(old: FabSet, fresh: FabSet): Change[] {
  const [before, after] = [holesByKind(old), holesByKind(fresh)]
  const kinds = [...new Set([...before.keys(), ...after.keys()])].sort(naturalOrder)
  return kinds.flatMap((kind): Change[] => {
    const [was, is] = [before.get(kind) ?? new Map(), after.get(kind) ?? new Map()]
    const { gone, added } = split([...was.keys()], [...is.keys()])
    if (gone.length + added.length === 0) return []
    const hits = [...added.map((key) => is.get(key)), ...gone.map((key) => was.get(key))]
    const words = [
      ...(added.length > 0 ? [`${added.length} added`] : []),
      ...(gone.length > 0 ? [`${gone.length} removed`] : []),
    ]
    return [
      {
        section: "shape",
        text: `${kind}: ${was.size === is.size ? was.size : arrow(`${was.size}`, `${is.size}`)} (${words.join(", ")})`,
        spots: mergeSpots(hits.map(boxOfHit)).map((box): Spot => ({ ...box, layers: ["holes"] })),
      },
    ]
  })
}

/** "plated holes 0.30 mm" -> place -> hit. */
export function holesByKind(fab: FabSet): Map<string, Map<string, DrillHit>> {
  const kinds = new Map<string, Map<string, DrillHit>>()
  for (const drill of fab.drills) {
    for (const hit of drill.hits) {
      const plated = hit.plated ?? (drill.plating === undefined ? undefined : drill.plating === "plated")
      const plating = plated === undefined ? "" : plated ? "plated " : "unplated "
      const kind = `${plating}${hit.kind === "slot" ? "slots" : "holes"} ${mm(hit.diameter)} mm`
      const places = kinds.get(kind) ?? new Map<string, DrillHit>()
      places.set(hit.points.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`).join(" "), hit)
      kinds.set(kind, places)
    }
  }
  return kinds
}

function boxOfHit(hit: DrillHit) {
  const { minX, minY, maxX, maxY } = boxOf(hit.points)
  const reach = hit.diameter / 2
  return { minX: minX - reach, minY: minY - reach, maxX: maxX + reach, maxY: maxY + reach }
}
