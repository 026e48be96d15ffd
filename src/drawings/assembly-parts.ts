import type { AssemblyVariant, Board } from "../model/board"
import type { Part } from "../model/part"
import type { Side } from "../model/place"
import type { Model, PlacedBody } from "../model3d/model"
import { naturalOrder } from "../natural-order"

/** One row of the parts table of a side. */
export interface PartsRow {
  readonly designators: readonly string[]
  readonly value: string
  readonly package: string
  readonly fitted: boolean
}

export const sideOf = (part: PlacedBody): Side => part.fit.pose.side

/** The catalogue's entry of a placed body; the four pads of a module share one. */
export function entryOf(board: Board, part: PlacedBody): Part | undefined {
  const designator = part.designators[0] as string
  return board.parts[designator]
}

/** Parts of one side, equal ones together, those that are not fitted last. */
export function partsTable(model: Model, board: Board, side: Side): PartsRow[] {
  const rows = new Map<string, { designators: string[]; entry: Part; fitted: boolean }>()
  for (const part of model.parts) {
    const entry = entryOf(board, part)
    if (!entry || sideOf(part) !== side) continue
    const key = `${part.fitted} ${board.parts[part.designators[0] as string]?.id}`
    const known = rows.get(key) ?? { designators: [], entry, fitted: part.fitted }
    known.designators.push(part.designators.length > 1 ? part.part : (part.designators[0] as string))
    rows.set(key, known)
  }
  return [...rows.values()]
    .map(({ designators, entry, fitted }) => ({
      designators: designators.sort(naturalOrder),
      value: entry.value,
      package: entry.package.name,
      fitted,
    }))
    .sort(
      (a, b) =>
        Number(b.fitted) - Number(a.fitted) || naturalOrder(a.designators[0] ?? "", b.designators[0] ?? ""),
    )
}

/** Designators on a sheet; of very many the first, and how many more: the lists of the package have them all. */
export const namesOf = (designators: readonly string[], most: number): string =>
  designators.length <= most
    ? designators.join(", ")
    : `${designators.slice(0, most).join(", ")} and ${designators.length - most} more`

/** What the person with the iron must know on this side: the variant first, then what the catalogue says of its parts. */
export function sideNotes(
  model: Model,
  board: Board,
  variant: AssemblyVariant,
  side: Side,
  mostNames: number,
): string[] {
  const byNote = new Map<string, string[]>()
  for (const part of model.parts) {
    if (sideOf(part) !== side || !part.fitted) continue
    for (const note of entryOf(board, part)?.notes ?? [])
      byNote.set(note, [...(byNote.get(note) ?? []), part.part])
  }
  const left = variant.notFitted.filter((designator) =>
    model.parts.some((part) => part.part === designator && sideOf(part) === side),
  )
  return [
    `Variant: ${variant.title}.`,
    ...(left.length > 0 ? [`Leave ${namesOf(left, mostNames)} empty.`] : []),
    ...[...byNote].map(([note, parts]) => `${namesOf(parts, mostNames)}: ${note}`),
  ]
}
