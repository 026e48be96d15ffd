import type { Fabrication } from "../../../src/fabricate/fabricate"
import type { Board } from "../../../src/model/board"
import type { PackageFiles } from "../../../src/pipeline/assemble-package"
import { Draft } from "../edit/draft"
import type { Records } from "../edit/records"
import { GerberLines, withFile } from "../edit/text"
import type { Compiled, Fabricated, Fault, FaultClass, Packaged, Source } from "../fault"

/** Short forms of a fault, one a stage, for the lists. */
export function faultsOf(kind: FaultClass) {
  const named = (id: string, title: string, expectedRule: string) => ({
    id,
    title,
    class: kind,
    expectedRule,
  })
  const compiled = (
    id: string,
    title: string,
    expectedRule: string,
    apply: (compiled: Compiled) => Compiled,
  ): Fault => ({ ...named(id, title, expectedRule), stage: "compiled", apply })
  const fabricated = (
    id: string,
    title: string,
    expectedRule: string,
    apply: (made: Fabricated) => Fabrication,
  ): Fault => ({ ...named(id, title, expectedRule), stage: "fabricated", apply })
  return {
    /** In the TSX, the placement table or the routes: rendered anew. */
    source: (id: string, title: string, rule: string, apply: (source: Source) => Source): Fault => ({
      ...named(id, title, rule),
      stage: "source",
      apply,
    }),
    /** In anything the checks are given. */
    compiled,
    /** In anything that was made for the fab. */
    fabricated,
    /** In the compiled circuit. */
    circuit: (id: string, title: string, rule: string, change: (draft: Draft) => unknown): Fault =>
      compiled(id, title, rule, (input) => {
        change(new Draft(input.circuit))
        return input
      }),
    /** In the board's definition, behind the compiler. */
    board: (id: string, title: string, rule: string, change: (board: Board) => Partial<Board>): Fault =>
      compiled(id, title, rule, (input) => ({
        ...input,
        definition: { ...input.definition, ...change(input.definition) },
      })),
    /** In the records of the parts, behind the compiler. */
    records: (id: string, title: string, rule: string, change: (records: Records) => Records): Fault =>
      compiled(id, title, rule, (input) => ({
        ...input,
        definition: { ...input.definition, parts: change(input.definition.parts) },
      })),
    /** In the text of one Gerber or drill file, known by the end of its name. */
    file: (
      id: string,
      title: string,
      rule: string,
      ending: string,
      change: (text: string, board: Draft) => string,
    ): Fault =>
      fabricated(id, title, rule, ({ fabrication, compiled: { circuit } }) => ({
        ...fabrication,
        gerbers: withFile(fabrication.gerbers, ending, (text) => change(text, new Draft([...circuit]))),
      })),
    /** In what one Gerber draws. */
    gerber: (
      id: string,
      title: string,
      rule: string,
      ending: string,
      change: (lines: GerberLines, board: Draft) => GerberLines,
    ): Fault =>
      fabricated(id, title, rule, ({ fabrication, compiled: { circuit } }) => ({
        ...fabrication,
        gerbers: withFile(fabrication.gerbers, ending, (text) =>
          change(new GerberLines(text), new Draft([...circuit])).text(),
        ),
      })),
    /** In the set of Gerber and drill files. */
    set: (
      id: string,
      title: string,
      rule: string,
      change: (files: ReadonlyMap<string, string>) => ReadonlyMap<string, string>,
    ): Fault =>
      fabricated(id, title, rule, ({ fabrication }) => ({
        ...fabrication,
        gerbers: change(fabrication.gerbers),
      })),
    /** In one file below `assembly/`. */
    list: (
      id: string,
      title: string,
      rule: string,
      ending: string,
      change: (text: string) => string,
    ): Fault =>
      fabricated(id, title, rule, ({ fabrication }) => ({
        ...fabrication,
        assemblyFiles: withFile(fabrication.assemblyFiles, ending, change),
      })),
    /** In the order's files. */
    packaged: (id: string, title: string, rule: string, apply: (made: Packaged) => PackageFiles): Fault => ({
      ...named(id, title, rule),
      stage: "packaged",
      apply,
    }),
    /** In the finished package. */
    delivered: (id: string, title: string, rule: string, apply: (made: Packaged) => PackageFiles): Fault => ({
      ...named(id, title, rule),
      stage: "delivered",
      apply,
    }),
  }
}
