import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import smd from "../../boards/mep-smd/index"
import tester from "../../boards/mep-tester/index"
import tht from "../../boards/mep-tht/index"
import v3 from "../../boards/mep-v3/index"
import { allParts } from "../../components/parts/index"
import { describe as describeBoard } from "../../src/board/describe"
import { listBoards } from "../../src/project/boards"
import { listFiles } from "../../src/project/files"

/**
 * What is one board's or one circuit's stands with it: no name of a board, net, designator or part in `src/` or
 * `fabrication/`. The names are the boards' own. Comments may say "U2.9" or "GND" to explain themselves: they are left
 * out, as are words that are no name of anybody's.
 */
const root = resolve(import.meta.dirname, "../..")
const boards = [smd, tester, tht, v3]

/** Nets that any circuit has and whose names everybody knows: a pour's default net, in one file. */
const everybodys = new Map([
  ["GND", ["src/board/defaults.ts"]],
  // Codes of dielectrics and volts in makers' numbers.
  ...["R3", "R6", "R7", "C7", "D7"].map((code): [string, string[]] => [
    code,
    ["src/check/order-codes/capacitors.ts"],
  ]),
  // And a step of a drawn path.
  ["C8", ["src/check/order-codes/capacitors.ts", "src/book/client/widgets/Icon.tsx"]],
  // Words of the formats: a layer, sides, apertures; a switch's letters.
  ["L1", ["src/fabricate/gerber-steps/header.ts"]],
  ["FB", ["src/fabricate/ipc-2581/document.ts"]],
  ["D10", ["src/panel/frame.ts"]],
  ["D11", ["src/panel/frame.ts"]],
  ["SW", ["src/schematic/derive/known.ts"]],
])

function names(): Set<string> {
  const described = boards.map((source) => describeBoard(source, { fab: "any", plans: [] }).board)
  return new Set([
    ...boards.map(({ id }) => id),
    ...described.flatMap(({ nets, parts }) => [...Object.keys(nets), ...Object.keys(parts)]),
    ...allParts.flatMap(({ id, mpn }) => [id, ...(mpn === undefined ? [] : [mpn])]),
  ])
}

/** Code and texts, without comments. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, " ").replaceAll(/(^|[\s;{}(,])\/\/.*$/gm, "$1")

const words = (text: string): Set<string> => new Set(text.match(/[A-Za-z][\w-]*\w|[A-Z]\d/g) ?? [])

const named = (text: string, known: ReadonlySet<string>): string[] =>
  [...words(withoutComments(text))].filter((word) => known.has(word))

describe("names of boards, nets, designators and parts", () => {
  const known = names()

  it("are those of all boards there are", () => {
    expect(boards.map(({ id }) => id).sort()).toEqual(listBoards(root))
    for (const name of ["mep-smd", "RXD2_TTL", "J6", "GND", "ESP32-WROOM-32E-N4", "r-0805-10k"])
      expect([...known], name).toContain(name)
  })

  it("stand in no code of src/ and fabrication/", () => {
    const found = ["src", "fabrication"].flatMap((folder) =>
      listFiles(join(root, folder))
        .filter((file) => /\.(tsx?|mjs|mts|css)$/.test(file))
        .flatMap((file) => {
          const path = `${folder}/${file}`
          return named(readFileSync(join(root, path), "utf8"), known)
            .filter((name) => everybodys.get(name)?.includes(path) !== true)
            .map((name) => `${path}: ${name}`)
        }),
    )
    expect(found).toEqual([])
  })

  it("would be found", () => {
    expect(named('const net = "RXD2_TTL"', known)).toEqual(["RXD2_TTL"])
    expect(named("if (designator === `J6`) return", known)).toEqual(["J6"])
    expect(named("// J6 is far\nrun() // as J6\n/** J6 */ const url = 'https://x' + J6", known)).toEqual([
      "J6",
    ])
  })
})
