import type { AnyCircuitElement, PcbSilkscreenText } from "circuit-json"
import type { Point } from "../../model/place"
import { font, glyph, type Polyline } from "./glyphs"

export const isLegendText = (element: AnyCircuitElement): element is PcbSilkscreenText =>
  element.type === "pcb_silkscreen_text"

/**
 * Lines of a legend text on the board, mm. Bottom text is mirrored left to right, then turned counter-clockwise as
 * seen from the top, about its anchor; missing characters leave a gap.
 */
export function textLines(text: PcbSilkscreenText): Polyline[] {
  const mirrored = text.is_mirrored ?? text.layer === "bottom"
  const place = (point: Point): Point => {
    const turned = turn({ x: mirrored ? -point.x : point.x, y: point.y }, text.ccw_rotation ?? 0)
    return { x: text.anchor_position.x + turned.x, y: text.anchor_position.y + turned.y }
  }
  const characters = [...text.text]
  const start = anchorOffset(text)
  return characters.flatMap((character, index) => {
    const slot = (index - (characters.length - 1) / 2) * font.pitch
    return (glyph(character) ?? []).map((line) =>
      line.map((point) =>
        place({
          x: start.x + (slot + point.x) * text.font_size,
          y: start.y + point.y * text.font_size,
        }),
      ),
    )
  })
}

/** From the anchor to the middle of the text, before mirroring and turning. */
function anchorOffset(text: PcbSilkscreenText): Point {
  const alignment = text.anchor_alignment ?? "center"
  const width = [...text.text].length * font.pitch * text.font_size
  const height = font.capital * text.font_size
  return {
    x: alignment.includes("left") ? width / 2 : alignment.includes("right") ? -width / 2 : 0,
    y: alignment.includes("top") ? -height / 2 : alignment.includes("bottom") ? height / 2 : 0,
  }
}

function turn({ x, y }: Point, ccwDeg: number): Point {
  const angle = (ccwDeg * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}

/** Characters of `text` that no font here has, each once, in order. */
export const missingGlyphs = (text: string): string[] =>
  [...new Set(text)].filter((character) => glyph(character) === undefined)
