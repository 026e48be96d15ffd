import type { Side } from "../../src/board-definition"
import { toCsv } from "./csv"

/** One part that stays for the soldering iron, and why no machine fits it. */
export interface HandRow {
  readonly designator: string
  readonly value: string
  readonly footprint: string
  readonly side: Side
  readonly reason: string
  /** Manufacturer's number; empty where any will do. */
  readonly mpn: string
  /** LCSC number to buy it by; empty where none is confirmed. */
  readonly lcsc: string
  /** What the person who solders it must know. */
  readonly notes: readonly string[]
}

export const handAssemblyHeader = [
  "Designator",
  "Value",
  "Footprint",
  "Side",
  "Reason",
  "Manufacturer Part",
  "JLCPCB Part #",
  "Notes",
] as const

/** Rows -> `hand-assembly.csv`: our own list, JLCPCB never sees it. */
export function handAssemblyCsv(rows: readonly HandRow[]): string {
  return toCsv(
    handAssemblyHeader,
    rows.map((row) => [
      row.designator,
      row.value,
      row.footprint,
      row.side === "top" ? "Top" : "Bottom",
      row.reason,
      row.mpn,
      row.lcsc,
      row.notes.join(" "),
    ]),
  )
}
