import type { Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { BoardGeometry } from "../geometry/board"
import { place, spot } from "../geometry/board"
import type { IpcNetlist, IpcRecord } from "../ipc-d-356"
import { type ExpectedPad, padName } from "../netlist"
import { isVia } from "../rules/holes"

/** The file has three decimals of a mm: half a step and a rounding. */
const sameMm = 0.0011

/** The netlist for the fab's electrical test says the same as circuit, drills and copper. */
export function checkIpc(ipc: IpcNetlist, board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  const say = (message: string, record?: IpcRecord, parts?: readonly string[]): void => {
    findings.push({
      rule: "lvs/ipc",
      severity: "error",
      message,
      file: ipc.file,
      ...(record === undefined ? {} : { line: record.line, ...place(record) }),
      ...(parts === undefined ? {} : { parts }),
    })
  }
  const points = ipc.records.filter(({ kind, designator }) => kind !== "tooling-hole" && designator !== "VIA")
  const used = new Set<IpcRecord>()
  const pads = [...(board.expected?.pads ?? [])].sort((a, b) => naturalOrder(padName(a), padName(b)))
  for (const pad of pads) {
    const name = padName(pad)
    const own = points.filter((record) => padName(record) === name)
    const record = own.find((candidate) => near(candidate, pad))
    if (record === undefined) {
      say(own.length === 0 ? `${name} is missing` : `${name} is not at ${spot(pad)}`, own[0], [name])
      continue
    }
    used.add(record)
    if (record.net !== pad.net)
      say(`${name} is on ${record.net ?? "no net"}, not on ${pad.net ?? "no net"}`, record, [name])
    if (record.side !== pad.side)
      say(`${name} is accessible from ${record.side}, not from ${pad.side}`, record, [name])
  }
  for (const record of points)
    if (!used.has(record) && pads.length > 0)
      say(`${padName(record)} at ${spot(record)} is no pad of the board`, record, [padName(record)])
  findings.push(...checkHoles(ipc, board))
  return findings
}

function checkHoles(ipc: IpcNetlist, board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  const drilled = ipc.records.filter(({ drillMm }) => drillMm !== undefined)
  const say = (message: string, at: { x: number; y: number }): void => {
    findings.push({
      rule: "lvs/ipc",
      severity: "error",
      message,
      file: ipc.file,
      ...place(at),
    })
  }
  const matched = new Set<IpcRecord>()
  for (const hole of board.holes) {
    const record = drilled.find((candidate) => near(candidate, hole.centre))
    if (record === undefined) {
      // Unplated holes may be left out: there is nothing to test in them.
      if (hole.isPlated) say(`the hole at ${spot(hole.centre)} is missing`, hole.centre)
      continue
    }
    matched.add(record)
    if (Math.abs((record.drillMm ?? 0) - hole.diameter) > sameMm * 2)
      say(
        `the hole at ${spot(hole.centre)} is ${record.drillMm?.toFixed(3)} mm, drilled are ${hole.diameter.toFixed(3)}`,
        hole.centre,
      )
    if (record.plated !== undefined && record.plated !== hole.isPlated)
      say(`the hole at ${spot(hole.centre)} is ${record.plated ? "" : "not "}plated here`, hole.centre)
    if (!isVia(board, hole)) continue
    const group = board.connectivity.groups.findIndex(({ holes }) => holes.includes(hole))
    const nets = board.groupNets(group)
    if (record.net === undefined || !nets.includes(record.net))
      say(
        `the via at ${spot(hole.centre)} is on ${record.net ?? "no net"}, its copper on ${nets.join(", ") || "none"}`,
        hole.centre,
      )
  }
  for (const record of drilled)
    if (!matched.has(record))
      say(`line ${record.line}: a hole at ${spot(record)} that is not drilled`, record)
  return findings
}

function near(a: { x: number; y: number }, b: ExpectedPad | { x: number; y: number }): boolean {
  return Math.abs(a.x - b.x) <= sameMm && Math.abs(a.y - b.y) <= sameMm
}
