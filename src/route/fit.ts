import { UnionFind } from "../circuit/union-find"
import { covers, edgeGap, gap, nearestPlace, type Shape } from "../geometry/shape"
import type { Place } from "../model/finding"
import type { CopperLayer } from "../model/layer"
import { type BoardFacts, ruleOf } from "./board-facts"
import { type CopperItem, shareLayer } from "./copper"
import { handSolderedGap, limits, toleranceMm } from "./limits"

/** Why one piece of copper does not fit the board. */
export interface Misfit {
  readonly net: string
  readonly kind: "clearance" | "edge" | "keepout" | "hole" | "drill" | "via-in-pad" | "layer"
  /** "track of V3V3 0.11 mm from R1.2 [ESP_EN]" */
  readonly text: string
  readonly at: Place
  readonly gapMm: number
  readonly limitMm: number
  /** The other net, where there is one. */
  readonly against: string | undefined
  readonly item: CopperItem
}

const layerOf = (layers: readonly CopperLayer[]): { layer?: CopperLayer } =>
  layers.length === 1 && layers[0] ? { layer: layers[0] } : {}

const tooNear = (value: number, limit: number): boolean => value < limit - toleranceMm

export const millimetres = (value: number): string => (Math.round(Math.max(0, value) * 100) / 100).toFixed(2)

const drillOf = (item: CopperItem, drillMm: number): Shape => ({
  core: item.shape.core,
  radius: drillMm / 2,
})

/** Holds one net's copper against the board: pads of others, holes, keepouts, edge. Tracks of others: `conflicts`. */
export function misfits(items: readonly CopperItem[], facts: BoardFacts): Misfit[] {
  const found: Misfit[] = []
  for (const item of items) {
    const say = (
      kind: Misfit["kind"],
      what: string,
      other: Shape,
      gapMm: number,
      limitMm: number,
      against?: string,
    ): void => {
      found.push({
        net: item.net,
        kind,
        text: `${item.kind} of ${item.net} ${what}`,
        at: { ...nearestPlace(item.shape, other), ...layerOf(item.layers) },
        gapMm,
        limitMm,
        against,
        item,
      })
    }
    const said = ruleOf(facts, item.net).layers
    if (item.kind === "track" && said !== undefined && !shareLayer(said, item.layers))
      say("layer", `on the ${item.layers.join()}, its net class has ${said.join(", ")}`, item.shape, 0, 0)
    for (const pad of facts.pads) {
      if (item.kind === "via") {
        if (pad.drillMm !== undefined) {
          const hole: Shape = { core: [pad.centre], radius: pad.drillMm / 2 }
          const drills = gap(drillOf(item, facts.via.drillMm), hole)
          if (tooNear(drills, limits.viaHoleToPadHoleMm))
            say(
              "drill",
              `${millimetres(drills)} mm from the hole of ${pad.name}`,
              hole,
              drills,
              limits.viaHoleToPadHoleMm,
            )
        }
        // In a surface-mounted pad it drinks the solder; in a plated one a hole cuts the ring.
        const hole = pad.drillMm === undefined ? item.shape : drillOf(item, facts.via.drillMm)
        const free = gap(hole, pad.shape)
        if (pad.net === item.net && tooNear(free, 0))
          say("via-in-pad", `in pad ${pad.name}`, pad.shape, free, 0)
      }
      if (pad.net === item.net || !shareLayer(pad.layers, item.layers)) continue
      const free = gap(item.shape, pad.shape)
      const limit = Math.max(limits.clearanceMm, handSolderedGap(facts, item.net, pad))
      if (tooNear(free, limit))
        say(
          "clearance",
          `${millimetres(free)} mm from ${pad.name} [${pad.net ?? "not connected"}]`,
          pad.shape,
          free,
          limit,
          pad.net,
        )
    }
    for (const hole of facts.holes) {
      if (item.kind === "via") {
        const drills = gap(drillOf(item, facts.via.drillMm), hole.shape)
        if (tooNear(drills, limits.viaHoleToPadHoleMm)) {
          const text = `${millimetres(drills)} mm hole to hole from ${hole.name}`
          say("drill", text, hole.shape, drills, limits.viaHoleToPadHoleMm)
        }
      }
      const free = gap(item.shape, hole.shape)
      if (tooNear(free, limits.copperToHoleMm))
        say("hole", `${millimetres(free)} mm from ${hole.name}`, hole.shape, free, limits.copperToHoleMm)
    }
    for (const zone of facts.keepouts) {
      if (!shareLayer(zone.layers, item.layers)) continue
      const free = gap(item.shape, zone.shape)
      if (tooNear(free, 0)) say("keepout", `in the keepout "${zone.name}"`, zone.shape, free, 0)
    }
    const edge = edgeGap(item.shape, facts.outline)
    if (tooNear(edge, limits.copperToEdgeMm)) {
      const text = edge <= 0 ? "off the board" : `${millimetres(edge)} mm from the board's edge`
      say("edge", text, { core: facts.outline, radius: 0 }, edge, limits.copperToEdgeMm)
    }
  }
  return found
}

/** Copper of different nets that comes too near each other, and vias whose holes do (of any nets). */
export function conflicts(
  items: readonly CopperItem[],
  others: readonly CopperItem[],
  facts: BoardFacts,
): Misfit[] {
  const found: Misfit[] = []
  for (const item of items)
    for (const other of others) {
      if (item.net === other.net && item.kind === other.kind && item.index === other.index) continue
      const at = (): Place => ({ ...nearestPlace(item.shape, other.shape), ...layerOf(item.layers) })
      if (item.kind === "via" && other.kind === "via") {
        const drills = gap(drillOf(item, facts.via.drillMm), drillOf(other, facts.via.drillMm))
        if (tooNear(drills, limits.viaHoleToViaHoleMm)) {
          const text = `via of ${item.net} has its hole ${millimetres(drills)} mm from a via of ${other.net}`
          const limitMm = limits.viaHoleToViaHoleMm
          found.push({
            net: item.net,
            kind: "drill",
            text,
            at: at(),
            gapMm: drills,
            limitMm,
            against: other.net,
            item,
          })
        }
      }
      if (item.net === other.net || !shareLayer(item.layers, other.layers)) continue
      const free = gap(item.shape, other.shape)
      if (!tooNear(free, limits.clearanceMm)) continue
      const text = `${item.kind} of ${item.net} ${millimetres(free)} mm from a ${other.kind} of ${other.net}`
      const limitMm = limits.clearanceMm
      found.push({
        net: item.net,
        kind: "clearance",
        text,
        at: at(),
        gapMm: free,
        limitMm,
        against: other.net,
        item,
      })
    }
  return found
}

/** Pads of different nets that stand too near each other: no copper can mend that, parts have to move. */
export function crowdedPads(facts: BoardFacts): string[] {
  const found: string[] = []
  facts.pads.forEach((a, i) => {
    for (const b of facts.pads.slice(0, i)) {
      if (a.name === b.name || (a.net !== undefined && a.net === b.net) || !shareLayer(a.layers, b.layers))
        continue
      const free = gap(a.shape, b.shape)
      if (tooNear(free, limits.padToPadMm))
        found.push(`${b.name} and ${a.name} are ${millimetres(free)} mm apart`)
    }
  })
  return [...new Set(found)]
}

interface Conductor {
  readonly shape: Shape
  readonly layers: readonly CopperLayer[]
  /** Conductors of one name are joined inside the part: the squares of a thermal pad. */
  readonly name?: string
}

/** Which conductors hang together: each one's group, as the lowest index in it. */
export function joinedGroups(nodes: readonly Conductor[]): number[] {
  const groups = new UnionFind(nodes.length)
  const firstOf = new Map<string, number>()
  nodes.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = nodes[j] as Conductor
      if (shareLayer(a.layers, b.layers) && joined(a.shape, b.shape)) groups.join(i, j)
    }
    if (a.name === undefined) return
    const first = firstOf.get(a.name)
    if (first === undefined) firstOf.set(a.name, i)
    else groups.join(i, first)
  })
  return nodes.map((_, i) => groups.find(i))
}

/** Pads of a net in the groups that its own copper joins, as pad names: one group is sound. */
export function padGroups(net: string, items: readonly CopperItem[], facts: BoardFacts): string[][] {
  const pads = facts.pads.filter((pad) => pad.net === net)
  const roots = joinedGroups([...pads, ...items.map(({ shape, layers }) => ({ shape, layers }))])
  const groups = new Map<number, Set<string>>()
  pads.forEach((pad, i) => {
    const root = roots[i] as number
    groups.set(root, (groups.get(root) ?? new Set()).add(pad.name))
  })
  return [...groups.values()].map((names) => [...names])
}

/** Copper that merely grazes is no joint: an end of one must lie on the other's copper. */
const joined = (a: Shape, b: Shape): boolean =>
  gap(a, b) <= 0 && (a.core.some((p) => covers(b, p)) || b.core.some((p) => covers(a, p)))
