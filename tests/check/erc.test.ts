import { describe, expect, it } from "vitest"
import { neededCapacitors } from "../../src/check/erc/capacitors"
import { diodeDirection } from "../../src/check/erc/diodes"
import { expectedNetlist } from "../../src/check/erc/expected-netlist"
import { headers } from "../../src/check/erc/headers"
import { groundedInputs, undrivenInputs } from "../../src/check/erc/inputs"
import { links } from "../../src/check/erc/links"
import { mergedNets, singlePinNets } from "../../src/check/erc/net-shape"
import { partChoice } from "../../src/check/erc/part-choice"
import { population } from "../../src/check/erc/population"
import { pullUps } from "../../src/check/erc/pull-ups"
import { ratings } from "../../src/check/erc/ratings"
import { bootStrap, lowStraps } from "../../src/check/erc/straps"
import { noConnectPins, supplyPins } from "../../src/check/erc/supply-pins"
import { withUnit } from "../../src/check/erc/view"
import { type ErcFault, input, messages } from "./erc-fixture"

const all: readonly ErcFault["rule"][] = [
  partChoice,
  neededCapacitors,
  diodeDirection,
  expectedNetlist,
  headers,
  groundedInputs,
  undrivenInputs,
  links,
  mergedNets,
  singlePinNets,
  population,
  pullUps,
  ratings,
  bootStrap,
  lowStraps,
  noConnectPins,
  supplyPins,
]

describe("electrical rules", () => {
  it("have nothing to say of the sound circuit", () => {
    for (const rule of all) expect(messages(rule(input()))).toBe("")
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
