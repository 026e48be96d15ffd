import type { AnyCircuitElement } from "circuit-json"
import type { CheckRun } from "../check/report"
import { type AssemblyDrawings, assemblyPdf, drawAssemblies, drawSideViews } from "../drawings/assembly-set"
import { drawFabrication } from "../drawings/fabrication"
import { svgToPdf } from "../drawings/pdf"
import { kicadAsCompiled } from "../kicad/held-lines"
import { kicadAsDrawn } from "../kicad/held-to-source"
import { kicadProject } from "../kicad/write"
import type { Board } from "../model/board"
import type { Drawn } from "../model/drawn"
import { gate } from "../model/fab-rule"
import type { Observer } from "../model/observer"
import { drawSchematic } from "../schematic/draw"
import { sheetOf } from "../schematic/sheet-of"
import { addText, type PackageFiles } from "./assemble-package"
import { fabHouse, houseAt } from "./fab-house"
import { kicadRun, schematicRun } from "./runs"

/** Plain data: what is made of it can be kept. */
export interface DocumentInput {
  /** Nothing that is drawn shows a claim. */
  readonly definition: Board & { readonly claims: readonly never[] }
  readonly circuit: readonly AnyCircuitElement[]
  /** What the source draws: the KiCad board is held to it. */
  readonly drawn: readonly Drawn[]
  /** Id of the house. */
  readonly fab: string
  readonly date: Date
}

export interface Documents {
  readonly files: PackageFiles
  readonly runs: readonly CheckRun[]
  /** Once more, for the book. */
  readonly drawn: { readonly schematicSvg: string; readonly assemblyDrawings: AssemblyDrawings }
}

/** The drawings people print: schematic and assembly, as SVG and PDF; and the board as a KiCad project. */
export async function makeDocuments(input: DocumentInput, observer: Observer): Promise<Documents> {
  const drawings = await makeDrawings(input, observer)
  observer.detail("KiCad project")
  const kicad = makeKicad(input)
  return {
    files: new Map([...drawings.files, ...kicad.files]),
    runs: [...drawings.runs, ...kicad.runs],
    drawn: drawings.drawn,
  }
}

const houseFrom = ({ definition, fab }: DocumentInput) => houseAt(definition, fabHouse(fab, "fab"))

/** Schematic, assembly and fabrication. */
export async function makeDrawings(input: DocumentInput, observer: Observer): Promise<Documents> {
  const { definition, circuit, date } = input
  const files: PackageFiles = new Map()

  observer.detail("schematic")
  const title = { title: definition.title, revision: definition.revision, date }
  const schematic = drawSchematic(circuit, sheetOf(definition, circuit), title)
  addText(files, "drawings/schematic.svg", schematic.svg)
  const pdf = await svgToPdf([schematic.svg], { title: `${definition.title} schematic`, date })
  files.set("drawings/schematic.pdf", pdf)

  observer.detail("assembly drawings")
  const drawings = drawAssemblies(circuit, definition, { date })
  for (const [variant, sides] of Object.entries(drawings)) {
    for (const [side, svg] of Object.entries(sides)) addText(files, `drawings/${variant}-${side}.svg`, svg)
  }
  const sideViews = drawSideViews(circuit, definition, { date })
  for (const [part, { sheet }] of Object.entries(sideViews))
    addText(files, `drawings/${part.toLowerCase()}-side.svg`, sheet)
  files.set("drawings/assembly.pdf", await assemblyPdf(drawings, definition, date, sideViews))
  const fabrication = drawFabrication(circuit, definition, houseFrom(input), date)
  addText(files, "drawings/fabrication.svg", fabrication)
  files.set(
    "drawings/fabrication.pdf",
    await svgToPdf([fabrication], {
      title: `${definition.title} v${definition.revision}: fabrication`,
      date,
    }),
  )
  return {
    files,
    runs: [schematicRun(schematic.findings)],
    drawn: { schematicSvg: schematic.svg, assemblyDrawings: drawings },
  }
}

/** The KiCad project, and its board beside the source. */
export function makeKicad(input: DocumentInput): Pick<Documents, "files" | "runs"> {
  const { definition, circuit, date } = input
  const house = houseFrom(input)
  const files: PackageFiles = new Map()
  const project = kicadProject(circuit, definition, house, { date })
  for (const [path, text] of project) addText(files, `kicad/${path}`, text)
  const board = `${definition.id}.kicad_pcb`
  const [text, path] = [project.get(board) ?? "", `kicad/${board}`]
  const drawn = kicadAsDrawn(input.drawn, definition.outline, text, path)
  const compiled = kicadAsCompiled(circuit, text, path, gate(house, "silkscreen-line"))
  const held = {
    findings: [...drawn.findings, ...compiled.findings],
    figures: [...(drawn.figures ?? []), ...(compiled.figures ?? [])],
  }
  return { files, runs: [kicadRun(held)] }
}
