import type { MountingHole } from "../../model/board"
import { decimal, type Node, quoted, writeNode } from "../sexpr"
import { uuidNode } from "../uuid"
import { drawingNode } from "./drawings"
import { boardVersion, fieldNode, generator } from "./footprints"
import { at, toSheet } from "./frame"
import { onLayer, onLayers } from "./layers"

export const mountingHoleName = (hole: MountingHole): string => `mounting-hole-${decimal(hole.drillMm)}mm`

/** Unplated, without copper; no symbol stands for it, nobody buys or places it. */
const attr: Node = ["attr", "board_only", "exclude_from_pos_files", "exclude_from_bom"]

/** Room round a hole for nothing but the hole itself: a screw's head is the board's business. */
const courtyardMm = 0.25

function items(hole: MountingHole, id: (name: string) => Node): Node[] {
  return [
    drawingNode(
      "fp",
      {
        kind: "circle",
        centre: { x: 0, y: 0 },
        radiusMm: decimal(hole.drillMm / 2 + courtyardMm),
        widthMm: 0.05,
        filled: false,
      },
      "F.CrtYd",
      id("courtyard"),
    ),
    [
      "pad",
      quoted(""),
      "np_thru_hole",
      "circle",
      ["at", 0, 0],
      ["size", hole.drillMm, hole.drillMm],
      ["drill", hole.drillMm],
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
  return [
    "footprint",
    quoted(`${project}:${name}`),
    onLayer("F.Cu"),
    id("footprint"),
    at("at", toSheet(hole)),
    ["descr", quoted(`Unplated hole ${decimal(hole.drillMm)} mm`)],
    ...fields(hole.designator, name, id),
    attr,
    ...items(hole, id),
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
    ["descr", quoted(`Unplated hole ${decimal(hole.drillMm)} mm`)],
    ...fields("REF**", name, id),
    attr,
    ...items(hole, id),
  ]
  return `${writeNode(node)}\n`
}
