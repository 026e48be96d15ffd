import { copperOf } from "../../circuit/copper"
import { netlistOf } from "../../circuit/netlist"
import { drawSideViews } from "../../drawings/assembly-set"
import type { BoardData, BookData, PhaseData } from "../data"
import type { BookInput } from "../input"
import { filesData } from "./files"
import { jumperData } from "./jumpers"
import { modelId } from "./model"
import { netsData, padsData } from "./nets"
import { orderData } from "./order"
import { partsData } from "./parts"
import { pictureData } from "./picture"
import { planFactsData, plansData, setsData, variantsData } from "./sets"
import { simulationData } from "./simulation"

/** Everything the page shows, from the circuit, the emitted files and the report. Same input, same data. */
export function bookData(input: BookInput): BookData {
  const netlist = netlistOf(input.circuit)
  const jumpers = jumperData(input)
  const copper = copperOf(input.circuit, netlist)
  return {
    board: boardData(input),
    picture: input.picture ?? pictureData(input.gerbers, input.names),
    parts: partsData(input, netlist.netOf),
    pads: padsData(copper),
    nets: netsData(input, netlist.nets, copper),
    variants: variantsData(input),
    plans: plansData(input),
    defaultVariant: input.definition.defaultVariant,
    sets: setsData(input),
    planFacts: planFactsData(input),
    phases: phasesData(input),
    ...(jumpers === undefined ? {} : { jumpers }),
    checks: {
      errors: input.report.summary.errors,
      warnings: input.report.summary.warnings,
      checks: input.report.checks,
      findings: input.report.findings,
      waived: input.report.waived,
    },
    files: filesData(input),
    order: orderData(input),
    metrics: input.metrics ?? [],
    simulation: simulationData(input),
    schematicSvg: withoutFont(input.schematicSvg),
    drawings: drawings(input),
    ...modelId(input),
  }
}

function boardData({ definition, names, date }: BookInput): BoardData {
  const xs = definition.outline.map(({ x }) => x)
  const ys = definition.outline.map(({ y }) => y)
  return {
    id: definition.id,
    title: definition.title,
    revision: definition.revision,
    date,
    thicknessMm: definition.thicknessMm,
    box: { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) },
    zipName: names.zip,
  }
}

function phasesData({ definition, circuit, date }: BookInput): PhaseData[] {
  const views = drawSideViews(circuit, definition, { date: new Date(date), embedFont: false })
  return (definition.guide?.phases ?? []).map(({ title, steps }) => ({
    title,
    steps: steps.map((step) => ({
      id: step.id,
      title: step.title,
      text: step.text,
      warnings: step.warnings ?? [],
      parts: step.parts ?? [],
      nets: step.nets ?? [],
      ...(step.jumpers === undefined ? {} : { jumpers: step.jumpers }),
      ...(step.sideView === undefined ? {} : { sideView: views[step.sideView]?.figure ?? "" }),
      handOnly: step.when === "hand",
    })),
  }))
}

/** The page has the font once; each drawing brings it again. */
const withoutFont = (svg: string): string => svg.replace(/@font-face\s*\{[^}]*\}\s*/g, "").trim()

function drawings({ assemblyDrawings = {} }: BookInput): Record<string, string> {
  return Object.fromEntries(
    Object.entries(assemblyDrawings).flatMap(([variant, sides]) =>
      (["top", "bottom"] as const).map((side) => [`${variant}/${side}`, withoutFont(sides[side])] as const),
    ),
  )
}
