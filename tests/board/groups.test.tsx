import type { ReactElement } from "react"
import { describe, expect, it } from "vitest"
import { soic } from "../../components/packages/soic"
import { r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import { inFrame, lengthMm, onBoard } from "../../src/board/frame"
import { Part } from "../../src/board/parts"
import { padsOf } from "../../src/circuit/pads"
import { partsOf } from "../../src/circuit/parts"
import type { BoardSource } from "../../src/model/board"
import type { Part as PartRecord } from "../../src/model/part"
import { laid } from "./rendered"

const is = r0805["10k"]

/** Each part's place as it was described, beside where tscircuit put it. */
async function places(circuit: () => ReactElement, more: Partial<BoardSource> = {}) {
  const { definition, circuit: compiled, said } = await laid(circuit, more)
  expect(said).toEqual([])
  const row = (x: number, y: number, rotationDeg: number, side: string) =>
    [...[x, y, rotationDeg].map((value) => Number(value.toFixed(6)) + 0), side].join(" ")
  return {
    described: Object.fromEntries(
      definition.placements.map(({ designator, x, y, rotationDeg, side }) => [
        designator,
        row(x, y, rotationDeg, side),
      ]),
    ),
    rendered: Object.fromEntries(
      partsOf(compiled).map(({ designator, placed }) => [
        designator,
        placed === undefined ? "" : row(placed.x, placed.y, placed.rotationDeg, placed.side),
      ]),
    ),
  }
}

const trio = (
  <>
    <Part name="R1" is={is} at={[3, 1]} />
    <Part name="R2" is={is} at={[-2, 4, 90]} />
    <Part name="R3" is={is} at={[0, -3, 270, "bottom"]} />
  </>
)

describe("parts in a group are where tscircuit puts them", () => {
  it.each<[string, ReactElement, Record<string, string>]>([
    [
      "that moves",
      <group key="a" pcbX={5} pcbY={-2}>
        {trio}
      </group>,
      { R1: "8 -1 0 top", R3: "5 -5 270 bottom" },
    ],
    [
      "that turns",
      <group key="b" pcbRotation={90}>
        {trio}
      </group>,
      { R1: "-1 3 90 top", R2: "-4 -2 180 top" },
    ],
    [
      "that moves and turns, told with units",
      <group key="c" pcbX="5mm" pcbY="0.1in" pcbRotation="180deg">
        {trio}
      </group>,
      { R1: "2 1.54 180 top", R3: "5 5.54 90 bottom" },
    ],
    [
      "in a group, at odd angles",
      <group key="d" pcbX={3} pcbY={2} pcbRotation={30}>
        <group pcbX={2} pcbY={0} pcbRotation={45}>
          {trio}
        </group>
      </group>,
      { R1: "4.542582 6.156597 75 top" },
    ],
    ["that says nothing", <group key="e">{trio}</group>, { R1: "3 1 0 top" }],
  ])("%s", async (_, circuit, expected) => {
    const { described, rendered } = await places(() => circuit)
    expect(described).toEqual(rendered)
    expect(described).toMatchObject(expected)
  })

  it("and a row of the placements is in the board's frame all the same", async () => {
    const circuit = () => (
      <group pcbX={5} pcbY={-2} pcbRotation={90}>
        <Part name="R1" is={is} />
        <Part name="R2" is={is} at={[1, 1]} />
      </group>
    )
    const placements = [{ designator: "R1", x: -10, y: 4, rotationDeg: 45, side: "bottom" }] as const
    const { described, rendered } = await places(circuit, { placements })
    expect(described).toEqual({ R1: "-10 4 45 bottom", R2: "4 -1 90 top" })
    expect(rendered).toEqual(described)
  })

  it("and holes with them", async () => {
    const { definition, circuit } = await laid(() => (
      <group pcbX={5} pcbY={-2} pcbRotation={90}>
        <hole name="H1" pcbX="3mm" pcbY={1} diameter="3.2mm" />
      </group>
    ))
    expect(definition.mountingHoles).toEqual([{ designator: "H1", x: 4, y: 1, drillMm: 3.2 }])
    expect(circuit.find(({ type }) => type === "pcb_hole")).toMatchObject({ x: 4, y: 1, hole_diameter: 3.2 })
  })
})

describe("frames", () => {
  it("go there and back", () => {
    const frame = { x: 3, y: -2, rotationDeg: 37 }
    const { x, y } = inFrame(frame, onBoard(frame, { x: 1.5, y: 4 }))
    expect([x, y].map((value) => Number(value.toFixed(9)))).toEqual([1.5, 4])
  })

  it.each([
    [3, 3],
    ["3", 3],
    ["-3.5mm", -3.5],
    ["0.1in", 2.54],
    ["100mil", 2.54],
    ["1cm", 10],
    ["3 parsec", undefined],
    [undefined, undefined],
  ])("%s is %s mm", (value, mm) => {
    const read = lengthMm(value)
    if (mm === undefined) expect(read).toBeUndefined()
    else expect(read).toBeCloseTo(mm, 9)
  })
})

describe("a part's zone without copper", () => {
  /** A part with one pad, which is where its zone is too. */
  const marked = (zone: { minX: number; maxX: number; minY: number; maxY: number }): PartRecord => ({
    ...max3232,
    id: "marked",
    pins: [{ number: 1, name: "1", role: "passive" }],
    package: {
      ...soic(8),
      land: {
        pads: [
          {
            pin: 1,
            x: (zone.minX + zone.maxX) / 2,
            y: (zone.minY + zone.maxY) / 2,
            width: zone.maxX - zone.minX,
            height: zone.maxY - zone.minY,
            paste: "none",
          },
        ],
        silk: [],
        courtyard: { shape: "rect", x: 0, y: 0, width: 12, height: 12 },
      },
    },
    keepout: zone,
  })
  const zone = { minX: 1, maxX: 4, minY: -2, maxY: -1 }

  it.each(
    (["top", "bottom"] as const).flatMap((side) => [0, 90, 180, 270].map((turn) => [side, turn] as const)),
  )("goes with it to the %s, turned by %d degrees", async (side, turn) => {
    const { definition, circuit } = await laid(() => (
      <group pcbX={2} pcbY={1} pcbRotation={90}>
        <Part name="U1" is={marked(zone)} at={[3, 4, turn, side]} />
      </group>
    ))
    const [pad] = padsOf(circuit)
    const xs = (pad?.shape.core ?? []).map(({ x }) => x)
    const ys = (pad?.shape.core ?? []).map(({ y }) => y)
    const round = (values: Record<string, number>) =>
      Object.fromEntries(Object.entries(values).map(([edge, mm]) => [edge, Number(mm.toFixed(6)) + 0]))
    const { name, ...box } = definition.keepouts[0] ?? { name: "none" }
    expect(name).toBe("U1's antenna")
    expect(round(box)).toEqual(
      round({ minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) }),
    )
  })
})
