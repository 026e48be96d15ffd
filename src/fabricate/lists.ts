import type { BomField, Columns, CplField, FabHouse } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import { UserError } from "../model/finding"
import type { Side } from "../model/place"
import { toCsv } from "./csv"

/** One line of a bill of materials: one part number, every place it goes to. */
export interface BomRow {
  readonly comment: string
  /** Written out one by one: no fab reads ranges such as `R1-R4`. */
  readonly designators: readonly string[]
  readonly footprint: string
  /** The fab's number; empty only in a shopping list for hand assembly. */
  readonly number: string
  /** Manufacturer's number; empty where any will do. */
  readonly mpn: string
  readonly manufacturer: string
  readonly description: string
  readonly mount: "SMD" | "thru-hole"
  /** What whoever buys or fits it must know. */
  readonly notes: readonly string[]
  /** What may be bought instead: maker and number. */
  readonly alternates: readonly string[]
}

/** One line of a component placement list, in the frame of the Gerbers. */
export interface CplRow {
  readonly designator: string
  readonly value: string
  readonly footprint: string
  /** Centre of the fab's own land, mm, seen from the top on both sides. */
  readonly midXMm: number
  readonly midYMm: number
  readonly side: Side
  /** Degrees as the fab counts. */
  readonly rotationDeg: number
}

/** One part that stays for the soldering iron, and why no machine fits it. */
export interface HandRow {
  readonly designator: string
  readonly value: string
  readonly footprint: string
  readonly side: Side
  readonly reason: string
  /** Manufacturer's number; empty where any will do. */
  readonly mpn: string
  /** The fab's number to buy it by; empty where none is confirmed. */
  readonly number: string
  /** What the person who solders it must know. */
  readonly notes: readonly string[]
  /** What may be bought instead: maker and number. */
  readonly alternates: readonly string[]
}

const titles = (columns: Columns<string>): string[] => columns.map(({ title }) => title)

/**
 * Rows -> `bom.csv`. Rows over the fab's limits are split, never truncated.
 * @throws UserError for an empty footprint or an over-long cell that cannot be split.
 */
export function bomCsv(rows: readonly BomRow[], house: FabHouse): string {
  const { columns } = house.bom
  const most = { designators: gate(house, "bom-designators"), characters: gate(house, "bom-cell") }
  const cells = rows
    .flatMap((row) => splitRow(row, most))
    .map((row, index) => {
      if (row.footprint.trim() === "")
        throw new UserError(`${row.designators.join(", ")}: BOM row without footprint`)
      const texts: Readonly<Record<BomField, string>> = {
        ...row,
        designators: row.designators.join(","),
        quantity: String(row.designators.length),
        item: String(index + 1),
        // Where a house has a column for words to its people, they may buy the second source; no column of ours is added.
        notes: [...row.notes, ...row.alternates.map((other) => `Or ${other}.`)].join(" "),
      }
      const line = columns.map(({ field }) => texts[field])
      const tooLong = line.find((cell) => cell.length > most.characters)
      if (tooLong !== undefined)
        throw new UserError(
          `${row.designators[0] ?? "a BOM row"}: "${tooLong.slice(0, 40)}..." has ${tooLong.length} characters; ${house.title} takes ${most.characters} a cell`,
        )
      return line
    })
  return toCsv(titles(columns), cells, house.asciiOnly)
}

function splitRow(
  row: BomRow,
  most: { readonly designators: number; readonly characters: number },
): BomRow[] {
  const parts: string[][] = [[]]
  let length = 0
  for (const designator of row.designators) {
    const current = parts[parts.length - 1] as string[]
    const full = current.length === most.designators
    const tooLong = length + designator.length + 1 > most.characters
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

/**
 * Rows -> `cpl.csv`: mm and degrees without units.
 * @throws UserError for a rotation the fab does not take or a midpoint that is no number.
 */
export function cplCsv(rows: readonly CplRow[], { cpl, asciiOnly }: FabHouse): string {
  const lines = rows.map((row) => {
    const { designator, rotationDeg, value, footprint } = row
    const whole = Number.isInteger(rotationDeg) || !cpl.wholeDegrees
    if (!whole || !(rotationDeg >= 0 && rotationDeg < 360))
      throw new UserError(
        `${designator}: rotation ${rotationDeg} is not a ${cpl.wholeDegrees ? "whole " : ""}number from 0 to 359`,
      )
    const texts: Readonly<Record<CplField, string>> = {
      designator,
      value,
      footprint,
      x: millimetres(row.midXMm, designator, cpl.decimals),
      y: millimetres(row.midYMm, designator, cpl.decimals),
      side: cpl.sides[row.side],
      rotation: String(rotationDeg),
    }
    return cpl.columns.map(({ field }) => texts[field])
  })
  return toCsv(titles(cpl.columns), lines, asciiOnly)
}

function millimetres(value: number, designator: string, decimals: number): string {
  if (!Number.isFinite(value)) throw new UserError(`${designator}: its place on the board is not a number`)
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? (0).toFixed(decimals) : text
}

/** Rows -> `hand-assembly.csv`: our own list, the fab never sees it. */
export function handAssemblyCsv(
  rows: readonly HandRow[],
  { orderNumber, asciiOnly }: Pick<FabHouse, "orderNumber" | "asciiOnly">,
): string {
  const header = ["Designator", "Value", "Footprint", "Side", "Reason", "Manufacturer Part", "Second source"]
  return toCsv(
    [...header, orderNumber.label, "Notes"],
    rows.map((row) => [
      row.designator,
      row.value,
      row.footprint,
      row.side === "top" ? "Top" : "Bottom",
      row.reason,
      row.mpn,
      row.alternates.join("; "),
      row.number,
      row.notes.join(" "),
    ]),
    asciiOnly,
  )
}
