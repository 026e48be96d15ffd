import { naturalOrder } from "../../natural-order"
import type { PlacedPart, PlacedPin } from "../place"
import { type Box, boxOf } from "../shapes"
import { type At, gridMm, type Wire } from "../sheet"
import { drawWires } from "../wires"
import { Maze, type Way } from "./maze"
import { micron, type Room, runs, stepMm } from "./room"

export interface Net {
  readonly name: string
  readonly number: number
  /** Drawn with a supply or ground symbol at its pins. */
  readonly symbol: boolean
}

/** Pins of a net that wires join. */
export interface Cluster {
  readonly net: Net
  readonly pins: readonly PlacedPin[]
  readonly nodes: readonly number[]
  readonly paths: readonly (readonly number[])[]
}

/** Longest wire between two pins, in half steps of a straight one. */
export type ReachOf = (a: PlacedPin, b: PlacedPin) => number

/** The nets' wires as they grow: at first every pin is alone. */
export class Clusters {
  readonly maze: Maze
  readonly wires: Wire[] = []
  private readonly byNet = new Map<Net, Cluster[]>()

  constructor(
    readonly room: Room,
    nets: readonly Net[],
    parts: readonly PlacedPart[],
  ) {
    this.maze = new Maze(room)
    const byName = new Map(nets.map((net) => [net.name, net]))
    for (const net of nets) this.byNet.set(net, [])
    for (const pin of parts.flatMap((part) => part.pins)) {
      const net = pin.net === undefined ? undefined : byName.get(pin.net)
      room.pin(pin, net?.number)
      if (net) this.byNet.get(net)?.push({ net, pins: [pin], nodes: [room.node(pin.end)], paths: [] })
    }
  }

  /** By net. */
  all(): Cluster[][] {
    return [...this.byNet.values()]
  }

  readonly at = (node: number): At => {
    const { x, y } = this.room.point(node)
    return [steps(x), steps(y)]
  }

  /** Draws a wire along a way that was found. */
  draw(net: Net, path: readonly number[]): void {
    if (path.length < 2) return
    this.room.wire(path, net.number)
    const pieces = runs(path, this.room.columns)
    this.wires.push([this.at(path[0] as number), ...pieces.map(([, end]) => this.at(end))])
  }

  /** Nodes that a wire may still leave from or come to: a dot joins three conductors at most. */
  open({ nodes, net }: Cluster): number[] {
    return nodes.filter((node) => this.maze.conductors(node, net.number) < 3)
  }

  /** Draws the author's wires and joins what they join. */
  takeHints(hints: readonly Wire[], parts: readonly PlacedPart[]): void {
    drawWires(hints, parts).forEach(({ points }, index) => {
      const path = points.flatMap((to, i) =>
        this.between(this.room.node(points[i - 1] ?? to), this.room.node(to)),
      )
      const joined = this.all()
        .flat()
        .filter(({ nodes }) => nodes.some((node) => path.includes(node)))
      const [first] = joined
      const hint = hints[index]
      if (!first || !hint) return
      this.wires.push(hint)
      this.room.wire(path, first.net.number)
      this.merge(
        joined.filter(({ net }) => net === first.net),
        path,
      )
    })
  }

  /** Joins clusters of the picked nets pair by pair, the nearest pins first. `costs` per half step of their reach. */
  joinNear(pick: (net: Net) => boolean, reach: ReachOf, costs: number): void {
    const pairs: { readonly net: Net; readonly a: PlacedPin; readonly b: PlacedPin; readonly far: number }[] =
      []
    for (const [net, members] of this.byNet) {
      if (!pick(net)) continue
      const pins = members.flatMap((cluster) => cluster.pins)
      pins.forEach((a, index) => {
        for (const b of pins.slice(index + 1)) {
          const far = (Math.abs(a.end.x - b.end.x) + Math.abs(a.end.y - b.end.y)) / stepMm
          if (far <= reach(a, b) + 0.1) pairs.push({ net, a, b, far })
        }
      })
    }
    pairs.sort((p, q) => p.far - q.far || naturalOrder(p.a.id, q.a.id) || naturalOrder(p.b.id, q.b.id))
    const tried = new Set<string>()
    for (const { net, a, b } of pairs) {
      const members = this.byNet.get(net) ?? []
      const [first, second] = [a, b].map((pin) => members.find((cluster) => cluster.pins.includes(pin)))
      if (!first || !second || first === second) continue
      const key = [first, second].map((cluster) => `${cluster.pins[0]?.id}+${cluster.pins.length}`).join()
      if (!tried.has(key)) this.join(first, second, reach(a, b) * costs)
      tried.add(key)
    }
  }

  private join(a: Cluster, b: Cluster, limit: number): void {
    const targets = new Set(this.open(b))
    const box = boxOf([...targets].map(this.room.point))
    const found = this.maze.find({
      net: a.net.number,
      sources: this.open(a),
      goal: (node, _, way) => (way && targets.has(node) ? 0 : undefined),
      limit,
      ahead: (node) => {
        const { x, y } = this.room.point(node)
        const dx = Math.max(box.minX - x, 0, x - box.maxX)
        const dy = Math.max(box.minY - y, 0, y - box.maxY)
        return Math.floor(((dx + dy) / stepMm) * 2 + 0.01)
      },
    })
    if (!found) return
    this.draw(a.net, found.path)
    this.merge([a, b], found.path)
  }

  private merge(old: readonly Cluster[], path: readonly number[]): void {
    const [first] = old
    if (!first) return
    const { net } = first
    const pins = old.flatMap((cluster) => cluster.pins)
    if (old.length > 1) for (const pin of pins) this.room.done(pin.id)
    const kept = (this.byNet.get(net) ?? []).filter((cluster) => !old.includes(cluster))
    const nodes = [...new Set([...old.flatMap((cluster) => cluster.nodes), ...path])]
    this.byNet.set(net, [...kept, { net, pins, nodes, paths: [...old.flatMap(({ paths }) => paths), path] }])
  }

  /** Nodes after `from` up to `to`, in a straight line; `to` alone where both are one. */
  private between(from: number, to: number): number[] {
    if (from === to) return [to]
    const [a, b] = [this.room.point(from), this.room.point(to)]
    const count = Math.round((Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) / stepMm)
    return Array.from({ length: count }, (_, i) => {
      const share = (i + 1) / count
      return this.room.node({ x: micron(a.x + (b.x - a.x) * share), y: micron(a.y + (b.y - a.y) * share) })
    })
  }

  /** Whether a way runs through what is to stand at its end. */
  runsInto(way: Way | undefined, { minX, minY, maxX, maxY }: Box): boolean {
    const inside = (node: number): boolean => {
      const { x, y } = this.room.point(node)
      return x > minX - 0.2 && x < maxX + 0.2 && y > minY - 0.2 && y < maxY + 0.2
    }
    return way?.().some(inside) ?? false
  }
}

const steps = (mm: number): number => Math.round((mm / gridMm) * 1000) / 1000
