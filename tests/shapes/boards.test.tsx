import { Fragment } from "react"
import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { arc, rectangle, roundedRectangle } from "../../src/board/define"
import { Part } from "../../src/board/parts"
import { copperOf } from "../../src/circuit/copper"
import { distanceToOutline, signedArea } from "../../src/geometry/polygon"
import { made } from "./harness"
import { saved } from "./saved"

const resistor = (name: string, x: number, y: number) => <Part name={name} is={r0805["10k"]} at={[x, y]} />

describe("boards", () => {
  it("with all copper on one side are built, and it is said", async () => {
    const { open, laid } = await made(() => resistor("R1A", 0, 0), { outline: roundedRectangle(20, 14, 3) })
    expect(open).toEqual([])
    expect(laid.definition.outline.length).toBeGreaterThan(40)
  })

  it("of 4 x 4 and of 500 x 400 mm, with their origin in a corner, are built", async () => {
    const shifted = (w: number, h: number) =>
      rectangle(w, h).map(({ x, y }) => ({ x: x + w / 2, y: y + h / 2 }))
    const upright = () => <Part name="R1" is={r0805["10k"]} at={[2, 2, 90]} />
    const small = await made(upright, { outline: shifted(4, 4) })
    // There is no room for letters, and no machine takes it, which is said.
    expect(small.open.filter((line) => !/^legend\/no-room|^parts\/plan-side/.test(line))).toEqual([])
    const large = await made(
      () => (
        <>
          {resistor("R1", 10, 10)}
          {resistor("R2", 490, 390)}
        </>
      ),
      { outline: shifted(500, 400) },
    )
    expect(large.open).toEqual([])
  })

  it("have arcs in their outline", async () => {
    // A half disc on a square, with a bay of a quarter disc in a corner.
    const outline = [
      ...arc({ x: 0, y: 0 }, 12, -90, 90),
      { x: -20, y: 12 },
      ...arc({ x: -20, y: -12 }, 4, 90, 0),
    ]
    const { open, laid } = await made(
      () => <Part name="J1" is={r0805["10k"]} pins={{ 1: "GND", 2: "GND" }} at={[-10, 4]} />,
      { outline, pour: { net: "GND", layers: ["top"] } },
    )
    expect(open).toEqual([])
    const [pour] = copperOf(laid.circuit).pours
    const mm2 = Math.abs(signedArea(pour?.outline ?? []))
    // All that is 0.4 mm within the edge: 480 + half of a disc of 12 less a quarter of 4, less 0.4 mm all round.
    expect(signedArea(outline)).toBeCloseTo(480 + 72 * Math.PI - 4 * Math.PI, 0)
    for (const p of pour?.outline ?? []) expect(distanceToOutline(p, outline)).toBeGreaterThan(0.39)
    expect(mm2).toBeGreaterThan(630)
  })

  it("have texts at any turn and anchor, on either side", async () => {
    const { open } = await made(() => (
      <>
        {resistor("R1", 0, -15)}
        <silkscreentext text="TL" pcbX={-8} pcbY={5} fontSize={1.6} anchorAlignment="top_left" />
        <silkscreentext
          text="LF90"
          pcbX={-14}
          pcbY={-5}
          pcbRotation={90}
          fontSize={1.6}
          anchorAlignment="center_left"
        />
        <silkscreentext
          text="RG45"
          pcbX={2}
          pcbY={6}
          pcbRotation={45}
          fontSize={1.6}
          anchorAlignment="center_right"
        />
        <silkscreentext
          text="B45L"
          pcbX={3}
          pcbY={3}
          pcbRotation={45}
          fontSize={1.6}
          anchorAlignment="bottom_left"
          layer="bottom"
        />
        <silkscreentext
          text="BTL"
          pcbX={-8}
          pcbY={5}
          fontSize={1.6}
          anchorAlignment="top_left"
          layer="bottom"
        />
        <group pcbX={15} pcbY={0} pcbRotation={40}>
          <silkscreentext text="IN GROUP" pcbX={0} pcbY={0} pcbRotation={20} fontSize={1.6} />
        </group>
      </>
    ))
    expect(open).toEqual([])
  })
})

describe("letters", () => {
  it("of all that people print are drawn, on both sides", async () => {
    const words = ["100nF ±5 %", "2×3 & 4@5; -", "café Ärger ñoño", "µ Ω ° O0 1lI"]
    const texts = (layer: "top" | "bottom") =>
      words.map((text, i) => (
        <Fragment key={text}>
          <silkscreentext text={text} layer={layer} pcbX={0} pcbY={12 - 6 * i} fontSize={3} />
        </Fragment>
      ))
    const board = await made(() => (
      <>
        {resistor("R1", 0, -15)}
        {texts("top")}
        {texts("bottom")}
      </>
    ))
    saved(board)
    expect(board.open).toEqual([])
  }, 60_000)

  it("that nobody can draw are refused by their name", async () => {
    const { open } = await made(() => (
      <>
        {resistor("R1", 0, -15)}
        <silkscreentext text="5 € ж" pcbX={0} pcbY={0} fontSize={2} />
      </>
    ))
    expect(open).toEqual([expect.stringMatching(/^dfm\/text-glyph: .*no glyph for "€" "ж"; reword it/)])
  }, 60_000)
})
