import { toCsv } from "../fabricate/csv"
import type { BomField, Columns, CplField, FabHouse } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import { naturalOrder } from "../natural-order"
import { readCsv } from "../read"
import type { PlanLists, Seat } from "./board"

/** A part of the board in the first place is R1_1, in the second R1_2. */
export const designatorAt = (designator: string, seat: Pick<Seat, "number">): string =>
  `${designator}_${seat.number}`

/** A plan's lists for every board of a panel: one row a part, and one place a part and board. */
export function panelLists(seats: readonly Seat[], plan: string, house: FabHouse): PlanLists {
  const of = seats.flatMap((seat) => {
    const lists = seat.board.lists.get(plan)
    return lists === undefined ? [] : [{ seat, lists }]
  })
  const cpls = of.flatMap(({ seat, lists }) => (lists.cpl === undefined ? [] : [{ seat, text: lists.cpl }]))
  return {
    bom: bom(
      of.map(({ seat, lists }) => ({ seat, text: lists.bom })),
      house,
    ),
    cpl: cpls.length === 0 ? undefined : cpl(cpls, house),
    hand: hand(
      of.map(({ seat, lists }) => ({ seat, text: lists.hand })),
      house,
    ),
  }
}

interface Listed {
  readonly seat: Seat
  readonly text: string
}

const at = <F extends string>(columns: Columns<F>, field: F): number =>
  columns.findIndex((column) => column.field === field)

const rowsOf = ({ text }: Listed): string[][] => readCsv(text, "list").rows.map(({ cells }) => [...cells])

function bom(lists: readonly Listed[], house: FabHouse): string {
  const { columns } = house.bom
  const column = (field: BomField): number => at(columns, field)
  const [names, quantity, item] = [column("designators"), column("quantity"), column("item")]
  const number = column("number")
  const rows = new Map<string, { cells: string[]; designators: string[] }>()
  for (const list of lists)
    for (const cells of rowsOf(list)) {
      const same = cells.map((cell, i) => ([names, quantity, item].includes(i) ? "" : cell))
      // Without a number two boards may mean two makers' parts by the same words.
      const key = JSON.stringify([same, (cells[number] ?? "") === "" ? list.seat.board.id : ""])
      const row = rows.get(key) ?? { cells, designators: [] }
      const own = (cells[names] ?? "").split(",").map((name) => designatorAt(name, list.seat))
      rows.set(key, { ...row, designators: [...row.designators, ...own] })
    }
  const most = gate(house, "bom-designators")
  const pieces = [...rows.values()].flatMap(({ cells, designators }) => {
    const sorted = [...designators].sort(naturalOrder)
    const count = Math.ceil(sorted.length / most)
    return Array.from({ length: count }, (_, i) => ({
      cells,
      designators: sorted.slice(i * most, (i + 1) * most),
    }))
  })
  return toCsv(
    columns.map(({ title }) => title),
    pieces.map(({ cells, designators }, index) =>
      cells.map((cell, i) =>
        i === names
          ? designators.join(",")
          : i === quantity
            ? String(designators.length)
            : i === item
              ? String(index + 1)
              : cell,
      ),
    ),
    house.asciiOnly,
  )
}

function cpl(lists: readonly Listed[], house: FabHouse): string {
  const { columns, decimals } = house.cpl
  const column = (field: CplField): number => at(columns, field)
  const [name, x, y] = [column("designator"), column("x"), column("y")]
  return toCsv(
    columns.map(({ title }) => title),
    lists.flatMap((list) =>
      rowsOf(list).map((cells) =>
        cells.map((cell, i) =>
          i === name
            ? designatorAt(cell, list.seat)
            : i === x
              ? (Number(cell) + list.seat.x).toFixed(decimals)
              : i === y
                ? (Number(cell) + list.seat.y).toFixed(decimals)
                : cell,
        ),
      ),
    ),
    house.asciiOnly,
  )
}

/** Our own list: the designator is in its first column. */
function hand(lists: readonly Listed[], { asciiOnly }: FabHouse): string {
  const [first] = lists
  if (first === undefined) return ""
  return toCsv(
    readCsv(first.text, "list").header,
    lists.flatMap((list) =>
      rowsOf(list).map(([name = "", ...others]) => [designatorAt(name, list.seat), ...others]),
    ),
    asciiOnly,
  )
}
