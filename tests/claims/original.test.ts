import { describe, expect, it } from "vitest"
import { pinHeader } from "../../components/parts/connectors"
import { r0805 } from "../../components/parts/passives"
import { joinsAs, type OriginalNetlist } from "../../src/claims/original"
import { said, viewOf } from "./circuit"
import { noLayout } from "./no-layout"

const R = r0805["10k"]
const header = pinHeader(1, 4)
const parts = { R1: R, R2: R, J1: header }

/** Somebody else's names for the nets; J1.4 is left open. */
const original: OriginalNetlist = {
  title: "the old board",
  nets: {
    "Net-(R1-Pad1)": ["J1.1", "R1.1"],
    "+5V": ["J1.2", "R1.2", "R2.1"],
    GND: ["J1.3", "R2.2"],
  },
  unconnected: ["J1.4"],
}
const sound = { IN: "J1.1 R1.1", V5: "J1.2 R1.2 R2.1", GND: "J1.3 R2.2" }
const judge = (nets: Readonly<Record<string, string>>, deviations?: Readonly<Record<string, string>>) =>
  said(joinsAs(original, deviations), viewOf({ nets, parts: { ...parts, R9: R } }))

describe("the pins that an original joins", () => {
  it("are joined here too, whatever the nets are called and whatever else hangs on them", () => {
    expect(judge(sound)).toEqual([])
    expect(judge({ ...sound, GND: "J1.3 R2.2 R9.2", LED: "J1.4 R9.1" })).toEqual([])
  })

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "two pins exchanged",
      { ...sound, IN: "J1.1 R1.2", V5: "J1.2 R1.1 R2.1" },
      [
        "R1.1 is on net V5; the old board joins it with J1.1 (net IN)",
        "R1.2 is on net IN; the old board joins it with J1.2, R2.1 (net V5)",
        "net IN joins J1.1 with R1.2, which the old board keeps apart",
        "net V5 joins J1.2, R2.1 with R1.1, which the old board keeps apart",
      ],
    ],
    [
      "two nets joined",
      { IN: "J1.1 R1.1", V5: "J1.2 R1.2 R2.1 J1.3 R2.2" },
      ["net V5 joins J1.2, R1.2, R2.1 with J1.3, R2.2, which the old board keeps apart"],
    ],
    [
      "a net split",
      { ...sound, V5: "J1.2 R1.2", V6: "R2.1" },
      ["R2.1 is on net V6; the old board joins it with J1.2, R1.2 (net V5)"],
    ],
    [
      "a pin left open",
      { ...sound, GND: "J1.3" },
      ["R2.2 is on no net; the old board joins it with J1.3 (net GND)"],
    ],
    [
      "an open pin on a net",
      { ...sound, GND: "J1.3 J1.4 R2.2" },
      ["net GND joins J1.3, R2.2 with J1.4, which the old board keeps apart"],
    ],
    [
      "a net that is not there",
      { IN: sound.IN, V5: sound.V5 },
      [
        "J1.3 is on no net; the old board joins it with R2.2 (no net)",
        "R2.2 is on no net; the old board joins it with J1.3 (no net)",
      ],
    ],
  ])("%s", (_, nets, expected) => {
    expect(judge(nets).sort()).toEqual([...expected].sort())
  })

  it("but for the pins that differ on purpose", () => {
    const nets = { ...sound, GND: "J1.3", V5: "J1.2 R1.2 R2.1 R2.2" }
    expect(judge(nets)).not.toEqual([])
    expect(judge(nets, { "R2.2": "a pull-up here" })).toEqual([])
  })

  it("are a promise that the lock can keep: what it was held against, and what differs", () => {
    const claim = joinsAs(original, { "R2.2": "a pull-up here" })
    expect(claim).toMatchObject({
      id: "erc/original",
      title: "Pins joined as on the old board",
      says: { original: "the old board", deviations: { "R2.2": "a pull-up here" } },
    })
  })

  it("name pins and nets in every finding", () => {
    const claim = joinsAs(original)
    const circuit = viewOf({ nets: { ...sound, V5: "J1.2 R1.2", V6: "R2.1" }, parts })
    expect(claim.check({ circuit, copperPath: () => undefined, layout: noLayout }).findings).toMatchObject([
      { rule: "erc/original", severity: "error", parts: ["R2.1"], nets: ["V6", "V5"] },
    ])
  })
})
