import { describe, expect, it } from "vitest"
import source from "../../boards/mep-v3/index"
import { scenarios } from "../../boards/mep-v3/scenarios"
import { describe as read } from "../../src/board/describe"
import { boardCircuit, type Change, gone, ohms, rulesOf } from "./board-circuit"

/** What MEP-HW 3.00's own trials see: the shared ones have their broken circuits in next.test.ts. */

const described = read(source, { fab: "jlcpcb", plans: ["standard-both"] })

const rules = (id: string, change: Change = () => {}): Promise<string[]> =>
  rulesOf(boardCircuit(described, change), scenarios, id)

const farads =
  (name: string, value: number): Change =>
  (_nets, parts) => {
    const part = parts.get(name)
    if (part !== undefined) parts.set(name, { ...part, farads: value })
  }
describe("MEP-HW 3.00", () => {
  it("takes away what leaks to its open 5 V pins, and would not without a resistor at each", async () => {
    expect(await rules("idle")).toEqual([])
    expect(await rules("idle", gone("R27", "R28"))).toEqual(["simulate/open-j5", "simulate/open-usb"])
  })

  it("keeps Q6's gate within what it stands, and not with R15 as small as R13", async () => {
    expect(await rules("enable-9v")).toEqual([])
    expect(await rules("enable-9v", ohms("R15", 10e3))).toEqual(["simulate/gate-9v"])
  })

  it("is reset by esptool, and not with a capacitor ten times as large or without a transistor", async () => {
    expect(await rules("automatic-reset")).toEqual([])
    expect(await rules("automatic-reset", farads("C6", 10e-6))).toContain("simulate/reset-in-time")
    expect(await rules("automatic-reset", gone("Q2"))).toContain("simulate/reset-strap")
    expect(await rules("automatic-reset", gone("Q1"))).toContain("simulate/reset-pulled")
  })

  it("hears a cable at J5 over its bridge, and not with R22 as small as R25", async () => {
    expect(await rules("two-adapters")).toEqual([])
    expect(await rules("two-adapters", ohms("R22", 100))).toContain("simulate/adapter-low")
  })

  it("starts from 42 mA, in order, and not in order without its supervisor", async () => {
    expect(await rules("start-up-hardest")).toEqual([])
    expect(await rules("start-up-hardest", gone("U5"))).toContain("simulate/reset-order")
  })
})
