import { netlistOf } from "../circuit/netlist"
import { toMm } from "../read"
import { boxOf } from "../read/geometry/point"
import type { Change, SectionId } from "./change"
import { viewCircuit } from "./circuits"
import { type BoardDiff, boxOfLayers } from "./compare"
import { overlayLayers } from "./layers"
import { reportFacts } from "./report"
import { trackLength } from "./routing"
import { pairSchematics } from "./schematic"
import { holesByKind, outlineOf } from "./shape"
import type { Snapshot } from "./snapshot"
import { count, list, mm } from "./words"

/** A board that has nothing to be held against: what a reviewer wants to know of it, and its layers. */
export function factsOf(snapshot: Snapshot): BoardDiff {
  const layers = overlayLayers(snapshot.fab, snapshot.fab)
  return {
    board: snapshot.board,
    alone: true,
    changes: [
      ...fact("board", titleOf(snapshot)),
      ...circuitFacts(snapshot),
      ...fact("parts", assemblyText(snapshot)),
      ...fact("shape", outlineText(snapshot)),
      ...[...holesByKind(snapshot.fab)].flatMap(([kind, places]) => fact("shape", `${kind}: ${places.size}`)),
      ...(snapshot.report === undefined ? [] : reportFacts(snapshot.report)),
    ],
    layers,
    ...pairSchematics(undefined, snapshot.schematic),
    box: boxOfLayers(layers),
    notCompared: [],
  }
}

const fact = (section: SectionId, text: string | undefined): Change[] =>
  text === undefined ? [] : [{ section, text, spots: [] }]

function titleOf({ manifest }: Snapshot): string | undefined {
  return manifest === undefined ? undefined : `${String(manifest.title ?? "")} v${manifest.revision}`.trim()
}

function circuitFacts({ circuit }: Snapshot): Change[] {
  if (circuit === undefined) return []
  const { parts, copper } = viewCircuit(circuit)
  const netlist = netlistOf(circuit)
  const pins = netlist.nets.reduce((sum, net) => sum + net.pins.length, 0)
  const on = (side: string): number => parts.filter(({ placed }) => placed?.side === side).length
  const length = trackLength(copper.tracks)
  return [
    ...fact("netlist", `${count(netlist.nets.length, "net")} with ${count(pins, "pin")}`),
    ...fact("placement", `${count(on("top"), "part")} on the top, ${on("bottom")} on the bottom`),
    ...fact("routing", `${mm(length, 1)} mm of track, ${count(copper.vias.length, "via")}`),
  ]
}

function assemblyText({ assembly }: Snapshot): string | undefined {
  const variants = [...new Set([...assembly.keys()].map((path) => path.slice(0, path.indexOf("/"))))]
  return variants.length === 0 ? undefined : `lists of parts for ${list(variants)}`
}

function outlineText({ fab }: Snapshot): string | undefined {
  const outline = outlineOf(fab)
  if (outline === undefined) return undefined
  const { minX, minY, maxX, maxY } = boxOf(outline)
  return `outline: ${mm(toMm(maxX - minX))} x ${mm(toMm(maxY - minY))} mm`
}
