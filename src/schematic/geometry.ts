import type { Finding } from "../model/finding"
import { innerFrame, titleBox } from "./frame"
import type { PlacedPart } from "./place"
import { type Box, boxOf, flatten, type Group, type Point, type TextShape, textBox } from "./shapes"
import { gridMm, type Paper } from "./sheet"
import { textHeights } from "./style"
import { conductorsAt, type DrawnWire, type Segment, samePlace, segmentsOf } from "./wires"

/** Room that every text keeps from other texts and from lines. */
const textClearanceMm = 0.12
const slack = 0.001

interface Sighting {
  readonly box: Box
  readonly what: string
}

/** Whether the sheet can be read: nothing overlaps, nothing is too small, skew, or outside the frame. */
export function checkGeometry(
  groups: readonly Group[],
  parts: readonly PlacedPart[],
  wires: readonly DrawnWire[],
  paper: Paper = "A4",
): Finding[] {
  const texts: (Sighting & { readonly shape: TextShape })[] = []
  const strokes: { readonly segment: Segment; readonly what: string }[] = []
  const symbols: Sighting[] = parts.map((part) => ({ box: part.bounds, what: part.part }))
  for (const { shape, group } of flatten(groups)) {
    const what = group.pin ?? group.part ?? group.net ?? group.role
    if (shape.kind === "text") {
      texts.push({ shape, box: textBox(shape), what: `"${shape.text}"` })
    } else if (shape.kind === "path" && shape.ink !== "hit") {
      const corners = shape.closed ? [...shape.points, shape.points[0] as Point] : shape.points
      for (const segment of segmentsOf({ points: corners }))
        strokes.push({ segment, what: `${what}'s ${group.role}` })
    }
  }
  for (const { shape, group } of flatten(groups)) {
    if (group.role !== "note" || shape.kind !== "circle") continue
    symbols.push({
      box: grow(boxOf([shape.centre]), shape.radius),
      what: `a pin in the view of ${group.part}`,
    })
  }
  for (const group of groups) {
    if (group.role !== "power") continue
    const points = group.shapes.flatMap((shape) => (shape.kind === "path" ? shape.points : []))
    symbols.push({ box: boxOf(points), what: `the ${group.net} symbol` })
  }
  return [
    ...checkTexts(texts, strokes),
    ...checkSymbols(symbols, texts, wires),
    ...checkWires(parts, wires),
    ...checkFrame(groups, paper),
  ]
}

const finding = (rule: string, message: string, at: Point): Finding => ({
  rule: `sch/${rule}`,
  severity: "error",
  message: `schematic: ${message}, at ${at.x.toFixed(1)}, ${at.y.toFixed(1)} mm on the sheet`,
})

function checkTexts(
  texts: readonly (Sighting & { readonly shape: TextShape })[],
  strokes: readonly { readonly segment: Segment; readonly what: string }[],
): Finding[] {
  const findings: Finding[] = []
  texts.forEach(({ shape, box, what }, index) => {
    if (shape.heightMm < textHeights.pinNumber - slack) {
      findings.push(finding("text-height", `${what} is ${shape.heightMm} mm high, less than 1.5`, shape.at))
    }
    const room = grow(box, textClearanceMm)
    for (const other of texts.slice(index + 1)) {
      if (overlap(room, other.box))
        findings.push(finding("text-overlap", `${what} overlaps ${other.what}`, shape.at))
    }
    const hit = strokes.find(({ segment }) => crosses(segment, room))
    if (hit) findings.push(finding("text-on-line", `${what} touches ${hit.what}`, shape.at))
  })
  return findings
}

function checkSymbols(
  symbols: readonly Sighting[],
  texts: readonly Sighting[],
  wires: readonly DrawnWire[],
): Finding[] {
  const findings: Finding[] = []
  const segments = wires.flatMap(segmentsOf)
  symbols.forEach(({ box, what }, index) => {
    const corner = { x: box.minX, y: box.minY }
    for (const other of symbols.slice(index + 1)) {
      if (overlap(box, other.box))
        findings.push(finding("symbol-overlap", `${what} overlaps ${other.what}`, corner))
    }
    const inside = grow(box, -slack * 10)
    if (segments.some((segment) => crosses(segment, inside))) {
      findings.push(finding("wire-through-symbol", `a wire runs through ${what}`, corner))
    }
    for (const text of texts) {
      if (overlap(text.box, box) && !contains(box, text.box)) {
        findings.push(finding("text-on-symbol", `${text.what} lies half on ${what}`, corner))
      }
    }
  })
  return findings
}

function checkWires(parts: readonly PlacedPart[], wires: readonly DrawnWire[]): Finding[] {
  const findings: Finding[] = []
  const segments = wires.flatMap(segmentsOf)
  const pins = parts.flatMap((part) => part.pins)
  const ends = pins.map((pin) => pin.end)
  const lines = pins.map((pin) => ({
    pin,
    line: { from: pin.end, to: pin.inner },
    box: grow(boxOf([pin.inner, towards(pin.inner, pin.end)]), slack),
  }))
  segments.forEach((segment, index) => {
    const { from, to } = segment
    if (!level(segment) && !upright(segment))
      findings.push(finding("wire-skew", "a wire is neither level nor upright", from))
    if (![from, to].every(onGrid))
      findings.push(finding("off-grid", "a wire's corner is off the 1.27 mm grid", from))
    for (const other of segments.slice(index + 1)) {
      if (sharedLength(segment, other) > slack)
        findings.push(finding("wire-overlap", "two wires lie on each other", other.from))
    }
    for (const { pin, line, box } of lines) {
      if (crosses(segment, box) || sharedLength(segment, line) > slack) {
        findings.push(finding("wire-on-pin", `a wire runs over pin ${pin.id}`, pin.end))
      }
    }
  })
  const corners = new Map(segments.flatMap(({ from, to }) => [from, to]).map((p) => [`${p.x};${p.y}`, p]))
  for (const corner of corners.values()) {
    if (conductorsAt(corner, segments, ends) > 3) {
      findings.push(finding("four-way", "four conductors meet in one dot; offset one of them", corner))
    }
  }
  for (const pin of pins) {
    if (!onGrid(pin.end)) findings.push(finding("off-grid", `pin ${pin.id} is off the 1.27 mm grid`, pin.end))
    if (pins.filter((other) => other.id === pin.id).length > 1) {
      findings.push(finding("pin-twice", `pin ${pin.id} is drawn twice`, pin.end))
    }
    if (ends.filter((end) => samePlace(end, pin.end)).length > 1) {
      findings.push(finding("pin-on-pin", `pin ${pin.id} sits on another pin`, pin.end))
    }
  }
  return findings
}

function checkFrame(groups: readonly Group[], paper: Paper): Finding[] {
  const inner = grow(innerFrame(paper), -0.5)
  const title = titleBox(paper)
  const findings: Finding[] = []
  for (const { shape, group } of flatten(groups.filter((candidate) => candidate.role !== "frame"))) {
    const box =
      shape.kind === "text"
        ? textBox(shape)
        : shape.kind === "path"
          ? boxOf(shape.points)
          : boxOf([
              { x: shape.centre.x - shape.radius, y: shape.centre.y - shape.radius },
              { x: shape.centre.x + shape.radius, y: shape.centre.y + shape.radius },
            ])
    const what = shape.kind === "text" ? `"${shape.text}"` : (group.part ?? group.net ?? group.role)
    const corner = { x: box.minX, y: box.minY }
    if (!contains(inner, box)) findings.push(finding("outside-frame", `${what} leaves the frame`, corner))
    if (overlap(box, title))
      findings.push(finding("on-title-block", `${what} lies on the title block`, corner))
  }
  return findings
}

const grow = (box: Box, by: number): Box => ({
  minX: box.minX - by,
  minY: box.minY - by,
  maxX: box.maxX + by,
  maxY: box.maxY + by,
})

const overlap = (a: Box, b: Box): boolean =>
  a.minX < b.maxX - slack && b.minX < a.maxX - slack && a.minY < b.maxY - slack && b.minY < a.maxY - slack

const contains = (outer: Box, inner: Box): boolean =>
  inner.minX >= outer.minX && inner.minY >= outer.minY && inner.maxX <= outer.maxX && inner.maxY <= outer.maxY

const level = ({ from, to }: Segment): boolean => Math.abs(from.y - to.y) < slack
const upright = ({ from, to }: Segment): boolean => Math.abs(from.x - to.x) < slack

const onGrid = ({ x, y }: Point): boolean =>
  [x, y].every((v) => Math.abs(v / (gridMm / 2) - Math.round(v / (gridMm / 2))) < 0.01)

/** A point a little short of `to`, so that a pin's own end does not count. */
const towards = (from: Point, to: Point): Point => ({
  x: from.x + (to.x - from.x) * 0.95,
  y: from.y + (to.y - from.y) * 0.95,
})

/** Length that two level or two upright segments have in common. */
function sharedLength(a: Segment, b: Segment): number {
  const both = (is: (s: Segment) => boolean): boolean => is(a) && is(b)
  const common = (a1: number, a2: number, b1: number, b2: number): number =>
    Math.min(Math.max(a1, a2), Math.max(b1, b2)) - Math.max(Math.min(a1, a2), Math.min(b1, b2))
  if (both(level) && Math.abs(a.from.y - b.from.y) < slack) return common(a.from.x, a.to.x, b.from.x, b.to.x)
  if (both(upright) && Math.abs(a.from.x - b.from.x) < slack)
    return common(a.from.y, a.to.y, b.from.y, b.to.y)
  return 0
}

/** Whether a segment of any slope meets a box (Liang-Barsky clipping). */
function crosses({ from, to }: Segment, box: Box): boolean {
  if ((from.x < box.minX && to.x < box.minX) || (from.x > box.maxX && to.x > box.maxX)) return false
  if ((from.y < box.minY && to.y < box.minY) || (from.y > box.maxY && to.y > box.maxY)) return false
  let enter = 0
  let leave = 1
  const clips: readonly (readonly [number, number])[] = [
    [from.x - to.x, from.x - box.minX],
    [to.x - from.x, box.maxX - from.x],
    [from.y - to.y, from.y - box.minY],
    [to.y - from.y, box.maxY - from.y],
  ]
  for (const [step, room] of clips) {
    if (step === 0) {
      if (room < 0) return false
    } else if (step < 0) enter = Math.max(enter, room / step)
    else leave = Math.min(leave, room / step)
  }
  return enter <= leave
}
