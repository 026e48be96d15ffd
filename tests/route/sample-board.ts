import { polygonShape, rectangle } from "../../src/geometry/shape"
import type { BoardFacts, PadFact } from "../../src/route/board-facts"
import { lockOf, padsForFile } from "../../src/route/lock"
import type { NetRoutes, RoutesFile } from "../../src/route/routes-file"

/** Boards small enough to think about: pads by hand, no tscircuit. */

export const pad = (
  name: string,
  net: string | undefined,
  x: number,
  y: number,
  options: { w?: number; h?: number; layer?: "top" | "bottom"; drill?: number } = {},
): PadFact => {
  const { w = 1, h = 1, layer = "top", drill } = options
  return {
    name,
    net,
    layers: drill === undefined ? [layer] : ["top", "bottom"],
    shape: rectangle({ x, y }, w, h),
    centre: { x, y },
    land: `${drill === undefined ? layer : "plated"} ${w} x ${h} mm`,
    drillMm: drill,
  }
}

const box = (w: number, h: number) => [
  { x: -w / 2, y: -h / 2 },
  { x: w / 2, y: -h / 2 },
  { x: w / 2, y: h / 2 },
  { x: -w / 2, y: h / 2 },
]

export function board(pads: PadFact[], changes: Partial<BoardFacts> = {}): BoardFacts {
  return {
    stack: ["top", "bottom"],
    planes: [],
    pads,
    nets: [...new Set(pads.flatMap((p) => (p.net === undefined ? [] : [p.net])))].sort(),
    outline: box(24, 16),
    keepouts: [],
    holes: [],
    rules: new Map(),
    via: { diameterMm: 0.6, drillMm: 0.3 },
    pour: {
      net: "GND",
      layers: ["top", "bottom"],
      clearanceMm: 0.25,
      minWidthMm: 0.2,
      boardEdgeMm: 0.4,
      all: [{ net: "GND", layers: ["top", "bottom"] }],
      voids: [],
    },
    ...changes,
  }
}

export const keepout = (name: string, minX: number, minY: number, maxX: number, maxY: number) => ({
  name,
  layers: ["top", "bottom"] as const,
  shape: polygonShape([
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]),
})

/** A file locked to `facts`, its nets' pads taken from there. */
export function lockedTo(facts: BoardFacts, nets: Record<string, Omit<NetRoutes, "pads">>): RoutesFile {
  return {
    format: 1,
    lock: lockOf(facts),
    nets: Object.fromEntries(
      Object.entries(nets).map(([name, net]) => [name, { pads: padsForFile(facts, name), ...net }]),
    ),
  }
}

export const track = (
  from: string,
  to: string,
  points: (readonly [number, number])[],
  width = 0.25,
  layer: "top" | "bottom" = "top",
) => ({ from, to, layer, width, points })
