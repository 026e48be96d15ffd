import { beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { circuitChecks } from "../../src/check/checks"
import { subjectOf } from "../../src/check/subject"
import { elementsOf } from "../../src/circuit/elements"
import { compileRuns } from "../../src/compile/compile"
import type { CompiledBoard } from "../../src/compile/compiled-board"
import { compiledSynthetic, synthetic } from "./synthetic"

// tscircuit stops at 50 connections.
const board = synthetic(1, 8, 9)
let compiled: CompiledBoard

beforeAll(async () => {
  compiled = await compiledSynthetic(board)
})

describe("a board of 65 nets", () => {
  it("has its routes laid, and tscircuit finds nothing wrong", () => {
    expect(Object.keys(board.routes.nets)).toHaveLength(65)
    const paths = Object.values(board.routes.nets).flatMap((net) => net.paths)
    const ends = new Set(paths.flatMap(({ points }) => [points[0], points.at(-1)]).map(String))
    const loneVias = (board.routes.nets.GND?.vias ?? []).filter((via) => !ends.has(String(via)))
    expect(elementsOf(compiled.circuit, "pcb_trace")).toHaveLength(paths.length + loneVias.length)
    expect(compiled.runs.flatMap(({ findings }) => findings)).toEqual([])
    expect(compiled.blocked).toBe(false)
  })

  it("has no fault of copper", () => {
    const subject = subjectOf(compiled.circuit, compiled.definition, jlcpcb)
    const checks = circuitChecks.filter(({ id }) => id === "lvs" || id.startsWith("board/"))
    expect(checks.length).toBeGreaterThan(10)
    expect(checks.flatMap(({ run }) => run(subject).findings)).toEqual([])
  })

  it("says why where tscircuit does not lay the copper", () => {
    const circuit = [
      ...compiled.circuit,
      {
        type: "pcb_autorouting_error" as const,
        error_type: "pcb_autorouting_error" as const,
        pcb_error_id: "refused",
        message: "Remaining routes left unrouted (over 50 traces remaining)",
      },
    ]
    const runs = compileRuns(circuit, compiled.definition, compiled.routes)
    expect(runs.flatMap(({ findings }) => findings.map(({ message }) => message))).toEqual([
      "Remaining routes left unrouted (over 50 traces remaining)",
    ])
  })
})
