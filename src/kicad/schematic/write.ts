import type { AnyCircuitElement } from "circuit-json"
import { circuitFacts } from "../../schematic/facts"
import { papers } from "../../schematic/frame"
import { placeParts } from "../../schematic/place"
import type { Paper, Sheet, TitleBlock } from "../../schematic/sheet"
import { type Node, quoted, writeNode } from "../sexpr"
import { rootSheetUuid } from "../uuid"
import { partInstances, powerInstances } from "./instances"
import { librarySymbols } from "./library"
import type { KicadSchematicOptions } from "./options"
import { netItems, noteItems } from "./sheet-items"

/** KiCad 9's file formats. */
const schematicVersion = 20250114
const libraryVersion = 20241209

/** Files of the schematic in a KiCad project: name -> text. */
export type KicadFiles = Readonly<Record<string, string>>

/**
 * The sheet as KiCad 9 schematic with its symbol library and the table that finds it. Same input, same bytes.
 * @throws UserError for a sheet that names parts or pins which the circuit does not have.
 */
export function kicadSchematic(
  circuit: readonly AnyCircuitElement[],
  sheet: Sheet,
  options: KicadSchematicOptions,
): KicadFiles {
  const { project } = options
  const facts = circuitFacts(circuit)
  const parts = placeParts(sheet, facts)
  const schematic: Node = [
    "kicad_sch",
    ["version", schematicVersion],
    ["generator", quoted("mep-hw")],
    ["generator_version", quoted("9.0")],
    ["uuid", quoted(rootSheetUuid(project))],
    paperNode(sheet.paper),
    titleBlock(options, sheet),
    ["lib_symbols", ...librarySymbols(sheet, parts, facts, `${project}:`)],
    ...noteItems(sheet, parts, facts, project),
    ...netItems(sheet, parts, facts, project),
    ...partInstances(sheet, parts, options),
    ...powerInstances(sheet, facts, project),
    ["sheet_instances", ["path", quoted("/"), ["page", quoted("1")]]],
    ["embedded_fonts", "no"],
  ]
  const library: Node = [
    "kicad_symbol_lib",
    ["version", libraryVersion],
    ["generator", quoted("mep-hw")],
    ["generator_version", quoted("9.0")],
    ...librarySymbols(sheet, parts, facts, ""),
  ]
  const table: Node = [
    "sym_lib_table",
    ["version", 7],
    [
      "lib",
      ["name", quoted(project)],
      ["type", quoted("KiCad")],
      ["uri", quoted(`\${KIPRJMOD}/${project}.kicad_sym`)],
      ["options", quoted("")],
      ["descr", quoted(`Symbols of ${options.title}`)],
    ],
  ]
  return {
    [`${project}.kicad_sch`]: `${writeNode(schematic)}\n`,
    [`${project}.kicad_sym`]: `${writeNode(library)}\n`,
    "sym-lib-table": `${writeNode(table)}\n`,
  }
}

/** KiCad names paper up to A0. */
function paperNode(paper: Paper = "A4"): Node {
  const { widthMm, heightMm } = papers[paper]
  return /^A/.test(paper) ? ["paper", quoted(paper)] : ["paper", quoted("User"), widthMm, heightMm]
}

/** The block of title, date and revision, the same on sheet and board. */
export const titleBlock = (title: TitleBlock, { titleBlock: standing }: Sheet): Node => [
  "title_block",
  ["title", quoted(title.title)],
  ["date", quoted(title.date.toISOString().slice(0, 10))],
  ["rev", quoted(title.revision)],
  ["comment", 1, quoted(standing.subtitle)],
  ["comment", 2, quoted(standing.origin)],
  ["comment", 3, quoted(`Licence: ${standing.licence}`)],
]
