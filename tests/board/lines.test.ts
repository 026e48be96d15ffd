import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { describe as describeSource } from "../../src/board/describe"
import { bundleOptions, loadVendor } from "../../src/bundler.mjs"
import type { BoardSource } from "../../src/model/board"

/** A board bundled as a build bundles it: there messages name the line that an element is written in. */

const root = resolve(import.meta.dirname, "../..")
const folder = mkdtempSync(join(tmpdir(), "mep-lines-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const board = `import { r0805 } from "${root}/components/parts/passives"
import { Connect, Part } from "${root}/src/board/parts"

const Pair = ({ name }) => (
  <>
    <Part name={name + "1"} is={r0805["10k"]} at={[0, 0]} pins={{ 1: "A", 3: "B" }} />
    <Part name={name + "2"} is={r0805["10k"]} />
  </>
)
function Old() {}
Old.prototype.isReactComponent = {}

export default {
  id: "lines",
  title: "Lines",
  revision: "1",
  outline: [],
  circuit: () => (
    <group>
      <Pair name="R" />
      <resistor name="R1" resistance="4k7" footprint="0603" />
      <Connect part="R9" pins={{ 1: "A" }} />
    </group>
  ),
}

export const withClass = { id: "lines", title: "", revision: "", outline: [], circuit: () => <Old /> }
`

/** The line of the board that has a text, counted from 1. */
const lineOf = (text: string): number => board.split("\n").findIndex((line) => line.includes(text)) + 1

let source: BoardSource
let withClass: BoardSource

beforeAll(async () => {
  await loadVendor(root)
  const [entry, outfile] = [join(folder, "index.tsx"), join(folder, "board.mjs")]
  writeFileSync(entry, board)
  await build({ ...bundleOptions(root), entryPoints: [entry], outfile })
  const module = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as {
    readonly default: BoardSource
    readonly withClass: BoardSource
  }
  source = module.default
  withClass = module.withClass
})

describe("faults of a bundled board", () => {
  it("have the file and the line of their element", () => {
    const { findings, board: described } = describeSource(source, { fab: "jlcpcb", plans: [] })
    const where = findings.map(({ message, file = "", line }) => [
      file.endsWith("index.tsx") ? line : file,
      message,
    ])
    expect(where).toEqual(
      [
        [lineOf('name + "1"'), '10k has no pin "3"'],
        [lineOf('name + "2"'), "R2: has no place"],
        [lineOf("<resistor"), "R1: there is one already"],
        [lineOf("<resistor"), "tscircuit would not read"],
        [lineOf("<Connect"), "R9: is not in the circuit"],
      ].map(([line, message]) => [line, expect.stringContaining(String(message))]),
    )
    expect(described.lines.R1?.line).toBe(lineOf('name + "1"'))
    expect(findings[2]?.message).toMatch(/there is one already \(.*index\.tsx:\d+\)/)
  })

  it("also where a component is refused", () => {
    expect(() => describeSource(withClass, { fab: "jlcpcb", plans: [] })).toThrow(
      /index\.tsx:\d+: Old is a class component: write it as a plain function of its props$/,
    )
  })
})
