import { readFileSync } from "node:fs"
import { join } from "node:path"
import definition from "../../boards/mep-smd/index"
import { compileDefinition } from "../../src/compile/compile"
import { silent } from "../../src/pipeline/stages"
import { parseRoutes } from "../../src/route/routes-file"

/** The SMD board as a build compiles it. */
export async function compiledBoard() {
  const root = process.cwd()
  const file = "boards/mep-smd/routes.json"
  const routes = parseRoutes(readFileSync(join(root, file), "utf8"), file)
  return compileDefinition(definition, routes, { root, boardId: definition.id, observer: silent })
}

/** tscircuit's elements as bare records: these tests read fields by name, whatever the element. */
export type Row = Readonly<Record<string, unknown>>

/** Circuit JSON as rows, with the lookups that the comparisons need. */
export function rowsOf(circuit: readonly object[]) {
  const rows = circuit as readonly Row[]
  const of = (type: string) => rows.filter((row) => row.type === type)
  const names = new Map(of("source_component").map((row) => [row.source_component_id, row.name]))
  const parts = new Map(
    of("pcb_component").map((row) => [row.pcb_component_id, String(names.get(row.source_component_id))]),
  )
  const pinOf = (row: Row): string =>
    String(
      (row.port_hints as string[]).map((hint) => /^(?:pin)?(\d+)$/.exec(hint)?.[1]).find((pin) => pin) ?? "",
    )
  return { of, partOf: (row: Row) => parts.get(row.pcb_component_id) ?? "", pinOf }
}
