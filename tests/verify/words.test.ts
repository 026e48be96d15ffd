import { readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import type { Figure, Finding } from "../../src/model/finding"
import { fileRules } from "../../src/verify/rules/index"
import { breaks } from "./breaks"
import { atJlcpcb, SmallBoard } from "./small-board"

/**
 * Every rule on files beside many small slips, word for word: which rule, how bad, what it says, where, of which parts,
 * and what it measured. The lines in `words.txt` were read one by one when they were written (`WRITE_DOCS=1` writes them
 * anew); a limit, a place or a severity that moves is a line of a diff.
 */
const path = "tests/verify/words.txt"
const kept = new Map(
  readFileSync(path, "utf8")
    .split(/^# /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section.slice(section.indexOf("\n") + 1)]),
)

const figureLine = (figure: Figure): string => `= ${Object.values(figure).join(" ")}`

function lineOf({ rule, severity, message, parts = [], file, line, measure, at }: Finding): string {
  const limit = measure?.limit === undefined ? "" : ` of ${measure.limit}`
  return [
    `${severity} ${rule}: ${message}`,
    ...(measure === undefined ? [] : [`[${measure.value}${limit} ${measure.unit}]`]),
    ...(at === undefined ? [] : [`at ${at.x} ${at.y}${at.layer === undefined ? "" : ` ${at.layer}`}`]),
    ...(parts.length === 0 ? [] : [`(${parts.join(" ")})`]),
    ...(file === undefined ? [] : [`in ${file}${line === undefined ? "" : `:${line}`}`]),
  ].join(" ")
}

/** Who asks: with the circuit at hand, without, and of files of another program. */
const modes = ["known", "blind", "foreign"] as const

function saidTo(mode: (typeof modes)[number], change: (board: SmallBoard) => void): string[] {
  const board = new SmallBoard()
  change(board)
  const isForeign = mode === "foreign"
  const geometry = board.geometry({ blind: mode !== "known", foreign: isForeign })
  const input = { board: geometry, ...atJlcpcb, ...(isForeign ? { foreign: true } : {}) }
  return fileRules.flatMap((rule) => {
    const { findings, figures = [] } = rule.check(input)
    return [...findings.map(lineOf), ...figures.map(figureLine)]
  })
}

/** What is said to all stands plain, what only some are told has their names before it. */
function said(change: (board: SmallBoard) => void, usual?: readonly Set<string>[]): string {
  const lines = modes.map((mode, n) => saidTo(mode, change).filter((line) => !usual?.[n]?.has(line)))
  return [...new Set(lines.flat())]
    .map((line) => {
      const to = modes.filter((_, n) => lines[n]?.includes(line))
      return `${to.length === modes.length ? "" : `${to.join(", ")}: `}${line}\n`
    })
    .join("")
    .concat("\n")
}

describe("word for word", () => {
  const isWriting = process.env.WRITE_DOCS === "1"
  const found = new Map<string, string>()
  const usual = modes.map((mode) => new Set(saidTo(mode, () => {})))
  const held = (name: string, text: string): void => {
    found.set(name, text)
    if (!isWriting) expect(text).toBe(kept.get(name))
  }

  it("a sound board", () =>
    held(
      "sound",
      said(() => {}),
    ))

  it.each(Object.entries(breaks))("%s", (name, change) => held(name, said(change, usual)))

  it("keeps no words of a slip that is not tried", () => {
    const text = [...found].map(([name, lines]) => `# ${name}\n${lines}`).join("")
    if (isWriting) writeFileSync(path, text)
    else expect([...kept.keys()]).toEqual(["sound", ...Object.keys(breaks)])
  })
})
