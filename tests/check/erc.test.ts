import { describe, expect, it } from "vitest"
import { undrivenInputs } from "../../src/check/erc/inputs"
import { needs } from "../../src/check/erc/needs"
import { mergedNets, singlePinNets } from "../../src/check/erc/net-shape"
import { ratings } from "../../src/check/erc/ratings"
import { noConnectPins, supplyPins, supplyRange } from "../../src/check/erc/supply-pins"
import { withUnit } from "../../src/circuit/view"
import { claimed, type ErcFault, grave, input, messages, populated } from "./erc-fixture"

const claims = [
  "erc/original",
  "erc/boot-strap",
  "erc/links",
  "erc/diodes",
  "erc/headers",
  "erc/part-choice",
  "erc/ratings",
]

const all: readonly ErcFault["rule"][] = [
  undrivenInputs,
  mergedNets,
  singlePinNets,
  populated,
  ratings,
  noConnectPins,
  supplyPins,
  supplyRange,
  ...claims.map(claimed),
]

describe("electrical rules", () => {
  it("have nothing to say of the sound circuit", () => {
    for (const rule of all) expect(messages(rule(input()))).toBe("")
  })

  it("advise what the guidelines ask for and v2.00 lacks, and need nothing", () => {
    expect(messages(grave(needs(input())))).toBe("")
    expect(messages(needs(input()))).toMatch(
      /no capacitor from U2\.2 \(3V3\) to U2\.1 \(GND\): bulk.*, 10 uF advised \(Espressif.*\)\n.*U2\.3 \(EN\).*1 uF advised/,
    )
  })
})

it("values are written with their prefix", () => {
  expect([100e-9, 10_000, 0, 0.042, 1e-6].map((value) => withUnit(value, "x"))).toEqual([
    "100 nx",
    "10 kx",
    "0 x",
    "42 mx",
    "1 ux",
  ])
})
