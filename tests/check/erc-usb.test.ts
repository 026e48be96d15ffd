import { describe, expect, it } from "vitest"
import source from "../../boards/mep-v3/index"
import { describe as read } from "../../src/board/describe"
import { needs } from "../../src/check/erc/needs"
import { signals } from "../../src/check/erc/signals"
import { boardCircuit, type Change, ohms, swap } from "../simulate/board-circuit"

const described = read(source, { fab: "jlcpcb", plans: ["standard-both"] })
const told = (rule: typeof signals, change: Change = () => {}): string[] =>
  rule(boardCircuit(described, change)).findings.map(({ rule: id, message }) => `${id}: ${message}`)

describe("standard signals", () => {
  it("are on nets of their own, all of a part's contacts joined", () => expect(told(signals)).toEqual([]))

  it.each([
    ["a bridge's two lines exchanged", swap("U4.5", "U4.6"), /U4\.5 .*carries USB D\+ and J7\.\d .*USB D-/],
    ["two contacts of the connector exchanged", swap("J7.5", "J7.6"), /erc\/signal: J7\.[5-8]/],
    ["supply on a data line", swap("J7.2", "J7.5"), /USB (VBUS|D-)/],
    [
      "one contact left open",
      swap("J7.8", "J7.9"),
      /J7\.8 .*and J7\.6 .*both carry USB D\+ and are not joined/,
    ],
  ])("%s: is said", (_, change, says) => {
    const messages = told(signals, change)
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.join("\n")).toMatch(says)
  })
})

describe("a sink's resistor at CC", () => {
  it.each([
    [4589, false],
    [4590, true],
    [5610, true],
    [5611, false],
    [10e3, false],
  ])("%d ohm", (value, good) => {
    const messages = told(needs, ohms("R20", value)).filter((one) => one.includes("J7"))
    expect(messages.length === 0).toBe(good)
  })

  it("is missed where it leads elsewhere", () => {
    expect(told(needs, swap("R20.2", "R1.2")).join()).toMatch(
      /erc\/pull-down: J7\.4 \(A5\).*to ground, has none/,
    )
  })
})
