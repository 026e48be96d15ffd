import type { AnyCircuitElement } from "circuit-json"
import { font } from "../../fabricate/gerber-steps/glyphs"
import { type Point, turn } from "../../geometry/point"
import { pill, rectangle } from "../../geometry/shape"
import type { Side } from "../../model/place"
import { decimal } from "../sexpr"
import type { Drawing, Text } from "./drawings"
import { textAdvance } from "./stroke-font"

/** Silkscreen of one side, board frame. */
export interface Ink {
  readonly side: Side
  /** tscircuit's id of the part it belongs to; absent for what belongs to the board. */
  readonly partId: string | undefined
  readonly drawing: Drawing
}

const ellipseCorners = 48

/**
 * Every silkscreen element, in the circuit's order.
 * @param minLineMm what the fab prints: thinner lines are as wide, as in the Gerbers
 */
export function inkOf(circuit: readonly AnyCircuitElement[], minLineMm: number): Ink[] {
  const line = (widthMm: number | undefined): number => Math.max(widthMm ?? 0, minLineMm)
  return circuit.flatMap((element): Ink[] => {
    const drawings = drawingsOf(element, line)
    if (drawings.length === 0 || !("layer" in element)) return []
    const side: Side = element.layer === "bottom" ? "bottom" : "top"
    const partId = "pcb_component_id" in element && element.pcb_component_id ? element.pcb_component_id : ""
    return drawings.map((drawing) => ({
      side,
      partId: typeof partId === "string" && partId !== "" ? partId : undefined,
      drawing,
    }))
  })
}

type LineWidth = (widthMm: number | undefined) => number

function drawingsOf(element: AnyCircuitElement, line: LineWidth): Drawing[] {
  switch (element.type) {
    case "pcb_silkscreen_line":
      return [
        {
          kind: "line",
          from: { x: element.x1, y: element.y1 },
          to: { x: element.x2, y: element.y2 },
          widthMm: line(element.stroke_width),
        },
      ]
    case "pcb_silkscreen_path":
      return element.route.slice(1).map((to, index) => ({
        kind: "line",
        from: pick(element.route[index] ?? to),
        to: pick(to),
        widthMm: line(element.stroke_width),
      }))
    case "pcb_silkscreen_circle":
      return [
        {
          kind: "circle",
          centre: pick(element.center),
          radiusMm: element.radius,
          widthMm: line(element.stroke_width),
          filled: element.is_filled ?? false,
        },
      ]
    case "pcb_silkscreen_rect": {
      const {
        center,
        width,
        height,
        corner_radius: corner,
        ccw_rotation: turnDeg,
        is_filled: filled,
      } = element
      const { core, radius } = rectangle(center, width, height, turnDeg ?? 0, filled ? (corner ?? 0) : 0)
      const pen = element.has_stroke === false ? 0 : line(element.stroke_width)
      // The pen goes round an area, too; rounded corners are what a wider one leaves at those of a smaller rectangle.
      return [{ kind: "polygon", points: core, widthMm: pen + 2 * radius, filled: filled ?? false }]
    }
    case "pcb_silkscreen_oval": {
      const { center, radius_x: rx, radius_y: ry, ccw_rotation: turnDeg } = element
      const points = Array.from({ length: ellipseCorners }, (_, index): Point => {
        const angle = (2 * Math.PI * index) / ellipseCorners
        const p = turn({ x: rx * Math.cos(angle), y: ry * Math.sin(angle) }, turnDeg ?? 0)
        return { x: center.x + p.x, y: center.y + p.y }
      })
      return [{ kind: "polygon", points, widthMm: line(0), filled: false }]
    }
    case "pcb_silkscreen_pill": {
      const { center, width, height, ccw_rotation: turnDeg } = element
      const { core, radius } = pill(center, width, height, turnDeg ?? 0)
      const [from, to = from] = core
      return from && to ? [{ kind: "line", from, to, widthMm: 2 * radius }] : []
    }
    case "pcb_silkscreen_text":
      return [textOf(element, line)]
    default:
      return []
  }
}

/** A point of a path without what else the path says there. */
const pick = ({ x, y }: Point): Point => ({ x, y })

type SilkscreenText = Extract<AnyCircuitElement, { type: "pcb_silkscreen_text" }>

/**
 * Letters are stretched so that a line is as long as in the Gerbers: columns stay columns, and what was placed clear of
 * pads and lines stays clear. Within reason, for lines of a letter or two.
 */
function stretchOf(text: string): number {
  const wanted = ([...text].length * font.pitch) / font.capital
  return decimal(Math.min(1.25, Math.max(0.8, wanted / Math.max(textAdvance(text), 0.1))))
}

/** KiCad centres a line of its font this much of its height too high: measured on what it plots. */
const middleShift = 0.0452

/** Anchors are moved to half the height of the capitals, since KiCad counts descenders at top and bottom. */
function textOf(element: SilkscreenText, line: LineWidth): Text {
  const alignment = element.anchor_alignment ?? "center"
  const capitalMm = font.capital * element.font_size
  const turnDeg = element.ccw_rotation ?? 0
  const up = alignment.includes("top") ? -capitalMm / 2 : alignment.includes("bottom") ? capitalMm / 2 : 0
  const lift = turn({ x: 0, y: up - middleShift * capitalMm }, turnDeg)
  return {
    kind: "text",
    text: element.text,
    at: { x: element.anchor_position.x + lift.x, y: element.anchor_position.y + lift.y },
    turnDeg,
    align: alignment.includes("left") ? "left" : alignment.includes("right") ? "right" : "center",
    capitalMm,
    stretch: stretchOf(element.text),
    lineMm: line(font.line * element.font_size),
    mirrored: element.is_mirrored ?? element.layer === "bottom",
    knockout: element.is_knockout ?? false,
  }
}
