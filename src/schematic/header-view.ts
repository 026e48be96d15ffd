import { UserError } from "../model/finding"
import type { CircuitFacts } from "./facts"
import { textLines } from "./note-drawing"
import { onPaper } from "./place"
import { boxOf, type Group, type Point, rectangle, type Shape } from "./shapes"
import type { JumperView } from "./sheet"
import { textHeights } from "./style"

interface Pad {
  readonly number: string
  readonly column: number
  readonly row: number
}

interface Sizes {
  readonly cellMm: number
  readonly ringMm: number
}

const plain: Sizes = { cellMm: 4.6, ringMm: 0.8 }
const ringed: Sizes = { cellMm: 5.4, ringMm: 1.9 }

/**
 * A header as it lies on the board, seen from the top, drawn from its pads, with the jumpers of one state.
 * @throws UserError when the circuit has no pads for the part, or none for a jumper's pin.
 */
export function drawJumperView(view: JumperView, facts: CircuitFacts): Group {
  const pads = padGrid(view.part, facts)
  const sizes = view.inside ? ringed : plain
  const origin = onPaper(view.at)
  const spot = (pad: Pad): Point => ({
    x: origin.x + pad.column * sizes.cellMm,
    y: origin.y + pad.row * sizes.cellMm,
  })
  const rows = Math.max(...pads.map((pad) => pad.row))
  const columns = Math.max(...pads.map((pad) => pad.column))
  const find = (number: string): Point => {
    const pad = pads.find((candidate) => candidate.number === number)
    if (!pad) throw new UserError(`the schematic shows a jumper on ${view.part}.${number}, which has no pad`)
    return spot(pad)
  }
  const middle = origin.x + (columns * sizes.cellMm) / 2
  const top = origin.y - sizes.ringMm - (columns > 1 ? 3.6 : 1.6)
  const bottom = origin.y + rows * sizes.cellMm + sizes.ringMm + (columns > 1 ? 4.2 : 2.4)
  return {
    role: "note",
    part: view.part,
    shapes: [
      ...view.joined.map(([a, b]) => jumper(find(a), find(b), view.allowed)),
      ...pads.flatMap((pad) => [
        ring(spot(pad), sizes, view.inside?.[pad.number]),
        number(pad, spot(pad), sizes, columns),
      ]),
      text(view.allowed ? "note-title" : "warning", view.title, { x: middle, y: top }, textHeights.noteTitle),
      ...textLines("note", view.lines, { x: middle, y: bottom + textHeights.note }, "middle"),
    ].flat(),
  }
}

/** Rows and columns as seen from the top, whatever the real pitch. */
function padGrid(part: string, { parts, pads }: CircuitFacts): Pad[] {
  const places = [...(parts.get(part)?.pins.keys() ?? [])].flatMap((pin) => {
    const pad = pads.get(`${part}.${pin}`)
    return pad ? [{ number: pin, ...pad }] : []
  })
  if (places.length === 0) throw new UserError(`the schematic shows ${part} from above, but it has no pads`)
  const steps = (values: readonly number[]): number[] =>
    values.filter((value, index) => values.findIndex((other) => near(value, other)) === index)
  const xs = steps(places.map((pad) => pad.x)).sort((a, b) => a - b)
  const ys = steps(places.map((pad) => pad.y)).sort((a, b) => b - a)
  return places.map((pad) => ({
    number: pad.number,
    column: xs.findIndex((x) => near(x, pad.x)),
    row: ys.findIndex((y) => near(y, pad.y)),
  }))
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.02

/** A jumper's cap over two pins. */
function jumper(a: Point, b: Point, allowed: boolean): Shape {
  const half = 1.5
  const box = boxOf([a, b])
  return rectangle(
    allowed ? "body" : "warning",
    { minX: box.minX - half, minY: box.minY - half, maxX: box.maxX + half, maxY: box.maxY + half },
    "ink",
  )
}

function ring(centre: Point, sizes: Sizes, inside: string | undefined): Shape[] {
  const circle: Shape = { kind: "circle", ink: "body", centre, radius: sizes.ringMm, fill: "paper" }
  if (inside === undefined) return [circle]
  return [
    circle,
    text("designator", inside, { x: centre.x, y: centre.y + textHeights.field / 2 }, textHeights.field),
  ]
}

/** The pin's number outside the rings: beside two columns, above and below more. */
function number(pad: Pad, centre: Point, sizes: Sizes, columns: number): Shape {
  const height = textHeights.pinNumber
  const gap = sizes.ringMm + 1.3
  if (columns > 1) {
    const y = pad.row === 0 ? centre.y - gap + 0.6 : centre.y + gap - 0.6 + height
    return text("pin-number", pad.number, { x: centre.x, y }, height)
  }
  const shape = text("pin-number", pad.number, { x: centre.x, y: centre.y + height / 2 }, height)
  return pad.column === 0
    ? { ...shape, at: { ...shape.at, x: centre.x - gap }, anchor: "end" }
    : { ...shape, at: { ...shape.at, x: centre.x + gap }, anchor: "start" }
}

const text = (
  ink: "designator" | "pin-number" | "note-title" | "warning",
  content: string,
  at: Point,
  heightMm: number,
): Shape & { readonly kind: "text" } => ({ kind: "text", ink, text: content, heightMm, anchor: "middle", at })
