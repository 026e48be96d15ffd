import { describe, expect, it } from "vitest"
import { buckModuleXl1509, lmr16006x, xl1509Fixed33 } from "../../components/spice/converters"
import { esp32 } from "../../components/spice/esp32"
import { load, max3232Model, supervisor, tl431Model } from "../../components/spice/ics"
import { fitted, probe, within } from "./engine"

/** Each model beside figures of its data sheet: what it was made from, or what it has to keep. */

const rs232 = { "V+": "VP", "V-": "VN" }
const max = fitted(max3232Model, { GND: "0", "V+": "VP", "V-": "VN" }, { names: rs232 })

describe("integrated circuits", () => {
  it("MAX3232: 5 V into 3 kohm at both drivers, 1 mA without a load", async () => {
    const around = [
      "C3 VP VCC 100n",
      "C4 VN 0 100n",
      "V1 VCC 0 3.3",
      "V2 T1IN 0 0",
      "V3 T2IN 0 3.3",
      "V4 R2IN 0 -5",
      "V5 R1IN 0 5",
    ]
    const loaded = await probe([...max, ...around, "R1 T1OUT 0 3k", "R2 T2OUT 0 3k"], {
      ...{
        seconds: 10e-3,
        save: ["v(T1OUT)", "v(T2OUT)", "v(VP)", "v(VN)", "i(v1)", "v(R2OUT)", "v(R1OUT)"].map((name) =>
          name.toLowerCase(),
        ),
      },
    })
    // TI SLLS410: +-5 V at least with all outputs into 3 kohm; the model is that weak, not weaker.
    within(loaded.at("v(t1out)"), 5, 5.3)
    within(-loaded.at("v(t2out)"), 4.99, 5.2)
    // A doubler takes twice what it gives: 1 + 2 * (1.7 + 1.7) mA.
    within(-loaded.at("i(v1)"), 6e-3, 9e-3)
    // Receivers invert.
    expect(loaded.at("v(r2out)")).toBeGreaterThan(3)
    expect(loaded.at("v(r1out)")).toBeLessThan(0.3)
    const idle = await probe([...max, ...around], { seconds: 10e-3, save: ["v(vp)", "v(vn)", "i(v1)"] })
    within(idle.at("v(vp)"), 5.3, 5.6)
    within(-idle.at("v(vn)"), 5.3, 5.6)
    within(-idle.at("i(v1)"), 0.5e-3, 1.3e-3)
  })

  it("MAX3232 without a supply gives nothing", async () => {
    const { at } = await probe(
      [
        ...max,
        "C3 VP VCC 100n",
        "C4 VN 0 100n",
        "V1 VCC 0 0",
        "V2 T1IN 0 0",
        "V3 T2IN 0 3.3",
        "R1 T1OUT 0 3k",
      ],
      {
        ...{ seconds: 10e-3, save: ["v(t1out)"] },
      },
    )
    expect(Math.abs(at("v(t1out)"))).toBeLessThan(0.05)
  })

  it("TL431 regulates to 2.495 V and keeps dark below", async () => {
    // TI SLVS543: REF joined to K is 2.495 V at 10 mA (2.44 to 2.55).
    const { at } = await probe([...fitted(tl431Model, { K: "k", REF: "k", A: "0" }), "I1 0 k 10m"], {
      ...{ seconds: 1e-3, save: ["v(k)"] },
    })
    within(at("v(k)"), 2.44, 2.55)
    const off = await probe(
      [...fitted(tl431Model, { K: "k", REF: "r", A: "0" }), "V1 s 0 24", "R1 s k 4.7k", "V2 r 0 2.3"],
      {
        ...{ seconds: 1e-3, save: ["v(k)"] },
      },
    )
    within((24 - off.at("v(k)")) / 4700, 0, 1e-3)
  })

  it("a supervisor lets go in its time after the supply is good, and pulls again at once", async () => {
    const model = supervisor({
      ...{ pins: { vcc: "VDD", gnd: "GND", reset: "RESET" }, thresholdVolts: 2.9, hysteresisVolts: 0.03 },
      ...{ delaySeconds: 0.2, quiescentAmperes: 5e-6, source: "a test" },
    })
    const lines = [
      ...fitted(model, { VDD: "v", GND: "0", RESET: "r" }),
      ...["V1 v 0 PWL(0 0 10m 0 11m 3.3 400m 3.3 401m 2.8 410m 2.8)", "R1 v r 10k"],
    ]
    const { at } = await probe(lines, { seconds: 0.41, save: ["v(r)"], step: 0.5e-3 })
    expect(at("v(r)", 0.15)).toBeLessThan(0.1)
    expect(at("v(r)", 0.205)).toBeLessThan(0.3)
    expect(at("v(r)", 0.25)).toBeGreaterThan(3.2)
    expect(at("v(r)", 0.408)).toBeLessThan(0.1)
  })

  it("a load takes its current once it has its volts", async () => {
    const { at } = await probe(
      [
        ...fitted(load("VCC", "GND", 12e-3, 2, "a test"), { VCC: "v", GND: "0" }),
        "V1 v 0 PWL(0 0 1m 0 2m 3.3)",
      ],
      {
        ...{ seconds: 3e-3, save: ["i(v1)"] },
      },
    )
    expect(-at("i(v1)", 0.9e-3)).toBeLessThan(1e-5)
    expect(-at("i(v1)")).toBeCloseTo(12e-3, 5)
  })

  it("the ESP32 takes its current and drives its pins while EN is high, and nothing else", async () => {
    const model = esp32("IO32", "IO5")
    const lines = [
      ...fitted(
        model,
        { "3V3": "v", GND: "0", EN: "en", IO0: "io0", IO32: "a", IO5: "b" },
        { names: { "3V3": "VDD_3V3" }, controls: { drive_IO32: "DC 1", drive_IO5: "DC -1" } },
      ),
      ...["V1 v 0 3.3", "V2 en 0 PWL(0 0 1m 0 1.01m 3.3)", "R1 a 0 330", "R2 b v 330"],
    ]
    const { at } = await probe(lines, { seconds: 2e-3, save: ["v(a)", "v(b)", "i(v1)"] })
    expect(at("v(a)", 0.9e-3)).toBeLessThan(0.05)
    expect(-at("i(v1)", 0.9e-3)).toBeLessThan(1e-3)
    // 33 ohm of the pin and 330 ohm: 3.0 V, 9 mA.
    expect(at("v(a)")).toBeCloseTo(3, 1)
    expect(at("v(b)")).toBeCloseTo(0.3, 1)
    expect(-at("i(v1)")).toBeCloseTo(0.1 + 2 * 9.1e-3, 2)
  })
})

describe("converters", () => {
  const moduleLines = (...around: string[]) => [
    ...fitted(
      buckModuleXl1509(3.45, 0.8),
      { "VIN+": "in", "VIN-": "0", "OUT+": "out", "OUT-": "0" },
      { names: { "VIN+": "VIN_POS", "VIN-": "VIN_NEG", "OUT+": "OUT_POS", "OUT-": "OUT_NEG" } },
    ),
    ...around,
  ]

  it("the module keeps its voltage, its efficiency and its own current", async () => {
    const lines = moduleLines("V1 in 0 PWL(0 0 1m 24)", "R1 out 0 13.8")
    const { at } = await probe(lines, { seconds: 20e-3, save: ["v(out)", "i(v1)"], step: 20e-6 })
    expect(at("v(out)")).toBeCloseTo(3.45, 2)
    // 0.25 A: 0.8625 W out, by 80 % and 5 mA of its own at 24 V: 1.198 W.
    expect(-at("i(v1)") * 24).toBeCloseTo(0.8625 / 0.8 + 0.12, 2)
  })

  it("the module drops out 1.5 V and more under its input, and stops below 4.2 V", async () => {
    const low = await probe(moduleLines("V1 in 0 PWL(0 0 1m 4.6)", "R1 out 0 35"), {
      ...{ seconds: 20e-3, save: ["v(out)"], step: 20e-6 },
    })
    within(low.at("v(out)"), 2.9, 3.12)
    const off = await probe(moduleLines("V1 in 0 PWL(0 0 1m 3.8)", "R1 out 0 35"), {
      ...{ seconds: 20e-3, save: ["v(out)"], step: 20e-6 },
    })
    expect(off.at("v(out)")).toBeLessThan(0.2)
  })

  it("the module comes back from drop out without an overshoot that harms", async () => {
    const lines = moduleLines("V1 in 0 PWL(0 0 1m 24 10m 24 11m 4.6 40m 4.6 40.1m 24)", "R1 out 0 15")
    const { at, most } = await probe(lines, { seconds: 60e-3, save: ["v(out)"], step: 20e-6 })
    expect(at("v(out)", 39e-3)).toBeLessThan(3.1)
    expect(at("v(out)")).toBeCloseTo(3.45, 2)
    expect(most("v(out)")).toBeLessThan(3.65)
  })

  it("the module limits its current", async () => {
    const { at } = await probe(moduleLines("V1 in 0 PWL(0 0 1m 24)", "R1 out 0 0.5"), {
      ...{ seconds: 20e-3, save: ["v(out)"], step: 20e-6 },
    })
    within(at("v(out)") / 0.5, 2.7, 3.1)
  })

  it("a chip with its coil outside regulates by its divider", async () => {
    // 0.765 V by 33.2 k and 10 k: 3.30 V.
    const lines = [
      ...fitted(lmr16006x(3.3), { VIN: "in", GND: "0", SW: "sw", FB: "fb", SHDN: "in" }),
      ...[
        "V1 in 0 PWL(0 0 1m 24)",
        "L1 sw out 15u",
        "C1 out 0 22u",
        "R1 out fb 33.2k",
        "R2 fb 0 10k",
        "R3 out 0 11",
      ],
    ]
    const { at, most } = await probe(lines, { seconds: 20e-3, save: ["v(out)", "i(v1)"], step: 10e-6 })
    within(at("v(out)"), 3.27, 3.33)
    expect(most("v(out)")).toBeLessThan(3.6)
    // 0.3 A: 0.99 W by 82 %.
    within(-at("i(v1)") * 24, 1.1, 1.35)
    // Ten times the lower resistor: not 3.3 V any more.
    const wrong = await probe(
      lines.map((line) => line.replace("R2 fb 0 10k", "R2 fb 0 100k")),
      { seconds: 20e-3, save: ["v(out)"], step: 10e-6 },
    )
    expect(wrong.at("v(out)")).toBeLessThan(1.2)
  })

  it("the fixed chip starts without an overshoot that harms, and is off where its pin is high", async () => {
    const around = ["V1 in 0 PWL(0 0 1m 24)", "L1 sw out 68u", "C1 out x 220u", "R1 x 0 0.05", "R2 out 0 33"]
    const on = await probe(
      [
        ...fitted(xl1509Fixed33, { VIN: "in", GND: "0", OUTPUT: "sw", FEEDBACK: "out", "ON/OFF": "0" }),
        ...around,
      ],
      { seconds: 20e-3, save: ["v(out)"], step: 10e-6 },
    )
    within(on.at("v(out)"), 3.25, 3.35)
    expect(on.most("v(out)")).toBeLessThan(3.6)
    const off = await probe(
      [
        ...fitted(xl1509Fixed33, { VIN: "in", GND: "0", OUTPUT: "sw", FEEDBACK: "out", "ON/OFF": "in" }),
        ...around,
      ],
      { seconds: 20e-3, save: ["v(out)"], step: 10e-6 },
    )
    expect(off.at("v(out)")).toBeLessThan(0.2)
  })
})
