import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"

/**
 * The house's plan: who may import whom. Types count as much as code, and so does an `import()`.
 * A file is named by its path from the project's root, a room by its folder in `src/` or its file there.
 */

/** From the ground up: a file imports from its own room and from those above it in this list. */
const rooms = [
  "model",
  "natural-order",
  "failure",
  "geometry",
  "typeface",
  "read",
  "circuit",
  "claims",
  "simulate",
  "bundler",
  "project",
  "legend",
  "board",
  "package",
  "verify",
  "check",
  "metrics",
  "route",
  "compile",
  "fabricate",
  "panel",
  "lock",
  "model3d",
  "render",
  "drawings",
  "schematic",
  "kicad",
  "book",
  "fabrication",
  "pipeline",
  "bench",
  "diff",
  "dev",
  "cli",
  "mep",
  "components",
  "boards",
]

/** What makes a package's files: those who judge them have to know nothing of it. */
const writers = [
  ...[
    "package",
    "route",
    "compile",
    "fabricate",
    "panel",
    "model3d",
    "render",
    "drawings",
    "schematic",
    "kicad",
  ],
  ...["book", "pipeline", "dev", "metrics"],
]

type Imports = ReadonlyMap<string, readonly string[]>

const importPattern =
  /^\s*(?:import|export)\s[^"'`;()]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm

const importsIn = (text: string): string[] =>
  [...text.matchAll(importPattern)].flatMap((found) => found[1] ?? found[2] ?? found[3] ?? [])

const endings = ["", ".ts", ".tsx", ".mjs", ".cjs", "/index.ts", "/index.tsx"]

/** Every file's imports of other files of the house. Packages, styles and what stands in generated code are none. */
function readImports(files: ReadonlyMap<string, string>): Imports {
  return new Map(
    [...files].map(([file, text]) => {
      const found = importsIn(text)
        .filter((name) => name.startsWith("."))
        .flatMap((name) => {
          const path = join(dirname(file), name).replaceAll("\\", "/")
          return endings.map((ending) => `${path}${ending}`).find((candidate) => files.has(candidate)) ?? []
        })
      return [file, [...new Set(found)].sort()]
    }),
  )
}

function readHouse(): Map<string, string> {
  const paths = ["src", "components", "fabrication", "boards"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|[mc]js)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/")),
  )
  return new Map(paths.sort().map((path) => [path, readFileSync(path, "utf8")]))
}

const roomOf = (file: string): string => {
  const [top = "", second = ""] = file.split("/")
  return top === "src" ? second.replace(/\..*$/, "") : top
}

const arrowsOf = (imports: Imports) =>
  [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })))

/** Circles, each as "a -> b -> a": the first one found through each file that is in one. */
function circlesOf(imports: Imports): string[] {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file)
    if (start >= 0) circles.push([...way.slice(start), file].join(" -> "))
    if (start >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) visit(next, [...way, file])
    done.add(file)
  }
  for (const file of imports.keys()) visit(file, [])
  return circles
}

/** Arrows from a room to a higher one, or from or to a room that has no place in the order. */
function upwardArrows(imports: Imports) {
  const floor = (file: string): number => rooms.indexOf(roomOf(file))
  return arrowsOf(imports).filter(
    ({ from, to }) => floor(from) < 0 || floor(to) < 0 || floor(to) > floor(from),
  )
}

/** Files of these rooms that reach a writer, as the way there. */
function waysToWriters(imports: Imports, from: readonly string[]): string[] {
  const ways: string[] = []
  const seen = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    if (seen.has(file)) return
    seen.add(file)
    if (writers.includes(roomOf(file))) ways.push([...way, file].join(" -> "))
    else for (const next of imports.get(file) ?? []) visit(next, [...way, file])
  }
  for (const file of imports.keys()) if (from.includes(roomOf(file))) visit(file, [])
  return ways
}

describe("the house", () => {
  const imports = readImports(readHouse())

  it("has rooms that are all in the order", () => {
    expect(imports.size).toBeGreaterThan(400)
    expect([...new Set([...imports.keys()].map(roomOf))].filter((room) => !rooms.includes(room))).toEqual([])
  })

  it("has no circle of imports", () => {
    expect(circlesOf(imports)).toEqual([])
  })

  it("has no arrow upward", () => {
    expect(upwardArrows(imports).map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it("judges files without code that writes them", () => {
    expect(waysToWriters(imports, ["read", "verify"])).toEqual([])
  })
})

describe("the plan's own reading", () => {
  const files = (texts: Record<string, string>) => readImports(new Map(Object.entries(texts)))

  it("sees every form of import", () => {
    const text = [
      'import "./a"',
      'import type { B } from "./b"',
      'import {\n  c,\n  type D,\n} from "../c"',
      'export * from "./d"',
      'export { e } from "./e"',
      'const f = await import("./f")',
      "// import nothing from here",
      'const text = "from"',
    ].join("\n")
    expect(importsIn(text)).toEqual(["./a", "./b", "../c", "./d", "./e", "./f"])
  })

  it("finds circles, arrows upward, rooms without a place and readers of writers", () => {
    const house = files({
      "src/circuit/a.ts": 'import type { B } from "./b"',
      "src/circuit/b.ts": 'import { c } from "../route/c"',
      "src/route/c.tsx": 'export * from "../circuit"',
      "src/circuit/index.ts": 'import "./a"',
      "src/attic/x.ts": 'import "../failure"',
      "src/failure.ts": "",
      "src/verify/y.ts": 'import { z } from "../read/z"',
      "src/read/z.ts": 'import type { C } from "../route/c"',
    })
    expect(circlesOf(house)).toEqual([
      "src/circuit/a.ts -> src/circuit/b.ts -> src/route/c.tsx -> src/circuit/index.ts -> src/circuit/a.ts",
    ])
    expect(upwardArrows(house).map(({ from, to }) => `${from} -> ${to}`)).toEqual([
      "src/circuit/b.ts -> src/route/c.tsx",
      "src/attic/x.ts -> src/failure.ts",
      "src/read/z.ts -> src/route/c.tsx",
    ])
    expect(waysToWriters(house, ["read", "verify"])).toEqual([
      "src/verify/y.ts -> src/read/z.ts -> src/route/c.tsx",
    ])
    expect(circlesOf(files({ "src/a.ts": 'import "./b"', "src/b.ts": "" }))).toEqual([])
  })
})
