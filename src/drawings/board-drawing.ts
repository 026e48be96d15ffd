import type { AnyCircuitElement } from "circuit-json"
import { padCopper } from "../circuit/pad-copper"
import { stackIn } from "../circuit/stack"
import { boxOf, boxOfPoints, ringOf, type Shape } from "../geometry/shape"
import type { Board } from "../model/board"
import type { Point, Side } from "../model/place"
import { measureText } from "../typeface/font"
import { across, upright } from "./dimensions"
import { type Area, overlap } from "./labels"
import { millimetres } from "./sheet"
import { circle, group, polygon, polyline, type SheetPoint, text } from "./svg-elements"

/** How board mm become sheet mm: enlarged, centred, y down, and mirrored for the bottom. */
export interface Projection {
  readonly scale: number
  readonly centre: { readonly x: number; readonly y: number }
  readonly side: Side
}

/** Room for the board on a sheet, mm, and the scales to choose from, the largest first. */
export interface Room {
  readonly widthMm: number
  readonly heightMm: number
  readonly centre: { readonly x: number; readonly y: number }
  readonly scales: readonly number[]
}

/** The board in the middle of its room, as large as one of the scales lets it be. */
export function fitted(outline: readonly Point[], room: Room, side: Side): Projection {
  const { minX, maxX, minY, maxY } = boxOfPoints(outline)
  const fits = (one: number): boolean =>
    (maxX - minX) * one <= room.widthMm && (maxY - minY) * one <= room.heightMm
  const scale = room.scales.find(fits) ?? 0.05
  const [x, y] = toSheet({ scale, centre: { x: 0, y: 0 }, side }, (minX + maxX) / 2, (minY + maxY) / 2)
  return { scale, centre: { x: room.centre.x - x, y: room.centre.y - y }, side }
}

export function toSheet({ scale, centre, side }: Projection, x: number, y: number): SheetPoint {
  return [centre.x + (side === "bottom" ? -x : x) * scale, centre.y - y * scale]
}

/** As a title block has it: 2.5 : 1, 1 : 4. */
export const scaleWords = ({ scale }: Projection): string =>
  scale < 1 ? `1 : ${Number((1 / scale).toFixed(2))}` : `${scale} : 1`

/** Outline, holes, bare pads of both kinds, and the dimensions of what holds the board in place. */
export function boardDrawing(
  circuitJson: readonly AnyCircuitElement[],
  board: Board,
  projection: Projection,
): string[] {
  const at = ({ x, y }: Point): SheetPoint => toSheet(projection, x, y)
  const pads = padsOf(circuitJson).map((one) => areaOf(one.shape, projection))
  return [
    group(
      { class: "board" },
      [board.outline, ...board.cutouts].map((ring) => polygon(ring.map(at), "outline")).join("") +
        board.mountingHoles
          .map((hole) => mountingHole(at(hole), (hole.drillMm / 2) * projection.scale))
          .join(""),
    ),
    group(
      { class: "pads" },
      padsOf(circuitJson)
        .map((one) => pad(one, projection))
        .join(""),
    ),
    group({ class: "dimensions" }, dimensions(board, projection, pads)),
  ]
}

function mountingHole([x, y]: SheetPoint, radius: number): string {
  const arm = radius + 1.5
  return (
    circle([x, y], radius, "hole") +
    polyline(
      [
        [x - arm, y],
        [x + arm, y],
      ],
      "dimension",
    ) +
    polyline(
      [
        [x, y - arm],
        [x, y + arm],
      ],
      "dimension",
    )
  )
}

function padsOf(circuitJson: readonly AnyCircuitElement[]): ReturnType<typeof padCopper>[] {
  const stack = stackIn(circuitJson)
  return circuitJson.flatMap((element) =>
    element.type === "pcb_smtpad" || element.type === "pcb_plated_hole" ? [padCopper(element, stack)] : [],
  )
}

/** On the sheet, whichever side it is on: a leaded part may stand over its holes. */
function areaOf(shape: Shape, projection: Projection): Area {
  const { minX, minY, maxX, maxY } = boxOf(shape)
  const [a, b] = [toSheet(projection, minX, minY), toSheet(projection, maxX, maxY)]
  return {
    minX: Math.min(a[0], b[0]),
    minY: Math.min(a[1], b[1]),
    maxX: Math.max(a[0], b[0]),
    maxY: Math.max(a[1], b[1]),
  }
}

function pad({ layers, shape, hole }: ReturnType<typeof padCopper>, projection: Projection): string {
  if (!layers.includes(projection.side)) return ""
  return form(shape, projection) + (hole === undefined ? "" : form(hole, projection))
}

function form(shape: Shape, projection: Projection): string {
  const [centre] = shape.core
  if (centre === undefined) return ""
  if (shape.core.length === 1)
    return circle(toSheet(projection, centre.x, centre.y), shape.radius * projection.scale, "pad")
  return polygon(
    ringOf(shape, chordMm).map(({ x, y }) => toSheet(projection, x, y)),
    "pad",
  )
}

/** Finer than a line of the drawing, mm. */
const chordMm = 0.02

/** Overall size, the steps of the lower edge, and the mounting holes from the lower left corner as drawn. */
function dimensions(board: Board, projection: Projection, pads: readonly Area[]): string {
  const xs = board.outline.map(({ x }) => x)
  const ys = board.outline.map(({ y }) => y)
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const sheet = (x: number, y: number): SheetPoint => toSheet(projection, x, y)
  const [left, right] = projection.side === "bottom" ? [maxX, minX] : [minX, maxX]
  const top = sheet(0, maxY)[1]
  const bottom = sheet(0, minY)[1]
  const leftEdge = sheet(left, 0)[0]
  const rightEdge = sheet(right, 0)[0]
  const out = [
    across(sheet(minX, maxY), sheet(maxX, maxY), top - 6, maxX - minX),
    upright(sheet(right, minY), sheet(right, maxY), rightEdge + 7, maxY - minY),
  ]
  // Corners on the lower edge, from left to right: the notch shows as a gap between them.
  const steps = [...new Set(board.outline.filter(({ y }) => y === minY).map(({ x }) => x))].sort(
    (a, b) => a - b,
  )
  for (let i = 0; i + 1 < steps.length; i++) {
    const [a, b] = [steps[i] as number, steps[i + 1] as number]
    out.push(across(sheet(a, minY), sheet(b, minY), bottom + 6, b - a))
  }
  const notchY = [...new Set(board.outline.map(({ y }) => y))].filter((y) => y !== minY && y !== maxY)
  for (const y of notchY) {
    const corner = board.outline.filter((point) => point.y === y).map(({ x }) => x)
    const x = projection.side === "bottom" ? Math.min(...corner) : Math.max(...corner)
    const at = sheet(x, y)
    out.push(upright([at[0], at[1]], [at[0], bottom], at[0] - 5, y - minY))
  }
  return [...out, ...holes(board, sheet, { leftEdge, bottom, left, minY }, pads)].join("")
}

interface Edges {
  readonly leftEdge: number
  readonly bottom: number
  readonly left: number
  readonly minY: number
}

function holes(
  board: Board,
  sheet: (x: number, y: number) => SheetPoint,
  edges: Edges,
  pads: readonly Area[],
): string[] {
  // A part's own holes are its drawing's business.
  const sorted = board.mountingHoles
    .filter(({ part }) => part === undefined)
    .sort((a, b) => sheet(a.x, a.y)[0] - sheet(b.x, b.y)[0])
  const first = sorted[0]
  const last = sorted.at(-1)
  if (!first || !last) return []
  const [fx, fy] = sheet(first.x, first.y)
  const drills = [...new Set(sorted.map(({ drillMm }) => drillMm))].map(
    (mm) => `${sorted.filter(({ drillMm }) => drillMm === mm).length} x \u00d8${millimetres(mm)}`,
  )
  const [lx, ly] = sheet(last.x, last.y)
  const radius = (first.drillMm / 2) * ((edges.bottom - fy) / (first.y - edges.minY))
  // The note stands towards the middle of the board, at the hole that has more board there.
  const corners = board.outline.map(({ x, y }) => sheet(x, y)[0])
  const room = (x: number, towards: 1 | -1): number =>
    Math.min(...corners.map((corner) => (corner - x) * towards).filter((gap) => gap > 0))
  const atFirst = room(fx, 1) > room(lx, -1)
  const [hx, hy, towards] = atFirst ? [fx, fy, 1] : [lx, ly, -1]
  const label: SheetPoint = [hx + towards * (radius * 0.75 + 4), hy - radius * 0.75 - 3.5]
  const words = `${drills.join(", ")}, not plated`
  const wide = measureText(words, noteCap).widthMm + 0.5
  const area: Area = {
    minX: Math.min(label[0], label[0] + towards * wide),
    maxX: Math.max(label[0], label[0] + towards * wide),
    minY: label[1] - noteCap,
    maxY: label[1] + 0.3,
  }
  return [
    upright([fx, fy], [fx, edges.bottom], edges.leftEdge - 5, first.y - edges.minY),
    across([edges.leftEdge, edges.bottom], [fx, fy], edges.bottom + 12, Math.abs(first.x - edges.left)),
    ...(first.x === last.x
      ? []
      : [across([fx, fy], [lx, ly], edges.bottom + 12, Math.abs(last.x - first.x))]),
    ...(pads.some((pad) => overlap(area, pad) > 0)
      ? // Parts stand there: under the line that leads from hole to hole.
        [text(words, [fx + 1, edges.bottom + 12 + 2 * noteCap], noteCap, { kind: "quiet" })]
      : [
          polyline([[hx + towards * radius * 0.72, hy - radius * 0.72], label], "leader"),
          text(words, [label[0] + towards * 0.5, label[1] + 0.3], noteCap, {
            anchor: atFirst ? "start" : "end",
            kind: "quiet",
          }),
        ]),
  ]
}

const noteCap = 1.8
