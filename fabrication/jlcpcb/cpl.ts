import type { Side } from "../../src/board-definition"
import { UserError } from "../../src/finding"
import { toCsv } from "./csv"

/** One line of JLCPCB's component placement list, in the frame of the Gerbers. */
export interface CplRow {
  readonly designator: string
  /** Centre of JLCPCB's own land, mm, seen from the top on both sides. */
  readonly midXMm: number
  readonly midYMm: number
  readonly side: Side
  /** Degrees as JLCPCB counts: its own zero for the part, counter-clockwise, whole, 0..359. */
  readonly rotationDeg: number
}

/** Column titles JLCPCB recognises; KiCad's own (`Ref,Val,Package,PosX,...`) are refused. */
export const cplHeader = ["Designator", "Mid X", "Mid Y", "Layer", "Rotation"] as const

/**
 * Rows -> `cpl.csv`: mm with four decimals and no unit, whole degrees.
 * @throws UserError for a rotation JLCPCB does not take or a midpoint that is no number.
 */
export function cplCsv(rows: readonly CplRow[]): string {
  return toCsv(
    cplHeader,
    rows.map((row) => {
      const { designator, rotationDeg } = row
      if (!Number.isInteger(rotationDeg) || rotationDeg < 0 || rotationDeg > 359)
        throw new UserError(`${designator}: rotation ${rotationDeg} is not a whole number from 0 to 359`)
      const x = millimetres(row.midXMm, designator)
      const y = millimetres(row.midYMm, designator)
      return [designator, x, y, row.side === "top" ? "Top" : "Bottom", String(rotationDeg)]
    }),
  )
}

function millimetres(value: number, designator: string): string {
  if (!Number.isFinite(value)) throw new UserError(`${designator}: its place on the board is not a number`)
  const text = value.toFixed(4)
  return Number(text) === 0 ? "0.0000" : text
}
