import { viaInTextMm } from "../check/copper/via-in-text"
import { polygonShape, type Shape } from "../geometry/shape"
import { type CopperLayer, isSide } from "../model/layer"
import type { BoardFacts } from "./board-facts"
import type { CopperItem } from "./copper"
import { eachCellNear, edgeDistances, type Grid, layerIndex } from "./grid"
import { limits, padClearance, wishedClearance } from "./limits"
import { openLayers, planesInWay } from "./open-layers"

/** Tracks neck this near to pads only, mm: long enough to pass a pad row, short enough to add no resistance. */
export const neckReachMm = 1.5

/** How far from obstacles is worth knowing, mm: what the widest copper needs, and some comfort. */
function reachOf({ rules, via, pour }: BoardFacts): number {
  const widest = Math.max(0.5, ...[...rules.values()].map(({ widthMm }) => widthMm))
  return Math.max(
    limits.clearanceMm + Math.max(widest, via.diameterMm) / 2 + 0.2,
    pour.clearanceMm + pour.minWidthMm / 2 + 0.05,
  )
}

/** A field for each layer, as the grid counts them. */
export type LayerFields = readonly [Float32Array, Float32Array, ...Float32Array[]]

/** Whether a hole's pad of the net has so much room on every layer. */
export function hasRoom(free: LayerFields, cell: number, needMm: number): boolean {
  for (const field of free) if ((field[cell] as number) < needMm) return false
  return true
}

/**
 * What one net sees: for each cell how far its centre line may be from trouble. `free[layer][cell]` is the distance to
 * the nearest foreign copper, where other limits (edge, holes, keepouts) are shifted so that a track fits when
 * `free >= limits.clearanceMm + width / 2`, whatever the obstacle is.
 */
export interface NetField {
  readonly free: LayerFields
  /** The layers open to tracks of the net, with their room: that of `free` but where planes have a layer inside. */
  readonly tracks: readonly { readonly layer: CopperLayer; readonly room: Float32Array }[]
  /** 1 where no via of this net may be, because of holes and pads (its clearance is in `free`). */
  readonly noVia: Uint8Array
  /** Not 0 inside a pad of the net: tracks do not bend there; 2 where its edges are straight: nor run slanting. */
  readonly ownPad: readonly Uint8Array[]
  /** 1 between the pads of a two-pin part. */
  readonly dear: readonly Uint8Array[]
  /** 1 where a via would lie in a text. */
  readonly inText: Uint8Array
  /** 1 within {@link neckReachMm} of a pad of the net, of any layer: tracks may neck there. */
  readonly nearPad: Uint8Array
}

export class FieldMaker {
  private readonly base: LayerFields
  private readonly dear: readonly Uint8Array[]
  private readonly inText: Uint8Array
  private readonly reach: number
  /** What pads, holes and the edge leave a net: the same until the board changes. */
  private readonly ofPads = new Map<string, NetField>()

  constructor(
    readonly grid: Grid,
    readonly facts: BoardFacts,
  ) {
    this.dear = facts.stack.map(() => new Uint8Array(grid.cells))
    for (const { layer, corners } of facts.undersides ?? [])
      eachCellNear(grid, polygonShape(corners), 0, (cell) => {
        ;(this.dear[layerIndex(layer)] as Uint8Array)[cell] = 1
      })
    this.inText = new Uint8Array(grid.cells)
    for (const text of facts.texts ?? [])
      eachCellNear(grid, text, facts.via.diameterMm / 2 - viaInTextMm, (cell) => {
        this.inText[cell] = 1
      })
    this.reach = reachOf(facts)
    const shift = limits.copperToEdgeMm - limits.clearanceMm
    const edge = edgeDistances(grid, facts.outline, this.reach + shift)
    const layer = (): Float32Array => edge.map((d) => d - shift)
    this.base = [layer(), layer(), ...facts.stack.filter((name) => !isSide(name)).map(layer)]
    for (const hole of facts.holes)
      for (const field of this.base) this.lower(field, hole.shape, limits.copperToHoleMm)
    for (const zone of facts.keepouts)
      for (const name of zone.layers) this.lower(this.base[layerIndex(name)], zone.shape, zone.keepMm ?? 0)
  }

  private lower(field: Float32Array | undefined, shape: Shape, limit: number): void {
    if (field === undefined) return
    const shift = limits.clearanceMm - limit
    eachCellNear(this.grid, shape, this.reach - shift, (cell, d) => {
      const value = d + shift
      if (value < (field[cell] as number)) field[cell] = value
    })
  }

  /** @param copper tracks and vias already laid, of any net: the net's own are no obstacle but for its vias' holes. */
  make(net: string, copper: readonly CopperItem[]): NetField {
    const { facts } = this
    const empty = this.amongPads(net)
    const [top, bottom, ...inner] = empty.free
    const free: LayerFields = [top.slice(), bottom.slice(), ...inner.map((field) => field.slice())]
    const noVia = empty.noVia.slice()
    const drillRadius = facts.via.drillMm / 2
    for (const item of copper) {
      if (item.kind === "via")
        this.block(
          noVia,
          { core: item.shape.core, radius: drillRadius },
          limits.viaHoleToViaHoleMm + drillRadius,
        )
      if (item.net === net) continue
      const limit = wishedClearance(facts, net, item.net)
      for (const layer of item.layers) this.lower(free[layerIndex(layer)], item.shape, limit)
    }
    return { ...empty, free, noVia, tracks: this.tracksOf(net, free) }
  }

  private tracksOf(net: string, free: LayerFields): NetField["tracks"] {
    return openLayers(this.facts, net).map((layer) => {
      const room = free[layerIndex(layer)] as Float32Array
      const planes = planesInWay(this.facts, net, layer)
      if (planes.length === 0) return { layer, room }
      const left = room.slice()
      for (const { shape, keepMm } of planes) if (shape !== undefined) this.lower(left, shape, keepMm)
      return { layer, room: left }
    })
  }

  private block(noVia: Uint8Array, shape: Shape, within: number): void {
    eachCellNear(this.grid, shape, within, (cell, d) => {
      if (d < within - 1e-6) noVia[cell] = 1
    })
  }

  private amongPads(net: string): NetField {
    const kept = this.ofPads.get(net)
    if (kept !== undefined) return kept
    const { grid, facts } = this
    const [top, bottom, ...inner] = this.base
    const free: LayerFields = [top.slice(), bottom.slice(), ...inner.map((field) => field.slice())]
    const noVia = new Uint8Array(grid.cells)
    const ownPad = facts.stack.map(() => new Uint8Array(grid.cells))
    const nearPad = new Uint8Array(grid.cells)
    const viaRadius = facts.via.diameterMm / 2
    const drillRadius = facts.via.drillMm / 2
    const toHole = limits.viaHoleToPadHoleMm + drillRadius
    for (const hole of facts.holes) this.block(noVia, hole.shape, toHole)
    for (const pad of facts.pads) {
      if (pad.drillMm !== undefined)
        this.block(noVia, { core: [pad.centre], radius: pad.drillMm / 2 }, toHole)
      if (pad.net === net) {
        // Mask must fit between a via and the pad it would drain the solder of; a plated pad has to stay whole.
        this.block(noVia, pad.shape, pad.drillMm === undefined ? viaRadius + 0.1 : drillRadius + 0.05)
        for (const marks of pad.layers.flatMap((layer) => ownPad[layerIndex(layer)] ?? []))
          eachCellNear(grid, pad.shape, 0.05, (cell, d) => {
            marks[cell] = d <= 0 && pad.shape.core.length > 2 ? 2 : 1
          })
        eachCellNear(grid, pad.shape, neckReachMm, (cell) => {
          nearPad[cell] = 1
        })
        continue
      }
      const limit = padClearance(facts, net, pad)
      for (const layer of pad.layers) this.lower(free[layerIndex(layer)], pad.shape, limit)
    }
    const field = {
      free,
      tracks: this.tracksOf(net, free),
      noVia,
      ownPad,
      nearPad,
      dear: this.dear,
      inText: this.inText,
    }
    this.ofPads.set(net, field)
    return field
  }
}
