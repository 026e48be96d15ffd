import type { MountingHole } from "../../model/board"
import { decimal, type Node, quoted, writeNode } from "../sexpr"
import { uuidNode } from "../uuid"
import { drawingNode } from "./drawings"
import { boardVersion, fieldNode, generator } from "./footprints"
import { angle, at, toSheet } from "./frame"
import { onLayer, onLayers } from "./layers"

export const mountingHoleName = ({ drillMm, slot, part }: MountingHole): string => {
  const whose = part === undefined ? "mounting" : "locating"
  return slot === undefined
    ? `${whose}-hole-${decimal(drillMm)}mm`
    : `${whose}-slot-${decimal(drillMm)}x${decimal(slot.lengthMm)}mm`
}

const words = ({ drillMm, slot }: MountingHole): string =>
  slot === undefined
    ? `Unplated hole ${decimal(drillMm)} mm`
    : `Unplated slot ${decimal(drillMm)} x ${decimal(slot.lengthMm)} mm`

/** Unplated, without copper; no symbol stands for it, nobody buys or places it. */
const attr = ({ part }: MountingHole): Node => [
  ...["attr", "board_only", "exclude_from_pos_files", "exclude_from_bom"],
  ...(part === undefined ? [] : ["allow_missing_courtyard"]),
]

/**
 * Room round a hole for nothing but the hole itself: a screw's head is the board's business. A part's own hole has none:
 * it lies in the part's courtyard.
 */
const courtyardMm = 0.25

function items(hole: MountingHole, id: (name: string) => Node, turnDeg: number): Node[] {
  const drillMm = decimal(hole.drillMm)
  const longMm = decimal(hole.slot?.lengthMm ?? hole.drillMm)
  const slotted = hole.slot !== undefined
  const courtyard = drawingNode(
    "fp",
    {
      kind: "circle",
      centre: { x: 0, y: 0 },
      radiusMm: decimal(longMm / 2 + courtyardMm),
      widthMm: 0.05,
      filled: false,
    },
    "F.CrtYd",
    id("courtyard"),
  )
  return [
    ...(hole.part === undefined ? [courtyard] : []),
    [
      "pad",
      quoted(""),
      "np_thru_hole",
      slotted ? "oval" : "circle",
      ["at", 0, 0, ...(turnDeg === 0 ? [] : [turnDeg])],
      ["size", longMm, drillMm],
      slotted ? ["drill", "oval", longMm, drillMm] : ["drill", drillMm],
      onLayers(["*.Cu", "*.Mask"]),
      id("hole"),
    ],
    ["embedded_fonts", "no"],
  ]
}

const fields = (reference: string, value: string, id: (name: string) => Node): Node[] =>
  [
    { name: "Reference", value: reference },
    { name: "Value", value },
    { name: "Datasheet", value: "" },
    { name: "Description", value: "" },
  ].map((field) => fieldNode(field, "top", id(field.name)))

export function mountingHoleNode(hole: MountingHole, project: string): Node {
  const name = mountingHoleName(hole)
  const id = (item: string) => uuidNode(project, "hole", hole.designator, item)
  const turnDeg = angle(hole.slot?.turnDeg ?? 0)
  return [
    "footprint",
    quoted(`${project}:${name}`),
    onLayer("F.Cu"),
    id("footprint"),
    at("at", toSheet(hole), turnDeg),
    ["descr", quoted(words(hole))],
    ...fields(hole.designator, name, id),
    attr(hole),
    ...items(hole, id, turnDeg),
  ]
}

export function mountingHoleFile(hole: MountingHole, project: string): string {
  const name = mountingHoleName(hole)
  const id = (item: string) => uuidNode(project, "library", name, item)
  const node: Node = [
    "footprint",
    quoted(name),
    ["version", boardVersion],
    ...generator,
    onLayer("F.Cu"),
    ["descr", quoted(words(hole))],
    ...fields("REF**", name, id),
    attr(hole),
    ...items(hole, id, 0),
  ]
  return `${writeNode(node)}\n`
}
