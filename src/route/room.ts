import { distance, type Point, segmentsMeet } from "../geometry/point"
import { insidePolygon } from "../geometry/polygon"
import { type Box, boxOf, depth, gap, type Shape } from "../geometry/shape"
import { type CopperLayer, layerNames } from "../model/layer"
import type { BoardFacts, PadFact } from "./board-facts"
import { type CopperItem, shareLayer } from "./copper"
import { squareToSegment } from "./grid"
import { limits, padClearance, toleranceMm, wishedClearance } from "./limits"
import { openLayers, planesInWay } from "./open-layers"

/** A bend nearer than this to a pad is an entry at a slant. mm */
const bendMm = 1e-3

interface Obstacle {
  readonly core: readonly Point[]
  /** Radius of its copper and what is kept from that. mm */
  readonly keep: number
  /** A circle round its core. */
  readonly x: number
  readonly y: number
  readonly reach: number
}

/** Exact answers to "may a track of this net lie here?", for drawing; the grid only finds the way. */
export class Room {
  private readonly obstacles: Readonly<Record<CopperLayer, readonly Obstacle[]>>
  readonly ownPads: readonly (PadFact & { readonly box: Box })[]
  private readonly open: readonly CopperLayer[]
  /** What was in the way last is likely to be again. */
  private last: Obstacle | undefined

  constructor(
    private readonly facts: BoardFacts,
    readonly net: string,
    copper: readonly CopperItem[],
  ) {
    this.ownPads = facts.pads
      .filter((pad) => pad.net === net)
      .map((pad) => ({ ...pad, box: boxOf(pad.shape) }))
    this.open = openLayers(facts, net)
    const all: { shape: Shape; layers: readonly CopperLayer[]; limit: number }[] = [
      ...facts.pads
        .filter((pad) => pad.net !== net)
        .map((pad) => ({ shape: pad.shape, layers: pad.layers, limit: padClearance(facts, net, pad) })),
      ...copper
        .filter((item) => item.net !== net)
        .map(({ shape, layers, net: other }) => ({
          shape,
          layers,
          limit: wishedClearance(facts, net, other),
        })),
      ...facts.holes.map(({ shape }) => ({ shape, layers: layerNames, limit: limits.copperToHoleMm })),
      ...facts.keepouts.map(({ shape, layers, keepMm = 0 }) => ({ shape, layers, limit: keepMm })),
      ...facts.outline.map((p, i) => ({
        shape: { core: [p, facts.outline[(i + 1) % facts.outline.length] as Point], radius: 0 },
        layers: layerNames,
        limit: limits.copperToEdgeMm,
      })),
    ]
    const on = (layer: CopperLayer): Obstacle[] => [
      ...all.filter(({ layers }) => layers.includes(layer)).map(({ shape, limit }) => obstacle(shape, limit)),
      ...planesInWay(facts, net, layer).flatMap(({ shape, keepMm }) =>
        shape === undefined ? [] : [obstacle(shape, keepMm)],
      ),
    ]
    this.obstacles = { top: on("top"), inner1: on("inner1"), inner2: on("inner2"), bottom: on("bottom") }
  }

  /**
   * How wide half a track along a-b may be, mm, with nothing to give away.
   * @param least less than this is no use: the answer is then just something less.
   * @param most more than this is not asked for.
   */
  halfWidth(a: Point, b: Point, layer: CopperLayer, least: number, most: number): number {
    if (!this.open.includes(layer)) return Number.NEGATIVE_INFINITY
    if (this.last !== undefined && free(this.last, a, b) < least) return Number.NEGATIVE_INFINITY
    let width = most
    for (const one of this.obstacles[layer]) {
      const far = one.reach + one.keep + width
      if (squareToSegment(a, b, one.x, one.y) > far * far) continue
      const here = free(one, a, b)
      if (here >= width) continue
      width = here
      if (width >= least) continue
      this.last = one
      return width
    }
    return insidePolygon(a, this.facts.outline) ? width : Number.NEGATIVE_INFINITY
  }

  /** Length of a track that lies between the pads of two-pin parts, mm. */
  underParts(a: Point, b: Point, layer: CopperLayer): number {
    let mm = 0
    for (const side of this.facts.undersides ?? []) if (side.layer === layer) mm += side.within(a, b)
    return mm
  }

  /** True on a pad of the net itself or at its very edge: tracks do not bend there. */
  onOwnPad(p: Point, layer: CopperLayer): boolean {
    return this.ownPads.some(
      ({ box, layers, shape }) =>
        p.x > box.minX - bendMm &&
        p.x < box.maxX + bendMm &&
        p.y > box.minY - bendMm &&
        p.y < box.maxY + bendMm &&
        shareLayer(layers, [layer]) &&
        depth(shape, p) > -bendMm,
    )
  }

  /** True where a slanting track runs over a pad of the net that has straight edges. */
  slantsOverPad(a: Point, b: Point, layer: CopperLayer): boolean {
    if (Math.abs(a.x - b.x) < 1e-3 || Math.abs(a.y - b.y) < 1e-3) return false
    return this.ownPads.some(
      ({ box, layers, shape }) =>
        shape.core.length > 2 &&
        Math.min(a.x, b.x) < box.maxX &&
        Math.max(a.x, b.x) > box.minX &&
        Math.min(a.y, b.y) < box.maxY &&
        Math.max(a.y, b.y) > box.minY &&
        shareLayer(layers, [layer]) &&
        gap(shape, { core: [a, b], radius: 0 }) <= 0,
    )
  }

  /** Distance to the net's nearest pad on the layer. */
  toOwnPad(p: Point, layer: CopperLayer): number {
    const dot: Shape = { core: [p], radius: 0 }
    return Math.min(
      Number.POSITIVE_INFINITY,
      ...this.ownPads.filter((pad) => pad.layers.includes(layer)).map((pad) => gap(pad.shape, dot)),
    )
  }
}

function obstacle({ core, radius }: Shape, limit: number): Obstacle {
  const { minX, minY, maxX, maxY } = boxOf({ core, radius: 0 })
  const middle = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
  const reach = Math.max(...core.map((p) => distance(p, middle)))
  return { core, keep: radius + limit - toleranceMm, ...middle, reach }
}

/** What an obstacle leaves of half a track's width along a-b: below zero where not even a line fits. mm */
function free({ core, keep }: Obstacle, a: Point, b: Point): number {
  const [first, second] = core
  if (first === undefined) return Number.POSITIVE_INFINITY
  if (second === undefined) return Math.sqrt(squareToSegment(a, b, first.x, first.y)) - keep
  if (core.length === 2) return Math.sqrt(squareBetween(a, b, first, second)) - keep
  if (insidePolygon(a, core)) return -keep
  let least = Number.POSITIVE_INFINITY
  let p = core[core.length - 1] as Point
  for (const q of core) {
    least = Math.min(least, squareBetween(a, b, p, q))
    p = q
  }
  return Math.sqrt(least) - keep
}

const squareBetween = (a: Point, b: Point, c: Point, d: Point): number =>
  segmentsMeet(a, b, c, d)
    ? 0
    : Math.min(
        squareToSegment(a, b, c.x, c.y),
        squareToSegment(a, b, d.x, d.y),
        squareToSegment(c, d, a.x, a.y),
        squareToSegment(c, d, b.x, b.y),
      )
