import { type Box, type Group, line, rectangle, type Shape, type TextShape } from "./shapes"
import type { Sheet, TitleBlock } from "./sheet"
import { textHeights } from "./style"

/** A4 landscape. */
export const paper = { widthMm: 297, heightMm: 210 } as const

/** ISO 5457 zones: letters down, numbers across. */
const columns = 6
const rows = 4
const outer: Box = { minX: 5, minY: 5, maxX: 292, maxY: 205 }

/** The line that holds everything drawn. */
export const innerFrame: Box = { minX: 10, minY: 10, maxX: 287, maxY: 200 }

/** Title block: bottom right corner of the frame. */
export const titleBox: Box = { minX: 176, minY: 172, maxX: innerFrame.maxX, maxY: innerFrame.maxY }

export const drawFrame = (title: TitleBlock, standing: Sheet["titleBlock"]): Group => ({
  role: "frame",
  shapes: [
    rectangle("frame", outer),
    rectangle("frame-heavy", innerFrame),
    ...zones(),
    ...titleBlock(title, standing),
  ],
})

function zones(): Shape[] {
  const shapes: Shape[] = []
  const text = (content: string, x: number, y: number): TextShape => ({
    kind: "text",
    ink: "frame-text",
    text: content,
    heightMm: textHeights.frame,
    anchor: "middle",
    at: { x, y: y + textHeights.frame / 2 },
  })
  const width = (innerFrame.maxX - innerFrame.minX) / columns
  for (let i = 0; i < columns; i++) {
    const x = innerFrame.minX + i * width
    for (const [from, to] of [
      [outer.minY, innerFrame.minY],
      [innerFrame.maxY, outer.maxY],
    ] as const) {
      if (i > 0) shapes.push(line("frame", { x, y: from }, { x, y: to }))
      shapes.push(text(String(i + 1), x + width / 2, (from + to) / 2))
    }
  }
  const height = (innerFrame.maxY - innerFrame.minY) / rows
  for (let i = 0; i < rows; i++) {
    const y = innerFrame.minY + i * height
    for (const [from, to] of [
      [outer.minX, innerFrame.minX],
      [innerFrame.maxX, outer.maxX],
    ] as const) {
      if (i > 0) shapes.push(line("frame", { x: from, y }, { x: to, y }))
      shapes.push(text("ABCD"[i] ?? "", (from + to) / 2, y + height / 2))
    }
  }
  return shapes
}

function titleBlock(title: TitleBlock, standing: Sheet["titleBlock"]): Shape[] {
  const { minX, minY, maxX, maxY } = titleBox
  const split = minY + 16
  const cells: readonly { readonly name: string; readonly value: string; readonly widthMm: number }[] = [
    { name: "Revision", value: title.revision, widthMm: 23 },
    { name: "Date", value: title.date.toISOString().slice(0, 10), widthMm: 27 },
    { name: "Sheet", value: "1 / 1", widthMm: 16 },
    { name: "Size", value: "A4", widthMm: 13 },
    { name: "Licence", value: standing.licence, widthMm: 32 },
  ]
  const shapes: Shape[] = [
    rectangle("frame-heavy", titleBox, "paper"),
    line("frame", { x: minX, y: split }, { x: maxX, y: split }),
    textAt("title", title.title, minX + 2.5, minY + 7, textHeights.title),
  ]
  shapes.push(textAt("note", standing.subtitle, minX + 2.5, minY + 12.8, textHeights.note))
  let x = minX
  for (const { name, value, widthMm } of cells) {
    if (x > minX) shapes.push(line("frame", { x, y: split }, { x, y: maxY }))
    shapes.push(textAt("frame-text", name, x + 2, split + 4, textHeights.note))
    if (value !== "") shapes.push(textAt("note", value, x + 2, maxY - 2.6, textHeights.field))
    x += widthMm
  }
  shapes.push({
    ...textAt("frame-text", standing.origin, maxX - 2.5, minY + 6.4, textHeights.note),
    anchor: "end",
  })
  return shapes
}

const textAt = (
  ink: "title" | "note" | "frame-text",
  content: string,
  x: number,
  y: number,
  heightMm: number,
): TextShape => ({ kind: "text", ink, text: content, heightMm, anchor: "start", at: { x, y } })
