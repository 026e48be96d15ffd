import { type Series, series } from "../../components/examples/series"
import { checkLayout, type LaidBoard, laySource } from "../../src/compile/compile"
import type { CompiledBoard } from "../../src/compile/compiled-board"
import { silent } from "../../src/model/observer"
import { boardFacts } from "../../src/route/board-facts"
import { lockOf } from "../../src/route/lock"

/** Resistors alone, in rows. */
export const synthetic = (seed: number, rows: number, columns: number): Series =>
  series({ id: `synthetic-${rows}x${columns}`, seed, rows, columns })

/** As a build lays it, without tscircuit's checks of it. */
export const laidSynthetic = ({ source, routes }: Series): Promise<LaidBoard> =>
  laySource(source, routes, {
    root: process.cwd(),
    boardId: source.id,
    observer: silent,
    orderOf: () => ({ fab: "jlcpcb", plans: ["economic-top", "hand"] }),
  })

/** As a build compiles it; the lock is made for the board as it is. */
export async function compiledSynthetic(board: Series): Promise<CompiledBoard> {
  const laid = await laidSynthetic(board)
  const lock = lockOf(boardFacts(laid.circuit, laid.definition))
  return checkLayout({ ...laid, routes: { ...laid.routes, lock } })
}
