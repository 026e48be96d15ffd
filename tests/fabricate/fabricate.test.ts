import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { type FabricatedBoard, fabricate } from "../../src/fabricate/fabricate"
import { uploadFiles, uploadNames } from "../../src/model/fab-house"
import { outline, part, tortureBoard } from "./circuit"

const board: FabricatedBoard = {
  id: "torture",
  revision: "1",
  outline,
  keepouts: [],
  pours: [],
  pour: { clearanceMm: 0.25 },
  placements: [{ designator: "R1", x: -10, y: 0, rotationDeg: 90, side: "bottom" }],
  parts: { R1: r0805["10k"] },
  fab: "jlcpcb",
  variants: { fitted: { title: "with R1", notFitted: [] }, bare: { title: "without", notFitted: ["R1"] } },
  plans: ["standard-both", "hand"],
}

const resistor = part("R1", { x: -10, y: 0, rotation: 90, layer: "bottom" }, [
  { x: -10, y: -1, width: 1, height: 1 },
  { x: -10, y: 1, width: 1, height: 1 },
])
const options = { createdAt: "2026-11-22T18:00:00Z" }
const result = fabricate([...tortureBoard(), ...resistor], board, jlcpcb, options)

describe("fabricate", () => {
  it("makes the whole upload, in order", () => {
    expect([...result.gerbers.keys()]).toEqual(uploadFiles(uploadNames(jlcpcb, "torture"), 2))
    expect(result.findings).toEqual([])
  })

  it("makes a folder for each variant and plan, without CPL where no machine works", () => {
    expect([...result.assemblyFiles.keys()]).toEqual([
      "fitted/standard-both/bom.csv",
      "fitted/standard-both/cpl.csv",
      "fitted/standard-both/hand-assembly.csv",
      "fitted/hand/bom.csv",
      "fitted/hand/hand-assembly.csv",
      "bare/standard-both/bom.csv",
      "bare/standard-both/cpl.csv",
      "bare/standard-both/hand-assembly.csv",
      "bare/hand/bom.csv",
      "bare/hand/hand-assembly.csv",
      "plans.md",
      ...["fitted/shopping.csv", "fitted/bom.html", "bare/shopping.csv", "bare/bom.html"],
    ])
    expect(result.assemblyFiles.get("fitted/standard-both/cpl.csv")).toContain(
      "R1,-10.0000,0.0000,Bottom,270\n",
    )
    expect(result.assemblyFiles.get("bare/standard-both/cpl.csv")?.trimEnd().split("\n")).toHaveLength(1)
  })

  it("writes printable ASCII with line feeds, ending in one", () => {
    for (const text of [...result.gerbers.values(), ...result.assemblyFiles.values()])
      expect(text).toMatch(/^[\x20-\x7e\n]*[^\n]\n$/)
  })

  it("says when a part is not where the placement table has it", () => {
    const moved = {
      ...board,
      placements: [{ ...board.placements[0], x: -9 } as (typeof board.placements)[number]],
    }
    const { findings } = fabricate([...tortureBoard(), ...resistor], moved, jlcpcb, options)
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["error pkg/assembly-parts"])
  })
})
