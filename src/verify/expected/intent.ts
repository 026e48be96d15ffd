import type { AnyCircuitElement } from "circuit-json"
import { type Copper, copperOf, trackShape, viaShape } from "../../circuit/copper"
import { elementsOf } from "../../circuit/elements"
import { disc, pill, rectangle, type Shape } from "../../geometry/shape"
import type { CopperLayer } from "../../model/layer"
import type { Point, Ring } from "../../read"
import { circlePoints } from "../../read/geometry/arc"
import { capsule } from "../../read/geometry/capsule"
import { counterClockwise, grow, ringFromMm } from "../../read/geometry/polygon"
import { type InkLine, isLegendKnown, legendOf } from "./legend"

/** What the circuit wants on one side of the board, beside copper. Rings in nanometres. */
export interface SideIntent {
  /** Bare pads and holes, without the margin that the mask keeps from all of them, but with one of their own. */
  readonly openings: readonly IntendedShape[]
  readonly paste: readonly IntendedShape[]
  /** Centre lines of the legend's strokes. */
  readonly legend: readonly InkLine[]
}

export interface IntendedShape {
  /** "R3.2", "the hole at (1.000, 2.000)". */
  readonly name: string
  readonly rings: readonly Ring[]
  readonly isHole: boolean
}

export interface IntendedCopper {
  readonly net: string | undefined
  readonly rings: readonly Ring[]
  /** Of a straight piece of track. */
  readonly track?: { readonly from: Point; readonly to: Point; readonly widthMm: number }
}

export interface Intent extends Readonly<Record<"top" | "bottom", SideIntent>> {
  /** By layer, from the top down. */
  readonly copper: ReadonlyMap<CopperLayer, readonly IntendedCopper[]>
  /** False where the circuit has legend that is not made of lines: then more may be drawn than is known here. */
  readonly isLegendWhole: boolean
}

/**
 * What the layers of the board are to show, by its circuit. No line of this draws a Gerber: what was drawn is read from
 * the files and held against it.
 * @throws UserError for a form that nobody here knows how to draw.
 */
export function intentOf(circuit: readonly AnyCircuitElement[]): Intent {
  const copper = copperOf(circuit)
  const of = (side: "top" | "bottom"): SideIntent => ({
    openings: openingsOn(circuit, copper, side),
    paste: pasteOn(circuit, copper, side),
    legend: legendOf(circuit, side),
  })
  return {
    top: of("top"),
    bottom: of("bottom"),
    copper: new Map(copper.layers.map((layer) => [layer, copperOn(copper, layer)])),
    isLegendWhole: isLegendKnown(circuit),
  }
}

export function ringsOfShape({ core, radius }: Shape): Ring[] {
  const [first, second] = core
  if (first === undefined) return []
  if (second === undefined) return [ringFromMm(circlePoints(first, radius))]
  if (core.length === 2) return [capsule(first, second, radius)]
  const ring = counterClockwise(ringFromMm(core))
  return radius > 0 ? grow([ring], radius) : [ring]
}

function copperOn({ pads, tracks, vias, pours }: Copper, on: CopperLayer): IntendedCopper[] {
  const rings = (outline: readonly Point[]): Ring => counterClockwise(ringFromMm(outline))
  return [
    ...pads
      .filter(({ layers }) => layers.includes(on))
      .map(({ shape, net }) => ({ net, rings: ringsOfShape(shape) })),
    ...vias.map((via) => ({ net: via.net, rings: ringsOfShape(viaShape(via)) })),
    ...tracks
      .filter(({ layer }) => layer === on)
      .map((track) => ({ net: track.net, rings: ringsOfShape(trackShape(track)), track })),
    ...pours
      .filter(({ layer }) => layer === on)
      .map(({ net, outline, holes }) => ({
        net,
        rings: [rings(outline), ...holes.map((hole) => rings(hole).reverse())],
      })),
  ]
}

function openingsOn(
  circuit: readonly AnyCircuitElement[],
  { pads, pours }: Copper,
  side: "top" | "bottom",
): IntendedShape[] {
  const covered = new Set(
    [...elementsOf(circuit, "pcb_smtpad"), ...elementsOf(circuit, "pcb_plated_hole")].flatMap((pad) =>
      pad.is_covered_with_solder_mask === true && "x" in pad ? [key(pad)] : [],
    ),
  )
  const wider = new Map(
    elementsOf(circuit, "pcb_smtpad").flatMap((pad) =>
      "x" in pad && (pad.soldermask_margin ?? 0) > 0 ? [[key(pad), pad.soldermask_margin ?? 0] as const] : [],
    ),
  )
  const holes = elementsOf(circuit, "pcb_hole").flatMap((hole): IntendedShape[] => {
    if (hole.is_covered_with_solder_mask === true) return []
    const shape =
      "hole_diameter" in hole
        ? disc(hole, hole.hole_diameter)
        : pill(hole, hole.hole_width, hole.hole_height, "ccw_rotation" in hole ? hole.ccw_rotation : 0)
    const name = `the hole at (${hole.x.toFixed(3)}, ${hole.y.toFixed(3)})`
    return [{ name, rings: ringsOfShape(shape), isHole: true }]
  })
  const bare = elementsOf(circuit, "pcb_copper_pour").some((pour) => pour.covered_with_solder_mask === false)
  return [
    ...pads
      .filter((pad) => pad.layers.includes(side) && !covered.has(key(pad)))
      .map((pad) => {
        const [margin, rings] = [wider.get(key(pad)), ringsOfShape(pad.shape)]
        return { name: pad.name, rings: margin === undefined ? rings : grow(rings, margin), isHole: false }
      }),
    ...holes,
    ...(bare ? pours.filter(({ layer }) => layer === side) : []).map(({ net, outline }) => ({
      name: `the pour of ${net ?? "no net"}`,
      rings: [counterClockwise(ringFromMm(outline))],
      isHole: false,
    })),
  ]
}

function pasteOn(
  circuit: readonly AnyCircuitElement[],
  { pads }: Copper,
  side: "top" | "bottom",
): IntendedShape[] {
  const lands = new Map(elementsOf(circuit, "pcb_smtpad").map((pad) => [pad.pcb_smtpad_id, pad]))
  const names = new Map(pads.map((pad) => [key(pad), pad.name]))
  return elementsOf(circuit, "pcb_solder_paste").flatMap((paste): IntendedShape[] => {
    if (paste.layer !== side) return []
    const land = lands.get(paste.pcb_smtpad_id ?? "")
    const at = land !== undefined && "x" in land ? land : "x" in paste ? paste : undefined
    const name = (at === undefined ? undefined : names.get(key(at))) ?? "a pad"
    const done = (rings: Ring[]): IntendedShape[] => [{ name, rings, isHole: false }]
    if (paste.shape === "circle") return done([ringFromMm(circlePoints(paste, paste.radius))])
    if (paste.shape === "polygon") return done([counterClockwise(ringFromMm(paste.points))])
    const turnDeg = "ccw_rotation" in paste ? Number(paste.ccw_rotation ?? 0) : 0
    const { width, height } = paste
    // Paste on a pad with round corners has them too, less what its margin takes away.
    let corner = /pill$/.test(paste.shape) ? Math.min(width, height) / 2 : 0
    if (paste.shape === "rect" && land?.shape === "rect") {
      const margin = Math.max(0, (land.width - width) / 2, (land.height - height) / 2)
      corner = Math.max(0, (land.corner_radius ?? land.rect_border_radius ?? 0) - margin)
    }
    return done(ringsOfShape(rectangle(paste, width, height, turnDeg, corner)))
  })
}

const key = ({ x, y }: Point): string => `${x.toFixed(4)} ${y.toFixed(4)}`
