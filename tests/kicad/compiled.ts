import source from "../../boards/mep-smd/index"
import { compileDefinition } from "../../src/compile/compile"
import { compileOptions, lockedRoutes } from "../mep-smd-compiled"

/** The SMD board as a build compiles it. */
export const compiledBoard = () => compileDefinition(source, lockedRoutes(), compileOptions)

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
