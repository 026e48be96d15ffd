import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { CheckRun } from "../check/report"
import { svgToPdf } from "../drawings/pdf"
import { readBoardPicture } from "../render/board-layers"
import { boardSvg } from "../render/board-svg"
import { rasterize } from "../render/raster"
import { drawSchematic } from "../schematic/draw"
import { addText, type PackageFiles } from "./assemble-package"
import type { Observer } from "./stages"

export interface DocumentInput {
  readonly definition: BoardDefinition
  readonly circuit: readonly AnyCircuitElement[]
  /** File name -> text of the emitted Gerbers and drills. */
  readonly gerbers: ReadonlyMap<string, string>
  readonly date: Date
  readonly observer: Observer
}

export interface Documents {
  readonly files: PackageFiles
  readonly runs: readonly CheckRun[]
}

/** Pixels across a board side's picture: 70 mm at about 730 dpi. */
const pictureWidth = 2000

/** What people look at beside the order: schematic, pictures, drawings, model. Made from the emitted files. */
export async function makeDocuments(input: DocumentInput): Promise<Documents> {
  const { definition, circuit, date, observer } = input
  const files: PackageFiles = new Map()
  const runs: CheckRun[] = []

  observer.detail("schematic")
  const title = { title: definition.title, revision: definition.revision, date }
  const schematic = drawSchematic(circuit, definition.schematic, title)
  runs.push({ id: "schematic", title: "The drawn schematic is the circuit", findings: schematic.findings })
  addText(files, "schematic.svg", schematic.svg)
  files.set(
    "schematic.pdf",
    await svgToPdf([schematic.svg], { title: `${definition.title} schematic`, date }),
  )

  observer.detail("pictures of both sides")
  const picture = readBoardPicture(input.gerbers)
  for (const side of ["top", "bottom"] as const) {
    files.set(`${side}.png`, rasterize(boardSvg(picture, side), pictureWidth).png)
  }
  return { files, runs }
}
