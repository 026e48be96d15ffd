import type { AnyCircuitElement } from "circuit-json"
import { beforeAll, describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { checkCircuit } from "../../src/check/checks"
import { layoutVersusSchematic } from "../../src/check/lvs/lvs"
import { subjectOf } from "../../src/check/subject"
import { isOpenIssue, judge } from "../../src/check/waivers"
import { elementsOf } from "../../src/circuit/elements"
import { netlistOf } from "../../src/circuit/netlist"
import type { Board } from "../../src/model/board"
import type { Part } from "../../src/model/part"
import { laidBoard } from "../mep-smd-compiled"
import { Draft } from "./board-draft"
import { faults } from "./mep-smd-faults"

/** The real board, with a small fault in its circuit JSON each time. */

let clean: readonly AnyCircuitElement[] = []
let board: Board

beforeAll(async () => {
  const laid = await laidBoard()
  expect(laid.said).toEqual([])
  clean = laid.circuit
  board = laid.definition
})

const open = (circuit: readonly AnyCircuitElement[], definition = board) =>
  judge(
    checkCircuit(circuit, definition, jlcpcb).flatMap(({ findings }) => findings),
    definition.waivers,
    "so far",
  ).open.filter(isOpenIssue)

/** The board with something else said of a part. */
const fitted = (designator: string, change: Partial<Part>): Board => {
  const record = board.parts[designator]
  if (record === undefined) throw new Error(`no part ${designator}`)
  return { ...board, parts: { ...board.parts, [designator]: { ...record, ...change } } }
}

describe("MEP-HW-SMD", () => {
  it("has no open finding", () => {
    expect(open(clean).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
  })

  it("has 26 nets, each one piece of copper", () => {
    const lvs = checkCircuit(clean, board, jlcpcb).find(({ id }) => id === "lvs")
    expect(lvs?.figures?.[0]).toMatchObject({ value: 26, limit: 26 })
  })

  it.each(faults)("$what: $rule", ({ change, rule, says }) => {
    const draft = new Draft(clean)
    change(draft)
    const caught = open(draft.elements).filter((finding) => finding.rule === rule)
    expect(caught.map(({ message }) => message).join("\n")).toMatch(says)
  })

  const lvs = (circuit: readonly AnyCircuitElement[]) =>
    layoutVersusSchematic(subjectOf(circuit, board, jlcpcb)).findings.map(({ rule }) => rule)

  it("every two-pin part turned by 180 degrees under its routes", () => {
    for (const part of ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "C1", "C2", "C3", "C4", "C5", "D1"]) {
      const draft = new Draft(clean)
      draft.swapPads(`${part}.1`, `${part}.2`)
      expect(lvs(draft.elements), part).toContain("lvs/short")
    }
  })

  it("every track and via left out, but for those of the ground plane, which has others", () => {
    const ground = new Draft(clean).netId("GND")
    const ofGround = new Set(
      elementsOf(clean, "pcb_trace")
        .filter(({ source_trace_id: id }) => id === ground)
        .map(({ pcb_trace_id: id }) => id),
    )
    let left = 0
    clean.forEach((element, index) => {
      if (element.type !== "pcb_trace" && element.type !== "pcb_via") return
      if (ofGround.has(element.pcb_trace_id ?? "")) return
      left++
      expect(lvs(clean.toSpliced(index, 1)), JSON.stringify(element)).not.toEqual([])
    })
    expect(left).toBeGreaterThan(40)
  })

  it("any two pins of different nets swapped in the circuit", () => {
    const pins = [...netlistOf(clean).netOf.keys()].filter((_, index) => index % 5 === 0)
    const netOf = (pin: string) => netlistOf(clean).netOf.get(pin)?.name ?? ""
    for (const [a, b] of pins.map(
      (pin, index) => [pin, pins[(index + 4) % pins.length] as string] as const,
    )) {
      if (netOf(a) === netOf(b)) continue
      const draft = new Draft(clean)
      draft.connect(a, netOf(b))
      draft.connect(b, netOf(a))
      expect(lvs(draft.elements), `${a} and ${b}`).toContain("lvs/short")
    }
  })

  it("every finding with a pad or part has a place", () => {
    const draft = new Draft(clean)
    draft.connect("U1.9", "TXD2_TTL")
    for (const finding of open(draft.elements)) {
      if (finding.parts?.length) expect(finding.at, finding.message).toBeDefined()
    }
  })

  it("R3 and R4 both, in a variant", () => {
    const both = { ...board, variants: { ...board.variants, both: { title: "both", notFitted: [] } } }
    expect(open(clean, both).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["erc/exactly-one", "erc/driver-conflict"]),
    )
  })

  it("a part that is not in the source, and one of another value", () => {
    const { R1: _, ...others } = board.parts
    expect(open(clean, { ...board, parts: others }).map(({ rule }) => rule)).toContain(
      "board/designator-missing",
    )
    expect(open(clean, fitted("R1", r0805["4k7"])).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["board/part-value", "board/part-number"]),
    )
  })

  it("a module that has PSRAM", () => {
    const findings = open(clean, fitted("U2", { mpn: "ESP32-WROOM-32E-N8R2" }))
    expect(findings.map(({ rule }) => rule)).toContain("erc/part-choice")
  })
})
