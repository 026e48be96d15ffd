import type { ReactElement } from "react"
import { describe, expect, it } from "vitest"
import { esp32Wroom32eN4 } from "../../components/parts/modules"
import { c0805, r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import { standard } from "../../src/board/defaults"
import { describe as describeSource } from "../../src/board/describe"
import { type At, Connect, Part, type PinNets } from "../../src/board/parts"
import type { BoardSource } from "../../src/model/board"
import type { Part as PartRecord } from "../../src/model/part"
import type { Placement } from "../../src/model/place"
import { described, faults, sourceOf } from "./rendered"

const is = r0805["10k"]
const at = [0, 0] as const

/** What JavaScript may hand over where TypeScript would not: boards are bundled without a type check. */
const wrong = <T,>(value: unknown): T => value as T

describe("a sound source", () => {
  const { board, nets, findings } = described(
    () => (
      <>
        <Part name="U1" is={max3232} pins={{ VCC: "V3V3", GND: "GND", T1IN: "TX", T1OUT: "LINE" }} at={at} />
        <Part name="U2" is={esp32Wroom32eN4} pins={{ "3V3": "V3V3", GND: "GND" }} at={[5, 4, 90, "bottom"]} />
        <Part name="R1" is={is} pins={{ 1: "LINE", 2: "OUT" }} />
        <Connect part="U2" pins={{ IO17: "TX" }} />
      </>
    ),
    {
      placements: [{ designator: "R1", x: 7, y: 8, rotationDeg: -90, side: "bottom" }],
      nets: { LINE: { title: "the line", maxVolts: 15 } },
      firmware: { "U2.IO17": "output" },
    },
  )

  it("has nothing said against it", () => {
    expect(findings).toEqual([])
  })

  it("has its parts by designator and their nets by pin number", () => {
    expect(Object.keys(board.parts)).toEqual(["U1", "U2", "R1"])
    expect(board.parts.R1).toBe(is)
    expect(Object.fromEntries(nets.get("U2") ?? [])).toEqual({
      1: "GND",
      15: "GND",
      38: "GND",
      39: "GND",
      2: "V3V3",
      28: "TX",
    })
  })

  it("has every part's place, by its own `at` or by its row", () => {
    expect(board.placements).toEqual([
      { designator: "U1", x: 0, y: 0, rotationDeg: 0, side: "top" },
      { designator: "U2", x: 5, y: 4, rotationDeg: 90, side: "bottom" },
      { designator: "R1", x: 7, y: 8, rotationDeg: 270, side: "bottom" },
    ])
  })

  it("has nets whose facts follow from their pins where nothing is said", () => {
    expect(board.nets).toEqual({
      LINE: { title: "the line", maxVolts: 15, kind: "signal", domain: "rs232" },
      V3V3: { title: "V3V3", kind: "power", domain: "logic-3v3" },
      GND: { title: "GND", kind: "ground", domain: "ground" },
      TX: { title: "TX", kind: "signal" },
      OUT: { title: "OUT", kind: "signal" },
    })
  })

  it("has the antenna's zone of the module, turned and mirrored as it lies", () => {
    expect(board.keepouts.map(({ name }) => name)).toEqual(["U2's antenna"])
  })

  it("has a pin of the firmware by its number", () => {
    expect(board.firmware).toEqual({ "U2.28": "output" })
  })
})

describe("what a board need not say", () => {
  const one = () => <Part name="R1" is={is} pins={{ 1: "A", 2: "GND" }} at={at} />

  it("is filled in", () => {
    const { board } = described(one)
    expect(board).toMatchObject({
      fab: "jlcpcb",
      thicknessMm: 1.6,
      via: { diameterMm: 0.6, drillMm: 0.3 },
      plans: ["hand"],
      variants: { standard: { title: "every part fitted", notFitted: [] } },
      defaultVariant: "standard",
      claims: [],
      waivers: [],
      exactlyOne: [],
      mountingHoles: [],
      keepouts: [],
    })
    expect(board.netClasses.map(({ name, nets }) => `${name}: ${nets}`)).toEqual(["signal: A", "ground: GND"])
    expect(board).not.toHaveProperty("circuit")
  })

  it("takes the first variant for the default one", () => {
    const variants = { b: { title: "b", notFitted: [] }, a: { title: "a", notFitted: ["R1"] } }
    expect(described(one, { variants }).board.defaultVariant).toBe("b")
    expect(described(one, { variants, defaultVariant: "a" }).board.defaultVariant).toBe("a")
  })

  it("pours ground on both sides where there is a net GND, unless said", () => {
    const { pour: _, ...unsaid } = sourceOf(one)
    const pourOf = (more: Partial<BoardSource>) =>
      describeSource({ ...unsaid, ...more }, { fab: "jlcpcb", plans: [] }).board.pour
    expect(pourOf({})).toEqual({ ...standard.pour, layers: ["top", "bottom"] })
    expect(pourOf({ circuit: () => <Part name="R1" is={is} pins={{ 1: "A" }} at={at} /> }).layers).toEqual([])
    expect(pourOf({ pour: false }).layers).toEqual([])
    expect(pourOf({ pour: { layers: ["bottom"], boardEdgeMm: 1 } })).toEqual({
      ...standard.pour,
      layers: ["bottom"],
      boardEdgeMm: 1,
    })
  })
})

const twoOf = (name: string): ReactElement => (
  <>
    <Part name={name} is={is} at={at} />
    <Part name={name} is={is} at={[5, 0]} />
  </>
)

const rowOf = (designator: string, more: Partial<Placement> = {}): Placement => ({
  designator,
  x: 1,
  y: 2,
  rotationDeg: 0,
  side: "top",
  ...more,
})

describe("a fault of the source is said with the part's name", () => {
  it.each<[string, () => ReactElement, Parameters<typeof faults>[1], readonly string[]]>([
    [
      "an unknown pin",
      () => <Part name="U2" is={esp32Wroom32eN4} pins={{ IO61: "LED" }} at={at} />,
      {},
      ['circuit/pin: U2: ESP32-WROOM-32E has no pin "IO61": did you mean "IO21"?'],
    ],
    [
      "a pin on two nets, by a Connect",
      () => (
        <>
          <Part name="R1" is={is} pins={{ 1: "A" }} at={at} />
          <Connect part="R1" pins={{ 1: "B" }} />
        </>
      ),
      {},
      ["circuit/pin: R1: pin 1 is on net A and on net B"],
    ],
    [
      "a net that is undefined",
      () => <Part name="R1" is={is} pins={wrong<PinNets>({ 1: undefined })} at={at} />,
      {},
      ["circuit/pin: R1: pin 1 is put on undefined, which is no net"],
    ],
    [
      "a part without a place",
      () => <Part name="R1" is={is} />,
      {},
      ["circuit/no-place: R1: has no place: give it `at={[x, y]}`, or a row in the board's placements"],
    ],
    [
      "a net class on a layer that the board has not, and on none",
      () => <Part name="R1" is={is} at={at} />,
      {
        netClasses: [
          { name: "fast", nets: [], widthMm: 0.2, clearanceMm: 0.2, layers: ["top", "inner2"] },
          { name: "slow", nets: [], widthMm: 0.2, clearanceMm: 0.2, layers: [] },
        ],
      },
      [
        'circuit/layers: the net class fast is given the layer "inner2": the board has top and bottom',
        "circuit/layers: the net class slow is given no layer: the board has top and bottom",
      ],
    ],
    [
      "a place that is none",
      () => (
        <>
          <Part name="R1" is={is} at={wrong<At>([undefined, 2])} />
          <Part name="R2" is={is} at={wrong<At>([1, 2, 0, "Bottom"])} />
        </>
      ),
      {},
      [
        'circuit/place: R1: its place is [null,2]: numbers in mm and degrees, "top" or "bottom"',
        'circuit/place: R2: its place is [1,2,0,"Bottom"]: numbers in mm and degrees, "top" or "bottom"',
      ],
    ],
    [
      "a row that is none",
      () => <Part name="R1" is={is} />,
      { placements: [rowOf("R1", { rotationDeg: Number.NaN })] },
      [
        'circuit/place: R1: its place is {"designator":"R1","x":1,"y":2,"rotationDeg":null,"side":"top"}: numbers in mm and degrees, "top" or "bottom"',
      ],
    ],
    [
      "two rows",
      () => <Part name="R1" is={is} />,
      { placements: [rowOf("R1"), rowOf("R1", { x: 9 })] },
      ["circuit/place: R1: has two rows in the board's placements"],
    ],
    [
      "a row for nobody",
      () => <Part name="R1" is={is} at={at} />,
      { placements: [rowOf("R11")] },
      ["circuit/unknown-part: R11: has a place but is not in the circuit: did you mean R1?"],
    ],
    [
      "a row for a plain element",
      () => <resistor name="R1" resistance="1k" footprint="0603" />,
      { placements: [rowOf("R1")] },
      ["circuit/place: R1: is a plain element: place it by its own `pcbX` and `pcbY`"],
    ],
    [
      "a designator used twice",
      () => twoOf("R1"),
      {},
      ["circuit/designator-twice: R1: there is one already: every designator is used once"],
    ],
    [
      "a designator of a part and of a plain element",
      () => (
        <>
          <Part name="R1" is={is} at={at} />
          <resistor name="R1" resistance="1k" footprint="0603" />
        </>
      ),
      {},
      ["circuit/designator-twice: R1: there is one already: every designator is used once"],
    ],
    [
      "a designator of two plain elements",
      () => (
        <>
          <led name="D1" footprint="0603" />
          <resistor name="D1" resistance="1k" footprint="0603" />
        </>
      ),
      {},
      ["circuit/designator-twice: D1: there is one already: every designator is used once"],
    ],
    [
      "no designator",
      () => <Part name="" is={is} at={at} />,
      {},
      ["circuit/designator: a part: has no name: every part needs a designator"],
    ],
    [
      "a designator that is none",
      () => <Part name="R1.2" is={is} at={at} />,
      {},
      ["circuit/designator: R1.2: is no designator: a capital first, then capitals, digits, _ and -"],
    ],
    [
      "no part of that name among the records",
      () => <Part name="R1" is={wrong<PartRecord>(undefined)} at={at} />,
      {},
      ["circuit/unknown-part: R1: `is` names no part: give a record of components/parts"],
    ],
    [
      "a Connect to an unknown part",
      () => (
        <>
          <Part name="U1" is={max3232} at={at} />
          <Connect part="U11" pins={{ VCC: "V3V3" }} />
        </>
      ),
      {},
      ["circuit/unknown-part: U11: is not in the circuit: did you mean U1?"],
    ],
    [
      "a Connect to a plain element",
      () => (
        <>
          <resistor name="R1" resistance="1k" footprint="0603" />
          <Connect part="R1" pins={{ 1: "A" }} />
        </>
      ),
      {},
      ["circuit/unknown-part: R1: is a plain element: give it `connections` itself"],
    ],
    [
      "nets that tscircuit does not take",
      () => <Part name="C1" is={c0805["100nF"]} pins={{ 1: "A,B", 2: "A B" }} at={at} />,
      {},
      [
        'circuit/net-name: C1: a net cannot be called "A,B": letters, digits, _ $ ~ . + -, with /, + or - in front',
        'circuit/net-name: C1: a net cannot be called "A B": letters, digits, _ $ ~ . + -, with /, + or - in front',
      ],
    ],
    [
      "a pin of the firmware that is none",
      () => <Part name="U2" is={esp32Wroom32eN4} at={at} />,
      { firmware: { "U2.I016": "output", "U3.1": "input" } },
      [
        "circuit/pin: U2.I016: the firmware is said to use it, but there is no such pin",
        "circuit/pin: U3.1: the firmware is said to use it, but there is no such pin",
      ],
    ],
  ])("%s", (_, circuit, more, expected) => {
    expect(faults(circuit, more)).toEqual(expected)
    expect(described(circuit, more).findings.every(({ severity }) => severity === "error")).toBe(true)
  })

  it("and all at once", () => {
    const found = faults(() => (
      <>
        {twoOf("R1")}
        <Part name="U1" is={max3232} pins={{ VDD: "V3V3" }} />
        <Connect part="J9" pins={{ 1: "A" }} />
      </>
    ))
    expect(found.map((line) => line.split(":")[0])).toEqual([
      "circuit/designator-twice",
      "circuit/pin",
      "circuit/no-place",
      "circuit/unknown-part",
    ])
  })

  it("with the board's folder where no line is known", () => {
    expect(described(() => twoOf("R1")).findings).toMatchObject([{ file: "boards/test", parts: ["R1"] }])
  })
})
