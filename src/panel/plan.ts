import type { PanelOrder } from "../model/board"
import { UserError } from "../model/finding"
import type { PanelPlan } from "./board"

/**
 * What `--panel` or a board's own `panel` says: `2x3` for columns and rows of one board, or rows of boards, the upper
 * first: `a,a/b,b,b`.
 * @param where who says it, for the message
 * @throws UserError for anything else, and for a grid without a board
 */
export function panelPlan(
  { grid: text, cuts = "bites", rails = 2, gapMm }: PanelOrder,
  board: string | undefined,
  where = "--panel",
): PanelPlan {
  const more = { cuts, rails, ...(gapMm === undefined ? {} : { gapMm }) }
  const grid = /^(\d{1,2})x(\d{1,2})$/.exec(text)
  if (grid === null) {
    const rows = text.split("/").map((row) => row.split(",").map((id) => id.trim()))
    if (rows.flat().some((id) => !/^[a-z0-9-]+$/.test(id)))
      throw new UserError(`${where}: "${text}": give columns and rows (2x3), or rows of boards (a,a/b,b)`)
    return { rows, ...more }
  }
  const [columns, count] = [Number(grid[1]), Number(grid[2])]
  if (columns * count === 0) throw new UserError(`${where}: "${text}" has no board`)
  if (board === undefined) throw new UserError(`${where}: say which board, with --board`)
  return { rows: Array.from({ length: count }, () => Array<string>(columns).fill(board)), ...more }
}

/** `panel-mep-2x3`: one kind of board by columns and rows, several by their rows. */
export function panelName({ rows }: Pick<PanelPlan, "rows">): string {
  const kinds = [...new Set(rows.flat())]
  const columns = new Set(rows.map((row) => row.length))
  const grid = kinds.length === 1 && columns.size === 1 ? `-${rows[0]?.length}x${rows.length}` : ""
  return `panel-${kinds.join("-")}${grid}`
}
