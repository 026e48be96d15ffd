import type { Copper, Pour, Track, Via } from "../circuit/copper"
import { isSide, layerNames } from "../model/layer"
import { naturalOrder } from "../natural-order"
import type { Polygon, Ring } from "../read"
import { areaMm2, toMm } from "../read"
import { circlePoints } from "../read/geometry/arc"
import { capsule } from "../read/geometry/capsule"
import { counterClockwise, difference, ringFromMm, unionRings } from "../read/geometry/polygon"
import { copperRole } from "../verify/files/roles"
import type { Change, Spot } from "./change"
import type { Circuits } from "./circuits"
import type { NetNames } from "./netlist"
import { arrow, count, list, mm, signed } from "./words"

/** A track whose copper differs by less is the same track, written down otherwise. mm². */
const sameCopperMm2 = 0.001

interface NetCopper {
  readonly tracks: readonly Track[]
  readonly vias: readonly Via[]
  readonly pours: readonly Pour[]
}

/** Tracks, vias and pours of every net: what is longer, wider, elsewhere. Nets are those `names` pairs. */
export function compareRouting({ old, fresh }: Circuits, names: NetNames): Change[] {
  const [before, after] = [byNet(old.copper), byNet(fresh.copper)]
  const oldName = new Map([...names].map(([from, to]) => [to, from]))
  const changes: Change[] = []
  for (const name of [...after.keys()].sort(naturalOrder)) {
    changes.push(...compareNet(name, before.get(oldName.get(name) ?? name) ?? none, after.get(name) ?? none))
  }
  for (const name of [...before.keys()].sort(naturalOrder)) {
    if (!after.has(names.get(name) ?? name)) changes.push(...compareNet(name, before.get(name) ?? none, none))
  }
  return changes
}

const none: NetCopper = { tracks: [], vias: [], pours: [] }
const unnamed = "copper without a net"

function byNet(copper: Copper): Map<string, NetCopper> {
  const nets = new Map<string, { tracks: Track[]; vias: Via[]; pours: Pour[] }>()
  for (const piece of [...copper.tracks, ...copper.vias, ...copper.pours]) {
    const name = piece.net ?? unnamed
    const net = nets.get(name) ?? { tracks: [], vias: [], pours: [] }
    nets.set(name, net)
    if (piece.kind === "track") net.tracks.push(piece)
    else if (piece.kind === "via") net.vias.push(piece)
    else net.pours.push(piece)
  }
  return nets
}

function compareNet(name: string, old: NetCopper, fresh: NetCopper): Change[] {
  const spots = changedSpots(old, fresh)
  const changes: Change[] = []
  const words = trackWords(old, fresh)
  if (words.length > 0) changes.push({ section: "routing", text: `${name}: ${words.join(", ")}`, spots })
  else if (spots.length > 0)
    changes.push({
      section: "routing",
      text: `${name}: drawn otherwise, same length (${mm(lengthOf(fresh))} mm)`,
      spots,
    })
  for (const layer of layerNames) {
    const [before, after] = [pourArea(old, layer), pourArea(fresh, layer)]
    if (Math.abs(before - after) < 0.005) continue
    changes.push({
      section: "routing",
      text: `${name}, ${layer} pour: ${arrow(mm(before), mm(after))} mm² (${signed(after - before)})`,
      spots: [],
    })
  }
  return changes
}

function trackWords(old: NetCopper, fresh: NetCopper): string[] {
  const words: string[] = []
  const [before, after] = [lengthOf(old), lengthOf(fresh)]
  if (Math.abs(before - after) >= 0.005)
    words.push(`length ${arrow(mm(before), mm(after))} mm (${signed(after - before)})`)
  const differs = (title: string, of: (net: NetCopper) => string, unit = ""): void => {
    const [was, is] = [of(old), of(fresh)]
    if (was !== is) words.push(`${title} ${arrow(was, is)}${unit}`)
  }
  if (old.tracks.length > 0 && fresh.tracks.length > 0) {
    differs("width", widths, " mm")
    differs("layers", layers)
  }
  if (old.vias.length !== fresh.vias.length)
    words.push(`vias ${arrow(`${old.vias.length}`, `${fresh.vias.length}`)}`)
  else {
    const known = new Set(old.vias.map(placeOf))
    const elsewhere = fresh.vias.filter((via) => !known.has(placeOf(via))).length
    if (elsewhere > 0) words.push(`${count(elsewhere, "via")} moved`)
    differs("via size", viaSizes, " mm")
  }
  return words
}

/** mm. */
export const trackLength = (tracks: readonly Track[]): number =>
  tracks.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0)
const lengthOf = (net: NetCopper): number => trackLength(net.tracks)
const widths = (net: NetCopper): string =>
  list([...new Set(net.tracks.map(({ widthMm }) => mm(widthMm)))].sort(naturalOrder))
const layers = (net: NetCopper): string =>
  list([...new Set(net.tracks.map(({ layer }) => layer))].sort((a, b) => (a < b ? 1 : -1)))
const viaSizes = (net: NetCopper): string =>
  list(
    [...new Set(net.vias.map(({ diameterMm, drillMm }) => `${mm(diameterMm)}/${mm(drillMm)}`))].sort(
      naturalOrder,
    ),
  )
const placeOf = (via: Via): string => `${via.x.toFixed(3)} ${via.y.toFixed(3)}`

function pourArea(net: NetCopper, layer: Pour["layer"]): number {
  return net.pours
    .filter((pour) => pour.layer === layer)
    .reduce(
      (sum, { outline, holes }) =>
        sum + areaMm2([{ outer: ringFromMm(outline), holes: holes.map(ringFromMm) }]),
      0,
    )
}

/** Where tracks and vias of the net are that were not, or are no more. */
function changedSpots(old: NetCopper, fresh: NetCopper): Spot[] {
  return layerNames.flatMap((layer): Spot[] => {
    const [before, after] = [ringsOn(old, layer), ringsOn(fresh, layer)]
    if (before.length === 0 && after.length === 0) return []
    const pieces = [...difference(before, after), ...difference(after, before)]
    if (areaMm2(pieces) < sameCopperMm2) return []
    const points = pieces
      .filter((piece) => areaMm2([piece]) > sameCopperMm2 / 10)
      .flatMap(({ outer }) => outer)
    return points.length === 0
      ? []
      : [
          {
            ...boxOfPoints(points),
            ...(isSide(layer) ? { side: layer } : {}),
            layers: [copperRole(layer)],
          },
        ]
  })
}

function ringsOn(net: NetCopper, layer: Track["layer"]): Ring[] {
  const tracks = net.tracks
    .filter((track) => track.layer === layer)
    .map(({ from, to, widthMm }) => capsule(from, to, widthMm / 2))
  // Vias are on every layer: what changed of them is to be seen on the sides.
  if (!isSide(layer)) return unionRings(tracks.map(counterClockwise))
  const vias = net.vias.map((via) => ringFromMm(circlePoints(via, via.diameterMm / 2)))
  return unionRings([...tracks, ...vias].map(counterClockwise))
}

function boxOfPoints(points: Polygon["outer"]) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return {
    minX: toMm(Math.min(...xs)),
    minY: toMm(Math.min(...ys)),
    maxX: toMm(Math.max(...xs)),
    maxY: toMm(Math.max(...ys)),
  }
}
