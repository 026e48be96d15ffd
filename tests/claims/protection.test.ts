import { expect, it } from "vitest"
import { b5819w } from "../../components/parts/diodes"
import { fuse100mA, r0805 } from "../../components/parts/passives"
import { protectedSupply } from "../../src/claims/protection"
import { said, viewOf } from "./circuit"

const parts = { J1: r0805["1k"], F1: fuse100mA, R1: r0805["1k"], D1: b5819w }
const claim = protectedSupply("V24", "J1.1")

it("takes a clamp before the fuse or behind it, and behind nothing else", () => {
  expect(
    said(claim, viewOf({ nets: { V24: "J1.1 F1.1 D1.1", VIN: "F1.2", GND: "J1.2 D1.2" }, parts })),
  ).toEqual([])
  expect(
    said(claim, viewOf({ nets: { V24: "J1.1 F1.1", VIN: "F1.2 D1.1", GND: "J1.2 D1.2" }, parts })),
  ).toEqual([])
  const far = viewOf({
    nets: { V24: "J1.1 R1.1 F1.1", VIN: "F1.2", V5: "R1.2 D1.1", GND: "J1.2 D1.2" },
    parts,
  })
  expect(said(claim, far)).toEqual([expect.stringContaining("takes transients")])
})

it("misses a fuse, and a clamp that does not reach ground", () => {
  const bare = viewOf({ nets: { V24: "J1.1 D1.1 R1.1", VIN: "R1.2 D1.2", GND: "J1.2" }, parts })
  expect(said(claim, bare)).toHaveLength(2)
})
