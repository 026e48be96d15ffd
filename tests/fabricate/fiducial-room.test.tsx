import { describe, expect, it } from "vitest"
import { fiducial } from "../../components/parts/fiducial"
import { r0805 } from "../../components/parts/passives"
import aisler from "../../fabrication/aisler/index"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { Part } from "../../src/board/parts"
import { fiducialFinding, fiducialRoom } from "../../src/fabricate/fiducial-room"
import type { BoardSource, Keepout } from "../../src/model/board"
import type { Point } from "../../src/model/place"
import { layOnly, made } from "../shapes/harness"

const parts = (
  <>
    <Part name="R1" is={r0805["10k"]} pins={{ 1: "GND", 2: "A" }} at={[0, 0]} />
    <Part name="R2" is={r0805["10k"]} pins={{ 1: "A", 2: "GND" }} at={[0, 6]} />
  </>
)
const marked = (places: readonly Point[]) => () => (
  <>
    {parts}
    {places.map(({ x, y }, i) => (
      <Part key={x + y} name={`FID${i + 1}`} is={fiducial} pins={{}} at={[x, y]} />
    ))}
  </>
)

const roomOf = async (more: Partial<BoardSource> = {}, house = jlcpcb) => {
  const { circuit, definition } = await layOnly(() => parts, more)
  return fiducialRoom(circuit, definition, house)("top")
}
const zone = (name: string, x: number, y: number, half: number): Keepout => ({
  name,
  minX: x - half,
  maxX: x + half,
  minY: y - half,
  maxY: y + half,
})

describe("room for fiducials", () => {
  it("is three places far apart, which keep every rule once they are pasted, in the midst of a pour", async () => {
    const top = { pour: { layers: ["top"] } } as const
    const room = await roomOf(top)
    expect(room).toEqual({
      enough: true,
      inTheWay: [],
      places: [
        { x: 26, y: -16 },
        { x: -26, y: 16 },
        { x: -26, y: -16 },
      ],
    })
    const { open, files } = await made(marked(room.places), { ...top, plans: ["economic-top"] })
    expect(open.filter((line) => /FID|fiducial|pour|mask/i.test(line))).toEqual([])
    expect(files.get("assembly/plans.md")).toContain("| fiducials | 3 on the top: FID1, FID2, FID3 |")
  }, 60_000)

  it.each([
    ["a zone without copper", { keepouts: [zone("antenna", 26, -16, 2)] }],
    ["a zone without pours", { pour: { voids: [zone("antenna", 26, -16, 2)] } }],
    [
      "print",
      {
        silkscreen: [
          { kind: "text", text: "X", x: 26, y: -16, side: "top", capitalMm: 1, turnDeg: 0, why: "a test" },
        ],
      },
    ],
    ["a hole", { mountingHoles: [{ designator: "H1", x: 26, y: -16, drillMm: 3 }] }],
  ] satisfies [string, Partial<BoardSource>][])("keeps off %s", async (_, more) => {
    const { places, enough } = await roomOf(more)
    expect(enough).toBe(true)
    expect(places).toHaveLength(3)
    for (const { x, y } of places) expect(Math.hypot(x - 26, y + 16)).toBeGreaterThan(1)
  })

  it("keeps off tracks of its side alone", async () => {
    const { circuit, definition } = await layOnly(() => parts)
    const with_ = (layer: "top" | "bottom") =>
      fiducialRoom(
        [
          ...circuit,
          {
            ...({ type: "pcb_trace", pcb_trace_id: "t", source_trace_id: "s" } as const),
            route: [-29, 29].map((x) => ({
              ...({ route_type: "wire", x, y: -16, width: 0.3, layer } as const),
            })),
          },
        ],
        definition,
        jlcpcb,
      )("top").places
    expect(with_("top").every(({ y }) => Math.abs(y + 16) >= 1.25)).toBe(true)
    expect(with_("bottom").some(({ y }) => y === -16)).toBe(true)
  })

  it("that is not there is told with the best that was found and what is in the way", async () => {
    const room = await roomOf({
      keepouts: [{ name: "the antenna", minX: -30, maxX: 20, minY: -20, maxY: 20 }],
    })
    expect(room.enough).toBe(false)
    expect(room.inTheWay).toEqual(["the antenna"])
    const none = await roomOf({ outline: rectangle(7, 40) })
    expect(none).toMatchObject({ places: [], enough: false, tooSmall: true })
    expect(none.inTheWay).toContain("the board's edge")
    expect(fiducialFinding(room, "top", ["R1"], aisler)).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(/no room for three far apart \(the antenna in the way\), at best \(/),
    })
    expect(fiducialFinding(none, "top", ["R1"], aisler)).toMatchObject({
      severity: "info",
      message: expect.stringContaining("nor for one"),
    })
  })
})
