import { BoxIndex } from "../../geometry/box-index"
import type { Figure, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import { areaMm2, type Point, type Stroke, toUnits } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { insideRing, ringsOf, union, unionRings } from "../../read/geometry/polygon"
import type { IntendedCopper } from "../expected/intent"
import { copperRole, type LayerRole, layerName } from "../files/roles"
import { type BoardGeometry, place, round3 } from "../geometry/board"
import { type Leftover, leftovers } from "../geometry/compare"
import type { FileRule } from "../rule"

const id = "lvs/copper"

/**
 * Copper by area, net by net: each layer's copper as read from its file is the circuit's tracks, vias, pads and pours,
 * no less and no more. Connections that are still made by less copper, a narrowed track or a lost pour, show here only.
 */
export const meantCopper: FileRule = {
  id,
  title: "copper of every net as wide and as large as the circuit's",
  check: ({ board }) => {
    const findings: Finding[] = []
    const figures: Figure[] = []
    for (const [on, intended] of board.expected?.intent?.copper ?? []) {
      const role = copperRole(on)
      const layer = board.layer(role)
      if (layer === undefined) continue
      // A pour's holes are its own: what others draw in them stays.
      const [whole, holed] = [[] as IntendedCopper[], [] as IntendedCopper[]]
      for (const copper of intended) (copper.rings.length > 1 ? holed : whole).push(copper)
      const pours = holed.flatMap(({ rings }) => unionRings(rings))
      const meant = union([...whole.flatMap(({ rings }) => rings), ...pours])
      const [wanted, drawn] = [ringsOf(meant), ringsOf(layer.pieces)]
      const by = new BoxIndex(intended, ({ rings }) => boxOf(rings.flat()))
      findings.push(...missing(board, role, leftovers(wanted, drawn), by))
      findings.push(...added(board, role, leftovers(drawn, wanted)))
      const name = `${layerName(role)} in the circuit / drawn`
      figures.push({
        name,
        value: `${areaMm2(meant).toFixed(1)} / ${areaMm2(layer.pieces).toFixed(1)}`,
        unit: "mm2",
      })
    }
    return { findings, figures }
  },
}

interface Lost {
  areaMm2: number
  at: Point
  largest: number
  width: string | undefined
}

function missing(
  board: BoardGeometry,
  layer: LayerRole,
  pieces: readonly Leftover[],
  intended: BoxIndex<IntendedCopper>,
): Finding[] {
  const nets = new Map<string, Lost>()
  for (const { areaMm2: area, at } of pieces) {
    const owner = ownerAt(intended, at)
    const net = owner?.net ?? "no net"
    const known = nets.get(net)
    const width =
      known?.width ?? (owner?.track === undefined ? undefined : narrowed(board, layer, owner.track))
    const largest = Math.max(known?.largest ?? 0, area)
    nets.set(net, {
      areaMm2: (known?.areaMm2 ?? 0) + area,
      at: known === undefined || area > known.largest ? at : known.at,
      largest,
      width,
    })
  }
  return [...nets]
    .sort(([a], [b]) => naturalOrder(a, b))
    .map(([net, { areaMm2: area, at, width }]) => ({
      rule: id,
      severity: "error",
      message: `${net} lacks ${area.toFixed(3)} mm2 of copper on the ${layerName(layer)} that the circuit has${width === undefined ? "" : `: ${width}`}`,
      ...place(at, layer),
      measure: { value: round3(area), limit: 0, unit: "mm2" },
      ...(net === "no net" ? {} : { nets: [net] }),
    }))
}

/** The track that a place is on, else any other copper of the circuit there. */
function ownerAt(intended: BoxIndex<IntendedCopper>, { x, y }: Point): IntendedCopper | undefined {
  const at = { x: toUnits(x), y: toUnits(y) }
  const covering = intended
    .within({ minX: at.x, minY: at.y, maxX: at.x, maxY: at.y }, 10_000)
    .filter(({ rings }) => rings.some((ring) => insideRing(ring, at.x, at.y, true)))
  return covering.find(({ track }) => track !== undefined) ?? covering[0]
}

/** "a track is 0.200 mm wide, the circuit has 0.800", where the same line was drawn with another pen. */
function narrowed(
  board: BoardGeometry,
  layer: LayerRole,
  track: NonNullable<IntendedCopper["track"]>,
): string | undefined {
  const strokes = board.files.layers.get(layer)?.objects ?? []
  const near = (a: Point | undefined, b: Point): boolean =>
    a !== undefined && Math.hypot(a.x - b.x, a.y - b.y) < 0.002
  const drawn = strokes.find(
    (object): object is Stroke =>
      object.kind === "stroke" &&
      ((near(object.points[0], track.from) && near(object.points.at(-1), track.to)) ||
        (near(object.points[0], track.to) && near(object.points.at(-1), track.from))),
  )
  if (drawn === undefined || Math.abs(drawn.width - track.widthMm) < 0.002) return undefined
  return `a track is ${drawn.width.toFixed(3)} mm wide, the circuit has ${track.widthMm.toFixed(3)}`
}

function added(board: BoardGeometry, layer: LayerRole, pieces: readonly Leftover[]): Finding[] {
  const groups = new Map<number, { areaMm2: number; largest: Leftover }>()
  for (const piece of pieces) {
    const found = board.layer(layer)?.pieceAt(piece.at) ?? -1
    const group = found < 0 ? -1 : board.connectivity.groupOf(layer, found)
    const known = groups.get(group)
    groups.set(group, {
      areaMm2: (known?.areaMm2 ?? 0) + piece.areaMm2,
      largest: known === undefined || piece.areaMm2 > known.largest.areaMm2 ? piece : known.largest,
    })
  }
  return [...groups].map(([group, { areaMm2: area, largest }]) => ({
    rule: id,
    severity: "error",
    message: `${group < 0 ? "copper" : board.groupName(group)} has ${area.toFixed(3)} mm2 of copper on the ${layerName(layer)} that the circuit has not`,
    ...place(largest.at, layer),
    measure: { value: round3(area), limit: 0, unit: "mm2" },
    nets: group < 0 ? [] : board.groupNets(group),
  }))
}
