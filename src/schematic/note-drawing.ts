import { onPaper } from "./place"
import { boxOf, type Group, type Point, rectangle, type TextShape } from "./shapes"
import type { Block, Note, Outline } from "./sheet"
import { textHeights } from "./style"

const lineStepMm = 3.3

export function drawBlock(block: Block): Group {
  const box = boxOf([onPaper(block.from), onPaper(block.to)])
  return {
    role: "block",
    shapes: [
      rectangle("block", box),
      text("block-title", block.title, { x: box.minX + 1.8, y: box.minY + 1.5 + textHeights.blockTitle }),
    ],
  }
}

export function drawOutline(outline: Outline): Group {
  const at = outline.captionAt ? onPaper(outline.captionAt) : undefined
  return {
    role: "block",
    shapes: [
      rectangle("outline", boxOf([onPaper(outline.from), onPaper(outline.to)])),
      ...(at ? textLines("note", outline.caption ?? [], at, outline.anchor) : []),
    ],
  }
}

export function drawNote(note: Note): Group {
  const at = onPaper(note.at)
  const ink = note.tone ?? "note"
  if (note.title === undefined) return { role: "note", shapes: textLines(ink, note.lines, at, note.anchor) }
  return {
    role: "note",
    shapes: [
      { ...text("note-title", note.title, at), anchor: note.anchor ?? "start" },
      ...textLines(ink, note.lines, { x: at.x, y: at.y + lineStepMm + 0.4 }, note.anchor),
    ],
  }
}

/** Lines below each other; an empty one leaves its place empty. */
export function textLines(
  ink: "note" | "warning",
  lines: readonly string[],
  from: Point,
  anchor: "start" | "middle" | "end" = "start",
): TextShape[] {
  return lines.flatMap((content, index) =>
    content === "" ? [] : [{ ...text(ink, content, { x: from.x, y: from.y + index * lineStepMm }), anchor }],
  )
}

const text = (ink: TextShape["ink"], content: string, at: Point): TextShape => ({
  kind: "text",
  ink,
  text: content,
  heightMm:
    ink === "block-title"
      ? textHeights.blockTitle
      : ink === "note-title"
        ? textHeights.noteTitle
        : textHeights.note,
  anchor: "start",
  at,
})
