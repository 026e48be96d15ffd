import type { AnyCircuitElement } from "circuit-json"
import { elementsOf } from "../../circuit/elements"
import { groupBy } from "../../circuit/group-by"
import type { Point } from "../../geometry/point"
import { UserError } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import { decimal } from "../sexpr"
import { type PartPose, toLibrary, turnToLibrary } from "./frame"

type Smd = Extract<AnyCircuitElement, { type: "pcb_smtpad" }>
type Plated = Extract<AnyCircuitElement, { type: "pcb_plated_hole" }>
type Paste = Extract<AnyCircuitElement, { type: "pcb_solder_paste" }>

export type PadShape = "rect" | "roundrect" | "circle" | "oval"

export interface PasteMargin {
  readonly mm: number
  /** Of the pad's width across, of its height along. */
  readonly share: number
}

/** One pad in its part's library frame, mm. */
export interface LandPad extends Point {
  /** Pin number; pads that share a pin share it. */
  readonly number: string
  readonly shape: PadShape
  readonly width: number
  readonly height: number
  /** Radius of a `roundrect`'s corners. */
  readonly cornerMm: number
  readonly turnDeg: number
  /** Plated hole; round where both sides are equal. */
  readonly drill?: { readonly width: number; readonly height: number }
  /** How far the paste reaches beyond the pad (less than nought: stays inside); absent without paste. */
  readonly paste?: PasteMargin
  /** Of the pad itself; absent where the board's applies. */
  readonly maskMarginMm?: number
  readonly maskCovered: boolean
}

/** Pads of a part, by pin number, then place. @throws UserError for a form KiCad's pads cannot have. */
export function landPads(
  circuit: readonly AnyCircuitElement[],
): (pcbComponentId: string, pose: PartPose) => LandPad[] {
  const pastes = new Map(elementsOf(circuit, "pcb_solder_paste").map((paste) => [paste.pcb_smtpad_id, paste]))
  const ports = new Map(elementsOf(circuit, "pcb_port").map((port) => [port.pcb_port_id, port]))
  const numbers = new Map(
    elementsOf(circuit, "source_port").map((port) => [
      port.source_port_id,
      port.pin_number ?? port.port_hints?.find((hint) => /^\d+$/.test(hint)),
    ]),
  )
  const numberOf = (portId: string | undefined): string =>
    String(numbers.get(ports.get(portId ?? "")?.source_port_id ?? "") ?? "")
  const owner = (element: { pcb_component_id?: string | undefined }) => element.pcb_component_id
  const pads = groupBy(elementsOf(circuit, "pcb_smtpad"), owner)
  const holes = groupBy(elementsOf(circuit, "pcb_plated_hole"), owner)
  return (part, pose) =>
    [
      ...(pads.get(part) ?? []).map((pad) =>
        smdPad(pad, numberOf(pad.pcb_port_id), pastes.get(pad.pcb_smtpad_id), pose),
      ),
      ...(holes.get(part) ?? []).map((pad) => platedPad(pad, numberOf(pad.pcb_port_id), pose)),
    ].sort((a, b) => naturalOrder(a.number, b.number) || a.y - b.y || a.x - b.x)
}

function smdPad(pad: Smd, number: string, paste: Paste | undefined, pose: PartPose): LandPad {
  if (pad.shape === "polygon") throw unknownForm(pad.points[0] ?? { x: 0, y: 0 }, "polygon")
  const round = pad.shape === "circle"
  const size = round
    ? { width: 2 * pad.radius, height: 2 * pad.radius }
    : { width: pad.width, height: pad.height }
  const isPill = pad.shape === "pill" || pad.shape === "rotated_pill"
  const corner =
    pad.shape === "rect" || pad.shape === "rotated_rect" ? (pad.corner_radius ?? pad.rect_border_radius) : 0
  const margin = paste === undefined ? undefined : pasteMargin(pad, size, paste)
  return {
    number,
    ...toLibrary(pose, pad),
    ...upright(
      round ? "circle" : isPill ? "oval" : corner ? "roundrect" : "rect",
      size,
      "ccw_rotation" in pad ? pad.ccw_rotation : 0,
      pose,
    ),
    cornerMm: corner ?? 0,
    ...(margin === undefined ? {} : { paste: margin }),
    ...(pad.soldermask_margin === undefined ? {} : { maskMarginMm: pad.soldermask_margin }),
    maskCovered: pad.is_covered_with_solder_mask === true,
  }
}

/**
 * KiCad's paste is the pad with a margin all round, part of it in mm, part a share of each side. Those two make any
 * opening in the middle of its pad, but for an oblong one on a square pad.
 */
function pasteMargin(pad: Point, size: Size, paste: Paste): PasteMargin {
  if (!("x" in paste) || !(paste.shape === "circle" || "width" in paste))
    throw unknownForm(pad, `paste ${paste.shape}`)
  const opening =
    paste.shape === "circle"
      ? { width: 2 * paste.radius, height: 2 * paste.radius }
      : { width: paste.width, height: paste.height }
  const across = (opening.width - size.width) / 2
  const along = (opening.height - size.height) / 2
  const centred = Math.hypot(paste.x - pad.x, paste.y - pad.y) < 1e-4
  if (centred && Math.abs(across - along) < 1e-4) return { mm: decimal(across), share: 0 }
  if (!centred || Math.abs(size.width - size.height) < 1e-4) {
    throw new UserError(
      `solder paste at (${decimal(pad.x)}, ${decimal(pad.y)}) is not its pad with a margin, which KiCad needs`,
      { exitCode: 1 },
    )
  }
  const share = (across - along) / (size.width - size.height)
  return { mm: decimal(across - share * size.width), share: decimal(share) }
}

function platedPad(pad: Plated, number: string, pose: PartPose): LandPad {
  const common = {
    number,
    ...toLibrary(pose, pad),
    cornerMm: 0,
    ...(pad.soldermask_margin === undefined ? {} : { maskMarginMm: pad.soldermask_margin }),
    maskCovered: pad.is_covered_with_solder_mask === true,
  }
  switch (pad.shape) {
    case "circle":
      return {
        ...common,
        ...upright("circle", { width: pad.outer_diameter, height: pad.outer_diameter }, 0, pose),
        drill: { width: pad.hole_diameter, height: pad.hole_diameter },
      }
    case "circular_hole_with_rect_pad": {
      if (pad.hole_offset_x !== 0 || pad.hole_offset_y !== 0) throw unknownForm(pad, "hole off its middle")
      const corner = pad.rect_border_radius ?? 0
      return {
        ...common,
        ...upright(
          corner > 0 ? "roundrect" : "rect",
          { width: pad.rect_pad_width, height: pad.rect_pad_height },
          "rect_ccw_rotation" in pad ? (pad.rect_ccw_rotation ?? 0) : 0,
          pose,
        ),
        cornerMm: corner,
        drill: { width: pad.hole_diameter, height: pad.hole_diameter },
      }
    }
    case "oval":
    case "pill": {
      const shape = upright(
        "oval",
        { width: pad.outer_width, height: pad.outer_height },
        pad.ccw_rotation,
        pose,
      )
      const turned = shape.width !== pad.outer_width
      return {
        ...common,
        ...shape,
        drill: turned
          ? { width: pad.hole_height, height: pad.hole_width }
          : { width: pad.hole_width, height: pad.hole_height },
      }
    }
    default:
      throw unknownForm(pad, pad.shape)
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A shape that repeats after half a turn, lying as it does in the library frame. */
function upright(
  shape: PadShape,
  { width, height }: Size,
  boardDeg: number | undefined,
  pose: PartPose,
): Pick<LandPad, "shape" | "width" | "height" | "turnDeg"> {
  if (shape === "circle") return { shape, width: decimal(width), height: decimal(height), turnDeg: 0 }
  const turned = decimal(((turnToLibrary(pose, boardDeg ?? 0) % 180) + 180) % 180)
  const [w, h, turnDeg] = turned === 90 ? [height, width, 0] : [width, height, turned]
  return { shape, width: decimal(w), height: decimal(h), turnDeg }
}

const unknownForm = ({ x, y }: Point, form: string): UserError =>
  new UserError(`pad at (${decimal(x)}, ${decimal(y)}): the KiCad writer has no pads of form "${form}"`, {
    exitCode: 1,
  })
