import { describe, expect, it } from "vitest"
import type { Scenario } from "../../src/model/simulation"
import { type Deck, deckOf } from "../../src/simulate/deck"
import { input, move, setPart, setRecord } from "../check/erc-fixture"

const quiet: Scenario = {
  ...{ id: "quiet", title: "Nothing happens", what: "A test.", seconds: 1e-3, stepSeconds: 1e-5 },
  jumper: "J7 3-4",
  bench: [{ id: "port", title: "24 V", at: ["J6.+24V", "J6.GND"], kind: "supply", volts: 24, ohms: 1 }],
  measures: [{ id: "supply", title: "3V3", figure: { kind: "end", of: { volts: "U2.3V3" } } }],
  panels: [],
}
const faults = ({ faults: all }: Deck): string => all.map(({ message }) => message).join("\n")
const line = ({ text }: Deck, start: string): string | undefined =>
  text.split("\n").find((one) => one.startsWith(start))

describe("a deck", () => {
  const deck = deckOf("mep", input(), quiet)

  it("has every fitted part once, on the nodes of its nets", () => {
    expect(faults(deck)).toBe("")
    expect(line(deck, "X_D1 ")).toBe("X_D1 n_enable_rs232 n_enable_diode d_1n4148w_sod123")
    // Pin 1 of C4 is on ground.
    expect(line(deck, "X_C4 ")).toMatch(/^X_C4 0 n_v_neg c_/)
    expect(line(deck, "X_R4 ")).toMatch(/^X_R4 n_vcc_rs232 n_rs232_power r_0805_0r_0_005$/)
    // R3 is not fitted in the usual variant; in the other one R4 is not.
    expect(line(deck, "X_R3 ")).toBeUndefined()
    const always = deckOf("mep", input(), { ...quiet, variant: "always-on" })
    expect([line(always, "X_R3 "), line(always, "X_R4 ")]).toEqual([expect.any(String), undefined])
  })

  it("has the four corners of the module as one", () => {
    expect(line(deck, "X_J1_J4 ")).toBe("X_J1_J4 n_v24 0 n_buck_out 0 buck_xl1509")
    expect(deck.text.match(/\.subckt buck_xl1509/g)).toHaveLength(1)
  })

  it("joins what a jumper joins, and nothing without one", () => {
    expect(line(deck, "R_jumper1 ")).toBe("R_jumper1 n_buck_out b_jumper1_mid 0.01")
    const { jumper: _none, ...open } = quiet
    expect(deckOf("mep", input(), open).text).not.toContain("jumper1")
  })

  it("says which parts are left out, and why", () => {
    expect(deck.leftOut.map(({ part }) => part)).toEqual(["J5", "J6", "J7"])
    expect(deck.models.find(({ parts }) => parts.includes("C1"))?.parts).toEqual([
      "C1",
      "C2",
      "C3",
      "C4",
      "C5",
    ])
  })

  it("takes values from the compiled circuit", () => {
    const changed = deckOf(
      "mep",
      input((draft) => setPart(draft, "R1", { ohms: 100e3 })),
      quiet,
    )
    expect(changed.text).toContain(".subckt r_0805_10k_100000")
  })

  it("is the same whatever order the circuit's parts have", () => {
    const view = input()
    const turned = { ...view, parts: new Map([...view.parts].reverse()), nets: [...view.nets].reverse() }
    expect(deckOf("mep", turned, quiet).text).toBe(deck.text)
  })
})

describe("what cannot be simulated", () => {
  it("a part without a model is named", () => {
    const view = input((draft) => {
      const { spice: _none, ...record } = draft.parts.U1?.record ?? {}
      setPart(draft, "U1", { record: record as never })
    })
    expect(deckOf("mep", view, quiet).faults).toEqual([
      { message: expect.stringMatching(/^U1 \(MAX3232\) has no model/), parts: ["U1"] },
    ])
  })

  it("a pin that the model does not have, on a net, is named; one that may stay open is not", () => {
    const model = { pins: ["A"], body: ["R1 A 0 1k"], source: "a test" }
    const view = (open?: readonly string[] | "others") =>
      input((draft) =>
        setRecord(draft, "D1", { spice: { ...model, ...(open === undefined ? {} : { open }) } }),
      )
    expect(faults(deckOf("mep", view(), quiet))).toBe("D1.1 (K) is on a net and its model does not have it")
    expect(faults(deckOf("mep", view(["K"]), quiet))).toBe("")
    expect(faults(deckOf("mep", view("others"), quiet))).toBe("")
  })

  it("a model's pin that the part does not have is named", () => {
    const view = input((draft) =>
      setRecord(draft, "D1", { spice: { pins: ["A", "K", "GATE"], body: ["R1 A K 1k"], source: "a test" } }),
    )
    expect(faults(deckOf("mep", view, quiet))).toContain("the model of D1 has a pin GATE, the part has none")
  })

  it.each([
    [{ variant: "no-such" }, 'there is no variant "no-such"'],
    [{ jumper: "J7 9-9" }, 'there is no jumper state "J7 9-9"'],
    [{ drive: { U2: { nothing: 1 } } }, 'the model of U2 has no "nothing" to drive'],
    [{ drive: { U9: { amperes: 1 } } }, '"U9" is driven and is no part'],
    [
      { measures: [{ id: "x", title: "x", figure: { kind: "max", of: { volts: "U2.NOPIN" } } }] },
      'there is no pin and no net "U2.NOPIN"',
    ],
    [
      { measures: [{ id: "x", title: "x", figure: { kind: "max", of: { amperes: "nobody" } } }] },
      'there is no current of "nobody"',
    ],
    [
      { bench: [{ id: "b", title: "a load", at: ["J9.1", "GND"], kind: "wire" }] },
      'a load: there is no pin and no net "J9.1"',
    ],
  ] as const)("a scenario that asks for what is not there: %j", (change, says) => {
    expect(faults(deckOf("mep", input(), { ...quiet, ...(change as Partial<Scenario>) }))).toContain(says)
  })
})

describe("nodes", () => {
  it("of nets that differ in capitals alone are two", () => {
    const view = input((draft) => {
      draft.nets.gnd2 = draft.nets.V24 ?? []
      delete draft.nets.V24
      draft.nets.GND2 = draft.nets.ENABLE_DIODE ?? []
      delete draft.nets.ENABLE_DIODE
    })
    const { text } = deckOf("mep", view, { ...quiet, bench: [], measures: [] })
    const node = (start: string, n: number) =>
      text
        .split("\n")
        .find((one) => one.startsWith(start))
        ?.split(" ")[n]
    expect(node("X_D1 ", 2)).not.toBe(node("X_J1_J4 ", 1))
  })

  it("of open pins are their own", () => {
    const view = input((draft) => move(draft, "U1.9"))
    expect(line(deckOf("mep", view, quiet), "X_U1 ")).toContain("open_u1_9")
  })

  it("carry a part's current through a source of its own, where it is asked for", () => {
    const measures: Scenario["measures"] = [
      { id: "d", title: "d", figure: { kind: "max", of: { amperes: "D1.A" } } },
    ]
    const deck = deckOf("mep", input(), { ...quiet, measures })
    expect(line(deck, "V_pin_D1_2 ")).toBe("V_pin_D1_2 n_enable_rs232 V_pin_D1_2_n 0")
    expect(deck.save).toEqual(["i(v_pin_d1_2)"])
  })
})
