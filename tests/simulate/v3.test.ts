import { describe, expect, it } from "vitest"
import source from "../../boards/mep-v3/index"
import { scenarios } from "../../boards/mep-v3/scenarios"
import { describe as read } from "../../src/board/describe"
import type { CircuitView, Net } from "../../src/model/circuit-view"
import { findingsOf, runAll, runsOf, simulated, simulationJobs } from "../../src/simulate/simulate"
import { circuitPart } from "../check/erc-fixture"
import { engine } from "./engine"

/** What MEP-HW 3.00's own trials see: the shared ones have their broken circuits in next.test.ts. */

const { board, nets: byPart } = read(source, { fab: "jlcpcb", plans: ["standard-both"] })

type Nets = Record<string, string[]>
type Parts = Map<string, ReturnType<typeof circuitPart>>
type Change = (nets: Nets, parts: Parts) => void

function circuit(change: Change): CircuitView {
  const onNet: Nets = {}
  for (const [part, pins] of byPart)
    for (const [pin, net] of pins) onNet[net] = [...(onNet[net] ?? []), `${part}.${pin}`]
  const parts: Parts = new Map(
    Object.entries(board.parts).map(([name, record]) => [name, circuitPart(name, record)] as const),
  )
  change(onNet, parts)
  const nets = Object.entries(onNet).map(([name, pins]): Net => ({ name, names: [name], pins }))
  return {
    nets,
    netOf: new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net] as const))),
    pins: [...parts].flatMap(([name, { record }]) => record.pins.map(({ number }) => `${name}.${number}`)),
    parts,
    facts: board.nets,
    variants: [{ name: "standard", title: "", notFitted: [] }],
    ...{ defaultVariant: "standard", firmware: board.firmware },
    ...(board.jumper === undefined ? {} : { jumper: board.jumper }),
  }
}

async function rules(id: string, change: Change = () => {}): Promise<string[]> {
  const own = scenarios.filter((one) => one.id === id)
  expect(own).toHaveLength(1)
  const jobs = simulationJobs("v3", circuit(change), own)
  const results = simulated(jobs, await runAll(runsOf(jobs), engine))
  return jobs
    .flatMap((job, n) => (results[n] === undefined ? [] : findingsOf(job, results[n])))
    .map(({ rule }) => rule)
}

const ohms =
  (name: string, value: number): Change =>
  (_nets, parts) => {
    const part = parts.get(name)
    if (part !== undefined) parts.set(name, { ...part, ohms: value })
  }
const farads =
  (name: string, value: number): Change =>
  (_nets, parts) => {
    const part = parts.get(name)
    if (part !== undefined) parts.set(name, { ...part, farads: value })
  }
const gone =
  (...names: readonly string[]): Change =>
  (_nets, parts) => {
    for (const name of names) parts.delete(name)
  }
describe("MEP-HW 3.00", () => {
  it("takes away what leaks to its open 5 V pins, and would not without a resistor at each", async () => {
    expect(await rules("idle")).toEqual([])
    expect(await rules("idle", gone("R27", "R28"))).toEqual(["simulate/open-j5", "simulate/open-usb"])
  })

  it("is reset by esptool, and not with a capacitor ten times as large or without a transistor", async () => {
    expect(await rules("automatic-reset")).toEqual([])
    expect(await rules("automatic-reset", farads("C6", 10e-6))).toContain("simulate/reset-in-time")
    expect(await rules("automatic-reset", gone("Q2"))).toContain("simulate/reset-strap")
    expect(await rules("automatic-reset", gone("Q1"))).toContain("simulate/reset-pulled")
  })

  it("hears a cable at J5 over its bridge, and not with R22 as small as R25", async () => {
    expect(await rules("two-adapters")).toEqual([])
    expect(await rules("two-adapters", ohms("R22", 100))).toContain("simulate/adapter-low")
  })

  it("starts from 42 mA, in order, and not in order without its supervisor", async () => {
    expect(await rules("start-up-hardest")).toEqual([])
    expect(await rules("start-up-hardest", gone("U5"))).toContain("simulate/reset-order")
  })
})
