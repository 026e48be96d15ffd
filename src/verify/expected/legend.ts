import type { AnyCircuitElement } from "circuit-json"
import { type ElementOf, elementsOf } from "../../circuit/elements"
import { turn } from "../../geometry/point"
import type { Point } from "../../read"
import { circlePoints } from "../../read/geometry/arc"
import { capitalHeight, letterLine, letterMarks, letterPitch, letters, markFoot } from "./letters"

/** One polyline of the legend, as the middle of the pen goes. mm. */
export interface InkLine {
  readonly points: readonly Point[]
  readonly widthMm: number
  /** What it is part of: `"RUN" at (1.000, 2.000)`, "a mark of D1". */
  readonly of: string
  /** Middle of what it is part of. */
  readonly at: Point
}

/** Kinds of legend that have lines here; any other is filled, and nobody here draws it. */
const known = ["pcb_silkscreen_text", "pcb_silkscreen_line", "pcb_silkscreen_path", "pcb_silkscreen_circle"]

/** Everything the circuit wants on one side's legend, as lines; a kind that has none is left out. */
export function legendOf(circuit: readonly AnyCircuitElement[], side: "top" | "bottom"): InkLine[] {
  const designators = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  const parts = new Map(
    elementsOf(circuit, "pcb_component").map((part) => [
      part.pcb_component_id,
      designators.get(part.source_component_id ?? ""),
    ]),
  )
  const mark = (id: string | undefined | null, points: readonly Point[], widthMm: number): InkLine => {
    const part = parts.get(id ?? "")
    const at = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 }
    return {
      points,
      widthMm,
      at,
      of: `${part === undefined ? "a mark" : `a mark of ${part}`} at ${spot(at)}`,
    }
  }
  const on = ({ layer }: { readonly layer: string }): boolean => (layer === "bottom") === (side === "bottom")
  return [
    ...elementsOf(circuit, "pcb_silkscreen_text")
      .filter(on)
      .flatMap((text) => textLines(text)),
    ...elementsOf(circuit, "pcb_silkscreen_line")
      .filter(on)
      .map(({ pcb_component_id, x1, y1, x2, y2, stroke_width }) =>
        mark(
          pcb_component_id,
          [
            { x: x1, y: y1 },
            { x: x2, y: y2 },
          ],
          stroke_width,
        ),
      ),
    ...elementsOf(circuit, "pcb_silkscreen_path")
      .filter(on)
      .map(({ pcb_component_id, route, stroke_width }) => mark(pcb_component_id, route, stroke_width)),
    ...elementsOf(circuit, "pcb_silkscreen_circle")
      .filter(on)
      .map(({ pcb_component_id, center, radius, stroke_width }) => {
        const ring = circlePoints(center, radius)
        return mark(pcb_component_id, [...ring, ring[0] ?? center], stroke_width)
      }),
  ]
}

/** Whether all of a circuit's legend is told by {@link legendOf}. */
export const isLegendKnown = (circuit: readonly AnyCircuitElement[]): boolean =>
  circuit.every(({ type }) => !type.startsWith("pcb_silkscreen_") || known.includes(type))

/** Bottom text is mirrored left to right, then turned counter-clockwise as seen from the top, about its anchor. */
function textLines(text: ElementOf<"pcb_silkscreen_text">): InkLine[] {
  const { font_size: size, anchor_position: anchor, anchor_alignment: alignment = "center" } = text
  const mirrored = text.is_mirrored ?? text.layer === "bottom"
  const characters = [...text.text]
  const width = characters.length * letterPitch * size
  const start = {
    x: alignment.includes("left") ? width / 2 : alignment.includes("right") ? -width / 2 : 0,
    y: capitalHeight * size * (alignment.includes("top") ? -0.5 : alignment.includes("bottom") ? 0.5 : 0),
  }
  const place = (x: number, y: number): Point => {
    const turned = turn({ x: mirrored ? -x : x, y }, text.ccw_rotation ?? 0)
    return { x: anchor.x + turned.x, y: anchor.y + turned.y }
  }
  const of = `"${text.text.slice(0, 40)}" at ${spot(anchor)}`
  return characters.flatMap((character, index) => {
    const slot = (index - (characters.length - 1) / 2) * letterPitch
    return linesOf(character).map(
      (line): InkLine => ({
        points: line.map(({ x, y }) => place(start.x + (slot + x) * size, start.y + y * size)),
        widthMm: letterLine * size,
        of,
        at: anchor,
      }),
    )
  })
}

const cache = new Map<string, Point[][]>()

function linesOf(character: string): Point[][] {
  const made = cache.get(character)
  if (made !== undefined) return made
  const same = character === "\u03bc" ? "µ" : character === "\u2126" ? "Ω" : character
  const [base = "", combining = "", ...rest] = same.normalize("NFD")
  const mark = rest.length === 0 ? letterMarks[combining] : undefined
  const lines = mark === undefined ? linesIn(letters[same]) : markedLetter(base, mark)
  cache.set(character, lines)
  return lines
}

/** The dots of i and j, their first lines, make room for a mark. */
function markedLetter(base: string, mark: string): Point[][] {
  const foot = /[A-Zbdfhklt]/.test(base) ? markFoot.capital : markFoot.small
  const over = linesIn(mark).map((line) => line.map(({ x, y }) => ({ x, y: y + foot })))
  const letter = linesIn(letters[base])
  return [...(base === "i" || base === "j" ? letter.slice(1) : letter), ...over]
}

const linesIn = (text = ""): Point[][] =>
  text
    .split(";")
    .filter((line) => line !== "")
    .map((line) =>
      line.split(" ").map((pair) => {
        const [x = 0, y = 0] = pair.split(",").map(Number)
        return { x: x / 1000, y: y / 1000 }
      }),
    )

const spot = ({ x, y }: Point): string => `(${x.toFixed(3)}, ${y.toFixed(3)})`
