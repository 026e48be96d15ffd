import { UserError } from "../model/finding"
import type { PanelPlan } from "../panel/layout"

/**
 * What `--panel` says: `2x3` for columns and rows of one board, or rows of boards, the upper first: `a,a/b,b,b`.
 * @throws UserError for anything else, and for a grid without a board
 */
export function panelPlan(
  text: string,
  board: string | undefined,
  { rails, gapMm }: { readonly rails: 2 | 4; readonly gapMm: number | undefined },
): PanelPlan {
  const more = { rails, ...(gapMm === undefined ? {} : { gapMm }) }
  const grid = /^(\d{1,2})x(\d{1,2})$/.exec(text)
  if (grid === null) {
    const rows = text.split("/").map((row) => row.split(",").map((id) => id.trim()))
    if (rows.flat().some((id) => !/^[a-z0-9-]+$/.test(id)))
      throw new UserError(`--panel: "${text}": give columns and rows (2x3), or rows of boards (a,a/b,b)`)
    return { rows, ...more }
  }
  const [columns, count] = [Number(grid[1]), Number(grid[2])]
  if (columns * count === 0) throw new UserError(`--panel: "${text}" has no board`)
  if (board === undefined) throw new UserError("--panel: say which board, with --board")
  return { rows: Array.from({ length: count }, () => Array<string>(columns).fill(board)), ...more }
}
