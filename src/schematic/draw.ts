import type { AnyCircuitElement } from "circuit-json"
import type { Finding } from "../model/finding"
import { circuitFacts } from "./facts"
import { drawFrame } from "./frame"
import { checkGeometry } from "./geometry"
import { drawJumperView } from "./header-view"
import { drawJunction, drawLabel, drawNoConnects, drawPower, drawWire } from "./net-drawing"
import { checkNetlist, drawnNets, netOf } from "./netlist"
import { drawBlock, drawNote, drawOutline } from "./note-drawing"
import { drawPart } from "./part-drawing"
import { placeParts } from "./place"
import type { Sheet, TitleBlock } from "./sheet"
import { sheetSvg } from "./svg"
import { drawWires, junctions, onSegment, segmentsOf } from "./wires"

export interface Schematic {
  /** Self-contained page; parts, pins and nets carry `data-part`, `data-pin`, `data-net`. */
  readonly svg: string
  /** Where the drawing departs from the circuit, or cannot be read. */
  readonly findings: readonly Finding[]
}

/**
 * Draws the sheet and holds it against the circuit.
 * @throws UserError for a sheet that names parts or pins which do not exist.
 */
export function drawSchematic(
  circuit: readonly AnyCircuitElement[],
  sheet: Sheet,
  title: TitleBlock,
): Schematic {
  const facts = circuitFacts(circuit)
  const parts = placeParts(sheet, facts)
  const wires = drawWires(sheet.wires, parts)
  const nets = drawnNets(sheet, parts, wires)
  const netOfWire = new Map(
    nets.flatMap((net) => net.wires.map((index) => [index, netOf(net, facts)] as const)),
  )
  const dots = junctions(
    wires,
    parts.flatMap((part) => part.pins.map((pin) => pin.end)),
  )
  const groups = [
    drawFrame(title, sheet),
    ...sheet.blocks.map(drawBlock),
    ...sheet.outlines.map(drawOutline),
    ...wires.map((wire, index) => drawWire(wire, netOfWire.get(index))),
    ...dots.map((dot) => {
      const index = wires.findIndex((wire) => segmentsOf(wire).some((segment) => onSegment(dot, segment)))
      return drawJunction(dot, netOfWire.get(index))
    }),
    ...parts.map(drawPart),
    ...drawNoConnects(sheet.noConnects, parts),
    ...sheet.powers.map((flag) => drawPower(flag, sheet, facts)),
    ...sheet.labels.map((label) => drawLabel(label, wires)),
    ...sheet.notes.map(drawNote),
    ...sheet.jumperViews.map((view) => drawJumperView(view, facts)),
  ]
  return {
    svg: sheetSvg(groups, `${title.title}, schematic, revision ${title.revision}`, sheet.paper),
    findings: [...checkNetlist(sheet, nets, facts), ...checkGeometry(groups, parts, wires, sheet.paper)],
  }
}
