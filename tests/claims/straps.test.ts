import { describe, expect, it } from "vitest"
import { pinHeader } from "../../components/parts/connectors"
import { esp32Wroom32eN4 } from "../../components/parts/modules"
import { c0805, r0805 } from "../../components/parts/passives"
import { capacitorFaults, lowAtResetFaults, pullUp, strapByJumper } from "../../src/claims/straps"
import { said, viewOf } from "./circuit"

const R = r0805["10k"]
const C = c0805["100nF"]
const parts = { U1: esp32Wroom32eN4, R1: R, R2: R, C1: C, C2: C, J1: pinHeader(1, 2) }
const view = (nets: Readonly<Record<string, string>>, more: Partial<Parameters<typeof viewOf>[0]> = {}) =>
  viewOf({ nets, parts, ...more })

describe("a pull-up", () => {
  const claim = pullUp("the reset", "U1.EN", 1e3, 100e3)
  const net = { V3V3: "U1.2 R1.2 R2.2", GND: "U1.1" }

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["is one resistor to a supply", { ...net, EN: "U1.3 R1.1" }, []],
    [
      "is missing",
      { ...net, EN: "U1.3" },
      ["U1.3 (EN), the reset, needs one resistor of 1 kohm to 100 kohm to its supply, has none"],
    ],
    [
      "is missing where the pin is open",
      net,
      ["U1.3 (EN), the reset, needs one resistor of 1 kohm to 100 kohm to its supply, has none"],
    ],
    [
      "is not two",
      { ...net, EN: "U1.3 R1.1 R2.1" },
      [
        "U1.3 (EN), the reset, needs one resistor of 1 kohm to 100 kohm to its supply, has R1 (10 kohm) and R2 (10 kohm)",
      ],
    ],
    [
      "is not to ground",
      { V3V3: "U1.2", GND: "U1.1 R1.2", EN: "U1.3 R1.1" },
      ["U1.3 (EN), the reset, needs one resistor of 1 kohm to 100 kohm to its supply, has none"],
    ],
  ])("%s", (_, nets, expected) => {
    expect(said(claim, view(nets))).toEqual(expected)
  })

  it.each([
    [999, 1],
    [1e3, 0],
    [100e3, 0],
    [100_001, 1],
  ])("of %d ohm has %d faults", (resistanceOhm, count) => {
    const R1 = { ...R, ratings: { resistanceOhm, source: "test" } }
    const circuit = view({ ...net, EN: "U1.3 R1.1" }, { parts: { ...parts, R1 } })
    expect(said(claim, circuit)).toHaveLength(count)
  })
})

describe("a pin that is read low at reset", () => {
  const faults = (nets: Readonly<Record<string, string>>) =>
    lowAtResetFaults(view(nets), "the flash's voltage", "U1.14").map(({ message }) => message)

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["may be open", {}, []],
    ["may be pulled to ground", { GND: "R1.2", STRAP: "U1.14 R1.1" }, []],
    ["may not be pulled up", { V3V3: "R1.2", STRAP: "U1.14 R1.1" }, ["is pulled up by R1"]],
    ["may not be on a supply", { V3V3: "U1.14" }, ["is on net V3V3"]],
  ])("%s", (_, nets, expected) => {
    expect(faults(nets)).toEqual(
      expected.map((by) => `U1.14 (IO12), the flash's voltage, ${by}: the part would not start`),
    )
  })
})

describe("a strap that a jumper sets", () => {
  const claim = strapByJumper("the boot strap", "U1.IO0", ["J1.1", "J1.2"], 100e-9)
  const sound = { BOOT: "U1.25 J1.1 R1.1", GND: "J1.2 U1.1", V3V3: "R1.2" }

  it.each<[string, Readonly<Record<string, string>>, RegExp | undefined]>([
    ["reaches ground through it", sound, undefined],
    ["either way round", { BOOT: "U1.25 J1.2", GND: "J1.1" }, undefined],
    [
      "is not at the jumper",
      { BOOT: "U1.25", GND: "J1.2", X: "J1.1" },
      /must reach ground through the jumper J1\.1-J1\.2/,
    ],
    ["goes to no ground", { BOOT: "U1.25 J1.1", SIG: "J1.2" }, /must reach ground/],
    ["is ground itself", { GND: "U1.25 J1.1 J1.2" }, /must reach ground/],
    ["is open", { GND: "J1.2" }, /must reach ground/],
    [
      "is held by a resistor too",
      { ...sound, BOOT: "U1.25 J1.1 R1.1 R2.1", GND: "J1.2 R2.2" },
      /reaches ground through R2 too: only the jumper may pull it/,
    ],
    ["may have 100 nF", { ...sound, BOOT: "U1.25 J1.1 C1.1", GND: "J1.2 C1.2" }, undefined],
  ])("%s", (_, nets, says) => {
    const found = said(claim, view(nets))
    if (says === undefined) expect(found).toEqual([])
    else expect(found.join("\n")).toMatch(says)
  })

  it("may not have more", () => {
    const nets = { ...sound, BOOT: "U1.25 J1.1 C1.1", GND: "J1.2 C1.2" }
    const circuit = view(nets, {
      parts: { ...parts, C1: { ...C, ratings: { capacitanceF: 101e-9, source: "test" } } },
    })
    expect(said(claim, circuit)).toEqual([
      "U1.25 (IO0), the boot strap, has C1 of 101 nF to ground, at most 100 nF: it would be late at reset",
    ])
  })
})

describe("capacitance at a pin", () => {
  const faults = (nets: Readonly<Record<string, string>>, minFarads: number) =>
    capacitorFaults(view(nets), { what: "decoupling", pin: "U1.2", to: ["U1.1"], minFarads }).map(
      ({ message }) => message,
    )

  it("is what stands between it and the other end, all together", () => {
    const both = { V3V3: "U1.2 C1.1 C2.2", GND: "U1.1 C1.2 C2.1" }
    expect(faults(both, 200e-9)).toEqual([])
    expect(faults(both, 201e-9)).toEqual([
      "decoupling, C1, C2: 200 nF, at least 201 nF needed from U1.2 (3V3) to U1.1 (GND)",
    ])
  })

  it("is none where the capacitor is across one net, or elsewhere, or the pin open", () => {
    const none = ["no capacitor from U1.2 (3V3) to U1.1 (GND): decoupling, 100 nF needed"]
    expect(faults({ V3V3: "U1.2 C1.1 C1.2", GND: "U1.1" }, 100e-9)).toEqual(none)
    expect(faults({ V3V3: "U1.2", GND: "U1.1 C1.1", X: "C1.2" }, 100e-9)).toEqual(none)
    expect(faults({ GND: "U1.1 C1.1", X: "C1.2" }, 100e-9)).toEqual(none)
  })
})
