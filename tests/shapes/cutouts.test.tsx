import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle, roundedRectangle } from "../../src/board/define"
import { Part } from "../../src/board/parts"
import { copperOf } from "../../src/circuit/copper"
import { heldToSource } from "../../src/fabricate/held-to-source"
import { distanceToOutline, insidePolygon, signedArea } from "../../src/geometry/polygon"
import { uploadNames } from "../../src/model/fab-house"
import { boardSolid } from "../../src/model3d/board-solid"
import { meshOf } from "../../src/model3d/mesh"
import { readGerber } from "../../src/read"
import { readBoardPicture } from "../../src/render/board-layers"
import { boardFacts } from "../../src/route/board-facts"
import { netCopper } from "../../src/route/copper"
import { misfits } from "../../src/route/fit"
import { traceOutline } from "../../src/verify/geometry/outline"
import { type Made, made } from "./harness"
import { saved } from "./saved"

/** A turned slot, a round one, a triangle, and a turned part's own; nothing of it looks the same mirrored. */
const circuit = () => (
  <>
    <Part name="R1" is={r0805["10k"]} pins={{ 1: "GND", 2: "GND" }} at={[-20, 10]} />
    <chip
      name="J1"
      footprint="pinrow2"
      pcbX={-20}
      pcbY={-14}
      connections={{ pin1: "net.GND", pin2: "net.GND" }}
    />
    <group pcbX={10} pcbY={8} pcbRotation={30}>
      <cutout shape="polygon" points={[...roundedRectangle(16, 3, 1.5)]} />
    </group>
    <cutout shape="circle" pcbX={15} pcbY={-10} radius={4} />
    <cutout
      shape="polygon"
      pcbX={-2}
      pcbY={-8}
      points={[
        { x: -3, y: -2 },
        { x: 3, y: -2 },
        { x: 0, y: 4 },
      ]}
    />
    <chip
      name="U1"
      pcbX={-12}
      pcbY={0}
      pcbRotation={20}
      layer="bottom"
      footprint={
        <footprint>
          <smtpad portHints={["pin1"]} shape="rect" pcbX={-4} pcbY={0} width={1} height={1} />
          <smtpad portHints={["pin2"]} shape="rect" pcbX={4} pcbY={1} width={1} height={1} />
          <cutout shape="rect" pcbX={1} pcbY={0.5} width={3} height={2} />
          <silkscreencircle pcbX={-4} pcbY={1} radius={0.1} strokeWidth={0.2} />
          <courtyardrect width={10} height={4} />
        </footprint>
      }
    />
  </>
)

const options = {
  outline: roundedRectangle(60, 40, 5),
  pour: { net: "GND", stitchMm: 200 },
}

const within = (made: Made) => made.laid.definition.cutouts

describe("cut-outs", () => {
  it("of every form are built, with pours, tracks and letters off them, in all files", async () => {
    const board = await made(circuit, options)
    saved(board)
    expect(board.open).toEqual([])
    const areas = within(board).map((ring) => signedArea(ring))
    const wanted = [13 * 3 + Math.PI * 1.5 ** 2, Math.PI * 16, 18, 6]
    expect(areas).toHaveLength(4)
    for (const [i, mm2] of wanted.entries()) expect(areas[i]).toBeCloseTo(mm2, 0)
    // By hand: (1, 0.5) of a part at (-12, 0) on the bottom, mirrored, then turned by 20 degrees.
    const [x, y] = [-12 - 1 * 0.93969 - 0.5 * 0.34202, -1 * 0.34202 + 0.5 * 0.93969]
    const own = within(board)[3] ?? []
    const mean = (pick: (p: { x: number; y: number }) => number) =>
      own.reduce((sum, p) => sum + pick(p), 0) / own.length
    expect(mean((p) => p.x)).toBeCloseTo(x, 3)
    expect(mean((p) => p.y)).toBeCloseTo(y, 3)
    for (const { outline, holes } of copperOf(board.laid.circuit).pours)
      for (const p of [outline, ...holes].flat())
        for (const ring of within(board)) {
          expect(insidePolygon(p, ring)).toBe(false)
          expect(distanceToOutline(p, ring)).toBeGreaterThan(0.395)
        }
    const profile = board.files.get("gerbers/shape-Edge_Cuts.gm1") ?? ""
    expect(traceOutline(readGerber(profile, "profile")).contours).toHaveLength(5)
    expect(board.files.get("gerbers/shape-NPTH.drl")).not.toMatch(/^T1/m)
    expect(board.kicad.match(/"Edge\.Cuts"\)/g)?.length).toBeGreaterThan(100)
    const gerbers = new Map(
      [...board.files].flatMap(([path, text]) =>
        path.startsWith("gerbers/") ? [[path.slice(8), text] as const] : [],
      ),
    )
    const picture = readBoardPicture(gerbers, uploadNames(jlcpcb, "shape"))
    expect(picture.cutouts).toHaveLength(4)
    expect(picture.plate[0]?.holes.length).toBeGreaterThanOrEqual(4)
  }, 60_000)

  it("that are lost, moved or too many in the files are found", async () => {
    const board = await made(circuit, options)
    const names = uploadNames(jlcpcb, "shape")
    const gerbers = new Map(
      [...board.files].flatMap(([path, text]) =>
        path.startsWith("gerbers/") ? [[path.slice(8), text] as const] : [],
      ),
    )
    const limits = {
      maskMarginMm: 0.05,
      inkClearanceMm: 0.15,
      inner: [],
      outline: board.laid.definition.outline,
      via: { diameterMm: 0.6, drillMm: 0.3 },
    }
    const held = (drawn = board.laid.drawn) =>
      heldToSource(drawn, { gerbers, names }, limits).findings.map(({ message }) => message)
    expect(held()).toEqual([])
    for (const one of board.laid.drawn) {
      if (one.kind !== "cutout") continue
      const rest = board.laid.drawn.filter((other) => other !== one)
      expect(held(rest)).toEqual([expect.stringMatching(/has a contour that the source does not draw$/)])
      const core = one.shape.core.map(({ x, y }) => ({ x: x + 0.05, y }))
      expect(held([...rest, { ...one, shape: { ...one.shape, core } }])).toEqual([
        expect.stringMatching(/^cutout.*has no contour of its form there$/),
        expect.stringMatching(/has a contour that the source does not draw$/),
      ])
    }
  }, 60_000)

  it("are no place for tracks, pads and parts", async () => {
    const { laid } = await made(circuit, options)
    const facts = boardFacts(laid.circuit, laid.definition)
    const track = (y: number) =>
      misfits(
        netCopper(
          "GND",
          {
            pads: {},
            paths: [
              {
                from: "track",
                to: "track",
                layer: "top",
                width: 0.25,
                points: [
                  [5, y],
                  [25, y],
                ],
              },
            ],
            vias: [],
          },
          0.6,
        ),
        facts,
      ).map(({ text }) => text)
    expect(track(-15)).toEqual([])
    expect(track(-10)).toEqual([expect.stringMatching(/in the keepout "0.3 mm round cut-out 2"/)])
    const over = await made(
      () => (
        <>
          <Part name="R1" is={r0805["10k"]} at={[0, 0]} />
          <cutout shape="circle" pcbX={1.5} pcbY={0} radius={1} />
        </>
      ),
      { outline: rectangle(20, 12) },
    )
    expect(over.open).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^board\/pad-off-board: pad R1\.2 reaches/),
        expect.stringMatching(/^board\/courtyard-off-board: R1's courtyard reaches/),
      ]),
    )
  }, 60_000)

  it("are openings of the board in 3D", () => {
    const solid = boardSolid(rectangle(10, 10), [rectangle(4, 4)], [], 1.6)
    const [top] = meshOf(solid)
    const p = top?.positions ?? []
    let mm2 = 0
    for (let i = 0; i < p.length; i += 9) {
      const [ax = 0, ay = 0, , bx = 0, by = 0, , cx = 0, cy = 0] = p.slice(i, i + 9)
      mm2 += Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
    }
    expect(mm2).toBeCloseTo(84, 6)
  })
})
