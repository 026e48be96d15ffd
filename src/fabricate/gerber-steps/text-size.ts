import type { PcbSilkscreenPath } from "circuit-json"
import { font } from "./glyphs"
import { isLegendText, textLines } from "./text-lines"
import type { CircuitJson } from "./types"

/**
 * Flaws: circuit-json-to-gerber draws letters at 0.7 of the size that tscircuit's previews show and the author asked
 * for, takes every `anchorAlignment` but `center` for its opposite, and drops characters its font lacks. Each text is
 * replaced by the lines of its letters, at the size asked, at the place asked, with the characters we can add.
 */
export function drawTextAsAsked(circuitJson: CircuitJson): CircuitJson {
  return circuitJson.flatMap((element) => {
    if (!isLegendText(element)) return [element]
    return textLines(element).map(
      (line, index): PcbSilkscreenPath => ({
        type: "pcb_silkscreen_path",
        pcb_silkscreen_path_id: `${element.pcb_silkscreen_text_id}_line_${index}`,
        pcb_component_id: element.pcb_component_id ?? "",
        layer: element.layer === "bottom" ? "bottom" : "top",
        route: line.map(({ x, y }) => ({ x, y })),
        stroke_width: element.font_size * font.line,
      }),
    )
  })
}
