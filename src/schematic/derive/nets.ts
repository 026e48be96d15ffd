import { naturalOrder } from "../../natural-order"
import type { CircuitFacts } from "../facts"
import { beyondEnd, drawPower } from "../net-drawing"
import type { PlacedPart, PlacedPin } from "../place"
import { type Box, boxOf, textBox } from "../shapes"
import type { At, NetLabel, PowerFlag, Sheet, Wire } from "../sheet"
import { gridMm } from "../sheet"
import type { PinSide } from "../symbols/symbol"
import { drawWires } from "../wires"
import { labelSpot } from "./label-spot"
import { type Direction, Maze, type Way } from "./maze"
import { micron, type Room, runs, stepMm } from "./room"

/** Pins that wires join. */
interface Cluster {
  readonly net: Net
  readonly pins: readonly PlacedPin[]
  readonly nodes: readonly number[]
  readonly paths: readonly (readonly number[])[]
}

interface Net {
  readonly name: string
  readonly number: number
  /** Drawn with a supply or ground symbol at its pins. */
  readonly symbol: boolean
}

export interface NetInk {
  readonly wires: readonly Wire[]
  readonly labels: readonly NetLabel[]
  readonly powers: readonly PowerFlag[]
  /** Nets that found no place for a name or symbol they need. */
  readonly failed: readonly string[]
}

export interface NetOptions {
  /** Longest wire between two pins, in half steps of a straight one. */
  readonly reach: (a: PlacedPin, b: PlacedPin) => number
  /** Wires drawn by a person. */
  readonly hints: readonly Wire[]
  /** Nets that get their names and symbols before all others, for they found no place after them. */
  readonly urgent: readonly string[]
}

const sides: readonly PinSide[] = ["right", "bottom", "left", "top"]
/** Most that the way to a name or symbol may cost. */
const farthest = 240
/** Pins of a supply this near, in half steps, share a symbol. */
const adjacent = 4

/** Whether a net has a symbol at its pins: all grounds, and the supplies that the sheet names (all if it names none). */
export const hasSymbol = (
  facts: CircuitFacts,
  supplyNames: Sheet["supplyNames"] | undefined,
  net: string,
): boolean =>
  facts.grounds.has(net) || (facts.supplies.has(net) && (supplyNames === undefined || net in supplyNames))

/** Joins the placed pins of every net: wires where they are near, names and supply symbols elsewhere. */
export function drawNets(
  facts: CircuitFacts,
  sheet: Sheet,
  symbolNet: (net: string) => boolean,
  parts: readonly PlacedPart[],
  room: Room,
  options: NetOptions,
): NetInk {
  const maze = new Maze(room)
  const wires: Wire[] = []
  const labels: NetLabel[] = []
  const powers: PowerFlag[] = []
  const failed: string[] = []
  const nets = [...facts.nets.keys()].sort(naturalOrder)
  const byName = new Map(
    nets.map((name, index) => [name, { name, number: index + 1, symbol: symbolNet(name) }]),
  )
  const clusters = new Map<string, Cluster[]>(nets.map((name) => [name, []]))
  for (const pin of parts.flatMap((part) => part.pins)) {
    const net = pin.net === undefined ? undefined : byName.get(pin.net)
    room.pin(pin, net?.number)
    if (net) clusters.get(net.name)?.push({ net, pins: [pin], nodes: [room.node(pin.end)], paths: [] })
  }
  const all = (): Cluster[] => [...clusters.values()].flat()
  const at = (node: number): At => {
    const { x, y } = room.point(node)
    return [steps(x), steps(y)]
  }
  const commit = (net: Net, path: readonly number[]): void => {
    if (path.length < 2) return
    room.wire(path, net.number)
    const pieces = runs(path, room.columns)
    wires.push([at(path[0] as number), ...pieces.map(([, end]) => at(end))])
  }
  const replace = (old: readonly Cluster[], merged: Cluster): void => {
    const kept = (clusters.get(merged.net.name) ?? []).filter((cluster) => !old.includes(cluster))
    clusters.set(merged.net.name, [...kept, merged])
    if (old.length > 1) for (const pin of merged.pins) room.done(pin.id)
  }
  const open = (cluster: Cluster): number[] =>
    cluster.nodes.filter((node) => maze.conductors(node, cluster.net.number) < 3)

  const join = (a: Cluster, b: Cluster, limit: number): boolean => {
    const targets = new Set(open(b))
    const box = boxOf([...targets].map(room.point))
    const found = maze.find({
      net: a.net.number,
      sources: open(a),
      goal: (node, _, way) => (way && targets.has(node) ? 0 : undefined),
      limit,
      ahead: (node) => {
        const { x, y } = room.point(node)
        const dx = Math.max(box.minX - x, 0, x - box.maxX)
        const dy = Math.max(box.minY - y, 0, y - box.maxY)
        return Math.floor(((dx + dy) / stepMm) * 2 + 0.01)
      },
    })
    if (!found) return false
    commit(a.net, found.path)
    replace([a, b], {
      net: a.net,
      pins: [...a.pins, ...b.pins],
      nodes: [...new Set([...a.nodes, ...b.nodes, ...found.path])],
      paths: [...a.paths, ...b.paths, found.path],
    })
    return true
  }

  /** Joins clusters pair by pair, the nearest pins first. */
  const joinNear = (pick: (net: Net) => boolean, reach: NetOptions["reach"], costs: number): void => {
    const pairs: { net: string; a: PlacedPin; b: PlacedPin; far: number }[] = []
    for (const [name, members] of clusters) {
      const net = byName.get(name)
      if (!net || !pick(net)) continue
      const pins = members.flatMap((cluster) => cluster.pins)
      pins.forEach((a, index) => {
        for (const b of pins.slice(index + 1)) {
          const far = (Math.abs(a.end.x - b.end.x) + Math.abs(a.end.y - b.end.y)) / stepMm
          if (far <= reach(a, b) + 0.1) pairs.push({ net: name, a, b, far })
        }
      })
    }
    pairs.sort((p, q) => p.far - q.far || naturalOrder(p.a.id, q.a.id) || naturalOrder(p.b.id, q.b.id))
    const tried = new Set<string>()
    for (const { net, a, b } of pairs) {
      const members = clusters.get(net) ?? []
      const [first, second] = [a, b].map((pin) => members.find((cluster) => cluster.pins.includes(pin)))
      if (!first || !second || first === second) continue
      const key = [first, second].map((cluster) => `${cluster.pins[0]?.id}+${cluster.pins.length}`).join()
      if (!tried.has(key)) join(first, second, reach(a, b) * costs)
      tried.add(key)
    }
  }

  /** Whether a way runs through what is to stand at its end. */
  const runsInto = (way: Way | undefined, { minX, minY, maxX, maxY }: Box): boolean =>
    way?.().some((node) => {
      const { x, y } = room.point(node)
      return x > minX - 0.2 && x < maxX + 0.2 && y > minY - 0.2 && y < maxY + 0.2
    }) ?? false

  const addPower = (cluster: Cluster): void => {
    const { net } = cluster
    const ground = facts.grounds.has(net.name)
    const shape = powerBox(net.name, sheet, facts)
    const centre = boxOf(cluster.nodes.map(room.point))
    const offCentre = (node: number): number => {
      const { x, y } = room.point(node)
      const off = Math.abs(2 * x - centre.minX - centre.maxX) + Math.abs(2 * y - centre.minY - centre.maxY)
      return cluster.pins.length > 1 ? off / 4 : 0
    }
    const found = maze.find({
      net: net.number,
      sources: cluster.nodes,
      goal: (node, direction, way) => {
        if (way && (direction === (ground ? 3 : 1) || maze.taken(node) || maze.own(node, net.number)))
          return undefined
        const box = shift(shape, room, node)
        if (!room.free(box, net.number) || runsInto(way, box)) return undefined
        return (room.free(box, net.number, 1.2) ? 0 : 6) + offCentre(node)
      },
      limit: farthest,
    })
    if (!found) {
      failed.push(net.name)
      addLabel(cluster)
      return
    }
    commit(net, found.path)
    const end = found.path.at(-1) as number
    powers.push({ net: net.name, at: at(end) })
    room.solid(shift(shape, room, end), 0.2)
    for (const pin of cluster.pins) room.done(pin.id)
  }

  /** A name at the end of a wire that leaves the cluster. */
  const addEndLabel = (cluster: Cluster, limit: number): boolean => {
    const { net } = cluster
    const shapes = sides.map((side) => textBox(beyondEnd(net.name, { x: 0, y: 0 }, side)))
    const far = (node: number): number => {
      if (cluster.nodes.length > 4) return 2
      const { x, y } = room.point(node)
      const ways = cluster.nodes.map(room.point).map((p) => Math.abs(p.x - x) + Math.abs(p.y - y))
      return Math.min(2, Math.round(Math.min(...ways) / stepMm))
    }
    const found = maze.find({
      net: net.number,
      sources: open(cluster),
      goal: (node, direction, way) => {
        if (way && (maze.taken(node) || maze.own(node, net.number))) return undefined
        if (direction % 2 === 1 && limit < farthest) return undefined
        const box = shift(shapes[direction] as Box, room, node)
        if (!room.free(box, net.number, 0.2) || runsInto(way, box)) return undefined
        return (direction % 2) * 10 + (2 - far(node)) * 6
      },
      limit,
    })
    if (!found) return false
    commit(net, found.path)
    const end = found.path.at(-1) as number
    labels.push({ net: net.name, at: at(end), beyond: sides[found.direction as Direction] ?? "right" })
    room.solid(shift(shapes[found.direction] as Box, room, end))
    for (const pin of cluster.pins) room.done(pin.id)
    return true
  }

  /** A name on the cluster's wire, or at the end of a short one of its own. */
  const addLabel = (cluster: Cluster, limit = farthest): void => {
    const { net, paths } = cluster
    const pieces = paths.flatMap((path) => runs(path, room.columns))
    const lines = pieces.map(([from, to]) => ({ from: room.point(from), to: room.point(to) }))
    const spot = labelSpot(net.name, lines, (box) => room.free(box, net.number, 0.15))
    if (spot) {
      labels.push(spot.label)
      room.solid(spot.box)
    } else if (!addEndLabel(cluster, limit) && limit === farthest) failed.push(net.name)
  }

  takeHints(options.hints, parts, room, clusters, replace, (wire, net, path) => {
    wires.push(wire)
    room.wire(path, net)
  })
  const urgent = (net: Net): number => (options.urgent.includes(net.name) ? 0 : 1)
  for (const cluster of all()) if (!cluster.net.symbol && urgent(cluster.net) === 0) addLabel(cluster)
  joinNear(
    (net) => net.symbol,
    () => adjacent,
    10,
  )
  for (const cluster of all().sort((a, b) => urgent(a.net) - urgent(b.net)))
    if (cluster.net.symbol) addPower(cluster)
  joinNear((net) => !net.symbol && urgent(net) > 0, options.reach, 2)
  const wired = [...clusters.values()].filter(
    ([first]) => first && !first.net.symbol && urgent(first.net) > 0,
  )
  for (const members of wired) {
    if (members.length > 1 || members[0]?.pins.length === 1) for (const cluster of members) addLabel(cluster)
  }
  for (const [only, ...more] of wired)
    if (only && more.length === 0 && only.pins.length > 1 && !only.net.name.startsWith("("))
      addLabel(only, 11)
  return { wires, labels, powers, failed }
}

const steps = (mm: number): number => Math.round((mm / gridMm) * 1000) / 1000

const shift = (box: Box, room: Room, node: number): Box => {
  const { x, y } = room.point(node)
  return { minX: box.minX + x, maxX: box.maxX + x, minY: box.minY + y, maxY: box.maxY + y }
}

/** What a supply symbol at the origin covers, less the end of its wire. */
export function powerBox(net: string, sheet: Pick<Sheet, "supplyNames">, facts: CircuitFacts): Box {
  const { shapes } = drawPower({ net, at: [0, 0] }, sheet, facts)
  const boxes = shapes.flatMap((shape) =>
    shape.kind === "text" ? [textBox(shape)] : shape.kind === "path" ? [boxOf(shape.points)] : [],
  )
  const box = boxOf(
    boxes.flatMap(({ minX, minY, maxX, maxY }) => [
      { x: minX, y: minY },
      { x: maxX, y: maxY },
    ]),
  )
  return box.maxY > 0.1 ? { ...box, minY: 0.3 } : { ...box, maxY: -0.3 }
}

/** Draws the author's wires and joins what they join. */
function takeHints(
  hints: readonly Wire[],
  parts: readonly PlacedPart[],
  room: Room,
  clusters: ReadonlyMap<string, readonly Cluster[]>,
  replace: (old: readonly Cluster[], merged: Cluster) => void,
  draw: (wire: Wire, net: number, path: readonly number[]) => void,
): void {
  drawWires(hints, parts).forEach(({ points }, index) => {
    const path = points.flatMap((to, i) => between(room, room.node(points[i - 1] ?? to), room.node(to)))
    const old = [...clusters.values()]
      .flat()
      .filter((cluster) => cluster.nodes.some((node) => path.includes(node)))
    const net = old[0]?.net
    const hint = hints[index]
    if (!net || !hint) return
    draw(hint, net.number, path)
    replace(old, {
      net,
      pins: old.flatMap((cluster) => cluster.pins),
      nodes: [...new Set([...old.flatMap((cluster) => cluster.nodes), ...path])],
      paths: [...old.flatMap((cluster) => cluster.paths), path],
    })
  })
}

/** Nodes after `from` up to `to`, in a straight line; `to` alone where both are one. */
function between(room: Room, from: number, to: number): number[] {
  if (from === to) return [to]
  const [a, b] = [room.point(from), room.point(to)]
  const count = Math.round((Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) / stepMm)
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count
    return room.node({ x: micron(a.x + (b.x - a.x) * share), y: micron(a.y + (b.y - a.y) * share) })
  })
}
