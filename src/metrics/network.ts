import type { CopperLayer } from "../finding"
import { distance, distanceToSegment, type Point } from "../geometry/point"
import { depth } from "../geometry/shape"
import type { BoardCopper, Track } from "./board-copper"

/**
 * One net's tracks and vias as resistors between its pads. Pours are left out: the power nets have none.
 * Copper: 35 um (1 oz) of 17.2 nohm m, so 0.49 mohm a square. A via is a tube of 20 um copper through 1.6 mm.
 */
export const sheetMilliohm = 0.49
const barrelUm = 20
const resistivityMilliohmMm = 0.0172

/** Milliohm of one via. */
export const viaMilliohm = (drillMm: number, boardMm: number): number =>
  (resistivityMilliohmMm * boardMm) / (Math.PI * (drillMm + barrelUm / 1000) * (barrelUm / 1000))

interface Edge {
  readonly a: number
  readonly b: number
  readonly milliohm: number
  readonly lengthMm: number
}

/** Where two tracks count as meeting, mm. */
const meetMm = 0.01

export class NetNetwork {
  private readonly nodes: { at: Point; layer: CopperLayer | "pad"; pad?: string }[] = []
  private readonly edges: Edge[] = []
  readonly padNames: readonly string[]

  constructor(
    private readonly copper: BoardCopper,
    readonly net: string,
    boardMm: number,
  ) {
    const pads = copper.facts.pads.filter((pad) => pad.net === net)
    this.padNames = [...new Set(pads.map((pad) => pad.name))]
    for (const name of this.padNames) this.nodes.push({ at: { x: 0, y: 0 }, layer: "pad", pad: name })
    const tracks = copper.tracks.filter((track) => track.net === net)
    const vias = copper.vias.filter((via) => via.net === net)
    for (const track of tracks) {
      const stops = this.stops(
        track,
        tracks,
        vias.map((via) => via.at),
      )
      for (let i = 1; i < stops.length; i++) {
        const [p, q] = [stops[i - 1] as Point, stops[i] as Point]
        const [a, b] = [this.node(p, track.layer), this.node(q, track.layer)]
        const lengthMm = distance(p, q)
        if (a !== b) this.edges.push({ a, b, lengthMm, milliohm: (sheetMilliohm * lengthMm) / track.widthMm })
      }
    }
    for (const via of vias) {
      const [a, b] = [this.node(via.at, "top"), this.node(via.at, "bottom")]
      if (a !== b) this.edges.push({ a, b, lengthMm: 0, milliohm: viaMilliohm(via.drillMm, boardMm) })
    }
  }

  /** Points of a track where current can branch off, in order, its ends included. */
  private stops(track: Track, tracks: readonly Track[], vias: readonly Point[]): Point[] {
    const { a, b, layer } = track
    const others = tracks.filter((other) => other !== track && other.layer === layer)
    const centres = this.copper.facts.pads
      .filter((pad) => pad.net === this.net && pad.layers.includes(layer))
      .map((pad) => pad.centre)
    const inside = [...others.flatMap((other) => [other.a, other.b]), ...vias, ...centres].filter(
      (p) => distanceToSegment(p, a, b) < meetMm && distance(p, a) > meetMm && distance(p, b) > meetMm,
    )
    const crossings = others.flatMap((other) => crossing(a, b, other.a, other.b))
    return [a, ...[...inside, ...crossings].sort((p, q) => distance(p, a) - distance(q, a)), b]
  }

  private node(at: Point, layer: CopperLayer): number {
    const pad = this.copper.facts.pads.find(
      (candidate) =>
        candidate.net === this.net && candidate.layers.includes(layer) && depth(candidate.shape, at) >= -1e-6,
    )
    if (pad) return this.nodes.findIndex((node) => node.pad === pad.name)
    const known = this.nodes.findIndex((node) => node.layer === layer && distance(node.at, at) < meetMm)
    if (known >= 0) return known
    this.nodes.push({ at, layer })
    return this.nodes.length - 1
  }

  /** Resistance between two pads, milliohm; infinite where copper does not join them. */
  resistance(from: string, to: string): number {
    const [source, sink] = [this.padNames.indexOf(from), this.padNames.indexOf(to)]
    if (source < 0 || sink < 0) return Number.POSITIVE_INFINITY
    if (source === sink) return 0
    const reached = this.reach(source)
    if (!reached.has(sink)) return Number.POSITIVE_INFINITY
    // One ampere in at the source, the sink at zero: the source's voltage is the resistance.
    const unknowns = [...reached].filter((node) => node !== sink)
    const row = new Map(unknowns.map((node, i) => [node, i]))
    const n = unknowns.length
    const m = Array.from({ length: n }, () => new Float64Array(n + 1))
    for (const { a, b, milliohm } of this.edges) {
      const g = 1 / Math.max(milliohm, 1e-9)
      const [i, j] = [row.get(a), row.get(b)]
      if (i !== undefined) add(m, i, i, g)
      if (j !== undefined) add(m, j, j, g)
      if (i !== undefined && j !== undefined) {
        add(m, i, j, -g)
        add(m, j, i, -g)
      }
    }
    add(m, row.get(source) as number, n, 1)
    return solve(m)[row.get(source) as number] as number
  }

  /** Length of the shortest track between two pads, mm; infinite where copper does not join them. */
  trackLength(from: string, to: string): number {
    const [source, sink] = [this.padNames.indexOf(from), this.padNames.indexOf(to)]
    const far = new Map<number, number>([[source, 0]])
    const open = new Set([source])
    while (open.size > 0) {
      const node = [...open].reduce((a, b) => ((far.get(b) as number) < (far.get(a) as number) ? b : a))
      open.delete(node)
      for (const { a, b, lengthMm } of this.edges) {
        const next = a === node ? b : b === node ? a : undefined
        if (next === undefined) continue
        const length = (far.get(node) as number) + lengthMm
        if (length < (far.get(next) ?? Number.POSITIVE_INFINITY) - 1e-9) {
          far.set(next, length)
          open.add(next)
        }
      }
    }
    return far.get(sink) ?? Number.POSITIVE_INFINITY
  }

  /** The two pads with the highest resistance between them. */
  worst(): { readonly from: string; readonly to: string; readonly milliohm: number } | undefined {
    let worst: { from: string; to: string; milliohm: number } | undefined
    for (const [i, from] of this.padNames.entries())
      for (const to of this.padNames.slice(i + 1)) {
        const milliohm = this.resistance(from, to)
        if (!worst || milliohm > worst.milliohm) worst = { from, to, milliohm }
      }
    return worst
  }

  private reach(start: number): Set<number> {
    const seen = new Set([start])
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const { a, b } of this.edges) {
        const next = a === node ? b : b === node ? a : undefined
        if (next !== undefined && !seen.has(next)) {
          seen.add(next)
          open.push(next)
        }
      }
    return seen
  }
}

/** Where two segments cross inside both. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point[] {
  const det = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
  if (Math.abs(det) < 1e-9) return []
  const t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / det
  const u = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / det
  const inside = (k: number): boolean => k > 1e-6 && k < 1 - 1e-6
  return inside(t) && inside(u) ? [{ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }] : []
}

function add(m: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = m[i] as Float64Array
  row[j] = (row[j] as number) + value
}

/** Gauss with the largest pivot; the last column is the right side. */
function solve(m: Float64Array[]): Float64Array {
  const n = m.length
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let k = i + 1; k < n; k++)
      if (Math.abs((m[k] as Float64Array)[i] as number) > Math.abs((m[pivot] as Float64Array)[i] as number))
        pivot = k
    const [high, low] = [m[pivot] as Float64Array, m[i] as Float64Array]
    m[i] = high
    m[pivot] = low
    for (let k = i + 1; k < n; k++) {
      const row = m[k] as Float64Array
      const factor = (row[i] as number) / (high[i] as number)
      if (factor === 0) continue
      for (let j = i; j <= n; j++) row[j] = (row[j] as number) - factor * (high[j] as number)
    }
  }
  const x = new Float64Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const row = m[i] as Float64Array
    let sum = row[n] as number
    for (let j = i + 1; j < n; j++) sum -= (row[j] as number) * (x[j] as number)
    x[i] = sum / (row[i] as number)
  }
  return x
}
