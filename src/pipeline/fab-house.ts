import { houses } from "../../fabrication/houses"
import { standard } from "../board/defaults"
import type { DescribeOptions } from "../board/describe"
import type { BoardSource, PanelCuts } from "../model/board"
import { type FabHouse, houseFor, type PanelRules } from "../model/fab-house"
import { UserError } from "../model/finding"
import { isLayerCount } from "../model/layer"
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

type Ordered = Pick<BoardSource, "id" | "fab" | "plans" | "layers" | "thicknessMm">

/** The houses that a board names, its own first; the first house of all where it names none. @throws UserError */
export function housesOf(board: Ordered): FabHouse[] {
  const named = [board.fab ?? []].flat()
  return (named.length === 0 ? [defaultFab] : named).map((one) =>
    houseAt(board, fabHouse(one, `boards/${board.id}/index.tsx: fab`, 1)),
  )
}

/** A house as it makes a board of so many layers. @throws UserError where nobody has looked how it does. */
export function houseAt(board: Ordered, house: FabHouse): FabHouse {
  const { id, layers = standard.layers, thicknessMm = standard.thicknessMm } = board
  const fail = (what: string): never => {
    throw new UserError(`boards/${id}/index.tsx: layers: ${what}`, { exitCode: 1 })
  }
  // A number of layers that nobody builds is the board's own fault, and said when it is described.
  if (!isLayerCount(layers)) return house
  const made =
    houseFor(house, layers) ??
    fail(`how ${house.title} makes ${layers} layers is not known here: give the board 2, or another house`)
  const { coreMm = { [thicknessMm]: 0 } } = made.process.inner ?? {}
  if (!(thicknessMm in coreMm))
    fail(
      `how ${house.title} stacks ${layers} layers in ${thicknessMm} mm is not known here: \`thicknessMm\` is one of ${Object.keys(coreMm).join(", ")}`,
    )
  return made
}

/** The house that makes a board: its own. A board that is described has one. @throws UserError */
export const houseOf = (board: Ordered): FabHouse => housesOf(board)[0] ?? houses[0]

/** What a house wants of a panel that is cut in a way. @throws UserError where that is not known */
export function panelRules({ title, panel }: FabHouse, { cuts }: { readonly cuts: PanelCuts }): PanelRules {
  const others = houses.flatMap(({ id, panel: rules }) => (rules === undefined ? [] : [id])).join(" or ")
  if (panel === undefined)
    throw new UserError(
      `--panel: no rules for panels are recorded of ${title}: order its boards one by one, or give --fab ${others}`,
    )
  if (cuts !== "bites" && panel.vCut === undefined)
    throw new UserError(`--cuts ${cuts}: no rules for V-cuts are recorded of ${title}: --cuts bites`)
  return panel
}

/** What is asked of a house for a board: of its own the plans that it names, of another all. @throws UserError */
export function orderAt(source: Ordered, house: FabHouse): DescribeOptions {
  houseAt(source, house)
  const own = houseOf(source)
  const home = { fab: own.id, plans: source.plans ?? Object.keys(own.plans) }
  return house.id === own.id ? home : { fab: house.id, plans: Object.keys(house.plans), home }
}

/** What is asked of a board's own house. @throws UserError */
export const orderOf = (source: Ordered): DescribeOptions => orderAt(source, houseOf(source))
