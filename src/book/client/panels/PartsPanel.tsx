import {
  createTable,
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  type SortingState,
  type TableState,
} from "@tanstack/table-core"
import { useMemo, useState } from "preact/hooks"
import type { BomLine } from "../../data"
import { bomTable } from "../lists"
import { findElsewhere, lineMatches } from "../search"
import { book, notFitted, set, variant } from "../state"
import { isTicked, ticksKept } from "../ticks"
import { ExportButtons } from "../widgets/ExportButtons"
import { BomRow } from "./BomRow"
import { Elsewhere } from "./Elsewhere"
import { natural } from "./natural"

const columns = [
  { id: "designators", accessorFn: (line: BomLine) => line.designators.join(" "), header: "Parts" },
  { id: "value", accessorFn: (line: BomLine) => line.value, header: "Value" },
  { id: "pieces", accessorFn: (line: BomLine) => line.pieces, header: "Qty" },
] as const

/** The bill of materials of the chosen variant and plan: search, sort, ticks. */
export function PartsPanel() {
  const lines = set.value?.bom ?? []
  const [sorting, setSorting] = useState<SortingState>([])
  const [search, setSearch] = useState("")
  const table = useMemo(
    () =>
      createTable<BomLine>({
        data: [...lines],
        columns: columns.map((column) => ({
          ...column,
          sortingFn: (a, b, id) => natural(String(a.getValue(id)), String(b.getValue(id))),
        })),
        state: { sorting, globalFilter: search, columnPinning: {}, columnFilters: [] } as Partial<TableState>,
        onStateChange: () => {},
        onSortingChange: (update) =>
          setSorting((old) => (typeof update === "function" ? update(old) : update)),
        globalFilterFn: (row, _column, text: string) => lineMatches(row.original, text),
        getCoreRowModel: getCoreRowModel(),
        getFilteredRowModel: getFilteredRowModel(),
        getSortedRowModel: getSortedRowModel(),
        renderFallbackValue: null,
      }),
    [lines, sorting, search],
  )
  const rows = table.getRowModel().rows
  const elsewhere = findElsewhere(
    book.value,
    new Set(lines.flatMap(({ designators }) => designators)),
    search,
  )
  const all = lines.reduce((sum, { pieces }) => sum + pieces, 0)
  // A module on several designators is one piece: it counts when it has all of them.
  const count = (tick: "sourced" | "placed") =>
    lines.reduce((sum, { designators, pieces }) => {
      const ticked = designators.filter((one) => isTicked(tick, one)).length
      return sum + Math.floor((ticked * pieces) / designators.length)
    }, 0)
  return (
    <>
      <div class="panel-head">
        <input
          type="search"
          aria-label="Search parts, nets, pins and findings"
          placeholder="Search parts, nets, pins, numbers"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <p class="progress" role="status">
          <span>
            sourced <b>{count("sourced")}</b>/{all}
          </span>
          <span>
            placed <b>{count("placed")}</b>/{all}
          </span>
        </p>
      </div>
      <ExportButtons
        name={`bom-${variant.value}`}
        table={() =>
          bomTable(
            rows.map(({ original }) => original),
            set.value,
            book.value.order.numbersOf,
          )
        }
      />
      {!ticksKept.value && (
        <p class="note">This browser keeps nothing for this page: ticks are gone after a reload.</p>
      )}
      <table class="bom">
        <caption class="sr-only">Bill of materials</caption>
        <thead>
          <tr>
            {table.getFlatHeaders().map((header) => {
              const sorted = header.column.getIsSorted()
              return (
                <th
                  key={header.id}
                  scope="col"
                  class={`col-${header.id}`}
                  aria-sort={sorted === false ? "none" : sorted === "asc" ? "ascending" : "descending"}
                >
                  <button type="button" onClick={() => header.column.toggleSorting(sorted === "asc")}>
                    {String(header.column.columnDef.header)}
                    <span aria-hidden="true" class="sort-mark">
                      {sorted === "asc" ? "↑" : sorted === "desc" ? "↓" : ""}
                    </span>
                  </button>
                </th>
              )
            })}
            <th scope="col" class="col-tick">
              Sourced
            </th>
            <th scope="col" class="col-tick">
              Placed
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BomRow key={row.original.key} line={row.original} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && elsewhere.length === 0 && <p class="empty">Nothing matches “{search}”.</p>}
      <Elsewhere groups={elsewhere} />
      {notFitted.value.size > 0 && (
        <p class="note">
          Left empty in this variant: <b>{[...notFitted.value].join(", ")}</b>
        </p>
      )}
    </>
  )
}
