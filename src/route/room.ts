import type { Point } from "../geometry/point"
import { boxOf, capsule, depth, edgeGap, gap, type Shape } from "../geometry/shape"
import { type CopperLayer, layerNames } from "../model/layer"
import type { BoardFacts, PadFact } from "./board-facts"
import { type CopperItem, shareLayer } from "./copper"
import { limits, padClearance, toleranceMm, wishedClearance } from "./limits"

/** A bend on a pad's very edge is outside it. mm */
const insideMm = 1e-3

/** Exact answers to "may a track of this net lie here?", for drawing; the grid only finds the way. */
export class Room {
  private readonly obstacles: readonly {
    readonly shape: Shape
    readonly layers: readonly CopperLayer[]
    readonly limit: number
    readonly minX: number
    readonly minY: number
    readonly maxX: number
    readonly maxY: number
  }[]
  readonly ownPads: readonly PadFact[]

  constructor(
    private readonly facts: BoardFacts,
    readonly net: string,
    copper: readonly CopperItem[],
  ) {
    const foreign = facts.pads.filter((pad) => pad.net !== net)
    this.ownPads = facts.pads.filter((pad) => pad.net === net)
    this.obstacles = [
      ...foreign.map((pad) => ({
        shape: pad.shape,
        layers: pad.layers,
        limit: padClearance(facts, net, pad),
      })),
      ...copper
        .filter((item) => item.net !== net)
        .map(({ shape, layers, net: other }) => ({
          shape,
          layers,
          limit: wishedClearance(facts, net, other),
        })),
      ...facts.holes.map(({ shape }) => ({
        shape,
        layers: layerNames,
        limit: limits.copperToHoleMm,
      })),
      ...facts.keepouts.map(({ shape, layers, keepMm = 0 }) => ({ shape, layers, limit: keepMm })),
    ].map((obstacle) => ({ ...obstacle, ...boxOf(obstacle.shape) }))
  }

  /** True when a track a-b keeps every limit with `spare` mm to give away. */
  fits(a: Point, b: Point, layer: CopperLayer, width: number, spare = 0): boolean {
    const shape = capsule(a, b, width)
    const box = boxOf(shape)
    for (const obstacle of this.obstacles) {
      const need = obstacle.limit + spare - toleranceMm
      if (
        box.minX - need > obstacle.maxX ||
        box.maxX + need < obstacle.minX ||
        box.minY - need > obstacle.maxY ||
        box.maxY + need < obstacle.minY ||
        !obstacle.layers.includes(layer)
      )
        continue
      if (gap(shape, obstacle.shape) < need) return false
    }
    return edgeGap(shape, this.facts.outline) >= limits.copperToEdgeMm + Math.min(spare, 0.1) - toleranceMm
  }

  /** Length of a track that lies between the pads of two-pin parts, mm. */
  underParts(a: Point, b: Point, layer: CopperLayer): number {
    let mm = 0
    for (const side of this.facts.undersides ?? []) if (side.layer === layer) mm += side.within(a, b)
    return mm
  }

  /** True on a pad of the net itself: tracks do not bend there. */
  onOwnPad(p: Point, layer: CopperLayer): boolean {
    return this.ownPads.some((pad) => shareLayer(pad.layers, [layer]) && depth(pad.shape, p) > insideMm)
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
