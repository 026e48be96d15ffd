import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { lockDifferences } from "../../src/lock/differences"
import { formatLock, type Lock, lockSections, parseLock } from "../../src/lock/lock"
import { lockOf } from "../../src/lock/lock-of"
import type { Board } from "../../src/model/board"
import { lockAfter, type Source, source } from "./sample"

const file = "boards/small/board.lock.json"
const text = formatLock(lockAfter())

/** The same numbers on every machine (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(items: readonly T[], random: () => number): T =>
  items[Math.floor(random() * items.length)] as T

const linesOf = (lock: Lock): string[] =>
  formatLock(lock)
    .split("\n")
    .map((line) => line.replace(/,$/, ""))

function changedLines(before: Lock, after: Lock): number {
  const [old, now] = [linesOf(before), linesOf(after)]
  return Math.max(
    old.filter((line) => !now.includes(line)).length,
    now.filter((line) => !old.includes(line)).length,
  )
}

describe("the written form", () => {
  it("is the one in the golden file", () => {
    expect(text).toBe(readFileSync("tests/lock/golden.lock.json", "utf8"))
  })

  it("is the same whatever order things come in", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = dice(seed)
      const shuffle = (list: unknown[]): void => {
        list.sort(() => random() - 0.5)
      }
      const { board, facts } = source()
      const lists: unknown[][] = [facts.nets, facts.openPins, facts.legends, facts.assembly]
      lists.push(
        board.netClasses,
        board.waivers,
        board.jumper?.states ?? [],
        board.plans,
        board.pours[0]?.layers ?? [],
      )
      for (const list of [
        ...facts.nets.map(({ pins }) => pins),
        ...board.netClasses.map(({ nets }) => nets),
      ]) {
        lists.push(list)
      }
      for (const part of Object.values(board.parts)) lists.push(part.package.land.pads)
      for (const list of lists) shuffle(list)
      const parts = Object.entries(board.parts)
      shuffle(parts)
      board.parts = Object.fromEntries(parts)
      expect(formatLock(lockOf(board as Board, facts))).toBe(text)
    }
  })

  it("does not know where parts stand", () => {
    const placed = lockAfter(({ board }) => {
      board.placements = [{ designator: "R1", x: 1, y: 2, rotationDeg: 90, side: "bottom" }]
      board.lines = { R1: { file: "boards/small/index.tsx", line: 9 } }
    })
    expect(formatLock(placed)).toBe(text)
  })

  it("has no tails of binary fractions", () => {
    const sums = lockAfter(({ board }) => {
      board.thicknessMm = 0.1 + 0.2
      const [claim] = board.claims
      if (claim !== undefined) claim.says = { limit: 0.1 + 0.2, farads: 100e-9 }
    })
    expect(sums.board.thickness).toBe("0.3 mm")
    expect(Object.values(sums.claims)).toEqual(["farads: 1e-7 | limit: 0.3"])
  })

  it("refuses what could change without a trace", () => {
    const says = (value: unknown) => () =>
      lockAfter(({ board }) => {
        const [claim] = board.claims
        if (claim !== undefined) claim.says = { pins: value }
      })
    for (const value of [() => 1, new Map([["a", 1]]), new Set(["a"]), Symbol("a")]) {
      expect(says(value)).toThrow('"pins" is no plain data')
    }
    expect(says([{ a: [1, 2] }, { a: [["x", "y"]] }])).not.toThrow()
  })

  it("keeps a bar of a text apart from those between cells", () => {
    const one = lockAfter(({ facts }) =>
      facts.legends.push({ text: "A | B", side: "top", capitalMm: 1, turnDeg: 0, at: "U1" }),
    )
    expect(one.legends.U1).toBe("'A || B', 1 mm")
    expect(parseLock(formatLock(one), file)).toEqual(one)
  })
})

describe("a single change", () => {
  /** Every number and text of the source, by its path. */
  function leaves(value: unknown, path: readonly string[] = []): string[][] {
    if (typeof value === "number" || typeof value === "string") return [[...path]]
    if (typeof value !== "object" || value === null) return []
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
  }

  /** What the lock leaves out on purpose, and names by which other things are found: those are told as several. */
  const notLocked = [
    /^board\.(id|fab|home|placements|lines|silkscreen|figures|nets|mountingHoles)\b/,
    // One of the pours, which are locked.
    /^board\.pour\./,
    /^board\.parts\.\w+\.(id|kind|description|pins|height|polarised|assembly|numbers\.fab\.(class|trust|evidence|none))\b/,
    /\.package\.(name|source|land\.courtyard|land\.pads\.\d+\.(pin|shape))\b/,
    // A pad with a hole has no paste, a round one no height.
    /J1\.package\.land\.pads\.\d\.(paste|height)/,
    /^facts\.(assembly|nets|openPins|holes\.\d\.[xy])|\.notFitted\.|steps\.\d\.id$/,
  ]
  const locked = leaves({ board: source().board, facts: source().facts }).filter(
    (path) => !notLocked.some((pattern) => pattern.test(path.join("."))),
  )

  function edit(from: Source, path: readonly string[], random: () => number): void {
    let holder: unknown = from
    for (const key of path.slice(0, -1)) holder = Reflect.get(Object(holder), key)
    const key = path.at(-1) ?? ""
    const old: unknown = Reflect.get(Object(holder), key)
    const fresh =
      typeof old === "number"
        ? old + 1 + Math.round(random() * 8)
        : `${String(old)}x${Math.round(random() * 99)}`
    Reflect.set(Object(holder), key, fresh)
  }

  it("is one line of the file and one difference, wherever it is", () => {
    expect(locked.length).toBeGreaterThan(150)
    const before = lockAfter()
    const random = dice(7)
    for (const path of locked) {
      const what = path.join(".")
      const after = lockAfter((from) => edit(from, path, random))
      const differences = lockDifferences(before, after)
      const counts = [changedLines(before, after), differences.length]
      // What one of two legends at a pin says elsewhere is gone here and new there.
      if (/legends\.[12]\.(at|side)$/.test(what)) expect([what, ...counts]).toEqual([what, 2, 2])
      else expect([what, ...counts]).toEqual([what, 1, 1])
    }
  })

  it("of any two entries of any section is told, both ways", () => {
    const random = dice(11)
    const before = lockAfter()
    for (let round = 0; round < 400; round++) {
      const section = pick(lockSections, random)
      const keys = Object.keys(before[section])
      const key = pick(keys, random)
      const { [key]: value = "", ...others } = before[section]
      const kinds = [
        { ...others, [key]: `${value} ${Math.round(random() * 99)}` },
        { ...others, [key]: value.slice(1) },
        { ...others, [key]: value.split(" | ").reverse().join(" | ") },
        others,
        { ...before[section], [`${key}9`]: value },
        { ...others, [`${key}9`]: value },
      ]
      const after: Lock = { ...before, [section]: pick(kinds, random) }
      const isSame = formatLock(after) === formatLock(before)
      expect(lockDifferences(before, after).length > 0, `${section} ${key}`).toBe(!isSame)
      expect(lockDifferences(after, before).length > 0, `${section} ${key}`).toBe(!isSame)
    }
  })

  it("of the guide's order is one too", () => {
    const before = lockAfter()
    expect(lockDifferences(before, { ...before, guide: [...before.guide].reverse() })).toEqual([
      "guide: the same sentences in another order",
    ])
  })
})

describe("reading", () => {
  it("gives back what was written, with the line ends of any checkout", () => {
    expect(parseLock(text, file)).toEqual(lockAfter())
    expect(parseLock(text.replaceAll("\n", "\r\n"), file)).toEqual(lockAfter())
  })

  const line = (words: string): number => text.split("\n").findIndex((each) => each.includes(words)) + 1
  const spoilt: readonly (readonly [string, (text: string) => string, number, RegExp])[] = [
    ["cut off", (t) => t.slice(0, t.indexOf('"GND": "C1.2')), line('"GND": "C1.2'), /not valid JSON/],
    ["empty", () => "", 1, /not valid JSON/],
    ["a comma less", (t) => t.replace(/("R1": "r-0805.*"),/, "$1"), line('"R1": "r-0805'), /not valid JSON/],
    [
      "a comma too many",
      (t) => t.replace('"H1": "3.2 mm, x -8 y 3"', '"H1": "3.2 mm, x -8 y 3",'),
      line('"H1"'),
      /not valid JSON/,
    ],
    ["a quote less", (t) => t.replace('"fab": "fab"', '"fab": fab"'), line('"fab": "fab"'), /not valid JSON/],
    [
      "a merge's marks",
      (t) => t.replace('    "R1": ', '<<<<<<< HEAD\n    "R1": '),
      line('"R1": "r-0805'),
      /not valid JSON/,
    ],
    [
      "a key twice",
      (t) => t.replace(/( {4}"V24": "J1.*)/, '$1,\n    "V24": "J1.1"'),
      line('"V24": "J1') + 1,
      /"V24" stands here and in line/,
    ],
    [
      "a number for a text",
      (t) => t.replace('"revision": "1.00"', '"revision": 1'),
      line('"revision"'),
      /Expected string/,
    ],
    ["an unknown section", (t) => t.replace('"claims": {', '"calims": {'), 1, /claims: Required/],
    ["another format", (t) => t.replace('"format": 1', '"format": 2'), 2, /expected 1/],
    [
      "entries in another order",
      (t) => t.replace(/( {4}"C1": .*\n)( {4}"C2": .*\n)/, "$2$1"),
      line('"C1": "c'),
      /edited by hand/,
    ],
    ["spaces", (t) => t.replace('"V24": "J1', '"V24":  "J1'), line('"V24": "J1'), /edited by hand/],
    ["no last newline", (t) => t.trimEnd(), text.split("\n").length - 1, /edited by hand/],
  ]

  it.each(spoilt)("%s: one line, with the file's", (_, spoil, at, what) => {
    const bad = spoil(text)
    expect(bad).not.toBe(text)
    let message = ""
    try {
      parseLock(bad, file)
    } catch (error) {
      message =
        error instanceof Error && error.name === "UserError" ? error.message : `a bug: ${String(error)}`
    }
    expect(message).toMatch(what)
    expect(message.split("\n")).toHaveLength(1)
    expect(message).toMatch(new RegExp(`^${file}:${at}: `))
  })
})
