import { describe, expect, it } from "vitest"
import source from "../../boards/mep-tester/index"
import { scenarios } from "../../boards/mep-tester/scenarios"
import { r0805 } from "../../components/parts/passives"
import { describe as read } from "../../src/board/describe"
import { circuitPart } from "../check/erc-fixture"
import { boardCircuit, type Change, gone, ohms, rulesOf, swap } from "./board-circuit"

const described = read(source, { fab: "jlcpcb", plans: ["hand"] })

/** The tester's circuit; R3 is a plain element, which only the compiled circuit knows: said here once more. */
const rules = (id: string, change: Change = () => {}): Promise<string[]> =>
  rulesOf(
    boardCircuit(described, (nets, parts) => {
      nets.MEP_ENABLE = ["R3.1", ...(nets.MEP_ENABLE ?? [])]
      nets.GND = ["R3.2", ...(nets.GND ?? [])]
      parts.set("R3", { ...circuitPart("R3", r0805["3k3"]), ohms: 3600 })
      change(nets, parts)
    }),
    scenarios,
    id,
  )

describe("the tester", () => {
  it.each(scenarios.map(({ id }) => id))("%s: holds every limit", async (id) => {
    expect(await rules(id)).toEqual([])
  })

  it("is not right with its threshold's resistors exchanged, or one a decade off", async () => {
    const exchanged: Change = (...all) => {
      ohms("R4", 10e3)(...all)
      ohms("R5", 8.2e3)(...all)
    }
    expect(await rules("threshold", exchanged)).toContain("simulate/lit")
    expect(await rules("threshold", ohms("R4", 82e3))).toContain("simulate/lit")
    expect(await rules("threshold", ohms("R5", 100e3))).toContain("simulate/dark")
  })

  it("is not right with an LED the wrong way round, or without its diode at the reference", async () => {
    expect(await rules("threshold", swap("D3.1", "D3.2"))).toContain("simulate/lit")
    expect(await rules("module-reversed-diode", gone("D4"))).toContain("simulate/reference-current")
  })

  it("is not right with its supply's diode the wrong way round, or bridged", async () => {
    expect(await rules("module-on", swap("D1.1", "D1.2"))).toContain("simulate/module-volts")
    expect(
      await rules("reversed", (nets) => {
        nets.V24_FUSED = [...(nets.V24_FUSED ?? []), ...(nets.V24 ?? [])]
        delete nets.V24
      }),
    ).toContain("simulate/reversed-module")
  })

  it("is not right where its fuse is bridged", async () => {
    expect(
      await rules("module-fault", (_nets, parts) => {
        parts.set("F1", { ...circuitPart("F1", r0805["0R"]) })
      }),
    ).toContain("simulate/fault-tripped")
  })
})
