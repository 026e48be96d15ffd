import type { Drawn, DrawnShape } from "../model/drawn"
import type { Point } from "../model/place"
import { glyph } from "./gerber-steps/glyphs"
import { textLines } from "./gerber-steps/text-lines"

/** Ink a hair narrower than drawn: thin lines are widened on their way, arcs are chords. */
export function inkOf(one: Extract<Drawn, { kind: "ink" | "text" }>): DrawnShape[] {
  const pen = (widthMm: number) => Math.max(0.01, widthMm / 2 - 0.015)
  const lines = (points: readonly Point[], widthMm: number): DrawnShape[] =>
    points.slice(1).map((to, i) => ({ core: [points[i] as Point, to], radius: pen(widthMm) }))
  if (one.kind === "text") {
    const { text, side, at, rotationDeg, fontSizeMm, anchor } = one
    if ([...text].some((character) => glyph(character) === undefined)) return []
    const drawnText = {
      type: "pcb_silkscreen_text",
      pcb_silkscreen_text_id: "",
      pcb_component_id: "",
      font: "tscircuit2024",
      text,
      layer: side,
      anchor_position: at,
      ccw_rotation: rotationDeg,
      font_size: fontSizeMm,
      anchor_alignment: anchor as "center",
    } as const
    return textLines(drawnText).flatMap((line) => lines(line, 0.09 * fontSizeMm))
  }
  const { form } = one
  if (form.kind === "lines") return lines(form.points, form.widthMm)
  if (form.kind === "area") {
    const { core, radius } = form.shape
    return [{ core, radius: Math.max(0, radius - 0.02) }]
  }
  const steps = 64
  const ring = Array.from({ length: steps + 1 }, (_, i) => ({
    x: form.centre.x + form.radiusMm * Math.cos((2 * Math.PI * i) / steps),
    y: form.centre.y + form.radiusMm * Math.sin((2 * Math.PI * i) / steps),
  }))
  return lines(ring, form.widthMm)
}
