import { beforeAll, describe, expect, it } from "vitest"
import { findingLine } from "../../src/check/report"
import { type CleanBoard, cleanBoard } from "./clean"
import { harmlessKinds } from "./generated/harmless"
import { kinds, seed } from "./generated/index"
import { runKind } from "./generated/run"

/** Faults that nobody wrote: made by chance, by kind, from a seed that `FAULT_SEED` changes. */

let clean: CleanBoard

beforeAll(async () => {
  clean = await cleanBoard()
}, 300_000)

describe(`faults made by chance, seed ${seed}`, () => {
  it("are five hundred at least, of kinds with a name each", () => {
    expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(500)
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length)
  })

  it.each(kinds.map((kind) => [kind.group, kind.name, kind] as const))("%s: %s", (_group, _name, kind) => {
    const made = runKind(kind, clean, seed)
    if (process.env.FAULT_TELL !== undefined)
      for (const { told, found } of made)
        console.log(`${kind.name} | ${told} | ${found === undefined ? "NOT FOUND" : findingLine(found)}`)
    expect(made.filter(({ found }) => found === undefined).map(({ told }) => told)).toEqual([])
  })
})

describe("edits that leave the board right", () => {
  it("are a hundred at least", () => {
    expect(harmlessKinds.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(100)
  })

  it.each(harmlessKinds.map((kind) => [kind.name, kind] as const))("%s", (_name, kind) => {
    const alarms = runKind(kind, clean, seed).filter(({ found }) => found !== undefined)
    expect(
      alarms.map(({ told, found }) => `${told}: ${found === undefined ? "" : findingLine(found)}`),
    ).toEqual([])
  })
})
