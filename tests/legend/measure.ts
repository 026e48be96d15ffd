import type { AnyCircuitElement, PcbSilkscreenText } from "circuit-json"
import { elementsOf } from "../../src/circuit/elements"
import { padsOf } from "../../src/circuit/pads"
import { partsOf } from "../../src/circuit/parts"
import { isLegendText, textLines } from "../../src/fabricate/gerber-steps/text-lines"
import { capsule, disc, edgesOf, gap, polygonShape, type Shape } from "../../src/geometry/shape"

/** What is really drawn, stroke by stroke, and how near it comes to what it must not touch. mm */

type Circuit = readonly AnyCircuitElement[]

const penMm = 0.15

export const textsOf = (circuit: Circuit): PcbSilkscreenText[] => circuit.filter(isLegendText)

export const strokesOf = (text: PcbSilkscreenText): Shape[] =>
  textLines(text).flatMap((line) =>
    line.slice(1).map((point, index) => capsule(line[index] ?? point, point, penMm)),
  )

const least = (a: readonly Shape[], b: readonly Shape[]): number => {
  let mm = Number.POSITIVE_INFINITY
  for (const one of a) for (const other of b) mm = Math.min(mm, gap(one, other))
  return mm
}

const sideOf = (element: { readonly layer?: unknown }): "top" | "bottom" =>
  element.layer === "bottom" ? "bottom" : "top"

/** Openings of the mask as they are written: 0.05 mm beyond pads and holes. */
function openings(circuit: Circuit, side: "top" | "bottom"): Shape[] {
  const pads = padsOf(circuit)
    .filter(({ layers }) => layers.includes(side))
    .map(({ shape }) => ({ ...shape, radius: shape.radius + 0.05 }))
  const holes = elementsOf(circuit, "pcb_hole").flatMap((hole) =>
    hole.hole_shape === "circle" ? [disc(hole, hole.hole_diameter + 0.1)] : [],
  )
  const vias = elementsOf(circuit, "pcb_via")
    .filter((via) => (side === "top" ? via.tented_on_top : via.tented_on_bottom) === false)
    .map((via) => disc(via, via.outer_diameter))
  return [...pads, ...holes, ...vias]
}

function lines(circuit: Circuit, side: "top" | "bottom"): Shape[] {
  return elementsOf(circuit, "pcb_silkscreen_path")
    .filter((path) => sideOf(path) === side)
    .flatMap(({ route, stroke_width }) =>
      route
        .slice(1)
        .map((point, index) => capsule(route[index] ?? point, point, Math.max(penMm, stroke_width))),
    )
}

/** Everything that is wrong with the texts of a circuit, in words. */
export function wrongs(circuit: Circuit): string[] {
  const texts = textsOf(circuit).map((text) => ({ text, side: sideOf(text), strokes: strokesOf(text) }))
  const parts = partsOf(circuit)
  const board = elementsOf(circuit, "pcb_board")[0]
  const [w, h] = [(board?.width ?? 0) / 2, (board?.height ?? 0) / 2]
  const edge = edgesOf([
    { x: -w, y: -h },
    { x: w, y: -h },
    { x: w, y: h },
    { x: -w, y: h },
  ]).map(([a, b]) => capsule(a, b, 0))
  return texts.flatMap(({ text, side, strokes }, index) => {
    const said: string[] = []
    const keeps = (what: string, others: readonly Shape[], mm: number) => {
      const measured = least(strokes, others)
      if (measured < mm - 1e-6) said.push(`"${text.text}" is ${measured.toFixed(3)} mm from ${what}`)
    }
    keeps("an opening", openings(circuit, side), 0.15)
    keeps("a line", lines(circuit, side), 0.15)
    keeps("the edge", edge, 0.3)
    for (const other of texts.slice(index + 1))
      if (other.side === side) keeps(`"${other.text.text}"`, other.strokes, 0.15)
    const { x, y } = text.anchor_position
    if (Math.abs(x) > w || Math.abs(y) > h) said.push(`"${text.text}" is off the board`)
    const distances = parts.flatMap(({ designator, placed }) =>
      placed?.side === side && placed.courtyards.length > 0
        ? [{ designator, mm: least(strokes, placed.courtyards.map(polygonShape)) }]
        : [],
    )
    const own = distances.find(({ designator }) => designator === text.text)
    for (const { designator, mm } of distances) {
      if (designator === text.text) continue
      if (mm <= 0) said.push(`"${text.text}" is in the courtyard of ${designator}`)
      if (own !== undefined && mm <= own.mm) said.push(`"${text.text}" is nearer to ${designator}`)
    }
    return said
  })
}
