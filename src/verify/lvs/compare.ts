import type { Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import { layerName } from "../files/roles"
import { type BoardGeometry, type PlacedPad, place, round3 } from "../geometry/board"
import { padName } from "../netlist"
import type { FileRule } from "../rule"
import { bridge } from "./bridge"
import { shortestGap } from "./open-gap"

/**
 * Layout versus schematic from files alone: the nets that copper and plated holes really make, compared with the
 * nets the pads are to be on.
 */
export const netlistRule: FileRule = {
  id: "lvs/files",
  title: "netlist of the written copper equals the circuit's",
  check: ({ board }) => {
    const { expected } = board
    if (expected === undefined) return { findings: [] }
    const findings = [
      ...mergedNets(expected.merged, expected.source),
      ...lostPads(board),
      ...shorts(board),
      ...opens(board),
      ...singlePins(board),
      ...floating(board),
    ]
    const nets = new Set(expected.pads.flatMap(({ net }) => net ?? []))
    return {
      findings,
      figures: [
        { name: `nets compared (with ${expected.source})`, value: nets.size },
        { name: "pads compared", value: new Set(expected.pads.map(padName)).size },
        { name: "connected pieces of copper", value: board.connectivity.groups.length },
      ],
    }
  },
}

function mergedNets(merged: readonly (readonly string[])[], source: string): Finding[] {
  return merged.map((names) => ({
    rule: "lvs/merged",
    severity: "error",
    message: `${names.join(" and ")} are one net in ${source}: two nets were joined by a name or a pin`,
    nets: names,
  }))
}

/** Pads whose place has no copper. */
function lostPads(board: BoardGeometry): Finding[] {
  return board.pads
    .filter(({ piece, on }) => piece < 0 && board.layer(`copper-${on}`) !== undefined)
    .map((pad) => ({
      rule: "lvs/pad-missing",
      severity: "error",
      message: `${padName(pad)}${pad.net === undefined ? "" : ` (${pad.net})`}: no copper on the ${pad.on} side`,
      ...place(pad, `copper-${pad.on}`),
      parts: [padName(pad)],
    }))
}

function shorts(board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  for (const [group, pads] of byGroup(board)) {
    // A pad that is to stay unconnected counts as a net of its own.
    const nets = new Map<string, PlacedPad[]>()
    for (const pad of pads) {
      const key = pad.net ?? `\u0000${padName(pad)}`
      nets.set(key, [...(nets.get(key) ?? []), pad])
    }
    if (nets.size < 2) continue
    const names = [...nets.keys()].sort(naturalOrder)
    const [first, second] = names.map((name) => nets.get(name) ?? [])
    const where = bridge(board, group, first ?? [], second ?? [])
    const shown = names.map((name) => (name.startsWith("\u0000") ? `${name.slice(1)} (unconnected)` : name))
    const parts = names.flatMap((name) => padList(nets.get(name) ?? []).slice(0, 2))
    findings.push({
      rule: "lvs/short",
      severity: "error",
      message: `${few(shown, " and ")} are connected${where === undefined ? "" : ` on the ${layerName(where.layer)}`} (${few(parts, ", ")})`,
      ...(where === undefined ? {} : place(where.at, where.layer)),
      nets: names.filter((name) => !name.startsWith("\u0000")),
      parts,
    })
  }
  return findings
}

/** The first eight, and how many more: a layer flooded with copper joins everything. */
function few(names: readonly string[], glue: string): string {
  if (names.length <= 8) return names.join(glue)
  return `${names.slice(0, 8).join(glue)}${glue}${names.length - 8} more`
}

function opens(board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  for (const [net, pads] of byNet(board)) {
    const groups = new Map<number, PlacedPad[]>()
    for (const pad of pads) if (pad.group >= 0) groups.set(pad.group, [...(groups.get(pad.group) ?? []), pad])
    if (groups.size < 2) continue
    // The largest part is the net; each other part has come off.
    const parts = [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    const main = parts[0]?.[0] ?? -1
    for (const [group, lost] of parts.slice(1)) {
      const gap = shortestGap(board, group, main)
      const names = padList(lost)
      findings.push({
        rule: "lvs/open",
        severity: "error",
        message: `${net}: ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not connected to the rest${gap === undefined ? "" : `; ${gap.distance.toFixed(3)} mm are missing`}`,
        ...(gap === undefined ? place(lost[0] as PlacedPad) : place(gap.a, gap.layer)),
        ...(gap === undefined ? {} : { measure: { value: round3(gap.distance), unit: "mm" } }),
        nets: [net],
        parts: names,
      })
    }
  }
  return findings
}

function singlePins(board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  for (const [net, pads] of byNet(board)) {
    const names = padList(pads)
    if (names.length > 1) continue
    findings.push({
      rule: "lvs/single-pin",
      severity: "error",
      message: `${net} has one pad only, ${names[0]}: a net of one pad connects nothing`,
      ...place(pads[0] as PlacedPad),
      nets: [net],
      parts: names,
    })
  }
  return findings
}

/** Copper joined by plated holes that reaches no pad. */
function floating(board: BoardGeometry): Finding[] {
  const occupied = new Set(board.pads.map(({ group }) => group))
  return board.connectivity.groups.flatMap(({ holes, pieces }, group): Finding[] => {
    const [hole] = holes
    if (occupied.has(group) || hole === undefined) return []
    return [
      {
        rule: "lvs/floating",
        severity: "error",
        message: `copper with ${holes.length} plated ${holes.length === 1 ? "hole" : "holes"} reaches no pad`,
        ...place(hole.centre, pieces[0]?.layer),
      },
    ]
  })
}

function byGroup(board: BoardGeometry): Map<number, PlacedPad[]> {
  const groups = new Map<number, PlacedPad[]>()
  for (const pad of board.pads)
    if (pad.group >= 0) groups.set(pad.group, [...(groups.get(pad.group) ?? []), pad])
  return groups
}

function byNet(board: BoardGeometry): [string, PlacedPad[]][] {
  const nets = new Map<string, PlacedPad[]>()
  for (const pad of board.pads)
    if (pad.net !== undefined) nets.set(pad.net, [...(nets.get(pad.net) ?? []), pad])
  return [...nets].sort((a, b) => naturalOrder(a[0], b[0]))
}

function padList(pads: readonly PlacedPad[]): string[] {
  return [...new Set(pads.map(padName))].sort(naturalOrder)
}
