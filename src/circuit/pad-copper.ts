import type { AnyCircuitElement } from "circuit-json"
import { type Point, turn } from "../geometry/point"
import { innerPoint } from "../geometry/polygon"
import { disc, pill, polygonShape, rectangle, type Shape } from "../geometry/shape"
import { UserError } from "../model/finding"
import type { CopperLayer, Stack } from "../model/layer"
import { onStack } from "./stack"

export type Pad = Extract<AnyCircuitElement, { type: "pcb_smtpad" | "pcb_plated_hole" }>

/** A half hole on the board's edge: `mendCircuit` says so, as the source does. */
export interface Castellated {
  readonly is_castellated?: boolean
}

export const isCastellated = (pad: Pad & Castellated): boolean => pad.is_castellated === true

export interface PadCopper {
  readonly layers: readonly CopperLayer[]
  readonly shape: Shape
  readonly centre: Point
  readonly land: string
  /** The plated hole: a disc, or a pill where it is a slot. */
  readonly hole: Shape | undefined
  /** Of the hole, a slot's longer side, mm. */
  readonly drillMm: number | undefined
}

/** How far the paste of a polygon pad stays inside it, mm: what stencil makers take off all round. */
export const polygonPasteInsetMm = 0.05

/** 1.4000000001 and 1.4 are one land. */
const size = (value: number): string => String(Math.round(value * 1e3) / 1e3)

const flatTurn = (deg: number): number => ((deg % 180) + 180) % 180

/** Rectangle turned by whole quarters becomes the same rectangle lying or standing: one land, one name. */
function rectangular(centre: Point, width: number, height: number, turnDeg: number, corner: number) {
  const angle = flatTurn(turnDeg)
  const [w, h, rest] = angle === 90 ? [height, width, 0] : [width, height, angle]
  const turned = rest === 0 ? "" : ` turned ${size(rest)} degrees`
  const rounded = corner > 0 ? `, corners ${size(corner)}` : ""
  return {
    shape: rectangle(centre, w, h, rest, corner),
    text: `${size(w)} x ${size(h)} mm${rounded}${turned}`,
  }
}

/**
 * Copper of a pad as tscircuit describes it.
 * @param stack the board's layers: a plated hole has its pad on all of them
 * @throws UserError for forms the project does not use.
 */
export function padCopper(pad: Pad, stack: Stack): PadCopper {
  if (pad.type === "pcb_smtpad") {
    const layer = onStack(stack, pad.layer, "a pad")
    const done = (centre: Point, shape: Shape, text: string): PadCopper => ({
      layers: [layer],
      shape,
      centre,
      land: `${layer} ${text}`,
      hole: undefined,
      drillMm: undefined,
    })
    if (pad.shape === "polygon") {
      // Not the mean of its corners: of a concave pad that may lie beside the copper.
      const centre = innerPoint(pad.points)
      const text = pad.points.map((p) => `${size(p.x - centre.x)} ${size(p.y - centre.y)}`).join(", ")
      return done(centre, polygonShape(pad.points), `polygon ${text}`)
    }
    const centre = { x: pad.x, y: pad.y }
    if (pad.shape === "circle")
      return done(centre, disc(centre, pad.radius * 2), `round ${size(pad.radius * 2)} mm`)
    const turnDeg = "ccw_rotation" in pad ? pad.ccw_rotation : 0
    if (pad.shape === "pill" || pad.shape === "rotated_pill") {
      const corner = Math.min(pad.width, pad.height) / 2
      const { shape, text } = rectangular(centre, pad.width, pad.height, turnDeg, corner)
      return done(centre, shape, `pill ${text}`)
    }
    const corner = pad.corner_radius ?? pad.rect_border_radius ?? 0
    const { shape, text } = rectangular(centre, pad.width, pad.height, turnDeg, corner)
    return done(centre, shape, text)
  }
  const hole = holeOf(pad)
  const centre = { x: pad.x, y: pad.y }
  const done = (shape: Shape, text: string): PadCopper => ({
    layers: stack,
    shape,
    centre,
    land: `plated ${text}, ${holeWords(pad, hole, shape)}${isCastellated(pad) ? ", castellated" : ""}`,
    hole,
    drillMm: 2 * hole.radius + (hole.core.length === 2 ? coreLength(hole) : 0),
  })
  switch (pad.shape) {
    case "circle":
      return done(disc(centre, pad.outer_diameter), `round ${size(pad.outer_diameter)} mm`)
    case "pill": {
      const angle = flatTurn(pad.ccw_rotation ?? 0)
      const text = `pill ${size(pad.outer_width)} x ${size(pad.outer_height)} mm turned ${size(angle)}`
      return done(pill(centre, pad.outer_width, pad.outer_height, angle), text)
    }
    case "circular_hole_with_rect_pad":
    case "pill_hole_with_rect_pad":
    case "rotated_pill_hole_with_rect_pad": {
      const { shape, text } = rectangular(
        centre,
        pad.rect_pad_width,
        pad.rect_pad_height,
        "rect_ccw_rotation" in pad ? (pad.rect_ccw_rotation ?? 0) : 0,
        pad.rect_border_radius ?? 0,
      )
      return done(shape, text)
    }
    case "hole_with_polygon_pad": {
      const corners = pad.pad_outline.map((p) => {
        const { x, y } = turn(p, pad.ccw_rotation ?? 0)
        return { x: pad.x + x, y: pad.y + y }
      })
      const text = corners.map((p) => `${size(p.x - pad.x)} ${size(p.y - pad.y)}`).join(", ")
      return done(polygonShape(corners), `polygon ${text}`)
    }
    default:
      throw new UserError(
        `plated hole at (${size(pad.x)}, ${size(pad.y)}): pads of form "${pad.shape}" are not supported`,
      )
  }
}

type Plated = Extract<Pad, { type: "pcb_plated_hole" }>

/** A plated hole's own shape. Its offset from the pad's middle is in the board's frame (`compile/mend-circuit.ts`). */
export function holeOf(pad: Plated): Shape {
  const at = {
    x: pad.x + ("hole_offset_x" in pad ? (pad.hole_offset_x ?? 0) : 0),
    y: pad.y + ("hole_offset_y" in pad ? (pad.hole_offset_y ?? 0) : 0),
  }
  if ("hole_width" in pad && pad.hole_width !== undefined && pad.hole_height !== undefined) {
    const turnDeg =
      "hole_ccw_rotation" in pad && pad.hole_ccw_rotation !== undefined
        ? pad.hole_ccw_rotation
        : "ccw_rotation" in pad
          ? (pad.ccw_rotation ?? 0)
          : 0
    return pill(at, pad.hole_width, pad.hole_height, turnDeg)
  }
  return disc(at, "hole_diameter" in pad ? (pad.hole_diameter ?? 0) : 0)
}

const coreLength = ({ core: [a, b] }: Shape): number => (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0)

/** "drill 0.8 mm", "slot 0.8 x 2.2 mm turned 30 degrees, 0.3 -0.1 off". */
function holeWords(pad: Plated, hole: Shape, { core }: Shape): string {
  const [a, b] = hole.core
  const off = { x: size((a?.x ?? 0) - pad.x), y: size((a?.y ?? 0) - pad.y) }
  if (a === undefined) return "no hole"
  if (b === undefined) {
    const centred = core.length === 1 || (off.x === "0" && off.y === "0")
    return `drill ${size(2 * hole.radius)} mm${centred ? "" : `, ${off.x} ${off.y} off`}`
  }
  const turned = flatTurn((Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI)
  return `slot ${size(2 * hole.radius)} x ${size(2 * hole.radius + coreLength(hole))} mm turned ${size(turned)} from ${off.x} ${off.y}`
}
