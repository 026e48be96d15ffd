import { type IpcRow, ipcRows, ipcText } from "../fabricate/ipc-d-356"
import { UserError } from "../model/finding"
import type { PanelLayout } from "./board"
import { designatorAt } from "./lists"

/** The format's columns for a designator. */
const width = 6

/**
 * The panel's IPC-D-356A netlist: every board's, at its place. Nets and parts have the place's number behind them, as in
 * the lists; a designator that is too long for the format loses its underscore there.
 * @throws UserError for names that do not fit, or are two parts' then
 */
export function panelNetlist({ seats, tabs, tooling }: PanelLayout, name: string, rules: PanelHoles): string {
  const given = new Map<string, string>()
  const short = (designator: string, number: number): string => {
    const full = designatorAt(designator, { number })
    const fits = full.length <= width ? full : full.replace("_", "")
    if ((given.get(fits) ?? full) !== full)
      throw new UserError(`IPC-D-356: ${full} and ${given.get(fits)} would both be ${fits}`)
    given.set(fits, full)
    return fits
  }
  const rows = seats.flatMap(({ board, x, y, number }) =>
    ipcRows(board.circuit).map(
      (row): IpcRow => ({
        ...row,
        x: row.x + x,
        y: row.y + y,
        net: row.net === undefined ? undefined : `${row.net}_${number}`,
        designator: /^(VIA|HOLE)$/.test(row.designator) ? row.designator : short(row.designator, number),
      }),
    ),
  )
  const hole =
    (diameterMm: number) =>
    (at: { readonly x: number; readonly y: number }): IpcRow => ({
      operation: "367",
      net: undefined,
      designator: "HOLE",
      pin: "",
      mid: false,
      hole: { diameterMm, plated: false },
      access: "A00",
      ...{ x: at.x, y: at.y, widthMm: diameterMm, heightMm: 0, rotationDeg: 0, masked: 0 },
    })
  return ipcText(
    [
      ...rows,
      ...tooling.map(hole(rules.toolingMm)),
      ...tabs.flatMap(({ bites }) => bites).map(hole(rules.bite.drillMm)),
    ],
    { board: name, title: name, revision: "1" },
  )
}

interface PanelHoles {
  readonly toolingMm: number
  readonly bite: { readonly drillMm: number }
}
