import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { powerWidths, widthForMm } from "../../src/check/board/power-widths"
import { copperOf } from "../../src/circuit/copper"
import type { NetFacts } from "../../src/model/net"
import { circuitOf } from "./circuit-fixture"
import { input, setRecord } from "./erc-fixture"

/** A supply from J4 to J7 and 40 mm on, as wide as said; one width for all but the necks, where another is given. */
const check = (widthMm: number, facts: Partial<NetFacts> = {}, neckMm = widthMm) => {
  const copper = copperOf(
    circuitOf({
      pads: {
        "J4.1": { x: 0, y: 0, net: "BUCK_OUT" },
        "J7.3": { x: 40, y: 0, net: "BUCK_OUT" },
      },
      tracks: [
        {
          net: "BUCK_OUT",
          width: neckMm,
          points: [
            [0, 0],
            [1.5, 0],
          ],
        },
        {
          net: "BUCK_OUT",
          width: widthMm,
          points: [
            [1.5, 0],
            [40, 0],
          ],
        },
      ],
    }),
  )
  const view = input()
  return powerWidths({
    copper,
    house: jlcpcb,
    view: {
      ...view,
      facts: { ...view.facts, BUCK_OUT: { title: "", kind: "power", ...view.facts.BUCK_OUT, ...facts } },
    },
  }).findings
}
const rules = (...args: Parameters<typeof check>) => check(...args).map(({ rule }) => rule)

describe("the width of a supply's tracks", () => {
  it("is IPC-2221's for 10 K on an outer layer of 1 oz", () => {
    expect(widthForMm(1, 0.035)).toBeCloseTo(0.3, 2)
    expect(widthForMm(2, 0.035)).toBeCloseTo(0.781, 2)
    expect(widthForMm(1, 0.07)).toBeCloseTo(0.15, 2)
  })

  it("is what the house wants, whatever the net class says, and less at a pad", () => {
    expect(rules(0.6)).toEqual([])
    expect(rules(0.4)).toEqual([])
    expect(rules(0.39)).toEqual(["board/power-width"])
    expect(rules(0.6, {}, 0.2)).toEqual([])
    expect(rules(0.6, {}, 0.1)).toEqual(["board/power-width"])
  })

  it("grows with the current, at pads too", () => {
    expect(rules(0.6, { maxAmperes: 1.2 })).not.toContain("board/power-width")
    expect(rules(0.6, { maxAmperes: 2 })).toContain("board/power-width")
    expect(rules(0.6, { maxAmperes: 1.2 }, 0.3)).toContain("board/power-width")
  })

  it("does not shrink because a supply is said to be a signal, or to carry little", () => {
    // J4's pin gives power, whatever its net is called.
    expect(rules(0.2, { kind: "signal", maxAmperes: 0.001 })).toEqual(["board/power-width"])
    expect(rules(0.2, { kind: "ground" })).toEqual([])
  })

  it("loses little from any pad to any other", () => {
    expect(rules(0.6, { nominalVolts: 1, maxAmperes: 1.2 })).toEqual(["board/power-drop"])
    const [finding] = check(0.6, { nominalVolts: 1, maxAmperes: 1.2 })
    expect(finding?.parts).toEqual(["J4.1", "J7.3"])
    expect(finding?.measure).toMatchObject({ value: 0.0394, limit: 0.03, unit: "V" })
  })

  it("follows what the parts on it ask, not less", () => {
    const copper = copperOf(
      circuitOf({
        pads: { "J7.4": { x: 0, y: 0, net: "V3V3" }, "U2.2": { x: 20, y: 0, net: "V3V3" } },
        tracks: [
          {
            net: "V3V3",
            width: 0.6,
            points: [
              [0, 0],
              [20, 0],
            ],
          },
        ],
      }),
    )
    const asked = (amperes: number) => {
      const view = input((d) => setRecord(d, "U2", { ratings: { supplyCurrentA: amperes, source: "test" } }))
      return powerWidths({ copper, view, house: jlcpcb }).findings.map(({ rule }) => rule)
    }
    expect(asked(0.5)).toEqual([])
    expect(asked(3)).toContain("board/power-width")
  })
})
