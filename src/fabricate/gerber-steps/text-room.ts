import type { PcbSilkscreenText } from "circuit-json"
import { Clipper, ClipType, EndType, FillRule, type Paths64 } from "clipper2-ts"
import type { Point } from "../../board-definition"
import type { Finding } from "../../finding"
import { overlap } from "../geometry/boxes"
import { grow } from "../geometry/dark-area"
import { pathToNm } from "../geometry/nanometres"
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
    const ink = grow(lines, half, EndType.Round)
    return [{ text, lines, half, ink, box: Clipper.getBoundsPaths(ink) }]
  })
  const board: Paths64 = [pathToNm(room.outline)]
  const findings: Finding[] = []
  texts.forEach(({ text, lines, half, ink, box }, index) => {
    // 1 um less than the clip keeps, so that text that just fits is not called cut.
    const reach = grow(lines, half + room.clearanceMm - 0.001, EndType.Round)
    if (Clipper.booleanOp(ClipType.Difference, reach, board, FillRule.NonZero).length > 0)
      findings.push(finding("dfm/text-off-board", text, "reaches the board's edge and would be cut; move it"))
    for (const other of texts.slice(index + 1)) {
      if (other.text.layer !== text.layer || !overlap(other.box, box)) continue
      if (Clipper.booleanOp(ClipType.Intersection, ink, other.ink, FillRule.NonZero).length === 0) continue
      findings.push(finding("dfm/text-overlap", text, `is printed over "${other.text.text}"; move one`))
    }
  })
  return findings
}

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
