import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import { sheetOf } from "../schematic/sheet-of"
import { modelFolder } from "./board/footprints"
import { orderFields } from "./board/instances"
import { notFittedOf } from "./board/parts"
import { kicadBoard } from "./board/write"
import { designRules } from "./project/design-rules"
import { projectFile } from "./project/project-file"
import { footprintTable } from "./project/tables"
import { kicadSchematic } from "./schematic/write"

export interface KicadProjectOptions {
  /** Date of the source: title blocks show its day (UTC). */
  readonly date: Date
}

/**
 * The board as a KiCad 9 project that needs nothing beside itself: board, schematic, symbols, footprints, bodies,
 * rules. Path below the project's folder -> text; same input, same bytes.
 *
 * It is written from the circuit JSON directly. circuit-json-to-kicad 0.0.266 was measured on this board: KiCad 9.0.2
 * cannot load its file (the vias' tenting is in a newer syntax). With that mended its check counts 241 findings and 18
 * open connections, and it lacks most of what a project needs: pours come as 4845 triangles, and there are no
 * silkscreen lines and circles, ties to symbols, paste and mask margins, rules, or models without a network.
 *
 * @throws UserError for pads that KiCad cannot hold and parts without an entry in the parts table.
 */
export function kicadProject(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  house: FabHouse,
  options: KicadProjectOptions,
): Map<string, string> {
  const { date } = options
  const { id, title, revision } = board
  const sheet = sheetOf(board, circuit)
  const layout = kicadBoard(circuit, board, house, date)
  const schematic = kicadSchematic(circuit, sheet, {
    project: id,
    title,
    revision,
    date,
    notFitted: notFittedOf(board),
    footprints: Object.fromEntries(
      [...layout.footprintOf].map(([designator, name]) => [designator, `${id}:${name}`]),
    ),
    fields: Object.fromEntries(
      Object.entries(board.parts).map(([designator, part]) => [designator, orderFields(part, house)]),
    ),
  })
  const files = new Map<string, string>([
    [`${id}.kicad_pro`, projectFile(board, house, sheet)],
    [`${id}.kicad_pcb`, layout.board],
    [`${id}.kicad_dru`, designRules(board, house)],
    ["fp-lib-table", footprintTable(id, title)],
    ...Object.entries(schematic),
  ])
  for (const [name, text] of layout.footprints) files.set(`${id}.pretty/${name}.kicad_mod`, text)
  for (const [name, text] of layout.models) files.set(`${modelFolder(id)}/${name}.step`, text)
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}
