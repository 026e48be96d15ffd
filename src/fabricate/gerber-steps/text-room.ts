import type { PcbSilkscreenText } from "circuit-json"
import { Clipper, ClipType, EndType, FillRule, type Path64, type Paths64 } from "clipper2-ts"
import type { Finding } from "../../model/finding"
import type { Point } from "../../model/place"
import { type Box, overlap } from "../geometry/boxes"
import { grow } from "../geometry/dark-area"
import { pathToNm, toNm } from "../geometry/nanometres"
import { font } from "./glyphs"
import { isLegendText, textLines } from "./text-lines"
import type { CircuitJson } from "./types"

export interface TextRoom {
  /** The board's outline, mm. */
  readonly outline: readonly Point[]
  /** What ink keeps from the edge, mm: what is nearer is cut. */
  readonly clearanceMm: number
  readonly minLineMm: number
}

/** Text that would be cut at the board's edge, and text printed over text: neither can be read. */
export function textRoomFindings(circuitJson: CircuitJson, room: TextRoom): Finding[] {
  const texts = circuitJson.filter(isLegendText).flatMap((text) => {
    const lines = textLines(text).map((line) => pathToNm(line))
    if (lines.length === 0) return []
    const half = Math.max(text.font_size * font.line, room.minLineMm) / 2
    return [{ text, lines, half, box: around(lines, half) }]
  })
  const board: Paths64 = [pathToNm(room.outline)]
  const findings: Finding[] = []
  const leavesBoard = (area: Paths64) =>
    Clipper.booleanOp(ClipType.Difference, area, board, FillRule.NonZero).length > 0
  texts.forEach(({ text, lines, half, box }, index) => {
    // 1 um less than the clip keeps, so that text that just fits is not called cut.
    const reachMm = half + room.clearanceMm - 0.001
    // Most boxes lie on the board and on no other: the outlines of strokes are asked for where it is close.
    if (leavesBoard([rectangle(around(lines, reachMm))]) && leavesBoard(grow(lines, reachMm, EndType.Round)))
      findings.push(finding("dfm/text-off-board", text, "reaches the board's edge and would be cut; move it"))
    for (const other of texts.slice(index + 1)) {
      if (other.text.layer !== text.layer || !overlap(other.box, box)) continue
      const [ink, otherInk] = [grow(lines, half, EndType.Round), grow(other.lines, other.half, EndType.Round)]
      if (Clipper.booleanOp(ClipType.Intersection, ink, otherInk, FillRule.NonZero).length === 0) continue
      findings.push(finding("dfm/text-overlap", text, `is printed over "${other.text.text}"; move one`))
    }
  })
  return findings
}

/** Box round lines with pens of `reachMm` radius, nm. */
function around(lines: Paths64, reachMm: number): Box {
  const { left, top, right, bottom } = Clipper.getBoundsPaths(lines)
  const reach = toNm(reachMm)
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach }
}

const rectangle = ({ left, top, right, bottom }: Box): Path64 => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
]

function finding(rule: string, text: PcbSilkscreenText, what: string): Finding {
  const { x, y } = text.anchor_position
  const side = text.layer === "bottom" ? "bottom" : "top"
  return {
    rule,
    severity: "error",
    message: `Text "${text.text}" at (${x.toFixed(2)}, ${y.toFixed(2)}) on the ${side} ${what}`,
    at: { x, y, layer: side },
  }
}
