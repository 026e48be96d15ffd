import type { AnyCircuitElement } from "circuit-json"
import { convertCircuitJsonToExcellonDrillCommandLayers } from "circuit-json-to-gerber"
import { elementsOf } from "../circuit/elements"
import { holeOf, isCastellated } from "../circuit/pad-copper"
import { layersOf } from "../circuit/stack"
import { distance } from "../geometry/point"
import type { Board } from "../model/board"
import { type DrillFile, type FabHouse, drillFiles as kinds, uploadNames } from "../model/fab-house"
import type { CheckResult, Figure, Finding } from "../model/finding"
import type { Point } from "../model/place"
import { snap } from "./gerber-steps/coordinates"
import type { HeaderContext } from "./gerber-steps/header"

/** One hole or slot, mm. */
export interface DrillHit extends Point {
  readonly file: DrillFile
  /** Gerber specification 2024.05, section 5.6.10. */
  readonly use:
    | "ViaDrill"
    | "ComponentDrill"
    | "CastellatedDrill"
    | "MechanicalDrill,Tooling"
    | "MechanicalDrill,Breakout"
  readonly diameterMm: number
  /** Far end of a slot, which is milled with `diameterMm` from here to there. */
  readonly slotTo?: Point
}

export interface DrillFiles extends CheckResult {
  readonly files: ReadonlyMap<string, string>
  readonly hits: readonly DrillHit[]
}

/** circuit-json-to-gerber's name of a file is that of the layers that its holes join. */
const sourceFile = (name: string, layers: number): DrillFile | undefined =>
  name === `drill-L1-L${layers}.drl` ? "PTH" : name === "drill_npth.drl" ? "NPTH" : undefined

/**
 * Circuit JSON -> Excellon files, always both. circuit-json-to-gerber finds the holes; the text is ours, since its own
 * starts at T10, carries the wall clock, rounds slots to a micrometre and ends without a newline.
 */
export function drillFiles(
  circuitJson: readonly AnyCircuitElement[],
  board: Pick<Board, "id">,
  house: Pick<FabHouse, "upload" | "drillUnit">,
  header: HeaderContext,
): DrillFiles {
  const findings: Finding[] = []
  const hits: DrillHit[] = []
  const count = layersOf(circuitJson)
  const halves = elementsOf(circuitJson, "pcb_plated_hole")
    .filter(isCastellated)
    .map((pad) => holeOf(pad).core[0] ?? pad)
  const isHalf = (hit: DrillHit) => halves.some((half) => distance(half, hit) < 0.002)
  const layers = convertCircuitJsonToExcellonDrillCommandLayers({ circuitJson: [...circuitJson] })
  for (const [name, commands] of Object.entries(layers)) {
    const file = sourceFile(name, count)
    if (file)
      hits.push(
        ...readHits(file, commands).map((hit) =>
          isHalf(hit) ? ({ ...hit, use: "CastellatedDrill" } as const) : hit,
        ),
      )
    else
      findings.push({
        rule: "dfm/drill-span",
        severity: "error",
        message: `Some holes do not go through the whole board (${name}): blind and buried vias are not written`,
      })
  }
  const files = new Map<string, string>()
  const figures: Figure[] = []
  const names = uploadNames(house, board.id)
  for (const file of kinds) {
    const own = hits.filter((hit) => hit.file === file)
    files.set(names[file], excellon(file, own, { ...header, layers: count }, house.drillUnit))
    figures.push({ name: `${file} holes`, value: own.length })
  }
  return { files, hits, findings, figures }
}

type DrillCommands = ReturnType<typeof convertCircuitJsonToExcellonDrillCommandLayers>[string]

function readHits(file: DrillFile, commands: DrillCommands): DrillHit[] {
  const tools = new Map<number, { diameterMm: number; use: DrillHit["use"] }>()
  const hits: DrillHit[] = []
  let use: DrillHit["use"] = "ComponentDrill"
  let tool: { diameterMm: number; use: DrillHit["use"] } | undefined
  for (const command of commands) {
    switch (command.command_code) {
      case "aper_function_header":
        use = command.drill_function
        break
      case "define_tool":
        tools.set(command.tool_number, { diameterMm: snap(command.diameter), use })
        break
      case "use_tool":
        tool = tools.get(command.tool_number)
        break
      case "drill_at":
        if (!tool) throw new Error("a hole before any tool")
        hits.push({ file, ...tool, x: snap(command.x), y: snap(command.y) })
        break
      case "G85": {
        const start = hits.pop()
        if (!start) throw new Error("a slot without a start")
        hits.push({ ...start, slotTo: { x: snap(command.x), y: snap(command.y) } })
        break
      }
      default:
    }
  }
  return hits
}

/** Through all of so many layers (Gerber specification 2024.05, section 5.6.3). */
const fileFunction = (file: DrillFile, layers: number): string =>
  file === "PTH" ? `Plated,1,${layers},PTH` : `NonPlated,1,${layers},NPTH`

/** Excellon text: M48, units, decimal points, tool sizes in the header from T1, smallest first, vias before pads. */
export function excellon(
  file: DrillFile,
  hits: readonly DrillHit[],
  header: HeaderContext,
  unit: FabHouse["drillUnit"],
): string {
  const trim = unit === "mm" ? inMm : inInches
  const place = ({ x, y }: Point): string => `X${trim(x)}Y${trim(y)}`
  const plated = file === "PTH"
  const key = (hit: DrillHit) => `${hit.diameterMm.toFixed(4)} ${hit.use}`
  const tools = [...new Map(hits.map((hit) => [key(hit), hit])).values()].sort(
    (a, b) => a.diameterMm - b.diameterMm || (a.use < b.use ? 1 : -1),
  )
  const lines = [
    "M48",
    `; DRILL file {${header.board} ${header.revision}} date ${header.createdAt}`,
    `; FORMAT={-:-/ absolute / ${unit === "mm" ? "metric" : "inch"} / decimal}`,
    `; #@! TF.CreationDate,${header.createdAt}`,
    "; #@! TF.GenerationSoftware,tscircuit,circuit-json-to-gerber",
    `; #@! TF.FileFunction,${fileFunction(file, header.layers ?? 2)}`,
    "FMAT,2",
    unit === "mm" ? "METRIC" : "INCH",
    ...tools.flatMap((tool, index) => [
      `; #@! TA.AperFunction,${plated ? "Plated,PTH" : "NonPlated,NPTH"},${tool.use}`,
      `T${index + 1}C${trim(tool.diameterMm)}`,
    ]),
    "%",
    "G90",
    "G05",
    ...tools.flatMap((tool, index) => [
      `T${index + 1}`,
      ...hits
        .filter((hit) => key(hit) === key(tool))
        .sort((a, b) => a.x - b.x || a.y - b.y)
        .map((hit) => (hit.slotTo ? `${place(hit)}G85${place(hit.slotTo)}` : place(hit))),
    ]),
    "M30",
  ]
  return `${lines.join("\n")}\n`
}

/** A tenth of a micrometre, at least three decimals, never minus zero. */
function inMm(mm: number): string {
  const text = (Math.round(mm * 1e4) / 1e4 + 0).toFixed(4)
  return text.endsWith("0") ? text.slice(0, -1) : text
}

/** A quarter of a micrometre: with a decimal point nobody minds a fifth digit, and four would move holes. */
const inInches = (mm: number): string => (Math.round((mm / 25.4) * 1e5) / 1e5 + 0).toFixed(5)
