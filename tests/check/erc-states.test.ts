import { describe, expect, it } from "vitest"
import { jumperStates } from "../../src/check/erc/jumper-states"
import { type Draft, input, messages, move, rules, setPart, swap } from "./erc-fixture"

const faults: readonly { what: string; change: (draft: Draft) => void; id: string; says: RegExp }[] = [
  {
    what: "24 V on the module's supply",
    change: (d) => move(d, "U2.2", "V24"),
    id: "erc/voltage-domain",
    says: /meter-24v \(net V24\) reaches.*U2\.2 \(3V3\)/,
  },
  {
    what: "24 V to the MAX3232 through R3 when fitted",
    change: (d) => move(d, "R3.2", "V24"),
    id: "erc/voltage-domain",
    says: /meter-24v.*U1\.16 \(VCC\).*through R3.*\[variant always-on\]/,
  },
  {
    what: "24 V through a pull-up",
    change: (d) => move(d, "R1.2", "V24"),
    id: "erc/voltage-domain",
    says: /meter-24v.*U2\.3 \(EN\).*through R1/,
  },
  {
    what: "24 V through the jumper",
    change: (d) => move(d, "J7.3", "V24"),
    id: "erc/voltage-domain",
    says: /meter-24v.*U2\.2 \(3V3\).*through J7 3-4.*\[J7 3-4/,
  },
  {
    what: "RS-232 on a GPIO",
    change: (d) => swap(d, "U1.8", "U1.9"),
    id: "erc/voltage-domain",
    says: /rs232.*U2\.27|rs232.*U1/,
  },
  {
    what: "RS-232 on a GPIO past the diode",
    change: (d) => move(d, "U2.26", "ENABLE_DIODE"),
    id: "erc/voltage-domain",
    says: /rs232.*U2\.26 \(IO4\)/,
  },
  {
    what: "charge pump on the supply",
    change: (d) => move(d, "U1.2", "VCC_RS232"),
    id: "erc/voltage-domain",
    says: /charge-pump.*U1\.16/,
  },
  {
    what: "3V3 on ground",
    change: (d) => move(d, "U1.15", "V3V3"),
    id: "erc/voltage-domain",
    says: /logic-3v3.*U1\.15 \(GND\)/,
  },
  {
    what: "ground on the supply pin",
    change: (d) => move(d, "U2.2", "GND"),
    id: "erc/short-to-ground",
    says: /ground is at U2\.2 \(3V3\)/,
  },
  {
    what: "0 ohm from 3V3 to ground",
    change: (d) => {
      move(d, "R2.1", "GND")
      setPart(d, "R2", { ohms: 0 })
    },
    id: "erc/short-to-ground",
    says: /GND, V3V3|V3V3, GND/,
  },
  {
    what: "drivers on one wire",
    change: (d) => move(d, "U2.28", "RXD2_TTL"),
    id: "erc/driver-conflict",
    says: /U1\.9 \(R2OUT\) and U2\.28 \(IO17\)/,
  },
  {
    what: "two transmitters joined by a resistor",
    change: (d) => move(d, "R5.2", "ENABLE_RS232"),
    id: "erc/driver-conflict",
    says: /U1\.\d+ \(T\dOUT\) and U1.*through R5/,
  },
  {
    what: "GPIO32 tied to 3V3 by R3 and R4",
    change: (d) => {
      d.variants["always-on"] = { title: "", notFitted: [] }
    },
    id: "erc/driver-conflict",
    says: /U2\.8 \(IO32\)/,
  },
  {
    what: "J7 mirrored",
    change: (d) => {
      swap(d, "J7.1", "J7.3")
      swap(d, "J7.2", "J7.4")
    },
    id: "erc/jumper-state",
    says: /BUCK_OUT and V3V3|IO0_PROGRAM and GND/,
  },
  {
    what: "J7 turned half",
    change: (d) => {
      swap(d, "J7.1", "J7.2")
      swap(d, "J7.3", "J7.4")
    },
    id: "erc/jumper-state",
    says: /J7 1-3/,
  },
  {
    what: "buck output wired past the jumper",
    change: (d) => {
      d.nets.V3V3?.push(...(d.nets.BUCK_OUT ?? []))
      delete d.nets.BUCK_OUT
    },
    id: "erc/jumper-state",
    says: /J7/,
  },
]

describe("jumper states and variants", () => {
  it("finds nothing in any legal state of the sound circuit", () => {
    expect(messages(jumperStates(input()))).toBe("")
  })

  it("shows what the forbidden states do", () => {
    const figures = new Map(jumperStates(input()).figures?.map(({ name, value }) => [name, String(value)]))
    expect([...figures.keys()]).toEqual([
      "J7 open (allowed)",
      "J7 1-2 (allowed)",
      "J7 3-4 (allowed)",
      "J7 1-2 and 3-4 (avoid)",
      "J7 1-3 (HAZARD)",
      "J7 2-4 (HAZARD)",
    ])
    expect(figures.get("J7 1-2 and 3-4 (avoid)")).toMatch(/J4\.1 \(OUT\+\) and J5\.3 \(3V3\) drive one wire/)
    expect(figures.get("J7 1-3 (HAZARD)")).toMatch(/J4\.1 \(OUT\+\) and U2\.25 \(IO0\) drive one wire/)
    expect(figures.get("J7 2-4 (HAZARD)")).toMatch(
      /^never: ground is at .*U2\.2 \(3V3\) through J7 2-4 \(nets GND, V3V3\)/,
    )
  })

  it.each(faults)("$what: $id", ({ change, id, says }) => {
    const result = jumperStates(input(change))
    expect(rules(result)).toContain(id)
    expect(
      result.findings
        .filter(({ rule }) => rule === id)
        .map(({ message }) => message)
        .join("\n"),
    ).toMatch(says)
  })

  it("are never none: a block without states, or none at all, is checked as it stands and said", () => {
    const shorted = input((d) => move(d, "U2.2", "GND"))
    const { jumper: block, ...bare } = shorted
    if (block === undefined) throw new Error("no jumper block")
    for (const view of [bare, { ...bare, jumper: { ...block, states: [] } }]) {
      const found = jumperStates(view).findings.map(({ rule }) => rule)
      expect(found).toContain("erc/short-to-ground")
      expect(found).toContain("erc/jumper-state")
    }
    const avoided = block.states.map((state) => ({ ...state, use: "avoid" as const }))
    expect(messages(jumperStates({ ...input(), jumper: { ...block, states: avoided } }))).toMatch(
      /J7 has no state in which the board may be used/,
    )
    const { jumper: _, ...sound } = input()
    expect(messages(jumperStates(sound))).toMatch(/J7 takes jumpers, and no state of them is known/)
  })
})

describe("a diode between two supplies", () => {
  const between = (cathode: string, anode: string) =>
    messages(
      jumperStates(
        input((d) => {
          move(d, "D1.1", cathode)
          move(d, "D1.2", anode)
        }),
      ),
    )

  it("keeps 24 V at its cathode off what feeds its anode", () =>
    expect(between("V24", "V3V3")).not.toMatch(/meter-24v/))

  it("lets it through the other way", () =>
    expect(between("V3V3", "V24")).toMatch(/meter-24v.*U2\.2 \(3V3\).*through .*D1/))

  it("lets a line that goes below ground through either way", () =>
    expect(between("MEP_TXD", "V3V3")).toMatch(/rs232 \(net MEP_TXD\) reaches U2/))
})
