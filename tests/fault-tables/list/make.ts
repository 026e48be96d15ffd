import type { Catalogue } from "../../../components/catalogue"
import type { BoardDefinition } from "../../board-definition"
import type { Fabrication } from "../../fabricate/fabricate"
import type { PackageFiles } from "../../pipeline/assemble-package"
import { Draft } from "../edit/draft"
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
    /** In the compiled circuit. */
    circuit: (id: string, title: string, rule: string, change: (draft: Draft) => unknown): Fault =>
      compiled(id, title, rule, (input) => {
        change(new Draft(input.circuit))
        return input
      }),
    /** In the board's definition, behind the compiler. */
    board: (
      id: string,
      title: string,
      rule: string,
      change: (board: BoardDefinition) => Partial<BoardDefinition>,
    ): Fault =>
      compiled(id, title, rule, (input) => ({
        ...input,
        definition: { ...input.definition, ...change(input.definition) },
      })),
    /** In the parts catalogue. */
    catalogue: (
      id: string,
      title: string,
      rule: string,
      change: (catalogue: Catalogue, input: Compiled) => Catalogue,
    ): Fault =>
      compiled(id, title, rule, (input) => ({
        ...input,
        knowledge: { ...input.knowledge, catalogue: change(input.knowledge.catalogue, input) },
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
