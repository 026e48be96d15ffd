import type { Pad } from "../../circuit/pads"
import { turn } from "../../geometry/point"
import { boxOfPoints, rectangle, type Shape } from "../../geometry/shape"
import type { Board } from "../../model/board"
import { copperFiles } from "../../model/fab-house"
import type { Part } from "../../model/part"
import type { PartOnBoard } from "../parts-on-board"
import type { Forms } from "./forms"
import { formRef, location, pen, polygon, qualified, xform, xml } from "./xml"

/** A part of the board with its record, its pads and the name of its package in the file. */
export interface PlacedPart extends PartOnBoard {
  readonly record: Part
  readonly pads: readonly Pad[]
  readonly packageRef: string
}

/** Lands as they are on the board, in the parts' own frames; two of one name that differ are two packages. */
export function packagesOf(parts: readonly Omit<PlacedPart, "packageRef">[], forms: Forms) {
  const packages = new Map<string, string>()
  const placed = parts.map((part): PlacedPart => {
    const { name } = part.record.package
    const shapes = part.pads.map(({ shape }) => within(shape, part))
    const pins = part.pads.flatMap(({ pin, layers }, i): string[] => {
      const { id, at, turnDeg } = forms.of(shapes[i] as Shape)
      const [type, mountType] =
        layers.length > 1 ? ["THRU", "THROUGH_HOLE_PIN"] : ["SURFACE", "SURFACE_MOUNT_PIN"]
      const body = [...xform(turnDeg), location(at), formRef(id)]
      return pin === undefined ? [] : [xml("Pin", { number: pin, type, mountType }, body)]
    })
    const { minX, maxX, minY, maxY } = boxOfPoints(shapes.flatMap(({ core }) => core))
    const middle = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
    const outline = xml("Outline", {}, [
      polygon("Polygon", rectangle(middle, maxX - minX, maxY - minY).core),
      pen(0.1),
    ])
    const body = [outline, ...pins]
    const nameOf = (number: number): string => qualified(number === 1 ? name : `${name}-${number}`)
    for (let number = 1; ; number++) {
      const packageRef = nameOf(number)
      const text = xml(
        "Package",
        { name: packageRef, type: "OTHER", pinOne: "1", pinOneOrientation: "OTHER" },
        body,
      )
      if ((packages.get(packageRef) ?? text) !== text) continue
      packages.set(packageRef, text)
      return { ...part, packageRef }
    }
  })
  return { placed, packages: [...packages.values()] }
}

/** A shape in the frame of a part: on the board that is mirrored left to right where it is below, then turned. */
function within({ core, radius }: Shape, { x, y, rotationDeg, side }: PartOnBoard): Shape {
  const local = core.map((p) => turn({ x: p.x - x, y: p.y - y }, -rotationDeg))
  return { core: side === "top" ? local : local.map((p) => ({ x: -p.x, y: p.y })), radius }
}

export function component({
  designator,
  record,
  side,
  rotationDeg,
  pads,
  packageRef,
  x,
  y,
}: PlacedPart): string {
  const mountType = pads.some(({ layers }) => layers.length > 1) ? "THMT" : "SMT"
  const height = "mm" in record.height ? record.height.mm : undefined
  const named = { refDes: qualified(designator), packageRef, part: record.id, layerRef: copperFiles[side] }
  const stands = [...xform(rotationDeg, side === "bottom"), location({ x, y })]
  return xml("Component", { ...named, mountType, height }, stands)
}

/** One row a record. Populated is what the default variant fits. */
export function bomItems(
  parts: readonly PlacedPart[],
  board: Pick<Board, "variants" | "defaultVariant">,
): string[] {
  const empty = board.variants[board.defaultVariant]?.notFitted ?? []
  const category = "ELECTRICAL"
  return recordsOf(parts).map((record) => {
    const { id, value, manufacturer, mpn, description, pins } = record
    const own = parts.filter((part) => part.record.id === id)
    const facts = Object.entries({ VALUE: value, MANUFACTURER: manufacturer, MPN: mpn }).flatMap(
      ([name, text]) =>
        text === undefined
          ? []
          : [xml("Textual", { textualCharacteristicName: name, textualCharacteristicValue: text })],
    )
    const places = own.map(({ designator, packageRef, side }) => {
      const populate = !empty.includes(designator)
      return xml("RefDes", { name: qualified(designator), packageRef, populate, layerRef: copperFiles[side] })
    })
    return xml(
      "BomItem",
      { OEMDesignNumberRef: id, quantity: `${own.length}`, pinCount: pins.length, category, description },
      [...places, xml("Characteristics", { category }, facts)],
    )
  })
}

export const recordsOf = (parts: readonly PlacedPart[]): Part[] => [
  ...new Map(parts.map(({ record }) => [record.id, record])).values(),
]

/** Maker and maker's number: the part's own, then what may be bought instead. */
export const sourcesOf = ({ manufacturer, mpn, alternates = [] }: Part): (readonly [string, string])[] =>
  [{ manufacturer, mpn }, ...alternates].flatMap((one) =>
    one.manufacturer === undefined || one.mpn === undefined ? [] : [[one.manufacturer, one.mpn] as const],
  )
