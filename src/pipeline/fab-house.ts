import { houses } from "../../fabrication/houses"
import type { FabHouse } from "../model/fab-house"
import { UserError } from "../model/finding"
import { closest } from "../project/suggest"

/** What is taken where a board or a command names no house. */
export const defaultFab = houses[0].id

/**
 * The house of an id.
 * @param where who named it, for the message: `--fab`, `boards/x/index.tsx: fab`
 * @throws UserError for an id that no house has, with the known ones.
 */
export function fabHouse(id: string, where: string, exitCode: 1 | 2 = 2): FabHouse {
  const found = houses.find((house) => house.id === id)
  if (found !== undefined) return found
  const ids = houses.map((house) => house.id)
  const meant = closest(id, ids)
  const hint = meant === undefined ? "" : ` did you mean "${meant}"?`
  throw new UserError(`${where}: unknown fab house "${id}":${hint} known: ${ids.join(", ")}`, { exitCode })
}

/** The house that makes a board. @throws UserError for an id that no house has. */
export const houseOf = ({ id, fab = defaultFab }: { readonly id: string; readonly fab?: string }): FabHouse =>
  fabHouse(fab, `boards/${id}/index.tsx: fab`, 1)

/** What the house of a board offers to assemble. @throws UserError for an id that no house has. */
export const plansOf = (board: { readonly id: string; readonly fab?: string }): string[] =>
  Object.keys(houseOf(board).plans)
