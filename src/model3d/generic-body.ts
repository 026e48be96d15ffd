import type { Body, Material, Vec2 } from "../model/body"
import type { Land } from "../model/package"
import type { PartKind } from "../model/part"
import type { Point } from "../model/place"
import { box } from "./shapes"

/** How high parts of a kind usually stand, mm, and what they look like; a kind that is not here stands on nothing. */
const kinds: Readonly<Partial<Record<PartKind, readonly [mm: number, material: Material]>>> = {
  resistor: [0.6, "resistive"],
  capacitor: [1.25, "ceramic"],
  inductor: [2, "ferrite"],
  diode: [1.1, "mould"],
  led: [0.8, "lens"],
  fuse: [0.8, "mould"],
  transistor: [1.1, "mould"],
  ic: [1.75, "mould"],
  module: [3.2, "shield"],
  converter: [4, "plastic"],
  connector: [8.5, "plastic"],
  switch: [4, "plastic"],
  crystal: [1.2, "shield"],
  other: [2, "plastic"],
}

/**
 * A plain box for a part that nobody has drawn: as large as its pads, or as its courtyard without the usual 0.25 mm
 * round it where that is larger. None for a test point, on which nothing stands.
 */
export function genericBody(kind: PartKind, { pads, courtyard }: Land): Body | undefined {
  const typical = kinds[kind]
  if (!typical || pads.length === 0) return undefined
  const [height, material] = typical
  const corners: Point[] = [
    ...pads.flatMap(({ x, y, width, height: h }) => [
      { x: x - width / 2, y: y - h / 2 },
      { x: x + width / 2, y: y + h / 2 },
    ]),
    ...shrunk(courtyard),
  ]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const x = [Math.min(...xs), Math.max(...xs)] as const
  const y = [Math.min(...ys), Math.max(...ys)] as const
  return {
    id: `generic-${kind}_${[...x, ...y].map((mm) => mm.toFixed(2)).join("_")}`,
    title: `${kind}, a plain box`,
    terminals: Object.fromEntries(
      [...new Set(pads.map(({ pin }) => pin))].map((pin): [string, Vec2] => {
        const own = pads.filter((pad) => pad.pin === pin)
        const mean = (axis: "x" | "y") => own.reduce((sum, pad) => sum + pad[axis], 0) / own.length
        return [String(pin), [mean("x"), mean("y")]]
      }),
    ),
    height: { mm: height, source: `nobody has drawn this part: usual for a ${kind}`, trust: "typical" },
    shapes: [box("plain box", material, x, y, [0, height])],
  }
}

/** Whether a body is such a box: its terminals are the middles of the pads, wherever these are drilled. */
export const isGeneric = ({ id }: Body): boolean => id.startsWith("generic-")

/** Two corners of the courtyard's box, 0.25 mm in; none where there is no courtyard. */
function shrunk(courtyard: Land["courtyard"]): Point[] {
  const excess = 0.25
  const points =
    courtyard.shape === "outline"
      ? courtyard.points
      : [-1, 1].map((s) => ({
          x: courtyard.x + (s * courtyard.width) / 2,
          y: courtyard.y + (s * courtyard.height) / 2,
        }))
  if (points.length === 0) return []
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return [
    { x: Math.min(...xs) + excess, y: Math.min(...ys) + excess },
    { x: Math.max(...xs) - excess, y: Math.max(...ys) - excess },
  ]
}
