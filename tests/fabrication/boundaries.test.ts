import { readFileSync } from "node:fs"
import { join, posix, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { houses } from "../../fabrication/houses"
import { defaultFab, fabHouse, houseOf } from "../../src/pipeline/fab-house"
import { listFiles } from "../../src/project/files"

const root = resolve(import.meta.dirname, "../..")

interface Source {
  readonly path: string
  readonly text: string
}

const sources = (folder: string): Source[] =>
  listFiles(join(root, folder))
    .filter((file) => /\.(tsx?|mjs|mts)$/.test(file))
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(root, folder, file), "utf8") }))

/** Modules of this project that a file takes, as paths from the root. */
const importsOf = ({ path, text }: Source): string[] =>
  [...text.matchAll(/(?:from|import|import\()\s*"(\.[^"]*)"/g)].map(([, to = ""]) =>
    posix.join(posix.dirname(path), to),
  )

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** The top of the pipeline, which knows the houses and hands one down. */
const top = /^src\/(pipeline|cli)\//

describe("what knows a fab house", () => {
  const src = sources("src")

  it("sees the imports of a file", () => {
    const path = "src/a/b.ts"
    const text =
      'import x from "../../fabrication/houses"\nawait import("./c")\nexport * from "../d"\nimport "react"'
    expect(importsOf({ path, text })).toEqual(["fabrication/houses", "src/a/c", "src/d"])
    expect(src.length).toBeGreaterThan(300)
  })

  it("is the top of the pipeline, and it takes the list", () => {
    const takers = src.flatMap((source) =>
      importsOf(source)
        .filter((module) => module.startsWith("fabrication/"))
        .map((module) => ({ path: source.path, module })),
    )
    expect(takers.length).toBeGreaterThan(0)
    for (const { path, module } of takers) expect(`${path} ${module}`).toMatch(/ fabrication\/houses$/)
    expect(takers.map(({ path }) => path).filter((path) => !top.test(path))).toEqual([])
  })

  it("is named nowhere else, nor are its plans and its kinds of numbers", () => {
    const words = houses.flatMap(({ id, title, plans, orderNumber }) => [
      ...[id, title, ...(orderNumber.makers ? [] : [orderNumber.name])],
      ...Object.keys(plans).filter((plan) => plan.includes("-")),
    ])
    const pattern = new RegExp(`(?<![a-z])(${[...new Set(words)].map(escaped).join("|")})`, "i")
    expect(pattern.test("as JLCPCB wants it")).toBe(true)
    expect(src.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([])
  })

  it("has its columns and words for sides to itself: what judges files asks it", () => {
    // Of the hand list, which is the same for every house.
    const ours = ["Manufacturer Part"]
    const titles = houses
      .flatMap(({ bom, cpl }) => [...bom.columns, ...cpl.columns].map(({ title }) => title))
      .filter((title) => /[ #]/.test(title) && !ours.includes(title))
    expect(titles.length).toBeGreaterThan(2)
    const verify = src.filter(({ path }) => path.startsWith("src/verify/"))
    const found = verify.flatMap(({ path, text }) =>
      titles.filter((title) => text.includes(`"${title}"`)).map((title) => `${path}: ${title}`),
    )
    expect(found).toEqual([])
  })

  it("a house takes nothing from the pipeline but its words", () => {
    const houses = sources("fabrication")
    const taken = houses.flatMap(importsOf)
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.filter((module) => !/^(src\/model|fabrication)\//.test(module))).toEqual([])
  })
})

describe("the house of a board", () => {
  it("is the one it names, or the first", () => {
    expect(houseOf({ id: "x" }).id).toBe(defaultFab)
    expect(houseOf({ id: "x", fab: defaultFab }).id).toBe(defaultFab)
  })

  it("that does not exist is said in one line, with what was meant", () => {
    expect(() => houseOf({ id: "x", fab: "jlpcb" })).toThrow(
      'boards/x/index.tsx: fab: unknown fab house "jlpcb": did you mean "jlcpcb"? known: jlcpcb, aisler, pcbway, oshpark',
    )
    expect(() => fabHouse("elsewhere", "--fab")).toThrow(
      '--fab: unknown fab house "elsewhere": known: jlcpcb, aisler, pcbway, oshpark',
    )
  })
})
