import type { AnyCircuitElement } from "circuit-json"
import { beforeAll, describe, expect, it } from "vitest"
import source from "../../boards/mep-smd/index"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { gerberFiles, headerContext } from "../../src/fabricate/gerbers"
import { legendFindings } from "../../src/legend/check"
import { placeDesignators, printedDesignators } from "../../src/legend/designators"
import { laidBoard } from "../mep-smd-compiled"
import { textsOf } from "./measure"

/** A board whose legend was drawn by hand: the check agrees with it, and the placer could have done its part of it. */

let circuit: readonly AnyCircuitElement[]
const names = new Set((source.placements ?? []).map(({ designator }) => designator))
const rowsOfJ5 = ["GND", "-", "3V3", "RX", "TX", "-"].map((word, index) => ({
  designator: "J5",
  pin: String(index + 1),
  word,
}))

beforeAll(async () => {
  circuit = (await laidBoard()).circuit
})

describe("the legend of mep-smd", () => {
  it("is what the check expects, as drawn by hand", () => {
    expect(legendFindings(circuit, rowsOfJ5)).toEqual([])
    expect(printedDesignators(circuit)).toEqual(names)
  })

  it("gets its designators without a hand-written place", () => {
    const bare = circuit.filter(
      (element) => element.type !== "pcb_silkscreen_text" || !names.has(element.text.split(" ")[0] ?? ""),
    )
    const { circuit: printed, findings } = placeDesignators(bare, { labelled: new Set() })
    expect(findings).toEqual([])
    expect(printedDesignators(printed)).toEqual(names)
    expect(textsOf(printed)).toHaveLength(textsOf(bare).length + names.size)
    expect(legendFindings(printed, rowsOfJ5)).toEqual([])
    const definition = { ...source, pour: { clearanceMm: 0.25 } }
    const header = headerContext(definition, "2026-01-01T00:00:00Z")
    expect(gerberFiles(printed, definition, jlcpcb, header).findings).toEqual([])
  })
})
