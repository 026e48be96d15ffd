import { describe, expect, it } from "vitest"
import { rectangle } from "../../src/board/define"
import { describe as describeSource } from "../../src/board/describe"
import { copperOf } from "../../src/circuit/copper"
import { signedArea } from "../../src/geometry/polygon"
import type { PourRule } from "../../src/model/board"
import type { RoutesFile } from "../../src/route/routes-file"
import { type Made, made, sourceOf } from "./harness"
import { everyForm } from "./lands"
import { saved } from "./saved"

it("pours on both sides keep clear of polygon pads, slots and turned pads of either side", async () => {
  const board = await made(
    () => (
      <>
        <chip name="U1" footprint={everyForm} pcbX={-12} pcbY={3} pcbRotation={30} />
        <chip name="U2" footprint={everyForm} pcbX={12} pcbY={-3} pcbRotation={30} layer="bottom" />
        <chip
          name="J1"
          footprint="pinrow2"
          pcbX={0}
          pcbY={-15}
          connections={{ pin1: "net.GND", pin2: "net.GND" }}
        />
      </>
    ),
    { pour: { net: "GND", layers: ["top", "bottom"], stitchMm: 200 } },
  )
  const { open, laid } = board
  expect(open).toEqual([])
  expect(laid.circuit.filter(({ type }) => type === "pcb_copper_pour").length).toBeGreaterThanOrEqual(2)
  saved(board)
}, 60_000)

describe("pours of several nets", () => {
  const circuit = () => (
    <>
      <resistor
        name="R1"
        resistance="10k"
        footprint="0805"
        pcbX={-4}
        pcbY={0}
        connections={{ pin1: "net.A", pin2: "net.GND" }}
      />
      <resistor
        name="R2"
        resistance="10k"
        footprint="0805"
        pcbX={4}
        pcbY={0}
        connections={{ pin1: "net.A", pin2: "net.GND" }}
      />
      <chip
        name="J1"
        footprint="pinrow4"
        pcbX={0}
        pcbY={-6}
        connections={{ pin1: "net.GND", pin2: "net.A", pin3: "net.GND", pin4: "net.GND" }}
      />
    </>
  )
  const box = (minX: number, minY: number, maxX: number, maxY: number) => [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]
  /** Joins R1.1, R2.1 and J1.2. */
  const supply = [
    { x: -11, y: -2 },
    { x: -4.1, y: -2 },
    { x: -4.1, y: 2.2 },
    { x: 2.2, y: 2.2 },
    { x: 2.2, y: -1.5 },
    { x: 3.9, y: -1.5 },
    { x: 3.9, y: 7 },
    { x: -11, y: 7 },
  ]
  const areaOf = ({ laid }: Made, net: string, layer: string): number => {
    const { pours } = copperOf(laid.circuit)
    const own = pours.filter((pour) => pour.net === net && pour.layer === layer)
    return own.reduce(
      (sum, { outline, holes }) =>
        sum +
        Math.abs(signedArea(outline)) -
        holes.reduce((less, hole) => less + Math.abs(signedArea(hole)), 0),
      0,
    )
  }
  const routes: RoutesFile["nets"] = {
    A: {
      pads: { "R1.1": [-4.9125, 0], "R2.1": [3.0875, 0], "J1.2": [-1.27, -6] },
      paths: [
        {
          from: "J1.2",
          to: "via",
          layer: "bottom" as const,
          width: 0.25,
          points: [
            [-1.27, -6],
            [-1.27, 3],
          ],
        },
      ],
      vias: [[-1.27, 3]],
    },
  }
  /** The net's track could lie on the top: it is below so that a via has to meet the pour. */
  const worth = (line: string) => !line.startsWith("copper/needless-via")
  const board = (pour: Partial<PourRule>[]) => made(circuit, { pour, outline: rectangle(24, 18) }, routes)

  it("have the place that priority gives them, in all files", async () => {
    const two = await board([
      { net: "GND", stitchMm: 200 },
      { net: "A", layers: ["top"], outline: supply, priority: 1 },
    ])
    expect(two.open.filter(worth)).toEqual([])
    // The supply has nearly all of its outline, 109.3 mm2.
    expect(areaOf(two, "A", "top")).toBeGreaterThan(100)
    expect(areaOf(two, "A", "bottom")).toBe(0)
    expect(areaOf(two, "GND", "top")).toBeLessThan(24 * 18 - 100)
    expect(areaOf(two, "GND", "bottom")).toBeGreaterThan(300)
    saved(two)
    expect(two.kicad.match(/\(priority 1\)/g)).toHaveLength(1)
    expect(two.kicad.match(/\(name "A pour"\)/g)).toHaveLength(1)
    expect(two.kicad.match(/\(name "GND pour 2"\)/g)).toHaveLength(1)
  }, 60_000)

  it("of equal priority give way to those that stand first", async () => {
    const a = { net: "A", layers: ["top" as const], outline: supply }
    const [first, last] = [
      await board([a, { net: "GND", stitchMm: 200 }]),
      await board([{ net: "GND", stitchMm: 200 }, a]),
    ]
    expect(first.open.filter(worth)).toEqual([])
    expect(areaOf(first, "A", "top")).toBeGreaterThan(100)
    expect(last.open).toContainEqual(expect.stringMatching(/^board\/pour: there is no pour of A on the top/))
  }, 60_000)

  it("that meet and are of one net are one piece of copper", async () => {
    const { open, laid } = await board([
      { net: "GND", layers: ["bottom"], outline: box(-12, -9, 2, 9) },
      { net: "GND", layers: ["bottom"], outline: box(-2, -9, 12, 0), clearanceMm: 0.3 },
      { net: "A", layers: ["top"], outline: supply },
    ])
    expect(open.filter((line) => worth(line) && !/^lvs|not-connected/.test(line))).toEqual([])
    const pieces = copperOf(laid.circuit).pours.filter(({ net }) => net === "GND")
    expect(pieces).toHaveLength(1)
  }, 60_000)

  it.each<[string, Partial<PourRule>, RegExp]>([
    [
      "of no net",
      { net: "VCC" },
      /^the pour of VCC on the top and bottom is of a net that the circuit does not have$/,
    ],
    [
      "of an unknown layer",
      { layers: ["inner1" as "top"] },
      /is on the layer "inner1": the board has top and bottom, its `layers` say how many$/,
    ],
    [
      "of two corners",
      {
        outline: [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
        ],
      },
      /outline of 2 corners/,
    ],
  ])("%s is refused in one line", async (_name, pour, words) => {
    const { findings } = describeSource(sourceOf(circuit, { pour: [pour] }), { fab: "jlcpcb", plans: [] })
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(words)])
  })
})
