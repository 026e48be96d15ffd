import { describe, expect, it } from "vitest"
import { smaj28a } from "../../components/spice/diodes"
import { ceramic, electrolytic } from "../../components/spice/passives"
import { benchLines } from "../../src/simulate/bench"
import { step } from "../../src/simulate/waveform"
import { fitted, probe } from "./engine"

/** Contact made with 24 V through a metre of lead: what the first capacitor sees. */
const port = benchLines(
  {
    ...{ id: "port", title: "24 V", at: ["A", "B"], kind: "supply" },
    ...{ volts: step(10e-6, 0, 24, 1e-6), ohms: 0.1, henries: 1e-6 },
  },
  "in",
  "0",
)
const peak = async (...lines: string[]): Promise<number> =>
  (await probe([...port, ...lines], { seconds: 300e-6, save: ["v(in)"], step: 50e-9 })).most("v(in)")

const at = { 1: "in", 2: "0" } as const
const tvs = () =>
  fitted(smaj28a, { A: "0", K: "in" }).map((line) => line.replaceAll(/\bM\b/g, "T").replace("X1 ", "X2 "))

describe("plugging in", () => {
  it("rings to far more than the port's voltage on a ceramic alone", async () => {
    const volts = await peak(...fitted(ceramic(30, "a test"), at, { value: 4.7e-6 }))
    // Nearly twice 24 V for a capacitor that stays; more for one that shrinks as it charges.
    expect(volts).toBeGreaterThan(42)
  })

  it("is held by a clamp, within what it clamps to", async () => {
    const volts = await peak(...fitted(ceramic(30, "a test"), at, { value: 4.7e-6 }), ...tvs())
    expect(volts).toBeGreaterThan(31)
    expect(volts).toBeLessThan(45.4)
  })

  it("does not ring on a capacitor with resistance", async () => {
    const volts = await peak(...fitted(electrolytic(0.7, "a test"), at, { value: 100e-6 }))
    expect(volts).toBeLessThan(25)
  })

  it("takes what a limited port gives, and no more", async () => {
    const lines = benchLines(
      {
        ...{ id: "port", title: "24 V, 1 W", at: ["A", "B"], kind: "supply", volts: step(1e-3, 0, 24, 1e-3) },
        ...{ ohms: 1, limitWatts: 1, limitAmperes: 0.25, farads: 1e-6 },
      },
      "in",
      "0",
    )
    const into = async (ohms: number) => {
      const run = await probe([...lines, `R1 in 0 ${ohms}`], { seconds: 20e-3, save: ["v(in)"], step: 20e-6 })
      return run.at("v(in)")
    }
    // 1 kohm takes 0.57 W: all of 24 V. 100 ohm: 1 W is 10 V. 4 ohm: 0.25 A.
    expect(await into(1000)).toBeCloseTo(23.98, 1)
    expect(await into(100)).toBeCloseTo(10, 1)
    expect(await into(4)).toBeCloseTo(1, 1)
  })
})
