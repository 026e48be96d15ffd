import type { PcbSilkscreenText } from "circuit-json"
import type { Circuit } from "../circuit/elements"
import type { Finding } from "../model/finding"
import { type LegendText, silkFont, silkRotationDeg } from "./font"

export interface Legend {
  /** The circuit with the new texts at its end. */
  readonly circuit: Circuit
  readonly findings: readonly Finding[]
}

/** The element that tscircuit has for it; anchored at its middle, the only anchor all outputs agree on. */
export const silkscreenText = (text: LegendText): PcbSilkscreenText => ({
  type: "pcb_silkscreen_text",
  pcb_silkscreen_text_id: `legend_${text.side}_${text.text}_${text.x.toFixed(3)}_${text.y.toFixed(3)}`,
  font: "tscircuit2024",
  font_size: text.capitalMm / silkFont.capitalOfSize,
  text: text.text,
  layer: text.side,
  ccw_rotation: silkRotationDeg(text),
  anchor_position: { x: text.x, y: text.y },
  anchor_alignment: "center",
})
