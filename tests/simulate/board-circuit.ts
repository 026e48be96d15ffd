import { expect } from "vitest"
import type { describe as read } from "../../src/board/describe"
import type { CircuitView, Net } from "../../src/model/circuit-view"
import type { Scenario } from "../../src/model/simulation"
import { findingsOf, runAll, runsOf, simulated, simulationJobs } from "../../src/simulate/simulate"
import { circuitPart } from "../check/erc-fixture"
import { engine } from "./engine"

export type Nets = Record<string, string[]>
export type Parts = Map<string, ReturnType<typeof circuitPart>>
export type Change = (nets: Nets, parts: Parts) => void

/** A board's own circuit, as its source describes it, with something changed. */
export function boardCircuit({ board, nets: byPart }: ReturnType<typeof read>, change: Change): CircuitView {
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
    variants: Object.entries(board.variants).map(([name, variant]) => ({ ...variant, name })),
    ...{ defaultVariant: board.defaultVariant, firmware: board.firmware },
    ...(board.jumper === undefined ? {} : { jumper: board.jumper }),
  }
}

/** What one scenario says of a circuit. */
export async function rulesOf(
  circuit: CircuitView,
  scenarios: readonly Scenario[],
  id: string,
): Promise<string[]> {
  const jobs = simulationJobs(
    "board",
    circuit,
    scenarios.filter((one) => one.id === id),
  )
  expect(jobs).toHaveLength(1)
  const results = simulated(jobs, await runAll(runsOf(jobs), engine))
  return jobs
    .flatMap((job, n) => (results[n] === undefined ? [] : findingsOf(job, results[n])))
    .map(({ rule }) => rule)
}

/** Exchanges two pins. */
export const swap =
  (a: string, b: string): Change =>
  (nets) => {
    for (const pins of Object.values(nets))
      pins.forEach((pin, n) => {
        if (pin === a) pins[n] = b
        else if (pin === b) pins[n] = a
      })
  }

export const ohms =
  (name: string, value: number): Change =>
  (_nets, parts) => {
    const part = parts.get(name)
    if (part !== undefined) parts.set(name, { ...part, ohms: value })
  }

export const gone =
  (...names: readonly string[]): Change =>
  (_nets, parts) => {
    for (const name of names) parts.delete(name)
  }
