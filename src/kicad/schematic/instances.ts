import { naturalOrder } from "../../natural-order"
import type { CircuitFacts } from "../../schematic/facts"
import { drawPower } from "../../schematic/net-drawing"
import { fields } from "../../schematic/part-drawing"
import { onPaper, type PlacedPart } from "../../schematic/place"
import { type Point, type TextShape, textBox } from "../../schematic/shapes"
import type { PowerFlag, Sheet } from "../../schematic/sheet"
import { textHeights } from "../../schematic/style"
import { type Node, quoted } from "../sexpr"
import { rootSheetUuid, symbolUuid, uuidNode, uuidOf } from "../uuid"
import { effects, fontSize } from "./graphics"
import { suppliedSymbol, symbolName, unitNumber } from "./library"
import { supplyName } from "./net-names"
import type { KicadSchematicOptions } from "./options"

interface InstanceField {
  readonly name: string
  readonly value: string
  readonly at: Point
  readonly size: number
  readonly hide: boolean
  readonly bold?: boolean
}

/** Every placed symbol, in natural order of designators. */
export function partInstances(
  sheet: Sheet,
  parts: readonly PlacedPart[],
  options: KicadSchematicOptions,
): Node[] {
  const { project } = options
  const size = fontSize(textHeights.field)
  return [...parts]
    .sort((a, b) => naturalOrder(a.part, b.part) || unitNumber(a) - unitNumber(b))
    .map((part) => {
      const [designator, value] = fields(part)
      const pieces = part.placement.unit !== undefined
      const origin = onPaper(part.placement.at)
      const unit = unitNumber(part)
      return instance({
        project,
        symbol: symbolName(part),
        id: symbolUuid(project, part.part, unit),
        reference: part.part,
        unit,
        at: origin,
        turn: part.placement.turn ?? 0,
        notFitted: options.notFitted.includes(part.part),
        pins: part.pins.map((pin) => pin.number),
        fields: [
          field("Reference", part.part, middle(designator, origin), size, false),
          field(
            "Value",
            symbolValue(part, sheet),
            middle(value, origin),
            size,
            pieces || value === undefined,
          ),
          field("Footprint", options.footprints?.[part.part] ?? "", origin, size, true),
          field("Datasheet", "", origin, size, true),
          field("Description", "", origin, size, true),
          ...(options.fields?.[part.part] ?? []).map(([name, value]) =>
            field(name, value, origin, size, true),
          ),
        ],
      })
    })
}

/**
 * The value a symbol carries, and its footprint with it: what the sheet prints beside it, or the part's value where
 * the sheet prints none.
 */
export function symbolValue(part: PlacedPart, sheet: Sheet): string {
  const printed = part.placement.unit === undefined && fields(part).length > 1
  return printed ? part.value : (sheet.values[part.part] ?? part.value)
}

const field = (name: string, value: string, at: Point, size: number, hide: boolean): InstanceField => ({
  name,
  value,
  at,
  size,
  hide,
})

/** Fields are centred on their place: KiCad turns and mirrors any other anchor along with the symbol. */
function middle(shape: TextShape | undefined, fallback: Point): Point {
  if (!shape) return fallback
  const box = textBox(shape)
  return { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 }
}

/** Supply and ground symbols, and the flags that tell the rule check what is supplied. */
export function powerInstances(sheet: Sheet, facts: CircuitFacts, project: string): Node[] {
  const one = (flag: PowerFlag, index: number, kind: "#PWR" | "#FLG"): Node => {
    const at = onPaper(flag.at)
    const shapes = kind === "#PWR" ? drawPower(flag, sheet, facts).shapes : []
    const text = shapes.find((shape) => shape.kind === "text")
    const reference = `${kind}${String(index + 1).padStart(2, "0")}`
    const size = fontSize(textHeights.power)
    return instance({
      project,
      symbol: kind === "#PWR" ? supplyName(sheet, flag.net) : suppliedSymbol,
      id: uuidOf(project, "power", reference),
      reference,
      unit: 1,
      at,
      turn: 0,
      notFitted: false,
      pins: ["1"],
      fields: [
        field("Reference", reference, at, size, true),
        field(
          "Value",
          kind === "#PWR" ? supplyName(sheet, flag.net) : suppliedSymbol,
          middle(text, at),
          size,
          text === undefined,
        ),
        field("Footprint", "", at, size, true),
        field("Datasheet", "", at, size, true),
        field("Description", "", at, size, true),
      ],
    })
  }
  return [
    ...sheet.powers.map((flag, index) => one(flag, index, "#PWR")),
    ...sheet.supplied.map((flag, index) => one(flag, index, "#FLG")),
  ]
}

interface Instance {
  readonly project: string
  readonly symbol: string
  readonly id: string
  readonly reference: string
  readonly unit: number
  readonly at: Point
  readonly turn: 0 | 90 | 180 | 270
  readonly notFitted: boolean
  readonly pins: readonly string[]
  readonly fields: readonly InstanceField[]
}

function instance(of: Instance): Node {
  /** A field turns with its symbol: this brings it back to level. */
  const level = of.turn === 90 || of.turn === 270 ? 90 : 0
  return [
    "symbol",
    ["lib_id", quoted(`${of.project}:${of.symbol}`)],
    ["at", of.at.x, of.at.y, of.turn],
    ["unit", of.unit],
    ["exclude_from_sim", "no"],
    ["in_bom", "yes"],
    ["on_board", "yes"],
    ["dnp", of.notFitted ? "yes" : "no"],
    ["uuid", quoted(of.id)],
    ...of.fields.map(({ name, value, at, size, hide }) => [
      "property",
      quoted(name),
      quoted(value),
      ["at", at.x, at.y, level],
      effects(size, { hide }),
    ]),
    ...of.pins.map((pin) => ["pin", quoted(pin), uuidNode(of.id, "pin", pin)]),
    [
      "instances",
      [
        "project",
        quoted(of.project),
        [
          "path",
          quoted(`/${rootSheetUuid(of.project)}`),
          ["reference", quoted(of.reference)],
          ["unit", of.unit],
        ],
      ],
    ],
  ]
}
