import { describe, expect, it } from "vitest"
import { openEngine } from "../../src/simulate/engine"
import { probe, runLines } from "./engine"

describe("ngspice, beside circuits that are calculated by hand", () => {
  it("divides a voltage", async () => {
    const { at } = await probe(["V1 a 0 9", "R1 a b 2k", "R2 b 0 1k"], {
      seconds: 1e-3,
      save: ["v(b)", "i(v1)"],
    })
    expect(at("v(b)")).toBeCloseTo(3, 4)
    // A source's current flows into its plus.
    expect(at("i(v1)")).toBeCloseTo(-3e-3, 7)
  })

  it("charges a capacitor through a resistor", async () => {
    const { at } = await probe(["V1 a 0 PULSE(0 1 0 1n 1n 1 2)", "R1 a b 1k", "C1 b 0 1u"], {
      ...{ seconds: 5e-3, save: ["v(b)"], step: 5e-6 },
    })
    for (const [time, share] of [
      [1e-3, 1 - Math.exp(-1)],
      [2e-3, 1 - Math.exp(-2)],
      [5e-3, 1 - Math.exp(-5)],
    ] as const)
      expect(at("v(b)", time)).toBeCloseTo(share, 3)
  })

  it("overshoots with coil, capacitor and damping as theory has it", async () => {
    // Series 1 uH, 1 uF, 0.5 ohm: damping ratio R/2 sqrt(C/L) = 0.25.
    const { most } = await probe(["V1 a 0 PULSE(0 10 0 1n 1n 1 2)", "R1 a b 0.5", "L1 b c 1u", "C1 c 0 1u"], {
      ...{ seconds: 20e-6, save: ["v(c)"], step: 10e-9 },
    })
    const ratio = 0.25
    const peak = 10 * (1 + Math.exp((-Math.PI * ratio) / Math.sqrt(1 - ratio ** 2)))
    expect(most("v(c)")).toBeGreaterThan(peak * 0.995)
    expect(most("v(c)")).toBeLessThan(peak * 1.005)
  })

  it("drops over a diode what Shockley's equation says", async () => {
    const [is, n, ohms] = [1e-14, 1.2, 1000]
    const { at } = await probe(["V1 a 0 5", "R1 a b 1k", "D1 b 0 DX", `.model DX D(Is=${is} N=${n})`], {
      ...{ seconds: 1e-3, save: ["v(b)"] },
    })
    // (5 - V) / R = Is (exp(V / n Vt) - 1), by halving.
    const vt = 0.0258649
    let [low, high] = [0, 5]
    for (let i = 0; i < 60; i++) {
      const mid = (low + high) / 2
      if ((5 - mid) / ohms > is * (Math.exp(mid / (n * vt)) - 1)) low = mid
      else high = mid
    }
    expect(at("v(b)")).toBeCloseTo(low, 3)
  })
})

describe("ngspice, where something is wrong", () => {
  it("answers no run with the one before it", async () => {
    const sound = await runLines(["V1 a 0 1", "R1 a 0 1k"], { seconds: 1e-3, save: ["v(a)"] })
    expect(sound).toHaveProperty("vectors")
    for (const lines of [
      ["V1 a 0 1", "V2 a 0 2"],
      ["V1 a 0 1", "X1 a 0 NOSUCH"],
      ["V1 a 0 1", "D1 a 0 NOMODEL"],
    ]) {
      const run = await runLines(lines, { seconds: 1e-3, save: ["v(a)"] })
      expect(run, lines.join(" / ")).toHaveProperty("failure")
    }
  })

  it("replaces an ngspice that gave itself up", async () => {
    const run = await runLines(["B1 a 0 V = nosuch(1)"], { seconds: 1e-3, save: ["v(a)"] })
    expect(run).toEqual({
      failure: expect.stringMatching(/^ngspice gave itself up: .*no such function 'nosuch'/),
    })
    const next = await runLines(["V1 a 0 1", "R1 a 0 1k"], { seconds: 1e-3, save: ["v(a)"] })
    expect(next).toHaveProperty("vectors")
  })

  it("says so when a vector is not there", async () => {
    const run = await runLines(["V1 a 0 1", "R1 a 0 1k"], { seconds: 1e-3, save: ["v(a)", "v(nowhere)"] })
    expect(run).toHaveProperty("failure")
  })

  it("gives up after so many points, and then runs the next", async () => {
    const lines = ["V1 a 0 SIN(0 1 1meg)", "R1 a b 1k", "C1 b 0 1n"]
    const run = await runLines(lines, { seconds: 1, save: ["v(b)"], step: 1e-7, maxPoints: 500 })
    expect(run).toEqual({ failure: expect.stringMatching(/^given up after 500 points, at \S+ s of 1 s$/) })
    const next = await runLines(lines, { seconds: 1e-5, save: ["v(b)"], step: 1e-7 })
    expect(next).toHaveProperty("vectors")
  })

  it("answers where the very first run fails, and says nothing on the terminal", async () => {
    const said: unknown[] = []
    const { error } = console
    console.error = (...words) => said.push(words)
    try {
      const fresh = await openEngine()
      const deck = "t\nV1 a 0 1\nV2 a 0 2\n.tran 1u 1m\n.end\n"
      const run = await fresh.run({ deck, save: ["v(a)"], seconds: 1e-3, maxPoints: 1000 })
      expect(run).toHaveProperty("failure")
    } finally {
      console.error = error
    }
    expect(said).toEqual([])
  })
})
