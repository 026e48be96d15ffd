import { describe, expect, it } from "vitest"
import { fiducial } from "../../components/parts/fiducial"
import { r0805 } from "../../components/parts/passives"
import { Part } from "../../src/board/parts"
import { fiducials } from "../../src/check/board/fiducials"
import type { Copper } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import { piecesOf } from "../../src/circuit/pieces"
import { disc } from "../../src/geometry/shape"
import { made } from "../shapes/harness"

const places = [
  [-27, 17],
  [27, 17],
  [-27, -17],
] as const

/** A board that a machine works on, with marks of its own. */
const board = (count: number) =>
  made(
    () => (
      <>
        <Part name="R1" is={r0805["10k"]} pins={{ 1: "A", 2: "B" }} at={[0, 0]} />
        <Part name="R2" is={r0805["10k"]} pins={{ 1: "A", 2: "B" }} at={[0, 6]} />
        {places.slice(0, count).map(([x, y], i) => (
          <Part key={x + y} name={`FID${i + 1}`} is={fiducial} pins={{}} at={[x, y]} />
        ))}
      </>
    ),
    { plans: ["economic-top"] },
  )

const ofMarks = (open: readonly string[]): string[] => open.filter((line) => /FID|fiducial/i.test(line))

describe("fiducials of a single board", () => {
  it("are made with their opening, counted in the plan, and bought by nobody", async () => {
    const { open, files } = await board(3)
    expect(ofMarks(open)).toEqual([])
    expect(files.get("gerbers/shape-F_Mask.gts")).toMatch(/%ADD\d+C,2\.0+\*%/)
    expect(files.get("assembly/plans.md")).toContain("| fiducials | 3 on the top: FID1, FID2, FID3 |")
    expect(files.get("assembly/standard/economic-top/bom.csv")).not.toContain("FID")
    expect(files.get("assembly/standard/economic-top/cpl.csv")).not.toContain("FID")
    expect(files.get("assembly/standard/shopping.csv")).not.toContain("FID")
  }, 60_000)

  it("are missed in the plan where there are none, and one alone is not enough", async () => {
    expect((await board(0)).files.get("assembly/plans.md")).toContain(
      "| fiducials | none on the board's top: the house adds its own; top: room for three at (26, -16), (-26, 16), (-26, -16) mm |",
    )
    expect((await board(1)).open.join("\n")).toContain("FID1 alone on the top side")
  }, 60_000)

  it.each([
    // The opening ends 1 mm from the mark's middle, the track is 0.3 mm wide.
    ["beside the opening", 1.151, "top", []],
    ["in the opening", 1.14, "top", ["board/fiducial-free"]],
    ["through the mark", 0, "top", ["board/fiducial-free"]],
    ["below it", 0, "bottom", []],
  ] as const)("want no track of a net %s", (_, y, layer, rules) => {
    const mark = (designator: string, x: number): Pad => ({
      ...{ name: `${designator}.1`, designator, pin: "1", x, y: 0, layers: ["top"] },
      shape: disc({ x, y: 0 }, 1),
    })
    const track = {
      kind: "track",
      from: { x: -3, y },
      to: { x: 3, y },
      widthMm: 0.3,
      layer,
      net: "A",
    } as const
    const pads = [mark("FID1", 0), mark("FID2", 20)]
    const layers = ["top", "bottom"] as const
    const copper: Copper = { pads, tracks: [track], vias: [], pours: [], layers, boardMm: 1.6 }
    const parts = { FID1: fiducial, FID2: fiducial }
    const { findings } = fiducials({ board: { parts }, copper, pieces: piecesOf(copper) })
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
  })
})
