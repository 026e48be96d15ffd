import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import { readLands } from "../model3d/lands"
import type { Model, PlacedBody } from "../model3d/model"
import { placePoint } from "../model3d/place"
import { entryOf, sideOf } from "./assembly-parts"
import { type Projection, toSheet } from "./board-drawing"
import { type Area, baselines, type Label, labelSize, overlap, placeLabel } from "./labels"
import { type PlanShape, planOf } from "./plan-view"
import { circle, group, polygon, polyline, type SheetPoint, text } from "./svg-elements"
import { takenAreas } from "./taken"

interface Drawn {
  readonly part: PlacedBody
  readonly shapes: readonly PlanShape[]
  readonly area: Area
}

/**
 * The parts of one side: outline with everything one sees from above, pin 1, cathode, designator and value; empty
 * places dashed and crossed out. Pins of the other side's parts are named quietly.
 */
export function drawParts(
  circuitJson: readonly AnyCircuitElement[],
  model: Model,
  board: Board,
  projection: Projection,
): string[] {
  const drawn = model.parts
    .filter((part) => sideOf(part) === projection.side)
    .map((part): Drawn => {
      const shapes = planOf(
        model.solids.filter((solid) => solid.part === part.part),
        projection.side,
      )
      return { part, shapes, area: areaOf(shapes, projection) }
    })
  const taken: Area[] = [...drawn.map(({ area }) => area), ...takenAreas(circuitJson, board, projection)]
  const bodies = drawn.map((one) => drawBody(one, projection))
  const pinOnes = drawn.map((one) => pinOneMark(one, projection, taken))
  const labels = drawn.map((one) => drawLabel(one, board, taken))
  return [
    ...drawn.map((one, i) =>
      group(
        {
          class: "part",
          "data-part": one.part.designators.join(" "),
          "data-fitted": String(one.part.fitted),
        },
        `${bodies[i]}${pinOnes[i]}${labels[i]}${terminalNames(one, projection)}`,
      ),
    ),
    ...throughPins(circuitJson, model, projection, taken),
  ]
}

function pointsOf({ outline }: PlanShape, projection: Projection): SheetPoint[] {
  if ("points" in outline) return outline.points.map(([x, y]) => toSheet(projection, x, y))
  const [x, y] = toSheet(projection, ...outline.centre)
  const r = outline.radius * projection.scale
  return [
    [x - r, y - r],
    [x + r, y + r],
  ]
}

function areaOf(shapes: readonly PlanShape[], projection: Projection): Area {
  const points = shapes.filter(({ marking }) => !marking).flatMap((shape) => pointsOf(shape, projection))
  return {
    minX: Math.min(...points.map(([x]) => x)),
    maxX: Math.max(...points.map(([x]) => x)),
    minY: Math.min(...points.map(([, y]) => y)),
    maxY: Math.max(...points.map(([, y]) => y)),
  }
}

function drawBody({ part, shapes, area }: Drawn, projection: Projection): string {
  if (!part.fitted) {
    const corners: SheetPoint[] = [
      [area.minX, area.minY],
      [area.maxX, area.minY],
      [area.maxX, area.maxY],
      [area.minX, area.maxY],
    ]
    return [
      polygon(corners, "empty"),
      polyline([corners[0] as SheetPoint, corners[2] as SheetPoint], "cross"),
      polyline([corners[1] as SheetPoint, corners[3] as SheetPoint], "cross"),
    ].join("")
  }
  const kind = part.body.optional ? "empty" : "body"
  return shapes
    .map((shape, i) => {
      if (shape.marking)
        return shape.name.includes("cathode") ? polygon(pointsOf(shape, projection), "f-ink") : ""
      const line = i === 0 ? kind : "detail"
      if ("points" in shape.outline) return polygon(pointsOf(shape, projection), line)
      return circle(
        toSheet(projection, ...shape.outline.centre),
        shape.outline.radius * projection.scale,
        line,
      )
    })
    .join("")
}

/** A dot beside pin 1, outside the body, away from its middle. */
function pinOneMark({ part, area }: Drawn, projection: Projection, taken: Area[]): string {
  const terminal = part.body.terminals["1"]
  if (!part.body.pinOne || !terminal || part.body.polarity) return ""
  const [x, y] = toSheet(projection, ...placePoint(part.fit.pose, terminal))
  const gaps = [x - area.minX, area.maxX - x, y - area.minY, area.maxY - y]
  const nearest = gaps.indexOf(Math.min(...gaps))
  // Outwards on the side that pin 1 is nearest to, past its pad.
  const [dx, dy] = [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ][nearest] as [number, number]
  const start: SheetPoint = [
    dx === 0 ? x : dx < 0 ? area.minX : area.maxX,
    dy === 0 ? y : dy < 0 ? area.minY : area.maxY,
  ]
  const spot = ([px, py]: SheetPoint): Area => ({
    minX: px - 0.9,
    maxX: px + 0.9,
    minY: py - 0.9,
    maxY: py + 0.9,
  })
  let at = start
  for (let away = 1.2; away < 8; away += 0.4) {
    at = [start[0] + dx * away, start[1] + dy * away]
    const here = spot(at)
    if (taken.every((other) => overlap(here, other) === 0)) break
  }
  taken.push(spot(at))
  return circle(at, 0.7, "f-ink")
}

const written = ["resistor", "capacitor", "diode", "ic", "module", "converter"]

/** Kinds whose middle is free for a name. */
const plain = ["resistor", "capacitor", "ic", "module"]

/** So far from its part a value is still read as the part's own. */
const nearRings = 3

function drawLabel({ part, area }: Drawn, board: Board, taken: Area[]): string {
  const entry = entryOf(board, part)
  const value = entry && written.includes(entry.kind) && part.fitted ? entry.value : undefined
  const [width, height] = [area.maxX - area.minX, area.maxY - area.minY]
  const small = Math.min(width, height) < 8
  const name = { text: part.part, capHeight: small ? 1.8 : 2.6, bold: true }
  const under = { text: part.fitted ? (value ?? "") : "not fitted", capHeight: 1.6, bold: false }
  const whole: Label = { lines: under.text === "" ? [name] : [name, under] }
  const others = taken.filter((other) => other !== area)
  const fits = (label: Label): boolean => {
    const size = labelSize(label)
    return size.width <= width - 0.4 && size.height <= height - 0.4
  }
  // A small part carries its name; its value stands with it where there is room, else beside it.
  // Names of connectors, modules with parts on them and diodes would hide what matters: they stand outside.
  const bare = part.fitted && entry !== undefined && !part.body.polarity && plain.includes(entry.kind)
  const inside = bare && fits(whole)
  const nameIn = bare && fits({ lines: [name] })
  // A value that finds no room near its part would be taken for its neighbour's: the table beside has it.
  const hasRoom = (label: Label): boolean =>
    !part.fitted || !placeLabel(label, area, others, false, nearRings).covers
  const parts: { label: Label; on: boolean }[] = inside
    ? [{ label: whole, on: true }]
    : nameIn
      ? [
          { label: { lines: [name] }, on: true },
          ...(under.text === "" || !hasRoom({ lines: [under] })
            ? []
            : [{ label: { lines: [under] }, on: false }]),
        ]
      : [{ label: hasRoom(whole) ? whole : { lines: [name] }, on: false }]
  return parts
    .map(({ label, on }) => {
      const { at } = placeLabel(label, area, on ? [] : others, on)
      const { width: w, height: h } = labelSize(label)
      const box: Area = { minX: at[0] - w / 2, maxX: at[0] + w / 2, minY: at[1] - h / 2, maxY: at[1] + h / 2 }
      taken.push(box)
      const ground = on ? backing(box, area) : ""
      return ground + lettering(label, at, part.fitted ? "ink" : "warning")
    })
    .join("")
}

/** Clears the lines on the body behind its name, not those of its outline. */
function backing(name: Area, body: Area): string {
  const [minX, minY] = [
    Math.max(name.minX - 0.5, body.minX + 0.2),
    Math.max(name.minY - 0.5, body.minY + 0.2),
  ]
  const [maxX, maxY] = [
    Math.min(name.maxX + 0.5, body.maxX - 0.2),
    Math.min(name.maxY + 0.5, body.maxY - 0.2),
  ]
  return polygon(
    [
      [minX, minY],
      [maxX, minY],
      [maxX, maxY],
      [minX, maxY],
    ],
    "paper",
  )
}

const lettering = (label: Label, at: SheetPoint, kind: string): string =>
  baselines(label, at)
    .map(({ at: base, line }) =>
      text(line.text, base, line.capHeight, { anchor: "middle", weight: line.bold ? 600 : 400, kind }),
    )
    .join("")

/** Names at the terminals of a piece on several parts' pads: designator, and what the pad is for. */
function terminalNames({ part, area }: Drawn, projection: Projection): string {
  return Object.entries(part.terminals ?? {})
    .map(([pad, words]) => {
      const place = part.body.terminals[words]
      if (!place) return ""
      const [x, y] = toSheet(projection, ...placePoint(part.fit.pose, place))
      const left = x < (area.minX + area.maxX) / 2
      const name = pad.split(".")[0] ?? pad
      const at: SheetPoint = [left ? area.minX - 0.8 : area.maxX + 0.8, y]
      const anchor = left ? "end" : "start"
      return (
        text(name, [at[0], at[1] - 2.1], 1.35, { anchor, weight: 600 }) + text(words, at, 1.35, { anchor })
      )
    })
    .join("")
}

/** Seen from the other side, a part with pins is its pins: its name stands beside them. */
function throughPins(
  circuitJson: readonly AnyCircuitElement[],
  model: Model,
  projection: Projection,
  taken: Area[],
): string[] {
  const lands = readLands(circuitJson)
  return model.parts
    .filter((part) => sideOf(part) !== projection.side && part.body.pinDepthMm !== undefined)
    .map((part) => {
      const own = lands.filter(({ designator }) => part.designators.includes(designator))
      const points = own.map(({ x, y }) => toSheet(projection, x, y))
      const r = 0.85 * projection.scale
      const area: Area = {
        minX: Math.min(...points.map(([x]) => x)) - r,
        maxX: Math.max(...points.map(([x]) => x)) + r,
        minY: Math.min(...points.map(([, y]) => y)) - r,
        maxY: Math.max(...points.map(([, y]) => y)) + r,
      }
      const label: Label = { lines: [{ text: part.part, capHeight: 1.8, bold: true }] }
      const { at } = placeLabel(label, area, taken, false)
      const first = own.find(({ pin }) => pin === "1")
      const mark = first ? toSheet(projection, first.x, first.y) : undefined
      return group(
        {
          class: "part through",
          "data-part": part.designators.join(" "),
          "data-fitted": String(part.fitted),
        },
        lettering(label, at, "quiet") + (mark ? circle(mark, 0.7, "f-ink") : ""),
      )
    })
}
