import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { AnyCircuitElement } from "circuit-json"
import jlcpcb from "../../fabrication/jlcpcb/index"
import type { BookClient, BookInput } from "../../src/book/input"
import type { Report } from "../../src/check/report"
import { drawAssembly } from "../../src/drawings/assembly"
import { assemblySets } from "../../src/fabricate/assembly"
import { partsOnBoard } from "../../src/fabricate/parts-on-board"
import { planFacts } from "../../src/fabricate/plans"
import { uploadNames } from "../../src/model/fab-house"
import { modelBoard } from "../../src/model3d/for-board"
import { toGlb } from "../../src/model3d/glb"
import { buildModel } from "../../src/model3d/model"
import type { Manifest } from "../../src/package/manifest"
import { layoutFigures, measuredOnce } from "../../src/pipeline/book"
import { keepNothing } from "../../src/project/kept"
import { board3dPng } from "../../src/render/board-3d"
import { readBoardPicture } from "../../src/render/board-layers"
import { boardSvg } from "../../src/render/board-svg"
import { rasterize } from "../../src/render/raster"
import { drawSchematic } from "../../src/schematic/draw"
import { sheetOf } from "../../src/schematic/sheet-of"
import { board as definition } from "../mep-smd"

const root = resolve(import.meta.dirname, "../..")

/** The input of a book, from a package that was built into `folder`. */
export async function inputFromPackage(folder: string, client: BookClient): Promise<BookInput> {
  const text = (path: string): string => readFileSync(join(folder, path), "utf8")
  const circuit = JSON.parse(text("circuit.json")) as AnyCircuitElement[]
  const report = JSON.parse(text("report.json")) as Report
  const manifest = JSON.parse(text("manifest.json")) as Manifest
  const gerbers = new Map(readdirSync(join(folder, "gerbers")).map((name) => [name, text(`gerbers/${name}`)]))
  const names = uploadNames(jlcpcb, definition.id)
  const date = new Date(report.date)
  const model = buildModel(circuit, modelBoard(definition))
  const picture = readBoardPicture(gerbers, names)
  const face = (side: "top" | "bottom") => rasterize(boardSvg(picture, side), 700)
  const faces = { top: face("top"), bottom: face("bottom") }
  const title = { title: definition.title, revision: definition.revision, date }
  const assembly = assemblySets(partsOnBoard(circuit), definition, jlcpcb)
  return {
    definition,
    house: jlcpcb,
    names,
    date: report.date,
    circuit,
    gerbers,
    assembly,
    plans: planFacts(assembly, partsOnBoard(circuit), definition, jlcpcb),
    report,
    schematicSvg: drawSchematic(circuit, sheetOf(definition, circuit), title).svg,
    assemblyDrawings: Object.fromEntries(
      Object.keys(definition.variants).map((variant) => [
        variant,
        {
          top: drawAssembly(circuit, definition, variant, "top", { date, embedFont: false }),
          bottom: drawAssembly(circuit, definition, variant, "bottom", { date, embedFont: false }),
        },
      ]),
    ),
    glb: await toGlb(model.solids, {
      title: definition.title,
      textures: { top: faces.top.png, bottom: faces.bottom.png },
    }),
    picture3d: board3dPng(model.solids, { widthPx: 640, samples: 1, faces }),
    ...layoutFigures(root, definition, await measuredOnce(definition, circuit, report, keepNothing)),
    files: Object.fromEntries(Object.entries(manifest.files).filter(([path]) => path !== "index.html")),
    client,
  }
}
