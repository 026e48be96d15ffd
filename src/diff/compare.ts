import { netlistOf } from "../circuit/netlist"
import { type Box, type Polygon, toMm } from "../read"
import { boxOf } from "../read/geometry/point"
import { compareAssembly } from "./assembly"
import type { Change } from "./change"
import { type Circuits, viewCircuit } from "./circuits"
import { type LayerOverlay, layerChanges, overlayLayers } from "./layers"
import { compareNetlists, pairNets } from "./netlist"
import { comparePlacements, spotsOf, unmovedParts } from "./placement"
import { checksOfOne, compareReports } from "./report"
import { compareRouting } from "./routing"
import { pairSchematics, type SchematicPair } from "./schematic"
import { compareShape } from "./shape"
import type { Snapshot } from "./snapshot"
import { arrow, list } from "./words"

/** Everything that differs between two packages of one board. */
export interface BoardDiff {
  readonly board: string
  /** There was nothing to hold it against: `changes` are facts of the board itself. */
  readonly alone?: true
  readonly changes: readonly Change[]
  readonly layers: readonly LayerOverlay[]
  readonly schematic?: SchematicPair
  /** Round everything that is drawn, mm. */
  readonly box: Box
  /** What could not be held against each other, and why; a sentence each. */
  readonly notCompared: readonly string[]
}

/** Compares two packages or Gerber sets by their files alone. */
export function compareSnapshots(old: Snapshot, fresh: Snapshot): BoardDiff {
  const notCompared: string[] = []
  const changes: Change[] = [...compareManifests(old, fresh)]
  const circuits = circuitsOf(old, fresh)
  if (circuits === undefined) {
    notCompared.push("Netlist, placement and routing by net: not both have a circuit.json.")
  } else {
    const names = pairNets(netlistOf(circuits.old.circuit), netlistOf(circuits.fresh.circuit))
    changes.push(
      ...compareNetlists(circuits, names),
      ...comparePlacements(circuits),
      ...compareRouting(circuits, names),
    )
  }
  if (old.assembly.size > 0 && fresh.assembly.size > 0) {
    changes.push(
      ...compareAssembly(old, fresh, {
        spotsOf: (designator) => (circuits === undefined ? [] : spotsOf(circuits.fresh, designator)),
        unmoved: circuits === undefined ? new Set() : unmovedParts(circuits),
      }),
    )
  } else notCompared.push("Parts lists: not both have assembly files.")
  changes.push(...compareShape(old.fab, fresh.fab))
  const layers = overlayLayers(old.fab, fresh.fab)
  changes.push(...layerChanges(layers))
  if (old.report !== undefined && fresh.report !== undefined) {
    changes.push(...compareReports(old.report, fresh.report))
    const ofOne = checksOfOne(old.report, fresh.report)
    if (ofOne.length > 0) notCompared.push(`Figures of ${list(ofOne)}: only one of the two has them.`)
  } else notCompared.push("Findings and figures: not both have a report.json.")
  const sheets = pairSchematics(old.schematic, fresh.schematic)
  if (old.schematic === undefined || fresh.schematic === undefined)
    notCompared.push("Schematic: not both have their drawings.")
  else if (sheets.schematic?.differs)
    changes.push({ section: "netlist", text: "schematic: drawn differently", spots: [] })
  return {
    board: fresh.board,
    changes,
    layers,
    ...sheets,
    box: boxOfLayers(layers),
    notCompared,
  }
}

function circuitsOf(old: Snapshot, fresh: Snapshot): Circuits | undefined {
  if (old.circuit === undefined || fresh.circuit === undefined) return undefined
  return { old: viewCircuit(old.circuit), fresh: viewCircuit(fresh.circuit) }
}

function compareManifests(old: Snapshot, fresh: Snapshot): Change[] {
  const [before, after] = [old.manifest, fresh.manifest]
  if (before === undefined || after === undefined) return []
  return (["board", "title", "revision"] as const).flatMap((field): Change[] => {
    const [was, is] = [String(before[field] ?? "none"), String(after[field] ?? "none")]
    return was === is ? [] : [{ section: "board", text: `${field} ${arrow(was, is)}`, spots: [] }]
  })
}

/** Round all that the layers draw, mm. */
export function boxOfLayers(layers: readonly LayerOverlay[]): Box {
  const points = layers.flatMap(({ added, removed, unchanged }) =>
    [...added, ...removed, ...unchanged].flatMap(({ outer }: Polygon) => outer),
  )
  const { minX, minY, maxX, maxY } = boxOf(points)
  return { minX: toMm(minX), minY: toMm(minY), maxX: toMm(maxX), maxY: toMm(maxY) }
}
