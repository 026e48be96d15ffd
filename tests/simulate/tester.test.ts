import { describe, expect, it } from "vitest"
import source from "../../boards/mep-tester/index"
import { scenarios } from "../../boards/mep-tester/scenarios"
import { r0805 } from "../../components/parts/passives"
import { describe as read } from "../../src/board/describe"
import type { CircuitView, Net } from "../../src/model/circuit-view"
import { findingsOf, runAll, runsOf, simulated, simulationJobs } from "../../src/simulate/simulate"
import { circuitPart } from "../check/erc-fixture"
import { engine } from "./engine"

const { board, nets: byPart } = read(source, { fab: "jlcpcb", plans: ["hand"] })

type Nets = Record<string, string[]>

/** The tester's circuit; R3 is a plain element, which only the compiled circuit knows: said here once more. */
function circuit(
  change: (nets: Nets, parts: Map<string, ReturnType<typeof circuitPart>>) => void = () => {},
): CircuitView {
  const onNet: Nets = { MEP_ENABLE: ["R3.1"], GND: ["R3.2"] }
  for (const [part, pins] of byPart)
    for (const [pin, net] of pins) onNet[net] = [...(onNet[net] ?? []), `${part}.${pin}`]
  const parts = new Map(
    Object.entries(board.parts).map(([name, record]) => [name, circuitPart(name, record)] as const),
  )
  parts.set("R3", { ...circuitPart("R3", r0805["3k3"]), ohms: 3600 })
  change(onNet, parts)
  const nets = Object.entries(onNet).map(([name, pins]): Net => ({ name, names: [name], pins }))
  return {
    nets,
    netOf: new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net] as const))),
    pins: [...parts].flatMap(([name, { record }]) => record.pins.map(({ number }) => `${name}.${number}`)),
    parts,
    facts: board.nets,
    variants: Object.entries(board.variants).map(([name, variant]) => ({ ...variant, name })),
    defaultVariant: board.defaultVariant,
    firmware: board.firmware,
  }
}

async function rules(id: string, ...change: Parameters<typeof circuit>): Promise<string[]> {
  const jobs = simulationJobs(
    "tester",
    circuit(...change),
    scenarios.filter((one) => one.id === id),
  )
  expect(jobs).toHaveLength(1)
  const results = simulated(jobs, await runAll(runsOf(jobs), engine))
  return jobs
    .flatMap((job, n) => (results[n] === undefined ? [] : findingsOf(job, results[n])))
    .map(({ rule }) => rule)
}

/** Exchanges two pins. */
const swap = (a: string, b: string) => (nets: Nets) => {
  for (const pins of Object.values(nets))
    pins.forEach((pin, n) => {
      if (pin === a) pins[n] = b
      else if (pin === b) pins[n] = a
    })
}
/** Another value. */
const ohms =
  (part: string, value: number) =>
  (_nets: Nets, parts: Map<string, ReturnType<typeof circuitPart>>): void => {
    const known = parts.get(part)
    if (known !== undefined) parts.set(part, { ...known, ohms: value })
  }
const gone = (part: string) => (_nets: Nets, parts: Map<string, ReturnType<typeof circuitPart>>) =>
  void parts.delete(part)

describe("the tester", () => {
  it.each(scenarios.map(({ id }) => id))("%s: holds every limit", async (id) => {
    expect(await rules(id)).toEqual([])
  })

  it("is not right with its threshold's resistors exchanged, or one a decade off", async () => {
    const exchanged: Parameters<typeof circuit>[0] = (...all) => {
      ohms("R4", 10e3)(...all)
      ohms("R5", 8.2e3)(...all)
    }
    expect(await rules("threshold", exchanged)).toContain("simulate/lit")
    expect(await rules("threshold", ohms("R4", 82e3))).toContain("simulate/lit")
    expect(await rules("threshold", ohms("R5", 100e3))).toContain("simulate/dark")
  })

  it("is not right with an LED the wrong way round, or without its diode at the reference", async () => {
    expect(await rules("threshold", swap("D3.1", "D3.2"))).toContain("simulate/lit")
    expect(await rules("module-reversed-diode", gone("D4"))).toContain("simulate/reference-current")
  })

  it("is not right with its supply's diode the wrong way round, or bridged", async () => {
    expect(await rules("module-on", swap("D1.1", "D1.2"))).toContain("simulate/module-volts")
    expect(
      await rules("reversed", (nets) => {
        nets.V24_FUSED = [...(nets.V24_FUSED ?? []), ...(nets.V24 ?? [])]
        delete nets.V24
      }),
    ).toContain("simulate/reversed-module")
  })

  it("is not right where its fuse is bridged", async () => {
    expect(
      await rules("module-fault", (_nets, parts) => {
        parts.set("F1", { ...circuitPart("F1", r0805["0R"]) })
      }),
    ).toContain("simulate/fault-tripped")
  })
})
