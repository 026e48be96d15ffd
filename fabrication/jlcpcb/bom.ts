import { UserError } from "../../src/finding"
import { toCsv } from "./csv"

/** One line of JLCPCB's bill of materials: one part number, every place it goes to. */
export interface BomRow {
  readonly comment: string
  /** Written out one by one: JLCPCB does not read ranges such as `R1-R4`. */
  readonly designators: readonly string[]
  readonly footprint: string
  /** LCSC number such as `C17414`; empty only in a shopping list for hand assembly. */
  readonly lcsc: string
}

/** Column titles JLCPCB recognises. Footprint is mandatory. */
export const bomHeader = ["Comment", "Designator", "Footprint", "JLCPCB Part #"] as const

/** JLCPCB's upload form: at most so many designators a row and characters a cell. */
export const bomLimits = { designatorsPerRow: 200, charactersPerCell: 2048 } as const

/**
 * Rows -> `bom.csv`. Rows over JLCPCB's limits are split, never truncated.
 * @throws UserError for an empty footprint or an over-long cell that cannot be split.
 */
export function bomCsv(rows: readonly BomRow[]): string {
  const cells = rows.flatMap(splitRow).map((row) => {
    if (row.footprint.trim() === "")
      throw new UserError(`${row.designators.join(", ")}: BOM row without footprint`)
    const line = [row.comment, row.designators.join(","), row.footprint, row.lcsc]
    const tooLong = line.find((cell) => cell.length > bomLimits.charactersPerCell)
    if (tooLong !== undefined)
      throw new UserError(
        `${row.designators[0] ?? "a BOM row"}: "${tooLong.slice(0, 40)}..." has ${tooLong.length} characters; JLCPCB takes ${bomLimits.charactersPerCell} a cell`,
      )
    return line
  })
  return toCsv(bomHeader, cells)
}

function splitRow(row: BomRow): BomRow[] {
  const parts: string[][] = [[]]
  let length = 0
  for (const designator of row.designators) {
    const current = parts[parts.length - 1] as string[]
    const full = current.length === bomLimits.designatorsPerRow
    const tooLong = length + designator.length + 1 > bomLimits.charactersPerCell
    if (current.length > 0 && (full || tooLong)) {
      parts.push([designator])
      length = designator.length
      continue
    }
    current.push(designator)
    length += designator.length + 1
  }
  return parts.filter((part) => part.length > 0).map((designators) => ({ ...row, designators }))
}
