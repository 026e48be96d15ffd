import { type Box, type Group, line, rectangle, type Shape, type TextShape } from "./shapes"
import type { Paper, Sheet, TitleBlock } from "./sheet"
import { textHeights } from "./style"

/** ISO 216 and, for circuits of many hundred parts, the two of DIN 476 above it. Landscape, smallest first. */
export const papers: Readonly<Record<Paper, { readonly widthMm: number; readonly heightMm: number }>> = {
  A4: { widthMm: 297, heightMm: 210 },
  A3: { widthMm: 420, heightMm: 297 },
  A2: { widthMm: 594, heightMm: 420 },
  A1: { widthMm: 841, heightMm: 594 },
  A0: { widthMm: 1189, heightMm: 841 },
  "2A0": { widthMm: 1682, heightMm: 1189 },
  "4A0": { widthMm: 2378, heightMm: 1682 },
}

const inset = (paper: Paper, by: number): Box => ({
  minX: by,
  minY: by,
  maxX: papers[paper].widthMm - by,
  maxY: papers[paper].heightMm - by,
})

/** The line that holds everything drawn. */
export const innerFrame = (paper: Paper = "A4"): Box => inset(paper, 10)

/** Title block: bottom right corner of the frame. */
export function titleBox(paper: Paper = "A4"): Box {
  const { maxX, maxY } = innerFrame(paper)
  return { minX: maxX - 111, minY: maxY - 28, maxX, maxY }
}

export const drawFrame = (title: TitleBlock, { paper = "A4", titleBlock: standing }: Sheet): Group => ({
  role: "frame",
  shapes: [
    rectangle("frame", inset(paper, 5)),
    rectangle("frame-heavy", innerFrame(paper)),
    ...zones(paper),
    ...titleBlock(title, standing, paper),
  ],
})

/** ISO 5457 zones of some 50 mm: letters down, numbers across. */
function zones(paper: Paper): Shape[] {
  const columns = Math.round(papers[paper].widthMm / 50)
  const rows = Math.round(papers[paper].heightMm / 50)
  const outer = inset(paper, 5)
  const inner = innerFrame(paper)
  const shapes: Shape[] = []
  const text = (content: string, x: number, y: number): TextShape => ({
    kind: "text",
    ink: "frame-text",
    text: content,
    heightMm: textHeights.frame,
    anchor: "middle",
    at: { x, y: y + textHeights.frame / 2 },
  })
  const width = (inner.maxX - inner.minX) / columns
  for (let i = 0; i < columns; i++) {
    const x = inner.minX + i * width
    for (const [from, to] of [
      [outer.minY, inner.minY],
      [inner.maxY, outer.maxY],
    ] as const) {
      if (i > 0) shapes.push(line("frame", { x, y: from }, { x, y: to }))
      shapes.push(text(String(i + 1), x + width / 2, (from + to) / 2))
    }
  }
  const height = (inner.maxY - inner.minY) / rows
  for (let i = 0; i < rows; i++) {
    const y = inner.minY + i * height
    for (const [from, to] of [
      [outer.minX, inner.minX],
      [inner.maxX, outer.maxX],
    ] as const) {
      if (i > 0) shapes.push(line("frame", { x: from, y }, { x: to, y }))
      shapes.push(text(String.fromCharCode(65 + i), (from + to) / 2, y + height / 2))
    }
  }
  return shapes
}

function titleBlock(title: TitleBlock, standing: Sheet["titleBlock"], paper: Paper): Shape[] {
  const { minX, minY, maxX, maxY } = titleBox(paper)
  const split = minY + 16
  const cells: readonly { readonly name: string; readonly value: string; readonly widthMm: number }[] = [
    { name: "Revision", value: title.revision, widthMm: 23 },
    { name: "Date", value: title.date.toISOString().slice(0, 10), widthMm: 27 },
    { name: "Sheet", value: "1 / 1", widthMm: 16 },
    { name: "Size", value: paper, widthMm: 13 },
    { name: "Licence", value: standing.licence, widthMm: 32 },
  ]
  const shapes: Shape[] = [
    rectangle("frame-heavy", titleBox(paper), "paper"),
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
