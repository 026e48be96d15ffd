import type { Side } from "../../src/board-definition"
import { toCsv } from "./csv"

/** One part that stays for the soldering iron, and why no machine fits it. */
export interface HandRow {
  readonly designator: string
  readonly value: string
  readonly footprint: string
  readonly side: Side
  readonly reason: string
}

export const handAssemblyHeader = ["Designator", "Value", "Footprint", "Side", "Reason"] as const

/** Rows -> `hand-assembly.csv`: our own list, JLCPCB never sees it. */
export function handAssemblyCsv(rows: readonly HandRow[]): string {
  return toCsv(
    handAssemblyHeader,
    rows.map((row) => [row.designator, row.value, row.footprint, row.side, row.reason]),
  )
}
