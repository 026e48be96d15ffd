import type { Finding } from "../../model/finding"
import { areaMm2, type Polygon } from "../../read"
import { type LayerRole, layerName } from "../files/roles"
import type { BoardGeometry } from "../geometry/board"
import { place } from "../geometry/board"
import { piecesUnder } from "../geometry/layer"
import { namedPieces } from "../geometry/named"
import { anchor } from "../geometry/objects"
import type { FileRule } from "../rule"

const id = "drc/island"

/** Copper that no pad and no plated hole belongs to: a leftover of a pour, a forgotten piece of track. */
export const islands: FileRule = {
  id,
  title: "no copper without a pad or a plated hole",
  check: ({ board }) => {
    const findings: Finding[] = []
    const excused = new Map([...board.copper.keys()].map((role) => [role, excusedPieces(board, role)]))
    for (const { pieces, holes } of board.connectivity.groups) {
      if (holes.length > 0) continue
      for (const { layer: role, piece } of pieces) {
        const layer = board.layer(role)
        if (layer === undefined || excused.get(role)?.has(piece)) continue
        const at = layer.cornerOf(piece)
        const area = areaMm2([layer.pieces[piece] as Polygon])
        findings.push({
          rule: id,
          severity: "error",
          message: `${area.toFixed(2)} mm2 of copper belong to no pad and no via, on the ${layerName(role)}`,
          ...place(at, role),
          measure: { value: Math.round(area * 1000) / 1000, unit: "mm2" },
        })
      }
    }
    return { findings }
  },
}

/** What a file may call copper that is to connect nothing (Gerber specification 2024.05, section 5.6.10). */
const unconnected: ReadonlySet<string> = new Set(["NonConductor", "CopperBalancing"])

/** Pieces with a pad (expected, or under a mask opening where no netlist tells), and marks the file calls such. */
function excusedPieces(board: BoardGeometry, role: LayerRole): Set<number> {
  const layer = board.layer(role)
  if (layer === undefined) return new Set()
  const mask = board.layer(role === "copper-top" ? "mask-top" : "mask-bottom")
  const named = namedPieces(layer, (object) =>
    object.apertureFunction === "FiducialPad"
      ? // A mark that no camera sees is none, whatever it is called.
        mask === undefined || mask.pieceAt(anchor(object)) >= 0
      : unconnected.has(object.apertureFunction ?? ""),
  )
  const excused = new Set([...named].flatMap(([piece, alone]) => (alone ? [piece] : [])))
  if (board.expected !== undefined) {
    for (const pad of board.pads) if (`copper-${pad.on}` === role) excused.add(pad.piece)
    return excused
  }
  for (const piece of mask === undefined ? [] : piecesUnder(layer, mask.image.objects)) excused.add(piece)
  return excused
}
