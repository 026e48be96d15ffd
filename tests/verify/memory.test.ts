import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import type { FabHouse } from "../../src/model/fab-house"
import { Memory } from "../../src/verify/memory"
import { verifyContents } from "../../src/verify/verify"
import { breaks } from "./breaks"
import { packageFiles, sealed } from "./package-fixture"
import { SmallBoard } from "./small-board"

/** One memory for all: each package is the sound one with one thing changed, and those before it are remembered. */
const memory = new Memory()

const judged = (files: ReadonlyMap<string, string | Uint8Array>, house: FabHouse, kept?: Memory) => {
  const report = verifyContents(sealed(files), house, kept === undefined ? {} : { memory: kept })
  return { findings: report.findings, checks: report.checks, notChecked: report.notChecked }
}

function sameAsAnew(files: ReadonlyMap<string, string | Uint8Array>, house: FabHouse = jlcpcb) {
  const anew = judged(files, house)
  expect(judged(files, house, memory)).toEqual(anew)
  expect(judged(files, house, memory)).toEqual(anew)
  return anew.findings
}

const replaced = (path: string, from: string, to: string) => {
  const files = packageFiles()
  const text = String(files.get(path))
  expect(text).toContain(from)
  return files.set(path, text.replace(from, to))
}

describe("what is remembered of one package is not taken for another's", () => {
  it("sound", () => expect(sameAsAnew(packageFiles())).toEqual([]))

  it.each(Object.entries(breaks))("%s", (_, change) => {
    const board = new SmallBoard()
    change(board)
    const files = new Map([...packageFiles()].filter(([path]) => !path.startsWith("gerbers/")))
    for (const { name, text } of board.files()) files.set(`gerbers/${name.replace("b-", "small-")}`, text)
    sameAsAnew(files)
  })

  it.each([
    ["another net", "circuit.json", '"name":"A"', '"name":"C"'],
    ["another place of a pad", "circuit.json", '"x":-5,"y":3', '"x":-5,"y":3.1'],
    ["other legend", "circuit.json", '"type":"pcb_silkscreen_line","layer":"top"', '"type":"pcb_hole"'],
    ["another pad in IPC-2581", "small-ipc2581.xml", 'diameter="1.8"', 'diameter="2.4"'],
    ["IPC-2581 cut off", "small-ipc2581.xml", "</Ecad>", ""],
  ])("%s", (_, path, from, to) => {
    expect(sameAsAnew(replaced(path, from, to))).not.toEqual([])
    sameAsAnew(packageFiles())
  })

  it("a house with another limit and the same name", () => {
    const limits = jlcpcb.limits.map((rule) =>
      rule.id === "track-width" ? { ...rule, gate: { error: 3 } } : rule,
    )
    expect(sameAsAnew(packageFiles(), { ...jlcpcb, limits })).not.toEqual([])
    expect(sameAsAnew(packageFiles())).toEqual([])
  })
})
