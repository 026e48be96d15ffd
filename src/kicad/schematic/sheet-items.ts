import type { CircuitFacts } from "../../schematic/facts"
import { drawJumperView } from "../../schematic/header-view"
import { drawnNets, netOf } from "../../schematic/netlist"
import { drawBlock, drawNote, drawOutline } from "../../schematic/note-drawing"
import { fields, remarks } from "../../schematic/part-drawing"
import { onPaper, type PlacedPart } from "../../schematic/place"
import { flatten, type Point } from "../../schematic/shapes"
import type { Sheet } from "../../schematic/sheet"
import { textHeights } from "../../schematic/style"
import type { PinSide } from "../../schematic/symbols/symbol"
import {
  type DrawnWire,
  drawWires,
  junctions,
  onSegment,
  type Segment,
  samePlace,
  segmentsOf,
} from "../../schematic/wires"
import { decimal, type Node, quoted } from "../sexpr"
import { uuidNode } from "../uuid"
import { effects, fontSize, graphic, sheetText } from "./graphics"

/** Frames, outlines, notes, header views and the remarks beside pins. */
export function noteItems(
  sheet: Sheet,
  parts: readonly PlacedPart[],
  facts: CircuitFacts,
  project: string,
): Node[] {
  const groups = [
    ...sheet.blocks.map(drawBlock),
    ...sheet.outlines.map(drawOutline),
    ...sheet.notes.map(drawNote),
    ...sheet.jumperViews.map((view) => drawJumperView(view, facts)),
  ]
  const shapes = [
    ...[...flatten(groups)].map(({ shape }) => shape),
    ...parts.flatMap(remarks),
    ...parts.filter((part) => part.placement.unit !== undefined).flatMap((part) => fields(part).slice(1)),
  ]
  return shapes.map((shape, index) => {
    const id = [uuidNode(project, "note", String(index))]
    return shape.kind === "text" ? sheetText(shape, id) : graphic(shape, 1, id)
  })
}

/** Wires, dots, crosses and names. A net without a name gets one, small, so that every net is called as on the board. */
export function netItems(
  sheet: Sheet,
  parts: readonly PlacedPart[],
  facts: CircuitFacts,
  project: string,
): Node[] {
  const wires = drawWires(sheet.wires, parts)
  const pins = parts.flatMap((part) => part.pins)
  const dots = junctions(
    wires,
    pins.map((pin) => pin.end),
  )
  const stops = [
    ...dots,
    ...pins.map((pin) => pin.end),
    ...[...sheet.powers, ...sheet.supplied].map((flag) => onPaper(flag.at)),
  ]
  const crosses = pins.filter((pin) => sheet.noConnects.includes(pin.id))
  const unnamed = drawnNets(sheet, parts, wires).filter(
    (net) => net.names.length === 0 && net.wires.length > 0,
  )
  return [
    ...dots.map((dot, index) => [
      "junction",
      ["at", dot.x, dot.y],
      ["diameter", 0],
      ["color", 0, 0, 0, 0],
      uuidNode(project, "junction", String(index)),
    ]),
    ...crosses.map((pin) => ["no_connect", ["at", pin.end.x, pin.end.y], uuidNode(project, "cross", pin.id)]),
    ...wires.flatMap((wire, w) =>
      segmentsOf(wire)
        .flatMap((segment) => split(segment, stops))
        .map(({ from, to }, s) => [
          "wire",
          ["pts", ["xy", from.x, from.y], ["xy", to.x, to.y]],
          ["stroke", ["width", 0], ["type", "default"]],
          uuidNode(project, "wire", String(w), String(s)),
        ]),
    ),
    ...sheet.labels.map(({ net, at, anchor, beyond }, index) =>
      label(
        net,
        onPaper(at),
        beyond ?? (anchor === "end" ? "left" : "right"),
        fontSize(textHeights.label),
        uuidNode(project, "label", String(index)),
      ),
    ),
    ...unnamed.flatMap((net) => {
      const name = netOf(net, facts)
      const segment = longest(net.wires.map((index) => wires[index]).filter((wire) => wire !== undefined))
      if (name === undefined || segment === undefined) return []
      // The sheet has no place for these names: on a wire that is too short for its own it stands upright, and on
      // one between two parts that leave no place for that either it is small.
      const length = segment.to.x - segment.from.x
      const size = fontSize(textHeights.label)
      const id = uuidNode(project, "name", name)
      if (length >= size * name.length) return [label(name, segment.to, "left", size, id)]
      const foot = { x: segment.from.x + grid, y: segment.from.y }
      if (length >= 3 * grid) return [label(name, foot, "top", size, id)]
      return [label(name, segment.to, "left", Math.min(size, (length + grid) / name.length), id)]
    }),
  ]
}

/** KiCad joins things at the ends of wires only: a wire that something sits on becomes two. */
function split(segment: Segment, stops: readonly Point[]): Segment[] {
  const along = ({ x, y }: Point): number => Math.abs(x - segment.from.x) + Math.abs(y - segment.from.y)
  const places = [segment.from, ...stops.filter((stop) => onSegment(stop, segment)), segment.to]
    .sort((a, b) => along(a) - along(b))
    .filter((place, index, all) => index === 0 || !samePlace(place, all[index - 1] as Point))
  return segmentsOf({ points: places })
}

const angles = { right: 0, top: 90, left: 180, bottom: 270 } as const

/** A net's name that reads away from its place. */
const label = (net: string, at: Point, towards: PinSide, size: number, id: Node): Node => [
  "label",
  quoted(net),
  ["at", at.x, at.y, angles[towards]],
  effects(decimal(size), {
    justify: [towards === "right" || towards === "top" ? "left" : "right", "bottom"],
  }),
  id,
]

/** KiCad's, mm. */
const grid = 2.54

/** The longest level piece, from left to right. */
function longest(wires: readonly DrawnWire[]): { from: Point; to: Point } | undefined {
  const level = wires
    .flatMap(segmentsOf)
    .filter(({ from, to }) => from.y === to.y)
    .map(({ from, to }) => (from.x < to.x ? { from, to } : { from: to, to: from }))
  return level.sort((a, b) => b.to.x - b.from.x - (a.to.x - a.from.x))[0]
}
