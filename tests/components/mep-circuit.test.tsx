import { describe, expect, it } from "vitest"
import { parts } from "../../boards/mep-smd/assembly"
import { land } from "../../boards/mep-smd/lands"
import { placements } from "../../boards/mep-smd/placement"
import { requirePart } from "../../components/catalogue"
import { MepCircuit } from "../../components/MepCircuit"
import type { Designator } from "../../components/schematic-places"
import type { Placement } from "../../src/board-definition"
import { UserError } from "../../src/finding"

const place = (designator: string): Placement => {
  const row = placements.find((one) => one.designator === designator)
  if (row === undefined) throw new Error(designator)
  return row
}

const circuitWith = (fitted: Partial<Record<Designator, string>>) =>
  MepCircuit({
    land,
    place,
    part: (designator) => requirePart(fitted[designator] ?? parts[designator], designator),
    notFitted: [],
  })

describe("the MEP circuit", () => {
  it("takes the parts that the SMD board is fitted with", () => {
    expect(() => circuitWith({})).not.toThrow()
  })

  it.each([
    ["R1", "r-0805-0r", 'R1 needs 10000 ohm, but "r-0805-0r" in the parts catalogue has 0 ohm'],
    ["R5", "r-0805-10k", 'R5 needs 0 ohm, but "r-0805-10k" in the parts catalogue has 10000 ohm'],
    ["C3", "r-0805-0r", 'C3 needs 1e-7 F, but "r-0805-0r" in the parts catalogue has no such value'],
  ] as const)("refuses a wrong value at %s", (designator, id, message) => {
    expect(() => circuitWith({ [designator]: id })).toThrow(new UserError(message, { exitCode: 1 }))
  })
})
