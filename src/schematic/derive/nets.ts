import { naturalOrder } from "../../natural-order"
import type { CircuitFacts } from "../facts"
import { beyondEnd, drawPower } from "../net-drawing"
import type { PlacedPart } from "../place"
import { type Box, boxOf, textBox } from "../shapes"
import type { NetLabel, PowerFlag, Sheet, Wire } from "../sheet"
import type { PinSide } from "../symbols/symbol"
import { type Cluster, Clusters, type Net, type ReachOf } from "./clusters"
import { labelSpot } from "./label-spot"
import { type Room, runs, stepMm } from "./room"

export interface NetInk {
  readonly wires: readonly Wire[]
  readonly labels: readonly NetLabel[]
  readonly powers: readonly PowerFlag[]
  /** Nets that found no place for a name or symbol they need. */
  readonly failed: readonly string[]
}

export interface NetOptions {
  readonly reach: ReachOf
  /** Wires drawn by a person. */
  readonly hints: readonly Wire[]
  /** Nets that get their names and symbols before all others, for they found no place after them. */
  readonly urgent: readonly string[]
}

const sides: readonly PinSide[] = ["right", "bottom", "left", "top"]
/** Most that the way to a name or symbol that a net needs may cost, and to one that is only good to have. */
const needed = 240
const welcome = 11
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
  { reach, hints, urgent }: NetOptions,
): NetInk {
  const names = [...facts.nets.keys()].sort(naturalOrder)
  const clusters = new Clusters(
    room,
    names.map((name, index) => ({ name, number: index + 1, symbol: symbolNet(name) })),
    parts,
  )
  const { maze } = clusters
  const labels: NetLabel[] = []
  const powers: PowerFlag[] = []
  const failed: string[] = []
  const taken = (node: number, net: Net): boolean => maze.taken(node) || maze.own(node, net.number)
  const finish = (cluster: Cluster, path: readonly number[], covered: (end: number) => Box): number => {
    clusters.draw(cluster.net, path)
    const end = path.at(-1) as number
    room.solid(covered(end), 0.2)
    for (const pin of cluster.pins) room.done(pin.id)
    return end
  }

  const addPower = (cluster: Cluster): void => {
    const { net, nodes, pins } = cluster
    const shape = powerBox(net.name, sheet, facts)
    // The symbol hangs from its wire or stands on it, and likes the middle of the pins it serves.
    const against = facts.grounds.has(net.name) ? 3 : 1
    const ends = boxOf(nodes.map(room.point))
    const offCentre = (node: number): number => {
      const { x, y } = room.point(node)
      return (Math.abs(2 * x - ends.minX - ends.maxX) + Math.abs(2 * y - ends.minY - ends.maxY)) / 4
    }
    const found = maze.find({
      net: net.number,
      sources: nodes,
      goal: (node, direction, way) => {
        if (way && (direction === against || taken(node, net))) return undefined
        const box = shift(shape, room, node)
        if (!room.free(box, net.number) || clusters.runsInto(way, box)) return undefined
        return (room.free(box, net.number, 1.2) ? 0 : 6) + (pins.length > 1 ? offCentre(node) : 0)
      },
      limit: needed,
    })
    if (found) {
      const end = finish(cluster, found.path, (node) => shift(shape, room, node))
      powers.push({ net: net.name, at: clusters.at(end) })
    } else {
      failed.push(net.name)
      addLabel(cluster, needed)
    }
  }

  /** A name at the end of a wire that leaves the cluster: level where it can be, a step away from a lone pin. */
  const addEndLabel = (cluster: Cluster, limit: number): boolean => {
    const { net, nodes } = cluster
    const shapes = sides.map((side) => textBox(beyondEnd(net.name, { x: 0, y: 0 }, side)))
    const short = (node: number): number => {
      if (nodes.length > 4) return 0
      const { x, y } = room.point(node)
      const ways = nodes.map(room.point).map((p) => (Math.abs(p.x - x) + Math.abs(p.y - y)) / stepMm)
      return Math.max(0, 2 - Math.round(Math.min(...ways)))
    }
    const found = maze.find({
      net: net.number,
      sources: clusters.open(cluster),
      goal: (node, direction, way) => {
        const upright = direction % 2 === 1
        if ((way && taken(node, net)) || (upright && limit < needed)) return undefined
        const box = shift(shapes[direction] as Box, room, node)
        if (!room.free(box, net.number, 0.2) || clusters.runsInto(way, box)) return undefined
        return (upright ? 10 : 0) + short(node) * 6
      },
      limit,
    })
    if (!found) return false
    const end = finish(cluster, found.path, (node) => shift(shapes[found.direction] as Box, room, node))
    labels.push({ net: net.name, at: clusters.at(end), beyond: sides[found.direction] ?? "right" })
    return true
  }

  /** A name on the cluster's wire, or at the end of one of its own. */
  const addLabel = (cluster: Cluster, limit: number): void => {
    const { net, paths } = cluster
    const lines = paths
      .flatMap((path) => runs(path, room.columns))
      .map(([from, to]) => ({ from: room.point(from), to: room.point(to) }))
    const spot = labelSpot(net.name, lines, (box) => room.free(box, net.number, 0.15))
    if (spot) {
      labels.push(spot.label)
      room.solid(spot.box)
    } else if (!addEndLabel(cluster, limit) && limit === needed) failed.push(net.name)
  }

  const first = ({ name }: Net): boolean => urgent.includes(name)
  const pick = (wanted: (net: Net) => boolean): Cluster[] =>
    clusters
      .all()
      .flat()
      .filter(({ net }) => wanted(net))
  clusters.takeHints(hints, parts)
  for (const cluster of pick((net) => !net.symbol && first(net))) addLabel(cluster, needed)
  clusters.joinNear(
    (net) => net.symbol,
    () => adjacent,
    10,
  )
  for (const cluster of pick((net) => net.symbol && first(net))) addPower(cluster)
  for (const cluster of pick((net) => net.symbol && !first(net))) addPower(cluster)
  clusters.joinNear((net) => !net.symbol && !first(net), reach, 2)
  const wired = clusters.all().filter(([only]) => only && !only.net.symbol && !first(only.net))
  const whole = (members: readonly Cluster[]): boolean =>
    members.length === 1 && (members[0]?.pins.length ?? 0) > 1
  for (const cluster of wired.filter((members) => !whole(members)).flat()) addLabel(cluster, needed)
  // A net that is all in one piece needs no name, and has one where there is room.
  for (const cluster of wired.filter(whole).flat())
    if (!cluster.net.name.startsWith("(")) addLabel(cluster, welcome)
  return { wires: clusters.wires, labels, powers, failed }
}

const shift = (box: Box, room: Room, node: number): Box => {
  const { x, y } = room.point(node)
  return { minX: box.minX + x, maxX: box.maxX + x, minY: box.minY + y, maxY: box.maxY + y }
}

/** What a supply symbol at the origin covers, less the end of its wire. */
function powerBox(net: string, sheet: Sheet, facts: CircuitFacts): Box {
  const corners = drawPower({ net, at: [0, 0] }, sheet, facts).shapes.flatMap((shape) => {
    if (shape.kind === "path") return shape.points
    if (shape.kind === "circle") return [shape.centre]
    const { minX, minY, maxX, maxY } = textBox(shape)
    return [
      { x: minX, y: minY },
      { x: maxX, y: maxY },
    ]
  })
  const box = boxOf(corners)
  return box.maxY > 0.1 ? { ...box, minY: 0.3 } : { ...box, maxY: -0.3 }
}
