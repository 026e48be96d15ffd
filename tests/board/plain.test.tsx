import { beforeAll, describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { Part } from "../../src/board/parts"
import { withPrefix } from "../../src/board/plain"
import { circuitChecks } from "../../src/check/checks"
import { subjectOf } from "../../src/check/subject"
import { netlistOf } from "../../src/circuit/netlist"
import { padsOf } from "../../src/circuit/pads"
import { partsOf } from "../../src/circuit/parts"
import { circuitView } from "../../src/circuit/view"
import type { LaidBoard } from "../../src/compile/compile"
import { assemblySets } from "../../src/fabricate/assembly"
import { partsOnBoard } from "../../src/fabricate/parts-on-board"
import { faults, laid } from "./rendered"

/** tscircuit's own elements, and one of our parts among them. */
const circuit = () => (
  <>
    <resistor
      name="R1"
      resistance="4.7k"
      footprint="0603"
      pcbX={-10}
      connections={{ pin1: "net.VCC", pin2: "net.LED_A" }}
    />
    <capacitor
      name="C1"
      capacitance="100nF"
      footprint="0402"
      pcbX={-10}
      pcbY={5}
      pcbRotation={90}
      layer="bottom"
      connections={{ pin1: "net.VCC", pin2: "net.GND" }}
    />
    <capacitor
      name="C2"
      capacitance="10uF"
      polarized
      footprint="1206"
      pcbX={-14}
      pcbY={9}
      connections={{ pos: "net.VCC", neg: "net.GND" }}
    />
    <led name="D1" footprint="0603" pcbX={-5} connections={{ anode: "net.LED_A", cathode: "net.GND" }} />
    <chip
      name="U1"
      footprint="soic8"
      pcbX={3}
      manufacturerPartNumber="NE555"
      pinLabels={{ pin1: "GND", pin2: "TRIG", pin3: "OUT", pin8: "VCC" }}
      connections={{ GND: "net.GND", pin3: "net.OUT", VCC: "net.VCC" }}
      noConnect={["pin2", "pin4", "pin5", "pin6", "pin7"]}
    />
    <pinheader
      name="J1"
      pinCount={3}
      pcbX={12}
      pcbRotation={90}
      connections={{ pin1: "net.GND", pin2: "net.VCC" }}
    />
    <trace from=".J1 > .pin3" to="net.OUT" />
    <group pcbX={5} pcbY={-8} pcbRotation={90}>
      <resistor
        name="R2"
        resistance={0}
        footprint="0805"
        pcbX={1}
        pcbY={2}
        connections={{ pin1: "net.OUT", pin2: "net.SDA" }}
      />
      <Part name="R3" is={r0805["10k"]} pins={{ 1: "SDA", 2: "VCC" }} at={[-2, 0]} />
    </group>
  </>
)

let board: LaidBoard

beforeAll(async () => {
  board = await laid(circuit)
})

const record = (designator: string) => {
  const part = board.definition.parts[designator]
  if (part === undefined) throw new Error(`no part ${designator}`)
  return part
}

describe("plain elements", () => {
  it("get records from what the circuit says of them", () => {
    const rows = Object.entries(board.definition.parts).map(
      ([
        name,
        {
          kind,
          value,
          package: { name: home },
          polarised,
        },
      ]) => [name, kind, value, home, polarised ? "polarised" : ""].join(" ").trim(),
    )
    expect(rows.sort()).toEqual([
      "C1 capacitor 100nF 0402",
      "C2 capacitor 10uF 1206 polarised",
      "D1 led led 0603 polarised",
      "J1 connector pin header 3 holes 1.5 x 1.5 mm polarised",
      "R1 resistor 4.7k 0603",
      "R2 resistor 0R 0805",
      "R3 resistor 10k 0805",
      "U1 ic NE555 soic8 polarised",
    ])
    expect(record("R1").ratings).toMatchObject({ resistanceOhm: 4700 })
    expect(record("C1").ratings).toMatchObject({ capacitanceF: 1e-7 })
    expect(record("U1").mpn).toBe("NE555")
    expect(record("R3")).toBe(r0805["10k"])
  })

  it("get pins by their numbers, with the names that they have", () => {
    const pins = (name: string) => record(name).pins.map((pin) => `${pin.number} ${pin.name}`)
    expect(pins("R1")).toEqual(["1 1", "2 2"])
    expect(pins("C2")).toEqual(["1 pos", "2 neg"])
    expect(pins("D1")).toEqual(["1 A", "2 K"])
    expect(pins("U1")).toEqual(["1 GND", "2 TRIG", "3 OUT", "4 4", "5 5", "6 6", "7 7", "8 VCC"])
    expect(pins("J1")).toEqual(["1 1", "2 2", "3 3"])
  })

  it("get the land that the circuit has, seen from their own side", () => {
    for (const name of ["R1", "C1", "U1", "J1"]) {
      const { pads } = record(name).package.land
      const { placed } = partsOf(board.circuit).find(({ designator }) => designator === name) ?? {}
      if (placed === undefined) throw new Error(`${name} has no place`)
      const own = padsOf(board.circuit).filter(({ designator }) => designator === name)
      expect(pads.map(({ pin }) => pin).sort()).toEqual(own.map(({ pin }) => Number(pin)).sort())
      const mirror = placed.side === "bottom" ? -1 : 1
      const angle = (placed.rotationDeg * Math.PI) / 180
      for (const pad of pads) {
        const x = placed.x + pad.x * mirror * Math.cos(angle) - pad.y * Math.sin(angle)
        const y = placed.y + pad.x * mirror * Math.sin(angle) + pad.y * Math.cos(angle)
        const there = own.find(({ pin }) => Number(pin) === pad.pin)
        expect(
          [there?.x, there?.y].map((mm) => mm?.toFixed(2)),
          `${name}.${pad.pin}`,
        ).toEqual([x.toFixed(2), y.toFixed(2)])
      }
    }
    expect(record("J1").package.land.pads.map(({ holeMm }) => holeMm)).toEqual([1, 1, 1])
  })

  it("have places on the board, groups included", () => {
    const places = Object.fromEntries(
      board.definition.placements.map(({ designator, x, y, rotationDeg, side }) => [
        designator,
        [x, y, rotationDeg, side].join(" "),
      ]),
    )
    expect(places).toMatchObject({
      R1: "-10 0 0 top",
      C1: "-10 5 90 bottom",
      J1: "12 0 90 top",
      R2: "3 -7 90 top",
      R3: "5 -10 90 top",
    })
  })

  it("share nets with parts that have records, and their nets have facts and a class", () => {
    const nets = Object.fromEntries(
      netlistOf(board.circuit).nets.map(({ name, pins }) => [name, pins.join(" ")]),
    )
    expect(nets).toEqual({
      GND: "C1.2 C2.2 D1.2 J1.1 U1.1",
      LED_A: "D1.1 R1.2",
      OUT: "J1.3 R2.1 U1.3",
      SDA: "R2.2 R3.1",
      VCC: "C1.1 C2.1 J1.2 R1.1 R3.2 U1.8",
    })
    expect(Object.keys(board.definition.nets).sort()).toEqual(Object.keys(nets))
    expect(board.definition.nets.GND?.kind).toBe("ground")
    expect(board.definition.netClasses.flatMap(({ nets: members }) => members).sort()).toEqual(
      Object.keys(nets),
    )
  })

  it("are seen by the electrical rules, and have no fault for being plain", () => {
    const view = circuitView(board.circuit, board.definition)
    expect(
      [...view.parts.values()].map(({ designator, ohms, farads }) => [designator, ohms ?? farads]),
    ).toEqual(
      expect.arrayContaining([
        ["R1", 4700],
        ["C1", 1e-7],
        ["R2", 0],
      ]),
    )
    const subject = subjectOf(board.circuit, board.definition, jlcpcb)
    const checks = circuitChecks.filter(({ id }) =>
      /^erc\/|designators|placement|board\/parts|on-board/.test(id),
    )
    const open = checks
      .flatMap(({ run }) => run(subject).findings)
      .filter(({ severity }) => severity !== "info")
    expect(open).toEqual([])
  })

  it("are on the hand list, said once and loudly", () => {
    expect(board.said).toMatchObject([
      { rule: "parts/by-hand", severity: "info", parts: ["C1", "C2", "D1", "J1", "R1", "R2", "U1"] },
      { rule: "circuit/not-held", severity: "info", parts: ["J1"] },
    ])
    expect(board.said[0]?.message).toMatch(
      /^C1, C2, D1, J1, R1, R2, U1: plain elements, no record says what is bought/,
    )
    const [set] = assemblySets(
      partsOnBoard(board.circuit),
      { ...board.definition, plans: ["standard-both"] },
      jlcpcb,
    )
    expect(set?.bom.flatMap(({ designators }) => designators)).toEqual(["R3"])
    expect(set?.hand.map(({ designator }) => designator)).toEqual(["C1", "C2", "D1", "J1", "R1", "R2", "U1"])
    expect(set?.hand[0]?.reason).toMatch(/no record says what is bought/)
  })
})

describe("values that tscircuit would misread", () => {
  it.each(["4k7", "1R5", "1e3", "1,5k", "1MEG", "R47", "2n2"])("%s is refused", (value) => {
    expect(faults(() => <resistor name="R1" resistance={value} footprint="0603" />)).toEqual([
      `circuit/value: R1: tscircuit would not read "${value}" as you do: write 4.7k, 100nF, or a number`,
    ])
    expect(faults(() => <capacitor name="R1" capacitance={value} footprint="0603" />)).toHaveLength(1)
  })

  it.each([
    ["4.7k", 4700],
    ["10R", 10],
    [".47", 0.47],
    ["4.7 kΩ", 4700],
    ["10 ohm", 10],
    ["10K", 10_000],
    ["1M", 1e6],
    ["100m", 0.1],
    [2200, 2200],
  ])("%s is read as %d ohm", async (value, ohms) => {
    const one = () => <resistor name="R1" resistance={value} footprint="0603" />
    expect(faults(one)).toEqual([])
    expect(partsOf((await laid(one)).circuit)[0]?.ohms).toBeCloseTo(ohms, 9)
  })

  it.each([
    ["100nF", 1e-7],
    ["0.1uF", 1e-7],
    ["10µF", 1e-5],
    ["47p", 47e-12],
  ])("%s is read as %d F", async (value, farads) => {
    const one = () => <capacitor name="C1" capacitance={value} footprint="0603" />
    expect(faults(one)).toEqual([])
    expect((partsOf((await laid(one)).circuit)[0]?.farads ?? 0) / farads).toBeCloseTo(1, 9)
  })
})

it.each([
  [0, "", "0R"],
  [0.47, "", "470m"],
  [22, "", "22R"],
  [4700, "", "4.7k"],
  [1e6, "", "1M"],
  [1e-7, "F", "100nF"],
  [2.2e-6, "F", "2.2uF"],
  [4.7e-11, "F", "47pF"],
  [999.9, "", "999.9R"],
] as const)("%d%s is written %s", (value, unit, text) => {
  expect(withPrefix(value, unit)).toBe(text)
})
