import { describe, expect, it } from "vitest"
import { expectedNetlist } from "../../src/check/erc/expected-netlist"
import { mergedNets, singlePinNets } from "../../src/check/erc/net-shape"
import { type ErcFault, input, itCatches, messages, move, rules } from "./erc-fixture"

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
    rule: expectedNetlist,
    change: (d) => {
      delete d.nets.ESP_TXD0
    },
    id: "erc/net-missing",
    says: /ESP_TXD0 is not in the circuit/,
  },
  {
    what: "net too many",
    rule: expectedNetlist,
    change: (d) => {
      d.nets.LED = ["U2.26", "U2.33"]
    },
    id: "erc/net-extra",
    says: /LED \(U2\.26, U2\.33\)/,
  },
  {
    what: "pin on another net",
    rule: expectedNetlist,
    change: (d) => move(d, "U2.28", "RXD2_TTL"),
    id: "erc/wrong-net",
    says: /U2\.28 \(IO17\) is on net RXD2_TTL, expected net TXD2_TTL/,
  },
  {
    what: "open pin connected",
    rule: expectedNetlist,
    change: (d) => move(d, "U2.26", "GND"),
    id: "erc/wrong-net",
    says: /U2\.26 \(IO4\) is on net GND, expected nothing/,
  },
  {
    what: "pin missing",
    rule: expectedNetlist,
    change: (d) => {
      move(d, "U2.39")
      d.pins.delete("U2.39")
    },
    id: "erc/pin-missing",
    says: /U2\.39/,
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
