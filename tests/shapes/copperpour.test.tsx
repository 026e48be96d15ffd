import type { ReactElement } from "react"
import { expect, it } from "vitest"
import { rectangle } from "../../src/board/define"
import { poursSaid } from "../../src/board/pours"
import { copperOf } from "../../src/circuit/copper"
import { signedArea } from "../../src/geometry/polygon"
import { faults } from "../board/rendered"
import { layOnly, made } from "./harness"

const supply = [
  { x: -10, y: 0 },
  { x: 9, y: 0 },
  { x: 9, y: 7 },
  { x: -10, y: 7 },
]

const circuit = (more?: ReactElement) => () => (
  <>
    {[-4, 4].map((y) => (
      <chip
        key={y}
        name={y < 0 ? "J1" : "J2"}
        footprint="pinrow4"
        pcbX={0}
        pcbY={y}
        connections={{ pin1: "net.GND", pin2: "net.A", pin3: "net.A", pin4: "net.GND" }}
      />
    ))}
    {more}
  </>
)
const outline = rectangle(24, 18)

it("makes the files that the same pour of the board's definition makes", async () => {
  const [written, defined] = [
    await made(
      circuit(
        <group name="G">
          <copperpour name="PLANE" connectsTo="net.GND" layer="bottom" clearance="0.3mm" useThermalReliefs />
          <copperpour connectsTo="net.A" layer="top" outline={supply} />
          <copperpour connectsTo="net.GND" layer="top" boardEdgeMargin={0.6} coveredWithSolderMask />
        </group>,
      ),
      { outline, pour: [] },
    ),
    await made(circuit(<group name="G" />), {
      outline,
      pour: [
        { net: "GND", layers: ["top"], boardEdgeMm: 0.6 },
        { net: "A", layers: ["top"], outline: supply },
        { net: "GND", layers: ["bottom"], clearanceMm: 0.3 },
      ],
    }),
  ]
  const gerbers = [...written.files].filter(([path]) => path.startsWith("gerbers/"))
  expect(gerbers.length).toBeGreaterThan(9)
  expect(gerbers).toEqual([...defined.files].filter(([path]) => path.startsWith("gerbers/")))
  expect(written.kicad).toBe(defined.kicad)
  expect(copperOf(written.laid.circuit).pours.some(({ layer }) => layer === "bottom")).toBe(true)
}, 60_000)

it("of two that meet gives the last the place, and what the definition pours goes before both", async () => {
  const top = async (pour: false | { net: string; layers: ["top"] }) => {
    const { circuit: laid } = await layOnly(
      circuit(
        <>
          <copperpour connectsTo="net.GND" layer="top" />
          <copperpour connectsTo="net.A" layer="top" outline={supply} />
        </>,
      ),
      { outline, pour },
    )
    const own = copperOf(laid).pours.filter(({ net }) => net === "A")
    return own.reduce((sum, one) => sum + Math.abs(signedArea(one.outline)), 0)
  }
  expect(await top(false)).toBeGreaterThan(100)
  expect(await top({ net: "GND", layers: ["top"] })).toBe(0)
}, 60_000)

/** As no type checker lets it through; a build does not look at types. */
const loose = (props: object) => props as Record<string, never>

it.each<[string, object, RegExp]>([
  ["an unknown net", { connectsTo: "net.VCC" }, /^circuit\/pour: the pour of VCC on the top is of a net/],
  [
    "a pin in place of a net",
    { connectsTo: ".J1 > .pin1" },
    /has the connectsTo .*write "net." and its name$/,
  ],
  ["no net", { connectsTo: undefined }, /has the connectsTo undefined/],
  ["no layer", { layer: undefined }, /has the layer undefined/],
  ["a layer that is none", { layer: "inner7" }, /has the layer "inner7": there are top, inner1/],
  ["a layer that the board has not", { layer: "inner1" }, /^circuit\/pour: .*is on the layer "inner1"/],
  ["padMargin", { padMargin: 0.5 }, /has padMargin, which is not built/],
  ["traceMargin", { traceMargin: 0.5 }, /has traceMargin, which is not built/],
  ["cutoutMargin", { cutoutMargin: 0.5 }, /has cutoutMargin, which is not built/],
  ["a hatched pour", { crosshatch: true, crosshatchPitch: 2 }, /has crosshatch={true}, which is not built/],
  ["solid pads", { useThermalReliefs: false }, /has useThermalReliefs={false}, which is not built/],
  ["a bare pour", { coveredWithSolderMask: false }, /has coveredWithSolderMask={false}/],
  ["an unbroken pour", { unbroken: true }, /has unbroken={true}/],
  ["a place", { pcbX: 3 }, /has pcbX, which is not built/],
  ["an outline drawn in", { outline: supply, boardEdgeMargin: 1 }, /has boardEdgeMargin, which is not/],
  ["an outline of two corners", { outline: supply.slice(2) }, /^circuit\/pour: .*outline of 2 corners/],
  ["a clearance of nothing", { clearance: 0 }, /has a clearance of 0 mm/],
])("is refused in one line with %s", (_, props, words) => {
  const pour = <copperpour connectsTo="net.GND" layer="top" {...loose(props)} />
  expect(faults(circuit(pour))).toEqual([expect.stringMatching(words)])
})

it("is refused with an outline in a group that has a place, and taken there without", () => {
  const inGroup = (more: object) =>
    faults(
      circuit(
        <group pcbX={3}>
          <copperpour connectsTo="net.GND" layer="top" {...loose(more)} />
        </group>,
      ),
    )
  expect(inGroup({ outline: supply })).toEqual([expect.stringMatching(/write it outside/)])
  expect(inGroup({})).toEqual([])
})

it("takes the place of the ground that nobody asked for", () => {
  const rule = { net: "A", layers: ["top" as const] }
  expect(poursSaid(undefined, [{ rule }], ["GND", "A"])).toEqual([{ rule }])
  expect(poursSaid(undefined, [], ["GND", "A"])).toEqual([{ rule: {} }])
  expect(poursSaid(undefined, [], ["A"])).toEqual([])
})
