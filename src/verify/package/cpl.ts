import type { FabHouse } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { CsvTable } from "../../read"
import { boxOf } from "../../read/geometry/point"
import type { BoardGeometry } from "../geometry/board"
import type { AssemblyOptions } from "./bom"
import { cellBy, hasColumns, headerOf, sayOf } from "./columns"
import { checkPlacement } from "./placement"

/**
 * A list of places by itself and against the board: its form, and each part on its own pads.
 * @param packageOf designator -> its package, by the BOM
 * @returns the designators in it
 */
export function checkCpl(
  table: CsvTable,
  packageOf: ReadonlyMap<string, string>,
  board: BoardGeometry,
  house: FabHouse,
  packages: AssemblyOptions["packages"],
  findings: Finding[],
): Set<string> {
  const say = sayOf("pkg/cpl", table.file, findings)
  const { columns, sides, wholeDegrees } = house.cpl
  if (!hasColumns(table, columns)) say(`the header must be ${headerOf(columns)}`, 1)
  const cell = cellBy(columns)
  const angle = wholeDegrees ? /^\d{1,3}$/ : /^\d{1,3}(\.\d{1,6})?$/
  const seen = new Set<string>()
  for (const { line, cells } of table.rows) {
    const [name, x, y] = [cell(cells, "designator"), cell(cells, "x"), cell(cells, "y")]
    const [layer, rotation] = [cell(cells, "side"), cell(cells, "rotation")]
    if (seen.has(name)) say(`${name} is in the CPL twice`, line, [name])
    seen.add(name)
    if (!angle.test(rotation) || Number(rotation) >= 360) {
      const kind = wholeDegrees ? "whole number" : "number"
      say(`${name}: rotation "${rotation.slice(0, 20)}" is not a ${kind} from 0 to 359`, line, [name])
    }
    if (layer !== sides.top && layer !== sides.bottom)
      say(`${name}: "${layer.slice(0, 20)}" is no side`, line, [name])
    const at = { x: number(x), y: number(y) }
    if (Number.isNaN(at.x) || Number.isNaN(at.y)) {
      say(`${name}: "${x.slice(0, 20)}, ${y.slice(0, 20)}" is no place in mm`, line, [name])
      continue
    }
    const pads = (board.expected?.pads ?? []).filter(({ designator }) => designator === name)
    if (pads.length === 0) continue
    const box = boxOf(pads)
    const slack = 0.05
    if (
      at.x < box.minX - slack ||
      at.x > box.maxX + slack ||
      at.y < box.minY - slack ||
      at.y > box.maxY + slack
    )
      say(`${name} is placed at (${x}, ${y}), outside its own pads`, line, [name])
    const side = layer === sides.top ? "top" : "bottom"
    if (pads.every((pad) => pad.side === (side === "top" ? "bottom" : "top"))) {
      say(`${name} is placed on the ${side}, its pads are on the other side`, line, [name])
      continue
    }
    const known = packageOf.get(name)
    if (packages === undefined || known === undefined || !angle.test(rotation)) continue
    const row = { ...at, designator: name, package: known, side, rotationDeg: Number(rotation) } as const
    findings.push(...checkPlacement({ ...row, file: table.file, line }, pads, packages[known]?.byPins, house))
  }
  return seen
}

function number(text: string): number {
  return /^-?\d{1,4}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
}
