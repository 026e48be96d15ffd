import { expect, it } from "vitest"
import source from "../../boards/mep-smd/index"
import { checkCircuit, isOfCircuit, needsNoCopper } from "../../src/check/checks"
import { houseOf } from "../../src/pipeline/fab-house"
import { laidBoard } from "../mep-smd-compiled"

const copper = /^pcb_(trace|via|copper_pour)$/

it("what is said before a board is routed does not change when its copper is there", async () => {
  const { circuit, definition } = await laidBoard()
  const house = houseOf(source)
  const bare = circuit.filter(({ type }) => !copper.test(type))
  const said = (of: typeof circuit) =>
    checkCircuit(of, { ...definition, claims: [] }, house)
      .filter(needsNoCopper)
      .map(({ id, findings }) => ({ id, findings }))
  expect(bare.length).toBeLessThan(circuit.length)
  expect(said(bare)).toEqual(said(circuit))
})

it("a land that does not fit its part is among it, and stops a route too", () => {
  expect(isOfCircuit({ id: "board/lands" })).toBe(true)
  expect(needsNoCopper({ id: "board/marks" })).toBe(true)
  expect(needsNoCopper({ id: "board/net-classes" })).toBe(false)
})
