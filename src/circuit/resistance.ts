import { distance, nearestOnSegment, type Point, segmentsMeet } from "../geometry/point"
import { covers, nearestPlace } from "../geometry/shape"
import type { CopperProcess } from "../model/fab-house"
import { type CopperLayer, isSide, type Stack } from "../model/layer"
import { type Copper, type Track, trackShape, type Via } from "./copper"
import type { Pad } from "./pads"
import { insideRegion, regionOf } from "./region"
import { type NetworkResistor, solve } from "./resistor-network"

/** Current shares of a net: what carries most of it, for a message. */
export interface PathResistance {
  readonly ohms: number
  /** Length of the tracks that carry more than half of the current, mm. */
  readonly mainLengthMm: number
  /** Narrowest of them, and where. */
  readonly narrowest?: { readonly widthMm: number; readonly at: Point; readonly layer: CopperLayer }
  readonly viasPassed: number
}

interface Resistor extends NetworkResistor {
  readonly track?: Track
}

/**
 * A net's copper as resistors between its pads: all tracks and vias, so parallel ways count and dead ends do not.
 * Pads and pours of the net are taken as one point each (their sheet is below a milliohm), which is slightly too good;
 * the contact of a jumper and the solder are not in it.
 */
export class NetCopper {
  private readonly resistors: readonly Resistor[]
  private readonly size: number
  private readonly nodeOfPad: ReadonlyMap<string, number>

  constructor(copper: Copper, net: string, process: CopperProcess) {
    const { resistors, size, nodeOfPad } = networkOf(copper, net, process)
    this.resistors = resistors
    this.size = size
    this.nodeOfPad = nodeOfPad
  }

  /** @returns undefined where no copper joins the two pads. */
  between(from: string, to: string): PathResistance | undefined {
    const [start, end] = [this.nodeOfPad.get(from), this.nodeOfPad.get(to)]
    if (start === undefined || end === undefined) return undefined
    const volts = solve(this.size, this.resistors, end, [start])[0]
    const ohms = volts?.[start]
    if (volts === undefined || ohms === undefined) return undefined
    // One ampere flows, so volts are ohms.
    const share = ({ a, b, ohms }: Resistor) => Math.abs((volts[a] ?? 0) - (volts[b] ?? 0)) / ohms
    const main = this.resistors.filter((resistor) => share(resistor) > 0.5)
    const tracks = main.flatMap(({ track }) => track ?? [])
    const least = [...tracks].sort((a, b) => a.widthMm - b.widthMm)[0]
    return {
      ohms,
      mainLengthMm: tracks.reduce((sum, track) => sum + distance(track.from, track.to), 0),
      viasPassed: main.filter(({ track }) => track === undefined).length,
      ...(least === undefined
        ? {}
        : { narrowest: { widthMm: least.widthMm, at: least.from, layer: least.layer } }),
    }
  }

  /** The two pads with the most resistance between them; infinite where copper does not join them. */
  worst(): { readonly from: string; readonly to: string; readonly ohms: number } | undefined {
    const pads = [...this.nodeOfPad]
    const [ground, ...sources] = pads.map(([, node]) => node)
    if (ground === undefined) return undefined
    const volts = [[], ...solve(this.size, this.resistors, ground, sources)]
    // One ampere from i to j is one from i to ground and one from ground to j.
    const at = (source: number, node: number): number =>
      source === 0 ? 0 : (volts[source]?.[node] ?? Infinity)
    let worst: { from: string; to: string; ohms: number } | undefined
    for (const [i, [from, a]] of pads.entries())
      for (const [j, [to, b]] of pads.entries()) {
        if (j <= i) continue
        const ohms = at(i, a) + at(j, b) - 2 * at(i, b)
        if (worst === undefined || ohms > worst.ohms) worst = { from, to, ohms }
      }
    return worst
  }

  /** Length of the shortest way along tracks between two pads, mm; infinite where copper does not join them. */
  trackMm(from: string, to: string): number {
    const far = new Array<number>(this.size).fill(Number.POSITIVE_INFINITY)
    const [start, end] = [this.nodeOfPad.get(from), this.nodeOfPad.get(to)]
    if (start === undefined || end === undefined) return Number.POSITIVE_INFINITY
    far[start] = 0
    for (let shorter = true; shorter; ) {
      shorter = false
      for (const { a, b, track } of this.resistors) {
        const length = track === undefined ? 0 : distance(track.from, track.to)
        for (const [node, next] of [
          [a, b],
          [b, a],
        ] as const) {
          const way = (far[node] as number) + length
          if (way >= (far[next] as number) - 1e-9) continue
          far[next] = way
          shorter = true
        }
      }
    }
    return far[end] as number
  }
}

/** @param lengthMm of its barrel */
export function viaOhms(drillMm: number, lengthMm: number, process: CopperProcess): number {
  // A fab drills so that the stated size is what is left after plating.
  const wall = Math.PI * (drillMm + process.platingMm) * process.platingMm
  return (process.resistivityOhmMm * lengthMm) / wall
}

export function trackOhms(
  lengthMm: number,
  widthMm: number,
  process: CopperProcess,
  layer: CopperLayer = "top",
): number {
  const { copperMm, inner } = process
  return (
    (process.resistivityOhmMm * lengthMm) /
    (widthMm * (isSide(layer) ? copperMm : (inner?.copperMm ?? copperMm)))
  )
}

interface Network {
  readonly size: number
  readonly resistors: readonly Resistor[]
  readonly nodeOfPad: ReadonlyMap<string, number>
}

/** Nodes: every pad, every pour, both ends of every via, and every place where a track ends or meets another. */
function networkOf(copper: Copper, net: string, process: CopperProcess): Network {
  const pads = copper.pads.filter((pad) => pad.net === net)
  const vias = copper.vias.filter((via) => via.net === net)
  const tracks = copper.tracks.filter((track) => track.net === net)
  const pours = copper.pours
    .filter((pour) => pour.net === net)
    .map((pour) => ({ pour, region: regionOf(pour) }))
  const nodes = new Map<string, number>()
  const node = (key: string): number => {
    const known = nodes.get(key)
    if (known !== undefined) return known
    nodes.set(key, nodes.size)
    return nodes.size - 1
  }
  const at = (p: Point, layer: CopperLayer): number => {
    const pad = pads.find((candidate) => candidate.layers.includes(layer) && covers(candidate.shape, p))
    if (pad !== undefined) return node(padKey(pad, layer))
    const via = vias.find((candidate) => distance(candidate, p) <= candidate.diameterMm / 2 + 1e-9)
    if (via !== undefined) return node(`via ${via.x} ${via.y} ${layer}`)
    const pour = pours.findIndex(
      (candidate) => candidate.pour.layer === layer && insideRegion(candidate.region, p),
    )
    if (pour >= 0) return node(`pour ${pour}`)
    return node(`${layer} ${p.x.toFixed(4)} ${p.y.toFixed(4)}`)
  }
  const resistors: Resistor[] = []
  /** The wall of a hole from layer to layer, which are taken as evenly apart. @returns its nodes on them */
  const barrel = ({ x, y }: Point, layers: Stack, drillMm: number): number[] => {
    const ends = layers.map((layer) => at({ x, y }, layer))
    const ohms = viaOhms(drillMm, copper.boardMm / (layers.length - 1), process)
    for (const [i, b] of ends.entries()) {
      const a = ends[i - 1]
      if (a !== undefined && a !== b) resistors.push({ a, b, ohms })
    }
    return ends
  }
  const nodeOfPad = new Map<string, number>()
  for (const pad of pads) {
    const ends = barrel(pad, pad.layers, pad.drillMm ?? 0.3)
    if (!nodeOfPad.has(pad.name) && ends[0] !== undefined) nodeOfPad.set(pad.name, ends[0])
  }
  for (const via of vias) barrel(via, copper.layers, via.drillMm)
  for (const track of tracks) {
    const stops = stopsOn(track, tracks, pads, vias)
    stops.forEach(({ p, joins }, index) => {
      const a = at(p, track.layer)
      // What ends beside the centre line joins it there, at no length.
      const beside = joins === undefined ? a : at(joins, track.layer)
      if (beside !== a) resistors.push({ a, b: beside, ohms: jointOhms })
      const next = stops[index + 1]
      if (next === undefined) return
      const b = at(next.p, track.layer)
      const ohms = trackOhms(distance(p, next.p), track.widthMm, process, track.layer)
      if (a !== b && ohms > 0) resistors.push({ a, b, ohms, track: { ...track, from: p, to: next.p } })
    })
  }
  return { size: nodes.size, resistors, nodeOfPad }
}

/** Pads that share a pin are one piece of metal: the part's own. */
const padKey = (pad: Pad, layer: CopperLayer): string =>
  `pad ${pad.name}${pad.layers.length > 1 ? ` ${layer}` : ""}`

/** Small beside everything, large enough for arithmetic. */
const jointOhms = 1e-7

interface Stop {
  /** On the centre line. */
  readonly p: Point
  /** What ends or stands there, which may be beside the line. */
  readonly joins?: Point
}

/** Where current may enter or leave a track: its ends, whatever else ends on it, and where tracks cross it. */
function stopsOn(track: Track, tracks: readonly Track[], pads: readonly Pad[], vias: readonly Via[]): Stop[] {
  const { from, to } = track
  const shape = trackShape(track)
  const others = tracks.filter((other) => other !== track && other.layer === track.layer)
  const touching = [
    ...others.flatMap((other) => [other.from, other.to]),
    ...vias,
    ...pads.filter((pad) => pad.layers.includes(track.layer)),
  ]
    .filter((p) => covers(shape, p))
    .map(({ x, y }): Stop => ({ p: nearestOnSegment({ x, y }, from, to), joins: { x, y } }))
  const crossing = others.flatMap((other): Stop[] => {
    if (!segmentsMeet(from, to, other.from, other.to)) return []
    const p = nearestPlace({ core: [from, to], radius: 0 }, { core: [other.from, other.to], radius: 0 })
    return [{ p }]
  })
  return [{ p: from }, ...touching, ...crossing, { p: to }].sort(
    (a, b) => distance(from, a.p) - distance(from, b.p),
  )
}
