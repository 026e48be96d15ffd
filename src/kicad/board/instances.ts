import { orderNumberOf } from "../../fabricate/assembly"
import type { FabHouse } from "../../model/fab-house"
import { type Node, quoted } from "../sexpr"
import { symbolUuid, uuidNode } from "../uuid"
import { mapped } from "./drawings"
import { attributes, description, type Field, fieldNode, landItems } from "./footprints"
import { angle, at, footprintTurn, inFootprint, toLibrary, toSheet } from "./frame"
import type { Ink } from "./ink"
import type { LibraryLand } from "./land-names"
import { layerName, onLayer } from "./layers"
import type { BoardNets } from "./nets"
import type { BoardPart } from "./parts"

export interface PartText {
  /** As on the schematic. */
  readonly value: string
  /** The designator on the board, where there is one. */
  readonly reference: Ink | undefined
  /** What {@link orderFields} says of it. */
  readonly order: readonly OrderField[]
}

export type OrderField = readonly [name: string, value: string]

/**
 * A part on the board: its footprint with its fields, the symbol it belongs to and the nets of its pads.
 * @param clearanceMm of pads that keep more than their net's
 */
export function partNode(
  part: BoardPart,
  lands: readonly LibraryLand[],
  nets: BoardNets,
  text: PartText,
  project: string,
  clearanceMm: (pad: string) => number | undefined = () => undefined,
): Node {
  const { designator, pose, entry } = part
  const land = lands.find((one) => one.users.includes(designator))
  if (land === undefined) throw new Error(`${designator} has no footprint`)
  const footprintDeg = footprintTurn(pose)
  const id = (name: string) => uuidNode(project, "footprint", designator, name)
  return [
    "footprint",
    quoted(`${project}:${land.name}`),
    onLayer(layerName(pose.side, "Cu")),
    id("footprint"),
    at("at", toSheet(pose), footprintDeg),
    ["descr", quoted(description(land))],
    ...fields(part).map((field) => fieldNode(field, pose.side, id(`field ${field.name}`))),
    ["path", quoted(`/${symbolUuid(project, designator)}`)],
    ["sheetname", quoted("/")],
    ["sheetfile", quoted(`${project}.kicad_sch`)],
    attributes(land, part.fitted ? [] : ["dnp"]),
    ...landItems(land, { side: pose.side, footprintDeg, empty: !part.fitted }, project, designator, (pin) =>
      pin === "" ? [] : [nets.pinNode(designator, pin), ...clearance(`${designator}.${pin}`)],
    ),
  ]

  function clearance(pad: string): Node[] {
    const mm = clearanceMm(pad)
    return mm === undefined ? [] : [["clearance", mm]]
  }

  function fields(of: BoardPart): Field[] {
    return [
      { name: "Reference", value: of.designator, ...(text.reference ? shown(text.reference) : {}) },
      { name: "Value", value: text.value },
      { name: "Datasheet", value: "" },
      { name: "Description", value: entry.description },
      ...text.order.map(([name, value]) => ({ name, value })),
    ]
  }

  /** Text of the board in the footprint's frame; its angle stays that of the board. */
  function shown({ drawing, side }: Ink): Pick<Field, "shown"> {
    const placed = mapped(
      drawing,
      (p) => inFootprint(pose.side, toLibrary(pose, p)),
      (deg) => angle(deg),
    )
    return placed.kind === "text" ? { shown: { text: placed, layer: layerName(side, "SilkS") } } : {}
  }
}

/** What a buyer needs, as fields of footprint and symbol. */
export function orderFields(
  { mpn, numbers }: Pick<BoardPart["entry"], "mpn" | "numbers">,
  house: Pick<FabHouse, "id" | "orderNumber">,
): OrderField[] {
  // As lists and book have it: a number that is not sure enough to order by is shown nowhere.
  const number = orderNumberOf({ numbers }, house)
  return [
    ...(mpn === undefined ? [] : [["MPN", mpn] as const]),
    ...(number === "" ? [] : [[house.orderNumber.name, number] as const]),
  ]
}
