import type { Copper, Track, Via } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import { disc, rectangle } from "../../src/geometry/shape"

/** Copper of a few lines, for the rules that judge how it is drawn. */

export type XY = readonly [number, number]
export type Layer = Track["layer"]

export const line = (net: string, points: readonly XY[], widthMm = 0.25, layer: Layer = "top"): Track[] =>
  points.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = points[i] as XY
    return { kind: "track", net, layer, widthMm, from: { x: fromX, y: fromY }, to: { x, y } }
  })

export const via = (net: string, x: number, y: number): Via => ({
  kind: "via",
  net,
  x,
  y,
  diameterMm: 0.6,
  drillMm: 0.3,
})

/** 1 mm square; plated: round and on both sides. */
export function pad(name: string, net: string, x: number, y: number, layer: Layer | "plated" = "top"): Pad {
  const common = { name, designator: name.split(".")[0] as string, net, x, y }
  return layer === "plated"
    ? { ...common, layers: ["top", "bottom"], shape: disc({ x, y }, 1), drillMm: 0.5 }
    : { ...common, layers: [layer], shape: rectangle({ x, y }, 1, 1) }
}

export const copper = (
  tracks: readonly Track[],
  pads: readonly Pad[] = [],
  vias: readonly Via[] = [],
): Copper => ({
  tracks,
  pads,
  vias,
  pours: [],
  boardMm: 1.6,
  layers: ["top", "bottom"],
})

export const rules = ({ findings }: { readonly findings: readonly { readonly rule: string }[] }) =>
  findings.map(({ rule }) => rule)
