import type { CircuitFacts, PinRole } from "../../schematic/facts"
import { drawPower } from "../../schematic/net-drawing"
import type { PlacedPart } from "../../schematic/place"
import type { Shape } from "../../schematic/shapes"
import type { Sheet } from "../../schematic/sheet"
import { type SymbolDrawing, type SymbolPin, symbolDrawing } from "../../schematic/symbols/symbol"
import { decimal, type Node, quoted } from "../sexpr"
import { effects, graphic } from "./graphics"
import { supplyName } from "./net-names"

/** Height of pin names and numbers: KiCad's own. */
const pinTextMm = 1.27

const pinTypes: Readonly<Record<PinRole, string>> = {
  "power-out": "power_out",
  "power-in": "power_in",
  output: "output",
  input: "input",
  bidirectional: "bidirectional",
  passive: "passive",
  "no-connect": "no_connect",
}

/** Two-pin symbols are shared by all parts of the kind; a chip or header has its own. */
export function symbolName(part: PlacedPart): string {
  switch (part.placement.symbol.kind) {
    case "jumper":
      return `${part.part}_Jumpers`
    case "terminal":
      return `${part.part}_Pad`
    case "box":
      return `${part.part}_${part.value.replace(/[^A-Za-z0-9.-]+/g, "_")}`
    default:
      return symbolDrawing(part.placement.symbol).name
  }
}

/** Number of a part's piece, from 1. */
export const unitNumber = (part: PlacedPart): number =>
  ((part.placement.unit ?? "A").codePointAt(0) ?? 65) - 64

/** Name of the symbol that tells the rule check that a net is supplied. */
export const suppliedSymbol = "PWR_FLAG"

/**
 * The symbols that the sheet uses, by name. In a sheet their names carry the library's nickname, in a library file
 * they do not.
 */
export function librarySymbols(
  sheet: Sheet,
  parts: readonly PlacedPart[],
  facts: CircuitFacts,
  prefix: string,
): Node[] {
  const byName = new Map<string, PlacedPart[]>()
  for (const part of parts) byName.set(symbolName(part), [...(byName.get(symbolName(part)) ?? []), part])
  const drawn = [...byName].map(([name, users]) => partSymbol(name, units(users), facts, prefix))
  const flags = [...new Set(sheet.powers.map((flag) => flag.net))].sort()
  const power = flags.map((net) => {
    const shapes = drawPower({ net, at: [0, 0] }, sheet, facts).shapes
    return powerSymbol(supplyName(sheet, net), prefix, "power_in", shapes)
  })
  return [...drawn, ...power, powerSymbol(suppliedSymbol, prefix, "power_out", suppliedShape)]
}

/** One user a unit: the first part of the kind, or every piece of a part drawn in pieces. */
function units(users: readonly PlacedPart[]): PlacedPart[] {
  return users.filter(
    (part, index) => users.findIndex((other) => unitNumber(other) === unitNumber(part)) === index,
  )
}

const property = (name: string, value: string, hide = false): Node => [
  "property",
  quoted(name),
  quoted(value),
  ["at", 0, 0, 0],
  effects(pinTextMm, { hide }),
]

const common: readonly Node[] = [
  ["exclude_from_sim", "no"],
  ["in_bom", "yes"],
  ["on_board", "yes"],
]

function partSymbol(name: string, users: readonly PlacedPart[], facts: CircuitFacts, prefix: string): Node {
  const [first] = users
  if (!first) throw new Error(`symbol ${name} has no user`)
  return [
    "symbol",
    quoted(`${prefix}${name}`),
    ...(first.showNumbers ? [] : [["pin_numbers", ["hide", "yes"]]]),
    ["pin_names", ["offset", 0.6], ...(first.showNames ? [] : [["hide", "yes"]])],
    ...common,
    property("Reference", first.part.replace(/\d+$/, "")),
    property("Value", name),
    property("Footprint", "", true),
    property("Datasheet", "", true),
    property("Description", "", true),
    ...users.map((part) => [
      "symbol",
      quoted(`${name}_${unitNumber(part)}_1`),
      ...bodyOf(symbolDrawing(part.placement.symbol)),
      ...symbolDrawing(part.placement.symbol).pins.map((pin) => pinNode(part, pin, facts)),
    ]),
    ["embedded_fonts", "no"],
  ]
}

const bodyOf = (symbol: SymbolDrawing): Node[] =>
  symbol.body.flatMap((shape) => (shape.kind === "text" ? [] : [graphic(shape, -1)]))

/** KiCad's pin angle points from its end to the body. */
const angles = { left: 0, right: 180, top: 270, bottom: 90 } as const

function pinNode(part: PlacedPart, pin: SymbolPin, facts: CircuitFacts): Node {
  const role = facts.parts.get(part.part)?.pins.get(pin.number)?.role ?? "passive"
  const name = part.pins.find((candidate) => candidate.number === pin.number)?.name ?? "~"
  const length = Math.abs(pin.end.x - pin.inner.x) + Math.abs(pin.end.y - pin.inner.y)
  const twoPin = !part.showNames
  return [
    "pin",
    twoPin && part.placement.symbol.kind !== "terminal" ? "passive" : pinTypes[role],
    "line",
    ["at", pin.end.x, decimal(-pin.end.y), angles[pin.side]],
    ["length", length],
    ["name", quoted(name), effects(pinTextMm)],
    ["number", quoted(pin.number), effects(pinTextMm)],
  ]
}

const suppliedShape: readonly Shape[] = [
  {
    kind: "path",
    ink: "power",
    points: [
      { x: 0, y: 0 },
      { x: 0, y: -1.3 },
      { x: -0.9, y: -2 },
      { x: 0, y: -2.7 },
      { x: 0.9, y: -2 },
      { x: 0, y: -1.3 },
    ],
  },
]

function powerSymbol(net: string, prefix: string, type: string, shapes: readonly Shape[]): Node {
  return [
    "symbol",
    quoted(`${prefix}${net}`),
    ["power"],
    ["pin_numbers", ["hide", "yes"]],
    ["pin_names", ["offset", 0], ["hide", "yes"]],
    ...common,
    property("Reference", type === "power_in" ? "#PWR" : "#FLG", true),
    property("Value", net),
    property("Footprint", "", true),
    property("Datasheet", "", true),
    property("Description", "", true),
    [
      "symbol",
      quoted(`${net}_1_1`),
      ...shapes.flatMap((shape) => (shape.kind === "text" ? [] : [graphic(shape, -1)])),
      [
        "pin",
        type,
        "line",
        ["at", 0, 0, 90],
        ["length", 0],
        ["name", quoted(net), effects(pinTextMm)],
        ["number", quoted("1"), effects(pinTextMm)],
      ],
    ],
    ["embedded_fonts", "no"],
  ]
}
