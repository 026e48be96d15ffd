import { describe, expect, it } from "vitest"
import { mepScenarios } from "../../components/mep/scenarios"
import { c0805, r0805 } from "../../components/parts/passives"
import type { Finding } from "../../src/model/finding"
import type { Scenario } from "../../src/model/simulation"
import {
  findingsOf,
  type Reading,
  runAll,
  runsOf,
  simulated,
  simulationJobs,
} from "../../src/simulate/simulate"
import { circuitPart, type Draft, input, move, setPart, swap } from "../check/erc-fixture"
import { board } from "../mep-smd"
import { engine } from "./engine"

/** The scenarios of the MEP circuit, as it is and broken. */

const scenario = (id: string): Scenario => {
  const found = mepScenarios.find((one) => one.id === id)
  if (found === undefined) throw new Error(`there is no scenario ${id}`)
  return found
}

interface Tried {
  readonly readings: Readonly<Record<string, Reading>>
  readonly findings: readonly Finding[]
  readonly rules: readonly string[]
}

async function tried(id: string, change: (draft: Draft) => void = () => {}): Promise<Tried> {
  const jobs = simulationJobs("mep", input(change), [scenario(id)])
  const results = simulated(jobs, await runAll(runsOf(jobs), engine))
  const [job, result] = [jobs[0], results[0]]
  if (job === undefined || result === undefined) throw new Error("nothing was tried")
  const findings = findingsOf(job, result)
  return {
    readings: Object.fromEntries(
      job.scenario.measures.map(({ id: name }, n) => [name, result.readings[n] as Reading]),
    ),
    findings,
    rules: findings.map(({ rule }) => rule),
  }
}

const add = (
  draft: Draft,
  designator: string,
  record: Parameters<typeof circuitPart>[1],
  a: string,
  b: string,
): void => {
  draft.parts[designator] = circuitPart(designator, record)
  draft.pins.add(`${designator}.1`).add(`${designator}.2`)
  move(draft, `${designator}.1`, a)
  move(draft, `${designator}.2`, b)
}

describe("the circuit of v2.00", () => {
  const accepted = board.waivers.filter(({ rule }) => rule.startsWith("simulate/"))

  it.each(mepScenarios.map(({ id }) => id))(
    "%s: shows what is accepted of it, and nothing else",
    async (id) => {
      const { findings } = await tried(id)
      const own = new Set(scenario(id).measures.map((measure) => `simulate/${measure.id}`))
      expect(findings.map(({ rule, measure }) => `${rule} ${measure?.value}`)).toEqual(
        accepted.filter(({ rule }) => own.has(rule)).map(({ rule, figure }) => `${rule} ${figure}`),
      )
    },
  )

  it("keeps what a hand calculation says of a burst", async () => {
    const { readings } = await tried("bursts")
    // In a burst the board wants (0.239 A + some 15 mA of the transceiver) * 3.4 V / 0.8 and 5 mA at 24 V: 1.2 W; the
    // port gives 1 W. 0.2 W for 12.5 ms out of 22 uF and the port's 4.7 uF: from 24 V to about 20 V.
    expect(readings["burst-input"]?.value).toBeGreaterThan(19)
    expect(readings["burst-input"]?.value).toBeLessThan(22)
    // And the mean of it all is what goes in: 0.1 A between the bursts, 0.239 A for a quarter of the time.
    const amperes = 0.75 * 0.1 + 0.25 * 0.239 + 0.015
    expect(readings["burst-power"]?.value).toBeCloseTo((amperes * 3.45) / 0.8 + 0.005 * 24, 1)
  })
})

describe("a better circuit", () => {
  it("holds the radio's steepest load with bulk capacitance at the module", async () => {
    const { rules } = await tried("radio-peak", (draft) => {
      for (const n of [6, 7, 8]) add(draft, `C${n}`, c0805["22uF"], "V3V3", "GND")
    })
    expect(rules).toEqual([])
  })

  it("starts in order with a capacitor at EN", async () => {
    const { readings, rules } = await tried("start-up", (draft) =>
      add(draft, "C6", c0805["1uF"], "ESP_EN", "GND"),
    )
    expect(rules).toEqual([])
    // 10 kohm and 1 uF: 2.475 V of 3.45 V after 1.26 time constants.
    expect(readings["reset-order"]?.value).toBeGreaterThan(10e-3)
    expect(readings["reset-order"]?.value).toBeLessThan(15e-3)
  })
})

describe("a broken circuit", () => {
  it("diode reversed: ENABLE does not come on, and goes negative", async () => {
    const { rules } = await tried("enable", (draft) => swap(draft, "D1.1", "D1.2"))
    expect(rules).toContain("simulate/enable-signal")
    expect(rules).toContain("simulate/enable-off")
  })

  it("a resistor a decade off: R4 of 100 ohm starves the transceiver", async () => {
    const { rules } = await tried("enable", (draft) =>
      setPart(draft, "R4", { record: r0805["100R"], ohms: 100 }),
    )
    expect(rules).toContain("simulate/transceiver-supply")
  })

  it("EN pulled up by 100 times as much: the module stays off or starts late", async () => {
    const { readings } = await tried("start-up", (draft) => setPart(draft, "R1", { ohms: 100e6 }))
    expect(readings["start-enabled"]?.held).toBe(false)
  })

  it("3V3 on ground: the supply does not come up", async () => {
    const { rules } = await tried("start-up", (draft) => {
      for (const pin of [...(draft.nets.V3V3 ?? [])]) move(draft, pin, "GND")
    })
    expect(rules).toContain("simulate/start-supply")
  })

  it("24 V on 3V3: far over what the module stands", async () => {
    const { rules } = await tried("start-up", (draft) => {
      for (const pin of [...(draft.nets.V24 ?? [])]) move(draft, pin, "V3V3")
    })
    expect(rules.filter((rule) => /start-(supply|peak)/.test(rule))).not.toEqual([])
  })

  it("the module's input and output exchanged: no supply", async () => {
    const { rules } = await tried("start-up", (draft) => swap(draft, "J2.1", "J4.1"))
    expect(rules).toContain("simulate/start-supply")
  })

  it("the GPIO of ENABLE left open: ENABLE is on where it should be off", async () => {
    const { rules } = await tried("enable", (draft) => move(draft, "U2.29"))
    expect(rules).toContain("simulate/enable-off-high")
  })

  it("TXD's driver left open: the meter hears nothing", async () => {
    const { rules } = await tried("enable", (draft) => move(draft, "R5.1"))
    expect(rules).toContain("simulate/txd-level")
  })
})
