import { describe, expect, it } from "vitest"
import { mergedNets, singlePinNets } from "../../src/check/erc/net-shape"
import { claimed, type ErcFault, input, itCatches, messages, move, rules } from "./erc-fixture"

/** The second opinion: the netlist that the original's author drew. */
const original = claimed("erc/original")

const faults: readonly ErcFault[] = [
  {
    what: "net name misspelt",
    rule: singlePinNets,
    change: (d) => move(d, "R1.2", "V3V"),
    id: "erc/single-pin-net",
    says: /V3V has one pin only, R1\.2/,
  },
  {
    what: "net without pins",
    rule: singlePinNets,
    change: (d) => {
      d.nets.SPARE = []
    },
    id: "erc/single-pin-net",
    says: /SPARE has no pin/,
  },
  {
    what: "net missing",
    rule: original,
    change: (d) => {
      delete d.nets.ESP_TXD0
    },
    id: "erc/original",
    says: /J5\.5 is on no net; MEP-HW-SMD v2\.00 joins it with U2\.35/,
  },
  {
    what: "net too many",
    rule: original,
    change: (d) => {
      d.nets.LED = ["U2.26", "U2.33"]
    },
    id: "erc/original",
    says: /net LED joins U2\.26 with U2\.33, which MEP-HW-SMD v2\.00 keeps apart/,
  },
  {
    what: "pin on another net",
    rule: original,
    change: (d) => move(d, "U2.28", "RXD2_TTL"),
    id: "erc/original",
    says: /net RXD2_TTL joins U1\.9, U2\.27 with U2\.28/,
  },
  {
    what: "open pin connected",
    rule: original,
    change: (d) => move(d, "U2.26", "GND"),
    id: "erc/original",
    says: /net GND joins .* with U2\.26, which/,
  },
  {
    what: "pin missing",
    rule: original,
    change: (d) => {
      move(d, "U2.39")
      d.pins.delete("U2.39")
    },
    id: "erc/original",
    says: /U2\.39 is on no net/,
  },
]

describe("electrical rules", () => {
  itCatches(faults)

  it("joined nets are named", () => {
    const base = input()
    const joined = { name: "GND", names: ["GND", "V3V3"], pins: ["U2.1", "U2.2"] }
    const result = mergedNets({ ...base, nets: [joined, ...base.nets.slice(1)] })
    expect(rules(result)).toEqual(["erc/merged-nets"])
    expect(messages(result)).toMatch(/GND and V3V3/)
  })
})
