import { useEffect, useRef, useState } from "preact/hooks"
import type { NetData } from "../../data"
import { highlight } from "../highlight"
import { lengthMm, lengthText, netTable, widthText } from "../lists"
import { netMatches } from "../search"
import { book } from "../state"
import { Chip } from "../widgets/Chip"
import { ExportButtons } from "../widgets/ExportButtons"
import { bringIntoSight } from "../widgets/sight"
import { natural } from "./natural"

type Column = "net" | "length" | "width" | "resistance" | "pins"

/** What has no figure comes last, whichever way. */
const figures: Readonly<Record<Exclude<Column, "net">, (net: NetData) => number | undefined>> = {
  length: ({ copper }) => (copper === undefined ? undefined : lengthMm(copper)),
  width: ({ copper }) => (copper === undefined || copper.widestMm === 0 ? undefined : copper.narrowestMm),
  resistance: ({ copper }) => copper?.milliohm,
  pins: ({ pins }) => pins.length,
}

const columns: readonly (readonly [Column, string])[] = [
  ["net", "Net"],
  ["length", "Length, mm"],
  ["width", "Width, mm"],
  ["resistance", "mΩ at most"],
  ["pins", "Pins"],
]

function order(nets: readonly NetData[], column: Column, down: boolean): NetData[] {
  const way = down ? -1 : 1
  return [...nets].sort((a, b) => {
    const byName = natural(a.name, b.name)
    if (column === "net") return way * byName
    const [x, y] = [figures[column](a), figures[column](b)]
    if (x === undefined || y === undefined) return x === y ? byName : x === undefined ? 1 : -1
    return way * (x - y) || byName
  })
}

/** Every net with its copper as measured: filter, sort, point out. */
export function NetsPanel() {
  const [sorted, setSorted] = useState<{ readonly column: Column; readonly down: boolean }>({
    column: "net",
    down: false,
  })
  const [search, setSearch] = useState("")
  const nets = order(
    book.value.nets.filter((net) => netMatches(net, search)),
    sorted.column,
    sorted.down,
  )
  const measured = book.value.nets.some(({ copper }) => copper !== undefined)
  return (
    <>
      <div class="panel-head">
        <input
          type="search"
          aria-label="Filter nets by name, voltage or pin"
          placeholder="Filter by name, voltage, pin"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <p class="progress" role="status">
          {nets.length} of {book.value.nets.length}
        </p>
      </div>
      <ExportButtons name="nets" table={() => netTable(nets)} />
      <table class="bom nets">
        <caption class="sr-only">Nets</caption>
        <thead>
          <tr>
            {columns.map(([column, title]) => {
              const on = sorted.column === column
              return (
                <th
                  key={column}
                  scope="col"
                  class={`col-${column}`}
                  aria-sort={on ? (sorted.down ? "descending" : "ascending") : "none"}
                >
                  <button type="button" onClick={() => setSorted({ column, down: on && !sorted.down })}>
                    {title}
                    <span aria-hidden="true" class="sort-mark">
                      {on ? (sorted.down ? "↓" : "↑") : ""}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {nets.map((net) => (
            <NetRow key={net.name} net={net} />
          ))}
        </tbody>
      </table>
      {nets.length === 0 && <p class="empty">Nothing matches “{search}”.</p>}
      <p class="note">
        {measured
          ? "Length along the middle of the tracks, without pours. Resistance between the two pads of the net that have the most copper between them; a poured net has none stated."
          : "The copper is being measured."}
      </p>
    </>
  )
}

function NetRow({ net }: { readonly net: NetData }) {
  const { name, title, volts, copper, pins, pours } = net
  const chosen = highlight.value.nets.has(name)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (chosen) bringIntoSight(row.current)
  }, [chosen])
  const detail = [title === name ? "" : title, volts].filter((text) => text !== "").join(" · ")
  return (
    <tr ref={row} class={chosen ? "touched" : ""} data-net-row={name}>
      <td class="col-net">
        <Chip kind="net" id={name} />
        {detail !== "" && <span class="detail">{detail}</span>}
      </td>
      <td>{copper === undefined ? "" : lengthText(copper)}</td>
      <td>{copper === undefined || copper.widestMm === 0 ? "" : widthText(copper)}</td>
      <td title={copper?.between}>{copper?.milliohm?.toFixed(1) ?? (pours.length > 0 ? "poured" : "")}</td>
      <td title={pins.join(" ")}>{pins.length}</td>
    </tr>
  )
}
