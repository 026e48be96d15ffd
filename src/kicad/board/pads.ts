import type { AnyCircuitElement } from "circuit-json"
import { elementsOf } from "../../circuit/elements"
import { groupBy } from "../../circuit/group-by"
import { holeOf, isCastellated, polygonPasteInsetMm } from "../../circuit/pad-copper"
import { distance, type Point, turn } from "../../geometry/point"
import { innerPoint } from "../../geometry/polygon"
import { UserError } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import { decimal } from "../sexpr"
import { type PartPose, toLibrary, turnToLibrary } from "./frame"

type Smd = Extract<AnyCircuitElement, { type: "pcb_smtpad" }>
type Plated = Extract<AnyCircuitElement, { type: "pcb_plated_hole" }>
type Paste = Extract<AnyCircuitElement, { type: "pcb_solder_paste" }>

export type PadShape = "rect" | "roundrect" | "circle" | "oval" | "custom"

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
  /** Corners of a `custom` pad, as seen from its place, in its own turned frame. */
  readonly corners?: readonly Point[]
  /** From the hole, which is KiCad's place of a pad, to the pad's middle, in the pad's own turned frame. */
  readonly offset?: Point
  /** Plated hole; round where both sides are equal. */
  readonly drill?: { readonly width: number; readonly height: number }
  /** How far the paste reaches beyond the pad (less than nought: stays inside); absent without paste. */
  readonly paste?: PasteMargin
  /** Of the pad itself; absent where the board's applies. */
  readonly maskMarginMm?: number
  readonly maskCovered: boolean
  /** A half hole on the board's edge. */
  readonly castellated?: true
  /** A window of paste, and no pad. */
  readonly isPaste?: true
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
  const windows = groupBy(
    elementsOf(circuit, "pcb_solder_paste").filter((paste) => paste.pcb_smtpad_id === undefined),
    owner,
  )
  const holes = groupBy(elementsOf(circuit, "pcb_plated_hole"), owner)
  return (part, pose) =>
    [
      ...(pads.get(part) ?? []).map((pad) =>
        smdPad(pad, numberOf(pad.pcb_port_id), pastes.get(pad.pcb_smtpad_id), pose),
      ),
      ...(windows.get(part) ?? []).map((paste) => pasteWindow(paste, pose)),
      ...(holes.get(part) ?? []).map((pad) => platedPad(pad, numberOf(pad.pcb_port_id), pose)),
    ].sort((a, b) => naturalOrder(a.number, b.number) || a.y - b.y || a.x - b.x)
}

function pasteWindow(paste: Paste, pose: PartPose): LandPad {
  const common = { number: "", cornerMm: 0, maskCovered: true, isPaste: true } as const
  if (paste.shape === "circle") {
    const size = { width: 2 * paste.radius, height: 2 * paste.radius }
    return { ...common, ...toLibrary(pose, paste), ...upright("circle", size, 0, pose) }
  }
  if (paste.shape !== "polygon") throw unknownForm({ x: 0, y: 0 }, `paste ${paste.shape}`)
  const place = innerPoint(paste.points)
  return { ...common, ...toLibrary(pose, place), ...custom(paste.points, place, 0, pose) }
}

function smdPad(pad: Smd, number: string, paste: Paste | undefined, pose: PartPose): LandPad {
  if (pad.shape === "polygon") {
    const place = innerPoint(pad.points)
    return {
      number,
      ...toLibrary(pose, place),
      ...custom(pad.points, place, 0, pose),
      cornerMm: 0,
      // The paste of a polygon is the pad, inset all round (`compile/mend-circuit.ts`).
      ...(paste === undefined ? {} : { paste: { mm: -polygonPasteInsetMm, share: 0 } }),
      ...(pad.soldermask_margin === undefined ? {} : { maskMarginMm: pad.soldermask_margin }),
      maskCovered: pad.is_covered_with_solder_mask === true,
    }
  }
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
  const hole = holeOf(pad)
  const [a = pad, b = a] = hole.core
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const drillMm = decimal(2 * hole.radius)
  const longMm = decimal(2 * hole.radius + distance(a, b))
  const common = {
    number,
    ...toLibrary(pose, middle),
    cornerMm: 0,
    ...(isCastellated(pad) ? ({ castellated: true } as const) : {}),
    ...(pad.soldermask_margin === undefined ? {} : { maskMarginMm: pad.soldermask_margin }),
    maskCovered: pad.is_covered_with_solder_mask === true,
  }
  /** The slot's long side lies along the pad's width, or across it. */
  const drill = (turnDeg: number) => {
    if (longMm === drillMm) return { width: drillMm, height: drillMm }
    const boardDeg = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
    const lies = (((turnToLibrary(pose, boardDeg) - turnDeg) % 180) + 180) % 180
    if (Math.min(lies, 180 - lies) < 0.01) return { width: longMm, height: drillMm }
    if (Math.abs(lies - 90) < 0.01) return { width: drillMm, height: longMm }
    throw unknownForm(pad, "a slot turned in its pad")
  }
  const offset = (turnDeg: number): Pick<LandPad, "offset"> => {
    const from = toLibrary(pose, middle)
    const to = toLibrary(pose, pad)
    const own = inPad({ x: to.x - from.x, y: to.y - from.y }, turnDeg)
    return own.x === 0 && own.y === 0 ? {} : { offset: own }
  }
  const form = (shape: PadShape, size: Size, boardDeg: number, cornerMm = 0): LandPad => {
    const lying = upright(shape, size, boardDeg, pose)
    return { ...common, ...lying, cornerMm, ...offset(lying.turnDeg), drill: drill(lying.turnDeg) }
  }
  switch (pad.shape) {
    case "circle":
      return form("circle", { width: pad.outer_diameter, height: pad.outer_diameter }, 0)
    case "circular_hole_with_rect_pad":
    case "pill_hole_with_rect_pad":
    case "rotated_pill_hole_with_rect_pad": {
      const corner = pad.rect_border_radius ?? 0
      const size = { width: pad.rect_pad_width, height: pad.rect_pad_height }
      const deg = "rect_ccw_rotation" in pad ? (pad.rect_ccw_rotation ?? 0) : 0
      return form(corner > 0 ? "roundrect" : "rect", size, deg, corner)
    }
    case "oval":
    case "pill":
      return form("oval", { width: pad.outer_width, height: pad.outer_height }, pad.ccw_rotation ?? 0)
    case "hole_with_polygon_pad": {
      const corners = pad.pad_outline.map((p) => {
        const { x, y } = turn(p, pad.ccw_rotation ?? 0)
        return { x: pad.x + x, y: pad.y + y }
      })
      const turnDeg = longMm === drillMm ? 0 : turnToLibrary(pose, pad.ccw_rotation ?? 0)
      return { ...common, ...custom(corners, middle, turnDeg, pose), drill: drill(turnDeg) }
    }
  }
}

/** A vector of the library frame (y down) in the frame of a pad that is turned in it. */
function inPad({ x, y }: Point, turnDeg: number): Point {
  const own = turn({ x, y: -y }, -turnDeg)
  return { x: decimal(own.x), y: decimal(-own.y) }
}

/** Copper of any outline: KiCad's custom pad about a small disc, which has to lie in it. */
function custom(
  corners: readonly Point[],
  place: Point,
  turnDeg: number,
  pose: PartPose,
): Pick<LandPad, "shape" | "width" | "height" | "turnDeg" | "corners"> {
  const from = toLibrary(pose, place)
  return {
    shape: "custom",
    width: customDiscMm,
    height: customDiscMm,
    turnDeg: decimal(turnDeg),
    corners: corners.map((corner) => {
      const { x, y } = toLibrary(pose, corner)
      return inPad({ x: x - from.x, y: y - from.y }, turnDeg)
    }),
  }
}

/** Small enough to vanish in any pad, mm. */
const customDiscMm = 0.01

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
