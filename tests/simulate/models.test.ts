import { describe, expect, it } from "vitest"
import { allParts } from "../../components/parts"
import {
  bzt52c9v1,
  clampBothWays,
  d1n4007,
  d1n4148,
  fittedDiode,
  led,
  railClamp,
  schottky1A40V,
  schottky3A40V,
  smaj28a,
} from "../../components/spice/diodes"
import { button, ceramic, electrolytic, halfVolts, inductor, ptc } from "../../components/spice/passives"
import { ao3401a, bss84, n2n7002, npn3904 } from "../../components/spice/transistors"
import type { SpiceModel } from "../../src/model/simulation"
import { plainModel } from "../../src/simulate/plain-model"
import { fitted, probe, within } from "./engine"

/** Each model beside figures of its data sheet: what it was made from, or what it has to keep. */

/** Drop of a diode at a current. */
async function dropAt(model: SpiceModel, amperes: number): Promise<number> {
  const { at } = await probe([...fitted(model, { A: "a", K: "0" }), `I1 0 a ${amperes}`], {
    ...{ seconds: 1e-3, save: ["v(a)"] },
  })
  return at("v(a)")
}

/** What it clamps to at a current, the other way. */
async function clampAt(model: SpiceModel, amperes: number): Promise<number> {
  const { at } = await probe([...fitted(model, { A: "0", K: "k" }), `I1 0 k ${amperes}`], {
    ...{ seconds: 1e-3, save: ["v(k)"] },
  })
  return at("v(k)")
}

describe("diodes", () => {
  it.each([
    // onsemi 1N914/1N4148: VF 1 V at most at 10 mA; 0.62 to 0.72 V at 5 mA (1N4448, the same die).
    ["1N4148", d1n4148, 5e-3, 0.6, 0.72],
    ["1N4148", d1n4148, 10e-3, 0.62, 1],
    // Diodes Inc. 1N4148W: 1.25 V at most at 150 mA.
    ["1N4148", d1n4148, 150e-3, 0.8, 1.25],
    // onsemi 1N4001-7: 0.93 V usual, 1.1 V at most at 1 A.
    ["1N4007", d1n4007, 1, 0.8, 1.1],
    // Diodes Inc. 1N5819HW: 0.32 V at 0.1 A, 0.45 V at 1 A, at most; JSCJ B5819W 0.6 V at 1 A.
    ["B5819W", schottky1A40V, 0.1, 0.2, 0.34],
    ["B5819W", schottky1A40V, 1, 0.35, 0.45],
    // Comchip ACDBA340-HF: 0.55 V at most at 3 A.
    ["SS34", schottky3A40V, 3, 0.35, 0.55],
  ] as const)("%s: drop at its current", async (_name, model, amperes, low, high) => {
    within(await dropAt(model, amperes), low, high)
  })

  it("fits an LED through both of its points", async () => {
    const model = led({
      at: [
        [1.85, 2e-3],
        [2, 20e-3],
      ],
      source: "a test",
    })
    expect(await dropAt(model, 2e-3)).toBeCloseTo(1.85, 2)
    expect(await dropAt(model, 20e-3)).toBeCloseTo(2, 2)
  })

  it("clamps as the data sheets of TVS and Zener say, and conducts the other way", async () => {
    // Littelfuse SMAJ28A: 31.1 to 34.4 V at 1 mA, 45.4 V at most at 8.8 A, and blocks at 28 V.
    within(await clampAt(smaj28a, 1e-3), 31.1, 34.4)
    within(await clampAt(smaj28a, 8.8), 40, 45.4)
    within(await dropAt(smaj28a, 0.1), 0.5, 1.2)
    // Diodes Inc. BZT52C9V1: 8.5 to 9.6 V at 5 mA.
    within(await clampAt(bzt52c9v1, 5e-3), 8.5, 9.6)
    const both = clampBothWays({ volts: 16, atAmperes: 1e-3, ohms: 1, source: "a test" })
    const { at } = await probe([...fitted(both, { 1: "a", 2: "0" }), "I1 0 a PWL(0 1m 1m 1m 1.1m -1m)"], {
      ...{ seconds: 2e-3, save: ["v(a)"] },
    })
    within(at("v(a)", 0.9e-3), 15.8, 17.2)
    within(-at("v(a)", 2e-3), 15.8, 17.2)
  })
})

describe("passive parts", () => {
  it("a ceramic loses half of itself at its half voltage", async () => {
    // dQ/dV by a small ramp at 0 and at the half voltage: 1 V/ms into 1 uF is 1 mA.
    const lines = [
      ...fitted(ceramic(20, "a test"), { 1: "a", 2: "0" }, { value: 1e-6 }),
      "V1 a 0 PWL(0 0 30m 30)",
    ]
    const { at } = await probe(lines, { seconds: 30e-3, save: ["i(v1)"], step: 20e-6 })
    expect(-at("i(v1)", 0.5e-3) * 1e3).toBeCloseTo(1, 1)
    expect(-at("i(v1)", 20e-3) * 1e3).toBeCloseTo(0.5, 2)
    expect(halfVolts(100e-9, 50, "C0G")).toBeUndefined()
    // An X5R of 10 uF 25 V has more than 80 % left at 3.3 V, and less than half at 12 V.
    const half = halfVolts(10e-6, 25, "X5R") ?? 0
    within(1 / (1 + (3.3 / half) ** 2), 0.8, 0.95)
    within(1 / (1 + (12 / half) ** 2), 0.2, 0.5)
  })

  it("an electrolytic conducts the wrong way round, and has its ESR", async () => {
    const model = electrolytic(0.7, "a test")
    const { at } = await probe([...fitted(model, { 1: "a", 2: "0" }, { value: 22e-6 }), "I1 a 0 10m"], {
      ...{ seconds: 0.2, save: ["v(a)"] },
    })
    within(at("v(a)"), -1.5, -0.5)
  })

  it("an inductor takes L di/dt", async () => {
    const { at } = await probe(
      [
        ...fitted(inductor(0.1, "a test"), { 1: "a", 2: "0" }, { value: 47e-6 }),
        "V1 a 0 PULSE(0 4.7 0 1n 1n 1 2)",
      ],
      {
        ...{ seconds: 10e-6, save: ["i(v1)"] },
      },
    )
    expect(-at("i(v1)")).toBeCloseTo(1, 1)
  })

  it("a resettable fuse holds its hold current, trips at its trip current, in time", async () => {
    const model = ptc({
      ohms: 9,
      tripAmperes: 0.25,
      tripsIn: { seconds: 1.5, amperes: 0.5 },
      trippedWatts: 0.6,
      source: "a test",
    })
    const through = (amperes: number, seconds: number) =>
      probe(
        [
          ...fitted(model, { 1: "a", 2: "0" }),
          `B1 0 a I = min(${amperes}, max(0, (30 - V(a)) / 0.1)) * min(1, time/1m)`,
        ],
        { seconds, save: ["v(a)"], step: seconds / 2000 },
      )
    const hold = await through(0.1, 100)
    within(hold.at("v(a)"), 0.8, 1.3)
    const trip = await through(0.28, 100)
    expect(trip.at("v(a)")).toBeGreaterThan(25)
    const fast = await through(0.5, 1.5)
    expect(fast.at("v(a)")).toBeGreaterThan(25)
    expect(fast.at("v(a)", 0.1)).toBeLessThan(6)
  })

  it("a button is open until it is pressed", async () => {
    const lines = [
      ...fitted(button, { 1: "a", 2: "0" }, { controls: { pressed: "PWL(0 0 1m 0 1.001m 1)" } }),
      ...["V1 b 0 3.3", "R1 b a 10k"],
    ]
    const { at } = await probe(lines, { seconds: 2e-3, save: ["v(a)"] })
    expect(at("v(a)", 0.9e-3)).toBeCloseTo(3.3, 2)
    expect(at("v(a)")).toBeLessThan(0.01)
  })
})

describe("what holds lines", () => {
  it("leaks in reverse as much as its record says", async () => {
    const model = fittedDiode({
      at: [
        [0.4, 0.1],
        [0.7, 1],
      ],
      ...{ n: 1.05, reverseVolts: 60, reverseAmperes: 0.1e-3, source: "a test" },
    })
    const { at } = await probe([...fitted(model, { A: "0", K: "k" }), "V1 k 0 60"], {
      ...{ seconds: 1e-3, save: ["i(v1)"] },
    })
    within(-at("i(v1)"), 0.095e-3, 0.12e-3)
    within(await dropAt(model, 0.1), 0.39, 0.41)
  })

  it("clamps a line between ground and its rail's clamp", async () => {
    const model = railClamp({
      ...{ lines: ["A", "B"], rail: "R", ground: "G", volts: 6, atAmperes: 1e-3, ohms: 2, source: "a test" },
    })
    const lines = (amperes: number) => [
      ...fitted(model, { A: "a", B: "b", R: "r", G: "0" }),
      ...[`I1 0 a ${amperes}`, "R1 b 0 1k", "R2 r 0 1e9"],
    ]
    const up = await probe(lines(1), { seconds: 1e-3, save: ["v(a)", "v(b)"] })
    // A diode, 6 V, and 2.5 ohm at 1 A.
    within(up.at("v(a)"), 8.5, 10.5)
    expect(Math.abs(up.at("v(b)"))).toBeLessThan(0.01)
    const down = await probe(lines(-1), { seconds: 1e-3, save: ["v(a)"] })
    within(down.at("v(a)"), -1.6, -0.6)
  })
})

describe("transistors", () => {
  it("2N3904: gain at 10 mA, saturation", async () => {
    // onsemi 2N3904: hFE 100 to 300 at 10 mA, 1 V; VCE(sat) 0.2 V at most at 10 mA / 1 mA.
    const { at } = await probe([...fitted(npn3904, { C: "c", B: "b", E: "0" }), "V1 c 0 1", "I1 0 b 60u"], {
      ...{ seconds: 1e-3, save: ["i(v1)"] },
    })
    within(-at("i(v1)") / 60e-6, 100, 300)
    const sat = await probe([...fitted(npn3904, { C: "c", B: "b", E: "0" }), "I2 0 c 10m", "I1 0 b 1m"], {
      ...{ seconds: 1e-3, save: ["v(c)"] },
    })
    within(sat.at("v(c)"), 0.02, 0.2)
  })

  it.each([
    // AOS AO3401A: 60 mohm at most at -4.5 V, 85 mohm at -2.5 V.
    ["AO3401A", ao3401a, -4.5, 1, 0.035, 0.06],
    ["AO3401A", ao3401a, -2.5, 1, 0.05, 0.115],
    // onsemi BSS84: 10 ohm at most at -5 V, 0.1 A.
    ["BSS84", bss84, -5, 0.1, 3, 10],
  ] as const)("%s: resistance at %f V", async (_name, model, gate, amperes, low, high) => {
    const lines = [...fitted(model, { G: "g", S: "s", D: "0" }), `I1 0 s ${amperes}`, `V1 g s ${gate}`]
    const { at } = await probe(lines, { seconds: 1e-3, save: ["v(s)"] })
    within(at("v(s)") / amperes, low, high)
  })

  it("a P-channel is off without a gate voltage, and its body diode conducts", async () => {
    const off = await probe([...fitted(ao3401a, { G: "s", S: "s", D: "d" }), "V1 s 0 24", "R1 d 0 10k"], {
      ...{ seconds: 1e-3, save: ["v(d)"] },
    })
    expect(off.at("v(d)")).toBeLessThan(0.1)
    const body = await probe([...fitted(ao3401a, { G: "s", S: "s", D: "d" }), "V1 d 0 24", "R1 s 0 1k"], {
      ...{ seconds: 1e-3, save: ["v(s)"] },
    })
    within(body.at("v(s)"), 23, 23.8)
  })

  it("2N7002 switches at 5 V", async () => {
    const { at } = await probe([...fitted(n2n7002, { G: "g", S: "0", D: "d" }), "V1 g 0 5", "I1 0 d 50m"], {
      ...{ seconds: 1e-3, save: ["v(d)"] },
    })
    within(at("v(d)") / 50e-3, 1, 7.5)
  })
})

describe("the records", () => {
  it("have a model, or are known to have none", () => {
    const without = allParts.filter((part) => plainModel(part) === undefined).map(({ id }) => id)
    // A board that fits one of them is not built until it has one.
    expect(without).toEqual([
      "u-ne555dr",
      "u-lm358dr",
      // Its model depends on the board's divider: the board gives it.
      "u-lmr16006x",
      "d-bav70",
    ])
  })

  it("name a source in every model", () => {
    for (const part of allParts) {
      const model = plainModel(part)
      if (model === undefined) continue
      expect("leftOut" in model ? model.leftOut : model.source, part.id).toMatch(/\w{4}/)
    }
  })
})
