import type { PcbSilkscreenText } from "circuit-json"
import { Clipper, ClipType, EndType, FillRule, type Paths64 } from "clipper2-ts"
import type { Finding } from "../../model/finding"
import type { Side } from "../../model/place"
import { type Boxed, boxed, near } from "../geometry/boxes"
import { grow } from "../geometry/dark-area"
import { pathToNm, toNm } from "../geometry/nanometres"
import { font } from "./glyphs"
import { isLegendText, missingGlyphs, textLines } from "./text-lines"
import type { CircuitJson } from "./types"

export interface TextLimits {
  readonly minCapitalMm: number
  readonly minLineMm: number
  readonly clearanceMm: number
  /** Where mask is open, a side each, nm. */
  readonly openings: Readonly<Record<Side, Paths64>>
}

/**
 * What no text step can put right: characters no font here has, capitals lower than the fab can print, text over a
 * mask opening (clipping would make it unreadable), knocked-out text and text in copper.
 */
export function textFindings(circuitJson: CircuitJson, limits: TextLimits): Finding[] {
  const openings = { top: boxed(limits.openings.top), bottom: boxed(limits.openings.bottom) }
  return circuitJson.flatMap((element) => {
    if (element.type === "pcb_copper_text") return [copperText(element)]
    if (!isLegendText(element)) return []
    return [
      ...glyphFindings(element),
      ...heightFindings(element, limits.minCapitalMm),
      ...openingFindings(element, limits, openings[element.layer === "bottom" ? "bottom" : "top"]),
      ...knockoutFindings(element),
    ]
  })
}

function glyphFindings(text: PcbSilkscreenText): Finding[] {
  const missing = missingGlyphs(text.text)
  if (missing.length === 0) return []
  return [
    finding(
      text,
      "dfm/text-glyph",
      `has no glyph for ${missing.map((c) => JSON.stringify(c)).join(" ")}; reword it`,
    ),
  ]
}

/** Heights count between the middles of the strokes, the lower of the two ways to measure. */
function heightFindings(text: PcbSilkscreenText, minCapitalMm: number): Finding[] {
  const height = font.capital * text.font_size
  if (height >= minCapitalMm - 1e-6) return []
  const needed = Math.ceil((minCapitalMm * 100) / font.capital) / 100
  const message = `has capitals of ${height.toFixed(2)} mm; the fab prints from ${minCapitalMm.toFixed(2)} mm (font size ${needed} or more)`
  return [
    {
      ...finding(text, "dfm/text-height", message),
      measure: { value: height, limit: minCapitalMm, unit: "mm" },
    },
  ]
}

function openingFindings(text: PcbSilkscreenText, limits: TextLimits, openings: Boxed): Finding[] {
  const lines = textLines(text).map((line) => pathToNm(line))
  if (lines.length === 0) return []
  // 1 um less than the clip keeps, so that text that just fits is not called cut.
  const reach = Math.max(text.font_size * font.line, limits.minLineMm) / 2 + limits.clearanceMm - 0.001
  const close = near(openings, Clipper.getBoundsPaths(lines), toNm(reach))
  if (close.length === 0) return []
  const ink = grow(lines, reach, EndType.Round)
  if (Clipper.booleanOp(ClipType.Intersection, ink, close, FillRule.NonZero).length === 0) return []
  const message = `is nearer than ${limits.clearanceMm.toFixed(2)} mm to a bare pad or hole and would be cut; move it`
  return [finding(text, "dfm/text-over-opening", message)]
}

const knockoutFindings = (text: PcbSilkscreenText): Finding[] =>
  text.is_knockout === true
    ? [finding(text, "dfm/text-knockout", "is knocked out, which is not written")]
    : []

const copperText = (text: Parameters<typeof finding>[0]): Finding =>
  finding(
    text,
    "dfm/copper-text",
    "is copper: pours swallow it and no check sees what it touches; use silkscreen",
  )

function finding(
  text: Pick<PcbSilkscreenText, "text" | "anchor_position" | "layer">,
  rule: string,
  message: string,
): Finding {
  const { x, y } = text.anchor_position
  const side = text.layer === "bottom" ? "bottom" : "top"
  return {
    rule,
    severity: "error",
    message: `Text "${text.text}" at (${x.toFixed(2)}, ${y.toFixed(2)}) on the ${side} ${message}`,
    at: { x, y, layer: side },
  }
}
