import type { Board } from "../model/board"
import type { Body } from "../model/body"
import { UserError } from "../model/finding"
import type { Part } from "../model/part"
import { naturalOrder } from "../natural-order"
import { genericBody } from "./generic-body"
import type { ModelBoard, ModelPiece } from "./model"

/** What the model is made from, as every board says it. */
export type ModelSource = Pick<
  Board,
  "id" | "thicknessMm" | "outline" | "cutouts" | "parts" | "variants" | "defaultVariant" | "space"
> &
  Partial<Pick<Board, "castellated">>

/**
 * What the model needs of a board, for one of its assembly variants. A part whose record has no body gets a plain box.
 * @throws UserError for a variant the board does not have.
 */
export function modelBoard(board: ModelSource, variant: string = board.defaultVariant): ModelBoard {
  const chosen = board.variants[variant]
  if (!chosen) {
    const known = Object.keys(board.variants).join(", ")
    throw new UserError(`${board.id} has no variant "${variant}"; it has ${known}`)
  }
  const parts = Object.entries(board.parts)
  const single = parts.filter(([, part]) => !part.piece?.body)
  const each = <Value>(of: (part: Part) => Value | undefined): Record<string, Value> =>
    Object.fromEntries(
      parts.flatMap(([designator, part]): [string, Value][] => {
        const value = of(part)
        return value === undefined ? [] : [[designator, value]]
      }),
    )
  return {
    thicknessMm: board.thicknessMm,
    outline: board.outline,
    cutouts: board.cutouts,
    bodies: Object.fromEntries(
      single.flatMap(([designator, part]): [string, Body][] => {
        // Half holes of the board itself, that nothing stands on.
        const isEdge = board.castellated?.includes(designator) === true
        const { body = isEdge ? undefined : genericBody(part.kind, part.package.land) } = part.package
        return body === undefined ? [] : [[designator, body]]
      }),
    ),
    pieces: piecesOf(parts),
    marks: each((part) => printedOn(part) || undefined),
    maxHeights: each(({ height }) => ("mm" in height ? height : undefined)),
    notFitted: chosen.notFitted,
    space: board.space,
  }
}

/**
 * Designators that are one piece: the first of each of its parts makes the first piece, the second of each the second.
 */
function piecesOf(parts: readonly (readonly [string, Part])[]): ModelPiece[] {
  const found = new Map<string, { body: Body; terminals: Record<string, string> }>()
  const seen = new Map<string, number>()
  for (const [designator, part] of [...parts].sort(([a], [b]) => naturalOrder(a, b))) {
    if (!part.piece?.body) continue
    const count = (seen.get(part.id) ?? 0) + 1
    seen.set(part.id, count)
    const key = `${part.piece.id} ${count}`
    const piece = found.get(key) ?? { body: part.piece.body, terminals: {} }
    for (const { number, name } of part.pins) piece.terminals[`${designator}.${number}`] = name
    found.set(key, piece)
  }
  return [...found.values()]
}

/** What one reads on the part: the code of a resistor (EIA: digits and zeros), the name of an IC. */
function printedOn({ kind, value, ratings }: Part): string {
  if (kind === "resistor" && ratings?.resistanceOhm !== undefined) return resistorCode(ratings.resistanceOhm)
  return kind === "ic" ? value : ""
}

/** Three digits and a power of ten, as on 1 % parts: 10 kohm = 1002; a jumper is 0. Below 100 ohm R is the point. */
export function resistorCode(ohm: number): string {
  if (ohm === 0) return "0"
  if (ohm < 100) return ohm.toPrecision(3).replace(".", "R").padEnd(4, "R").slice(0, 4)
  const digits = ohm.toExponential(2).split("e")
  return `${(digits[0] ?? "").replace(".", "")}${Number(digits[1]) - 2}`
}
