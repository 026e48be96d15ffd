import type { FabRule } from "../../model/fab-rule"
import type { Finding } from "../../model/finding"
import type { BoardGeometry } from "../geometry/board"
import { place, spot } from "../geometry/board"
import { type Hole, holePairs } from "../geometry/holes"
import { padName } from "../netlist"
import { extreme, type FileRule, judge, leastWebMm, missed, type VerifyInput, widest } from "../rule"

/** Whether a plated hole is a via: no part has a pin in it. */
export function isVia(board: BoardGeometry, hole: Hole): boolean {
  if (!hole.isPlated || hole.kind === "slot") return false
  if (board.expected !== undefined) return board.pinIn(hole) === undefined
  if (hole.via) return true
  // No lead is that thin: where nobody tells, it is a via, open or not.
  if (hole.diameter <= 0.45) return true
  const attributed = board.files.drills.some((drill) =>
    [...drill.tools.values()].some((tool) => tool.apertureFunction?.includes("ViaDrill")),
  )
  // Without a word from the file, a via is a plated hole that the solder mask covers on one side at least.
  return (
    !attributed &&
    ["mask-top", "mask-bottom"].some((role) => {
      const layer = board.layer(role as "mask-top" | "mask-bottom")
      return layer !== undefined && layer.pieceAt(hole.centre) < 0
    })
  )
}

export function holeName(board: BoardGeometry, hole: Hole): string {
  const pad = board.pinIn(hole)
  const kind = !hole.isPlated ? "unplated hole" : isVia(board, hole) ? "via" : "plated hole"
  return `${kind}${pad === undefined ? "" : ` ${padName(pad)}`} at ${spot(hole.centre)}`
}

/** Diameters and slot widths within what the fab drills. */
export const holeSize: FileRule = {
  id: "drc/hole-size",
  title: "holes and slots not smaller than the fab drills",
  check: ({ board, limit }) => {
    const findings: Finding[] = []
    let smallest = Number.POSITIVE_INFINITY
    for (const hole of board.holes) {
      smallest = Math.min(smallest, hole.diameter)
      const rule = sizeRule(hole, limit)
      const verdict = judge(hole.diameter, rule)
      if (verdict !== undefined)
        findings.push({
          ...missed(
            "drc/hole-size",
            verdict,
            hole.diameter,
            `${holeName(board, hole)} is too small`,
            hole.centre,
          ),
          file: hole.file,
          line: hole.line,
        })
    }
    return { findings, figures: extreme("smallest hole", smallest) }
  },
}

function sizeRule(hole: Hole, limit: VerifyInput["limit"]): FabRule {
  if (hole.kind === "slot") return limit(hole.isPlated ? "plated-slot-width" : "unplated-slot-width")
  // A component hole has no limit of its own below the via's.
  return limit(hole.isPlated ? "via-hole" : "npth-diameter")
}

/** Wall between holes, edge to edge; holes drilled into each other. */
export const holeSpacing: FileRule = {
  id: "drc/hole-spacing",
  title: "wall between holes",
  check: ({ board, limit, foreign, panel }) => {
    const findings: Finding[] = []
    const [via, pad] = [limit("via-hole-to-hole"), limit("pad-hole-to-hole")]
    // Webs that are to break, where the file says so and the fab has a rule for them.
    const web = panel === undefined ? pad : { ...pad, gate: { error: leastWebMm({ panel }) } }
    const reach = Math.max(widest(via), widest(pad)) * 1.5
    let smallest = Number.POSITIVE_INFINITY
    for (const { a, b, distance } of holePairs(board.holes, reach)) {
      // A hole drilled twice at one place is one hole to everyone but the drill.
      if (
        foreign &&
        a.diameter === b.diameter &&
        Math.hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) < 0.002
      ) {
        findings.push({
          rule: "drc/hole-spacing",
          severity: "warning",
          message: `${holeName(board, a)} is drilled twice`,
          ...place(a.centre),
          file: b.file,
          line: b.line,
        })
        continue
      }
      smallest = Math.min(smallest, distance)
      const breaks = [a, b].every((hole) => hole.breakOff && !hole.isPlated)
      const rule = breaks ? web : isVia(board, a) && isVia(board, b) ? via : pad
      const verdict = judge(distance, rule)
      if (verdict === undefined) continue
      const what = distance < 0 ? "are drilled into each other" : "are too close"
      findings.push(
        missed(
          "drc/hole-spacing",
          verdict,
          distance,
          `${holeName(board, a)} and ${holeName(board, b)} ${what}`,
          a.centre,
        ),
      )
    }
    return { findings, figures: extreme("thinnest wall between holes", smallest) }
  },
}

/** Every plated hole sits on copper on both outer sides. */
export const holeOnCopper: FileRule = {
  id: "drc/hole-on-copper",
  title: "copper round every plated hole on both sides",
  check: ({ board }) => {
    const findings: Finding[] = []
    for (const hole of board.holes) {
      if (!hole.isPlated) continue
      for (const role of ["copper-top", "copper-bottom"] as const) {
        const layer = board.layer(role)
        if (layer === undefined || hole.points.every((point) => layer.pieceAt(point) >= 0)) continue
        findings.push({
          rule: "drc/hole-on-copper",
          severity: "error",
          message: `${holeName(board, hole)} has no copper on the ${role === "copper-top" ? "top" : "bottom"} side`,
          ...place(hole.centre, role),
          file: hole.file,
          line: hole.line,
        })
      }
    }
    return { findings }
  },
}

/** The drill files hold the holes the circuit has, no other, at their places and sizes. */
export const drillTable: FileRule = {
  id: "drc/drill-table",
  title: "holes of the files equal the circuit's",
  check: ({ board }) => {
    const findings: Finding[] = []
    const expected = board.expected?.holes
    if (expected === undefined) return { findings }
    const say = (message: string, at: { x: number; y: number }): void => {
      findings.push({ rule: "drc/drill-table", severity: "error", message, ...place(at) })
    }
    const met = new Set<Hole>()
    for (const wanted of expected) {
      const hole = board
        .holesNear(wanted, 0.005)
        .find((h) => !met.has(h) && Math.hypot(h.centre.x - wanted.x, h.centre.y - wanted.y) < 0.005)
      const kind = wanted.plated ? "plated" : "unplated"
      if (hole === undefined) {
        say(`the ${kind} hole of ${wanted.diameter.toFixed(3)} mm at ${spot(wanted)} is not drilled`, wanted)
        continue
      }
      met.add(hole)
      if (Math.abs(hole.diameter - wanted.diameter) > 0.005)
        say(
          `${holeName(board, hole)}: drilled ${hole.diameter.toFixed(3)} mm, meant ${wanted.diameter.toFixed(3)}`,
          wanted,
        )
      if (hole.isPlated !== wanted.plated) say(`${holeName(board, hole)} is meant to be ${kind}`, wanted)
    }
    for (const hole of board.holes)
      if (!met.has(hole)) say(`${holeName(board, hole)}: the circuit has no hole there`, hole.centre)
    return { findings }
  },
}
