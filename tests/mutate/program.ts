import { readdirSync } from "node:fs"
import { join, relative } from "node:path"
import ts from "typescript"
import { within } from "./bundle"
import { type Mutant, schemata } from "./schemata"

/** Sources with their mutants, under their numbers. */
export interface Mutated {
  readonly mutants: readonly Mutant[]
  /** Path from the root -> source with the mutants in it. */
  readonly texts: ReadonlyMap<string, string>
}

/** TypeScript sources below the given paths, but for types alone and what only browsers run. */
export function sourceFiles(root: string, wanted: readonly string[]): string[] {
  return ["src", "components"]
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map(
        (path) => `${top}/${path.replaceAll("\\", "/")}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .filter((path) => wanted.some((one) => within(path, one)))
    .sort()
}

/** Makes all mutants of some files, with the project's own types. */
export function mutate(root: string, files: readonly string[]): Mutated {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(
    files.map((file) => join(root, file)),
    options,
  )
  const checker = program.getTypeChecker()
  const isNumber = (node: ts.Expression): boolean =>
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0
  const mutants: Mutant[] = []
  const texts = new Map<string, string>()
  for (const source of program.getSourceFiles()) {
    const file = relative(root, source.fileName).replaceAll("\\", "/")
    if (!files.includes(file)) continue
    const made = schemata(source, file, mutants.length, isNumber)
    if (made.mutants.length === 0) continue
    mutants.push(...made.mutants)
    texts.set(file, made.text)
  }
  return { mutants, texts }
}
