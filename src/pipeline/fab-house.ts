import { houses } from "../../fabrication/houses"
import type { DescribeOptions } from "../board/describe"
import type { BoardSource } from "../model/board"
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

/** Houses of a list on the command line, each once. @throws UserError */
export const fabHouses = (list: string, where: string): FabHouse[] =>
  [...new Set(list.split(",").map((id) => id.trim()))].map((id) => fabHouse(id, where))

type Ordered = Pick<BoardSource, "id" | "fab" | "plans">

/** The houses that a board names, its own first; the first house of all where it names none. @throws UserError */
export function housesOf({ id, fab }: Ordered): FabHouse[] {
  const named = [fab ?? []].flat()
  return (named.length === 0 ? [defaultFab] : named).map((one) =>
    fabHouse(one, `boards/${id}/index.tsx: fab`, 1),
  )
}

/** The house that makes a board: its own. A board that is described has one. @throws UserError */
export const houseOf = (board: Ordered): FabHouse => housesOf(board)[0] ?? houses[0]

/** What is asked of a house for a board: of its own the plans that it names, of another all. @throws UserError */
export function orderAt(source: Ordered, house: FabHouse): DescribeOptions {
  const own = houseOf(source)
  const home = { fab: own.id, plans: source.plans ?? Object.keys(own.plans) }
  return house.id === own.id ? home : { fab: house.id, plans: Object.keys(house.plans), home }
}

/** What is asked of a board's own house. @throws UserError */
export const orderOf = (source: Ordered): DescribeOptions => orderAt(source, houseOf(source))
