import { beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { checkCircuit } from "../../src/check/checks"
import { elementsOf } from "../../src/circuit/elements"
import type { LaidBoard } from "../../src/compile/compile"
import { type Fabrication, fabricate } from "../../src/fabricate/fabricate"
import { kicadBoard } from "../../src/kicad/board/write"
import { checkModel } from "../../src/model3d/check"
import { modelBoard } from "../../src/model3d/for-board"
import { buildModel } from "../../src/model3d/model"
import { unzippedFiles } from "../../src/pipeline/assemble-package"
import { readGerber } from "../../src/read"
import { optionsFromSource } from "../../src/verify/options"
import { verifyContents } from "../../src/verify/verify"
import { areaOf, ReadBoard } from "../kicad/read-board"
import { all, one } from "../kicad/read-schematic"
import { laidSynthetic, synthetic } from "./synthetic"

const createdAt = "2026-11-22T18:00:00Z"

/** Of processor time. 4 s are enough; a search through all commands for each of them takes 20 s. */
const limitMs = 10_000

describe("a board of 306 parts", () => {
  let laid: LaidBoard
  let fabrication: Fabrication

  beforeAll(async () => {
    laid = await laidSynthetic(synthetic(2, 18, 17))
    fabrication = fabricate(laid.circuit, laid.definition, jlcpcb, { createdAt })
  })

  it("has no fault of copper", () => {
    const runs = checkCircuit(laid.circuit, laid.definition, jlcpcb).filter(({ id }) =>
      /^(lvs|board\/)/.test(id),
    )
    expect(runs.length).toBeGreaterThan(10)
    expect(runs.flatMap(({ findings }) => findings)).toEqual([])
  })

  it("gives files in which verify finds no fault", () => {
    expect(fabrication.findings).toEqual([])
    const files = unzippedFiles(
      laid.definition,
      laid.circuit,
      fabrication,
      jlcpcb.process,
      new Date(createdAt),
    )
    const { findings } = verifyContents(files, jlcpcb, {
      ...optionsFromSource(laid.definition, jlcpcb),
      zipFollows: true,
    })
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([])
  })

  it("flashes every pad and via, and draws every track", () => {
    const images = [...fabrication.gerbers].filter(([name]) => /_Cu\./.test(name))
    const objects = images.flatMap(([name, text]) => [...readGerber(text, name).objects])
    const pads = elementsOf(laid.circuit, "pcb_smtpad").length
    const vias = new Set(elementsOf(laid.circuit, "pcb_via").map(({ x, y }) => `${x} ${y}`)).size
    expect(objects.filter(({ kind }) => kind === "flash")).toHaveLength(pads + 2 * vias)
    expect(pads).toBe(612)
    const tracks = elementsOf(laid.circuit, "pcb_trace").flatMap(({ route }) =>
      route.slice(1).filter((point, at) => {
        const before = route[at]
        return point.route_type === "wire" && before?.route_type === "wire"
      }),
    )
    expect(objects.filter(({ kind }) => kind === "stroke")).toHaveLength(tracks.length)
  })

  it("gives a KiCad board without long lines, pours and all", () => {
    const { board } = kicadBoard(laid.circuit, laid.definition, jlcpcb, new Date(0))
    const longest = board.split("\n").reduce((most, line) => Math.max(most, line.length), 0)
    expect(longest).toBeLessThan(10_000)
    const read = new ReadBoard(board)
    expect(read.pads()).toHaveLength(612)
    const poured = all(read.list, "zone")
      .flatMap((zone) => all(zone, "filled_polygon"))
      .map((filled) => areaOf(all(one(filled, "pts"), "xy").map((place) => read.point(place))))
    const expected = elementsOf(laid.circuit, "pcb_copper_pour").flatMap((pour) => {
      if (pour.shape !== "brep") throw new Error("a pour of another form")
      const { outer_ring, inner_rings } = pour.brep_shape
      const holes = inner_rings.reduce((sum, { vertices }) => sum + areaOf(vertices), 0)
      return areaOf(outer_ring.vertices) - holes
    })
    expect(poured).toHaveLength(expected.length)
    poured.forEach((area, index) => {
      expect(Math.abs(area - (expected[index] ?? 0))).toBeLessThan(0.5)
    })
  })

  it("has bodies that stand on their pads and in nobody's way", () => {
    const model = buildModel(laid.circuit, modelBoard(laid.definition))
    expect(model.parts).toHaveLength(306)
    expect(checkModel(model).findings).toEqual([])
  })
})

// 1,000 parts take tscircuit alone 20 s to render; what converting them takes is tried on 600.
describe("a board of 600 parts", () => {
  it("is checked and converted within seconds", async () => {
    const { circuit, definition } = await laidSynthetic(synthetic(3, 25, 24))
    const started = process.cpuUsage()
    const { findings, gerbers } = fabricate(circuit, definition, jlcpcb, { createdAt })
    const runs = checkCircuit(circuit, definition, jlcpcb)
    const { user, system } = process.cpuUsage(started)
    expect(findings).toEqual([])
    expect(gerbers.size).toBe(11)
    expect(runs.find(({ id }) => id === "lvs")?.findings).toEqual([])
    expect((user + system) / 1000).toBeLessThan(limitMs)
  })
})
