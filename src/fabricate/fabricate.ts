import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import { type FabHouse, type UploadNames, uploadNames } from "../model/fab-house"
import type { CheckResult, Figure } from "../model/finding"
import { type AssemblySet, assemblySets, fallenToHand } from "./assembly"
import { drillFiles } from "./drills"
import { fiducialRoom } from "./fiducial-room"
import { type GerberBoard, gerberFiles, headerContext } from "./gerbers"
import { bomCsv, cplCsv, handAssemblyCsv } from "./lists"
import { partsOnBoard, placementFindings } from "./parts-on-board"
import { type PlanFacts, planAdvice, planFacts, plansText } from "./plans"
import { bomPage, purchases, shoppingCsv } from "./purchases"

export interface FabricateOptions {
  /** Instant written into the files, ISO 8601 in UTC (`2026-11-22T18:00:00Z`): from the commit, never the clock. */
  readonly createdAt: string
}

/** What of a board's definition fabrication needs. */
export type FabricatedBoard = GerberBoard &
  Pick<Board, "parts" | "placements" | "variants" | "plans" | "fab" | "keepouts" | "pours">

/** Everything the fab gets, as text. Nothing here touches the disk. */
export interface Fabrication extends CheckResult {
  /** File name -> text: all Gerbers, then PTH and NPTH drills, in the order they go into the zip. */
  readonly gerbers: ReadonlyMap<string, string>
  /** Which of them is what, and the name of their zip. */
  readonly names: UploadNames
  /** Path below `assembly/` (`esp32-controlled/hand/bom.csv`) -> text. */
  readonly assemblyFiles: ReadonlyMap<string, string>
  /** The rows behind `assemblyFiles`, for the book and the checks. */
  readonly assembly: readonly AssemblySet[]
  /** What each of them comes to. */
  readonly plans: readonly PlanFacts[]
  /** Designators that are there to be touched. */
  readonly testPoints: ReadonlySet<string>
}

/**
 * Turns a compiled board into the files of an order. An error among the findings means: do not ship these files.
 * @throws UserError for a date that is none, a part the catalogue lacks, a plan the house does not have, text that no
 * fabrication file can hold.
 */
export function fabricate(
  circuitJson: readonly AnyCircuitElement[],
  board: FabricatedBoard,
  house: FabHouse,
  options: FabricateOptions,
): Fabrication {
  const header = headerContext(board, options.createdAt)
  const gerbers = gerberFiles(circuitJson, board, house, header)
  const drills = drillFiles(circuitJson, board, house, header)
  const parts = partsOnBoard(circuitJson)
  const assembly = assemblySets(parts, board, house)
  // Only who is to have marks and has none is asked.
  let room: ReturnType<typeof fiducialRoom> | undefined
  const plans = planFacts(assembly, parts, board, house, (side) => {
    room ??= fiducialRoom(circuitJson, board, house)
    return room(side)
  })
  return {
    gerbers: new Map([...gerbers.files, ...drills.files]),
    names: uploadNames(house, board.id),
    assemblyFiles: new Map([
      ...assemblyFiles(assembly, house),
      ["plans.md", plansText(plans, board, house)],
      ...buyersFiles(parts, board, house),
    ]),
    assembly,
    plans,
    testPoints: new Set(
      Object.entries(board.parts).flatMap(([name, { kind }]) => (kind === "test-point" ? [name] : [])),
    ),
    findings: [
      ...gerbers.findings,
      ...drills.findings,
      ...placementFindings(parts, board),
      ...fallenToHand(parts, board, house),
      ...planAdvice(plans, house),
    ],
    figures: [...(drills.figures ?? []), ...assembly.map(machineParts)],
  }
}

function assemblyFiles(sets: readonly AssemblySet[], house: FabHouse): Map<string, string> {
  const files = new Map<string, string>()
  for (const { variant, plan, bom, cpl, hand } of sets) {
    const folder = `${variant}/${plan}`
    files.set(`${folder}/bom.csv`, bomCsv(bom, house))
    if (cpl) files.set(`${folder}/cpl.csv`, cplCsv(cpl, house))
    files.set(`${folder}/hand-assembly.csv`, handAssemblyCsv(hand, house))
  }
  return files
}

/** For who buys the parts: a list and a page of each variant. */
const buyersFiles = (
  parts: Parameters<typeof purchases>[0],
  board: FabricatedBoard,
  house: FabHouse,
): [string, string][] =>
  Object.keys(board.variants).flatMap((variant): [string, string][] => {
    const rows = purchases(parts, board, variant, house)
    return [
      [`${variant}/shopping.csv`, shoppingCsv(rows, house)],
      [`${variant}/bom.html`, bomPage(rows, `${board.id} ${board.revision}, ${variant}`, house)],
    ]
  })

const machineParts = ({ variant, plan, cpl, hand }: AssemblySet): Figure => ({
  name: `${variant}, ${plan}: parts placed by machine / by hand`,
  value: `${cpl?.length ?? 0} / ${hand.length}`,
})
