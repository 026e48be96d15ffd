import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import { UserError } from "../model/finding"
import type { Side } from "../model/place"
import { modelBoard } from "../model3d/for-board"
import { buildModel, type Model } from "../model3d/model"
import { measureText } from "../typeface/font"
import { namesOf, partsTable, sideNotes, sideOf } from "./assembly-parts"
import { boardDrawing, fitted, type Room, scaleWords } from "./board-drawing"
import { drawParts } from "./part-drawing"
import { frame, polylineRow, rectangle, sheetSvg, titleBox, wrap } from "./sheet"
import { circle, polyline, text } from "./svg-elements"

export interface AssemblyDrawingOptions {
  /** The source's date. */
  readonly date: Date
  /** Number of this sheet and of all, for the title block. */
  readonly sheet?: readonly [number, number]
  /** false where the page around it brings the font. */
  readonly embedFont?: boolean
}

/** Over table, notes and title block. */
const room: Room = {
  ...{ widthMm: 256, heightMm: 106, centre: { x: 148.5, y: 76 } },
  scales: [3.5, 3, 2.5, 2, 1.5, 1, 0.75, 0.5, 0.25, 0.1],
}

/**
 * The assembly drawing of one side of one variant as a self-contained A4 SVG: outlines, designators, values, pin 1,
 * polarity, empty places crossed out, dimensions and notes. The bottom is drawn as one sees it, mirrored. Parts are
 * groups with `data-part`, `data-fitted`.
 * @throws UserError for a variant the board does not have.
 */
export function drawAssembly(
  circuitJson: readonly AnyCircuitElement[],
  board: Board,
  variant: string,
  side: Side,
  options: AssemblyDrawingOptions,
): string {
  const chosen = board.variants[variant]
  if (!chosen) throw new UserError(`${board.id} has no variant "${variant}"`)
  const model = buildModel(circuitJson, modelBoard(board, variant))
  const projection = fitted(board.outline, room, side)
  const [number, total] = options.sheet ?? [1, 1]
  const content = [
    ...boardDrawing(circuitJson, board, projection),
    ...drawParts(circuitJson, model, board, projection),
    ...heading(side),
    ...tableOf(model, board, side),
    ...notes((most) => sideNotes(model, board, chosen, side, most)),
    ...legend(model, side),
  ]
  return sheetSvg(
    content,
    {
      title: `${board.title} v${board.revision}`,
      subtitle: `Assembly, ${side} side, variant ${variant}`,
      revision: board.revision,
      date: options.date.toISOString().slice(0, 10),
      sheet: `${number} / ${total}`,
      scale: scaleWords(projection),
    },
    options.embedFont ?? true,
  )
}

function heading(side: Side): string[] {
  const seen = side === "top" ? "seen from the component side" : "seen from the solder side (mirrored)"
  return [
    text(side === "top" ? "TOP SIDE" : "BOTTOM SIDE", [frame.minX + 4, frame.minY + 6.5], 3, { weight: 600 }),
    text(`${seen}; dimensions in mm`, [frame.minX + 40, frame.minY + 6.5], 2, { kind: "quiet" }),
  ]
}

const bottomTop = 146
const rowHeight = 3.7

/** So many designators of a row or note are named, as far as the sheet has room. */
const mostNames = [Number.POSITIVE_INFINITY, 40, 20, 10, 5] as const

const tableBottom = frame.maxY - 6

/** All rows with as many designators as fit; of very many rows the first. */
function tableOf(model: Model, board: Board, side: Side): string[] {
  for (const most of mostNames) {
    const { lines, left } = tableWith(model, board, side, most)
    if (left === 0 || most === mostNames.at(-1)) return lines
  }
  return []
}

function tableWith(model: Model, board: Board, side: Side, most: number) {
  const [x0, x1] = [frame.minX + 4, frame.minX + 80]
  const columns = [x0, x0 + 25, x0 + 50] as const
  const lines: string[] = []
  let y = bottomTop
  const row = (cells: readonly string[], heightMm: number, weight: 400 | 600 = 400, kind = "ink"): void => {
    y += heightMm
    cells.forEach((cell, i) => {
      lines.push(text(cell, [(columns[i] ?? x0) + 1, y - 1.1], 1.6, { weight, kind }))
    })
  }
  row(["Parts", "Value", "Package"], rowHeight, 600)
  lines.push(polylineRow(x0, x1, y))
  const rows = partsTable(model, board, side)
  let shown = 0
  for (const { designators, value, package: kind, fitted: isFitted } of rows) {
    const names = wrap(namesOf(designators, most), columns[1] - columns[0] - 2, 1.6)
    const values = wrap(isFitted ? value : `${value}: not fitted`, columns[2] - columns[1] - 2, 1.6)
    const kinds = wrap(kind, x1 - columns[2] - 2, 1.6)
    const count = Math.max(names.length, values.length, kinds.length)
    const isLast = shown === rows.length - 1
    if (y + rowHeight + (count - 1) * 2.6 + (isLast ? 0 : rowHeight) > tableBottom) break
    for (let i = 0; i < count; i++)
      row(
        [names[i] ?? "", values[i] ?? "", kinds[i] ?? ""],
        i === 0 ? rowHeight : 2.6,
        400,
        isFitted ? "ink" : "warning",
      )
    lines.push(polylineRow(x0, x1, y))
    shown++
  }
  const left = rows.length - shown
  if (left > 0) {
    row([`${left} more: bom.html`], rowHeight)
    lines.push(polylineRow(x0, x1, y))
  }
  return { lines: [rectangle(x0, bottomTop, x1, y, "frame"), ...lines], left }
}

/** @throws UserError where the shortest notes have no room */
function notes(listOf: (most: number) => readonly string[]): string[] {
  for (const most of mostNames) {
    const placed = placeNotes(listOf(most))
    if (typeof placed !== "number") return placed
    if (most === mostNames.at(-1))
      throw new UserError(
        `assembly drawing: no room for note ${placed + 1}: "${listOf(most)[placed]}"; shorten the notes of its parts`,
      )
  }
  return []
}

/** Notes in two columns: beside the table, then over the title block. The index of the first that has no room. */
function placeNotes(list: readonly string[]): string[] | number {
  const columns = [
    { minX: frame.minX + 85, maxX: titleBox.minX - 5, maxY: frame.maxY - 9 },
    { minX: titleBox.minX + 2, maxX: frame.maxX - 3, maxY: titleBox.minY - 2 },
  ] as const
  const top = bottomTop + 2.6
  const out = [text("Notes", [columns[0].minX, top], 1.8, { weight: 600 })]
  let column: (typeof columns)[number] = columns[0]
  let y = top
  for (const [i, note] of list.entries()) {
    let lines = wrap(note, column.maxX - column.minX - 5, 1.6)
    if (y + 1.1 + lines.length * 2.6 > column.maxY && column === columns[0]) {
      column = columns[1]
      y = top - 3.7
      lines = wrap(note, column.maxX - column.minX - 5, 1.6)
    }
    if (y + 1.1 + lines.length * 2.6 > column.maxY) {
      return i
    }
    y += 1.1
    lines.forEach((line, k) => {
      y += 2.6
      if (k === 0) out.push(text(`${i + 1}`, [column.minX, y], 1.6, { weight: 600 }))
      out.push(text(line, [column.minX + 5, y], 1.6))
    })
  }
  return out
}

/** What the signs mean, in one line along the lower edge. */
function legend(model: Model, side: Side): string[] {
  const y = frame.maxY - 4
  const out: string[] = []
  let x = frame.minX + 4
  const entry = (symbol: (cx: number, cy: number) => string, words: string): void => {
    out.push(symbol(x + 2, y - 0.8), text(words, [x + 5.5, y], 1.6, { kind: "quiet" }))
    x += 5.5 + measureText(words, 1.6).widthMm + 6
  }
  const box = (cx: number, cy: number): string => rectangle(cx - 2, cy - 1.2, cx + 2, cy + 1.2, "empty")
  const here = model.parts.filter((part) => sideOf(part) === side)
  entry((cx, cy) => circle([cx, cy], 0.7, "f-ink"), "pin 1")
  if (here.some((part) => part.body.polarity)) {
    entry((cx, cy) => rectangle(cx - 0.5, cy - 1.2, cx + 0.5, cy + 1.2, "f-ink"), "cathode (pin 1)")
  }
  if (here.some((part) => !part.fitted)) {
    entry(
      (cx, cy) =>
        box(cx, cy) +
        polyline(
          [
            [cx - 2, cy - 1.2],
            [cx + 2, cy + 1.2],
          ],
          "cross",
        ) +
        polyline(
          [
            [cx - 2, cy + 1.2],
            [cx + 2, cy - 1.2],
          ],
          "cross",
        ),
      "not fitted in this variant",
    )
  }
  if (here.some((part) => part.body.optional)) entry(box, "usually left empty")
  return out
}
