import { measureText } from "../typeface/font"
import { onPaper, type PlacedPart, type PlacedPin } from "./place"
import { type Group, line, type Point, rectangle, type TextShape, weightOf } from "./shapes"
import { gridMm } from "./sheet"
import { textHeights } from "./style"

/** Distance of a pin's number from its line, and of its name from the body's edge. */
const numberLiftMm = 0.55
const nameInsetMm = 0.9
const fieldGapMm = 1.4

/** A placed part as one group, with a group a pin inside. */
export function drawPart(part: PlacedPart): Group {
  return {
    role: "part",
    part: part.part,
    hint: `${part.part} ${part.value}`.trim(),
    shapes: [rectangle("hit", part.bounds), ...part.body, ...fields(part), ...remarks(part)],
    groups: part.pins.map((pin) => ({
      role: "pin",
      part: part.part,
      pin: pin.id,
      ...(pin.net === undefined ? {} : { net: pin.net }),
      hint: `${pin.id} ${pin.name}, ${pin.net ?? "not connected"}`,
      shapes: [
        ...(pin.inner.x === pin.end.x && pin.inner.y === pin.end.y ? [] : [line("pin", pin.end, pin.inner)]),
        ...(part.showNumbers ? [pinNumber(pin)] : []),
        ...(part.showNames && pin.name !== "" ? [pinName(pin)] : []),
      ],
    })),
  }
}

function pinNumber(pin: PlacedPin): TextShape {
  const middle = { x: (pin.end.x + pin.inner.x) / 2, y: (pin.end.y + pin.inner.y) / 2 }
  const upright = pin.side === "left" || pin.side === "right"
  return {
    kind: "text",
    ink: "pin-number",
    text: pin.number,
    heightMm: textHeights.pinNumber,
    anchor: "middle",
    at: upright ? { x: middle.x, y: middle.y - numberLiftMm } : { x: middle.x - numberLiftMm, y: middle.y },
    ...(upright ? {} : { turn: 90 as const }),
  }
}

function pinName(pin: PlacedPin): TextShape {
  const height = textHeights.pinName
  const base = { kind: "text", ink: "pin-name", text: pin.name, heightMm: height } as const
  const { x, y } = pin.inner
  switch (pin.side) {
    case "left":
      return { ...base, anchor: "start", at: { x: x + nameInsetMm, y: y + height / 2 } }
    case "right":
      return { ...base, anchor: "end", at: { x: x - nameInsetMm, y: y + height / 2 } }
    case "top":
      return { ...base, anchor: "end", turn: 90, at: { x: x + height / 2, y: y + nameInsetMm } }
    case "bottom":
      return { ...base, anchor: "start", turn: 90, at: { x: x + height / 2, y: y - nameInsetMm } }
  }
}

/** Designator and value, where they stand. */
export function fields(part: PlacedPart): TextShape[] {
  const { minX, minY, maxX, maxY } = part.bounds
  const middle: Point = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 }
  const box = part.placement.symbol.kind === "box"
  const place = part.placement.fields ?? (box || (part.placement.turn ?? 0) % 180 === 0 ? "above" : "right")
  if (typeof place === "object") {
    const anchor = place.anchor ?? "start"
    return [
      text("designator", part.part, onPaper(place.designator), anchor),
      ...(place.value ? [text("value", part.value, onPaper(place.value), anchor)] : []),
    ]
  }
  const height = textHeights.field
  const top = part.pins.filter((pin) => pin.side === "top").map((pin) => pin.end.x)
  switch (place) {
    case "above":
      // Right of the pins that leave there.
      if (box && top.length > 0) return stacked(part, Math.max(...top) + gridMm, minY - 1.3, "start")
      return oneLine(part, box ? { x: minX, y: minY - fieldGapMm } : { x: middle.x, y: minY - 0.9 }, box)
    case "below":
      return oneLine(part, { x: middle.x, y: maxY + 0.9 + height }, false)
    case "right":
    case "left": {
      const anchor = place === "right" ? "start" : "end"
      const x = place === "right" ? maxX + 0.9 : minX - 0.9
      return stacked(part, x, middle.y + (part.value === "" ? height / 2 : height + 0.5), anchor)
    }
  }
}

/** The value below the designator; `y` is where the last line stands. */
function stacked(part: PlacedPart, x: number, y: number, anchor: "start" | "end"): TextShape[] {
  if (part.value === "") return [text("designator", part.part, { x, y }, anchor)]
  return [
    text("designator", part.part, { x, y: y - textHeights.field - 1 }, anchor),
    text("value", part.value, { x, y }, anchor),
  ]
}

function oneLine(part: PlacedPart, at: Point, fromStart: boolean): TextShape[] {
  const width = (content: string, ink: "designator" | "value"): number =>
    measureText(content, textHeights.field, weightOf(ink)).widthMm
  const first = width(part.part, "designator")
  if (part.value === "") return [text("designator", part.part, at, fromStart ? "start" : "middle")]
  const total = first + fieldGapMm + width(part.value, "value")
  const x = fromStart ? at.x : at.x - total / 2
  return [
    text("designator", part.part, { x, y: at.y }, "start"),
    text("value", part.value, { x: x + first + fieldGapMm, y: at.y }, "start"),
  ]
}

/** Texts on the far side of the body from the pin they speak of. */
export function remarks(part: PlacedPart): TextShape[] {
  const { minX, maxX } = part.bounds
  return part.pins.flatMap((pin) => {
    const remark = part.placement.remarks?.[pin.number]
    if (remark === undefined) return []
    const y = pin.inner.y + textHeights.note / 2
    return pin.side === "left"
      ? [text("note", remark, { x: maxX + 1.2, y }, "start")]
      : [text("note", remark, { x: minX - 1.2, y }, "end")]
  })
}

const text = (
  ink: "designator" | "value" | "note",
  content: string,
  at: Point,
  anchor: "start" | "middle" | "end",
): TextShape => ({
  kind: "text",
  ink,
  text: content,
  heightMm: ink === "note" ? textHeights.note : textHeights.field,
  at,
  anchor,
})
