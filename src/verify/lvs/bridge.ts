import Flatbush from "flatbush"
import type { DrawnObject, Point } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { containsPoint, insideRing, intersection, type Ring, toMm } from "../../read/geometry/polygon"
import { ShapeMaker } from "../../read/gerber/shape"
import type { LayerRole } from "../files/roles"
import type { BoardGeometry, PlacedPad } from "../geometry/board"
import { anchor } from "../geometry/objects"

interface Node {
  readonly rings: readonly Ring[]
  readonly object: DrawnObject
}

/**
 * Where two nets that became one are joined: the drawn object halfway along the shortest chain of overlapping objects
 * from a pad of one net to a pad of the other, on the layer where there is such a chain. Best effort, for the message.
 */
export function bridge(
  board: BoardGeometry,
  group: number,
  from: readonly PlacedPad[],
  to: readonly PlacedPad[],
): { at: Point; layer: LayerRole } | undefined {
  for (const [role, layer] of board.copper) {
    const side = role.slice("copper-".length)
    const starts = from.filter((pad) => pad.on === side)
    const ends = to.filter((pad) => pad.on === side)
    if (starts.length === 0 || ends.length === 0) continue
    const maker = new ShapeMaker()
    const dark = layer.image.objects.filter(({ polarity }) => polarity === "dark")
    const lines = dark
      .filter((object) => object.kind !== "region" && groupAt(board, role, anchor(object)) === group)
      .map((object) => ({ object, rings: maker.rings(object) }))
    // A chain of lines and pads tells more than one through a pour, which touches everything.
    const pours = dark
      .filter(({ kind }) => kind === "region")
      .map((object) => ({ object, rings: maker.rings(object) }))
    const middle = halfway(lines, starts, ends) ?? halfway([...lines, ...pours], starts, ends)
    if (middle !== undefined) return { at: middle, layer: role }
  }
  return undefined
}

function groupAt(board: BoardGeometry, role: LayerRole, at: Point): number {
  const piece = board.layer(role)?.pieceAt(at) ?? -1
  return piece < 0 ? -1 : board.connectivity.groupOf(role, piece)
}

function halfway(
  nodes: readonly Node[],
  starts: readonly Point[],
  ends: readonly Point[],
): Point | undefined {
  if (nodes.length === 0 || nodes.length > 5_000) return undefined
  const boxes = nodes.map(({ rings }) => boxOf(rings.flat()))
  const tree = new Flatbush(nodes.length)
  for (const box of boxes) tree.add(box.minX, box.minY, box.maxX, box.maxY)
  tree.finish()
  const covers = (node: Node, points: readonly Point[]): boolean =>
    points.some((point) =>
      node.rings.some((ring) =>
        containsPoint({ outer: ring, holes: [] }, Math.round(point.x * 1e6), Math.round(point.y * 1e6)),
      ),
    )
  const before = new Map<number, number>()
  let front = nodes.flatMap((node, i) => (covers(node, starts) ? [i] : []))
  for (const i of front) before.set(i, -1)
  while (front.length > 0) {
    const next: number[] = []
    for (const i of front) {
      const node = nodes[i] as Node
      if (covers(node, ends)) return middleOf(nodes, before, i)
      const box = boxes[i] as (typeof boxes)[number]
      for (const j of tree.search(box.minX, box.minY, box.maxX, box.maxY)) {
        if (before.has(j) || !overlap(node, nodes[j] as Node)) continue
        before.set(j, i)
        next.push(j)
      }
    }
    front = next
  }
  return undefined
}

/** Exact for lines and pads; against a pour, whose rings are long, by the other's corners. */
function overlap(a: Node, b: Node): boolean {
  const [pour, other] = a.object.kind === "region" ? [a, b] : [b, a]
  if (pour.object.kind !== "region") return intersection(a.rings, b.rings).length > 0
  return other.rings.some((ring) =>
    ring.some(({ x, y }) => pour.rings.some((outer) => insideRing(outer, x, y, true))),
  )
}

/** The overlap of the two objects in the middle of the chain. */
function middleOf(nodes: readonly Node[], before: ReadonlyMap<number, number>, last: number): Point {
  const chain: number[] = []
  for (let i = last; i >= 0; i = before.get(i) ?? -1) chain.push(i)
  const a = nodes[chain[Math.floor((chain.length - 1) / 2)] as number] as Node
  const b = nodes[chain[Math.ceil((chain.length - 1) / 2)] as number] as Node
  const rings = a === b ? a.rings : intersection(a.rings, b.rings).map(({ outer }) => outer)
  const box = boxOf((rings.length > 0 ? rings : a.rings).flat())
  return { x: toMm((box.minX + box.maxX) / 2), y: toMm((box.minY + box.maxY) / 2) }
}
