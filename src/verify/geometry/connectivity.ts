import type { LayerRole } from "../files/roles"
import { type Hole, rimPiece } from "./holes"
import type { LayerGeometry } from "./layer"

/** A piece of copper: which layer, which of its pieces. */
export interface PieceId {
  readonly layer: LayerRole
  readonly piece: number
}

/**
 * What is connected to what, from copper and plated holes alone. A node is one piece of one layer; a plated hole
 * joins the pieces it touches on all layers. Groups are numbered in the order of layers and pieces.
 */
export class Connectivity {
  private readonly offsets = new Map<LayerRole, number>()
  private readonly groupByNode: Int32Array
  readonly groups: readonly { readonly pieces: readonly PieceId[]; readonly holes: readonly Hole[] }[]

  constructor(
    readonly copper: ReadonlyMap<LayerRole, LayerGeometry>,
    holes: readonly Hole[],
  ) {
    let count = 0
    for (const [role, layer] of copper) {
      this.offsets.set(role, count)
      count += layer.pieces.length
    }
    const parent = Int32Array.from({ length: count }, (_, i) => i)
    const find = (node: number): number => {
      let root = node
      while (parent[root] !== root) root = parent[root] as number
      while (parent[node] !== root) {
        const next = parent[node] as number
        parent[node] = root
        node = next
      }
      return root
    }
    const touched = holes.map((hole) => {
      if (!hole.isPlated) return -1
      let first = -1
      for (const [role, layer] of copper) {
        const piece = rimPiece(layer, hole.points, hole.radius)
        if (piece < 0) continue
        const node = (this.offsets.get(role) as number) + piece
        if (first < 0) first = node
        else parent[Math.max(find(node), find(first))] = Math.min(find(node), find(first))
      }
      return first
    })
    const groups: { pieces: PieceId[]; holes: Hole[] }[] = []
    const groupByNode = new Int32Array(count)
    let node = 0
    for (const [role, layer] of copper)
      for (let piece = 0; piece < layer.pieces.length; piece++) {
        // The root of a group is its first node.
        const root = find(node)
        if (root === node) groups.push({ pieces: [], holes: [] })
        const group = root === node ? groups.length - 1 : (groupByNode[root] as number)
        groups[group]?.pieces.push({ layer: role, piece })
        groupByNode[node++] = group
      }
    for (const [i, on] of touched.entries())
      if (on >= 0) groups[groupByNode[on] as number]?.holes.push(holes[i] as Hole)
    this.groupByNode = groupByNode
    this.groups = groups
  }

  /** The group of a piece. */
  groupOf(layer: LayerRole, piece: number): number {
    return this.groupByNode[(this.offsets.get(layer) ?? 0) + piece] ?? -1
  }
}
