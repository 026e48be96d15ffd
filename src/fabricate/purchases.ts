import type { Board } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import { escapeMarkup } from "../model/markup"
import { isBare } from "../model/part"
import { orderNumberAt } from "../model/part-at-fab"
import { naturalOrder } from "../natural-order"
import { orderNumberOf, secondSources } from "./assembly"
import { toCsv } from "./csv"
import type { PartOnBoard } from "./parts-on-board"

/** One thing to buy for one board: the same maker, number, value and package. */
export interface Purchase {
  readonly designators: readonly string[]
  /** Pieces: a module on several pads is one. */
  readonly quantity: number
  readonly value: string
  readonly footprint: string
  readonly description: string
  readonly manufacturer: string
  readonly mpn: string
  /** The house's own number, where it is confirmed, and its class. */
  readonly number: string
  readonly class: string
  readonly by: "machine" | "hand"
  /** "MaxLinear SP3232EEN-L/TR" */
  readonly alternates: readonly string[]
  readonly notes: readonly string[]
  readonly links: readonly Link[]
}

interface Link {
  readonly shop: string
  readonly term: string
  readonly url: string
}

/** Search pages that take a maker's number: what they show, nobody here has looked at. A house may have its own. */
const shops: readonly { readonly name: string; readonly search: string }[] = [
  { name: "DigiKey", search: "https://www.digikey.com/en/products/result?keywords=" },
  { name: "Mouser", search: "https://www.mouser.com/c/?q=" },
  { name: "Farnell", search: "https://www.farnell.com/search?st=" },
]

/** Everything that one board of a variant is made of, in natural order of its first designator. */
export function purchases(
  parts: readonly PartOnBoard[],
  board: Pick<Board, "parts" | "variants">,
  variant: string,
  house: FabHouse,
): Purchase[] {
  const empty = board.variants[variant]?.notFitted ?? []
  const rows = new Map<string, Purchase>()
  const pieces = new Map<string, number>()
  for (const { designator } of [...parts].sort((a, b) => naturalOrder(a.designator, b.designator))) {
    const part = board.parts[designator]
    if (part === undefined || isBare(part.kind) || empty.includes(designator)) continue
    const { manufacturer = "", mpn = "", value, piece } = part
    const number = orderNumberOf(part, house)
    const at = orderNumberAt(part, house)
    const key = JSON.stringify([
      ...[piece?.id ?? (mpn === "" ? part.id : ""), manufacturer, mpn, value],
      ...[part.package.name, number],
    ])
    const own = [...(rows.get(key)?.designators ?? []), designator]
    pieces.set(key, (pieces.get(key) ?? 0) + 1 / (piece?.designators ?? 1))
    rows.set(key, {
      ...{ designators: own, quantity: Math.max(1, Math.round(pieces.get(key) ?? 1)), value },
      ...{ footprint: part.package.name, description: part.description, manufacturer, mpn, number },
      class:
        at !== undefined && "number" in at && number !== ""
          ? (house.orderNumber.classes?.[at.class] ?? "")
          : "",
      by: part.assembly.by,
      alternates: secondSources(part),
      notes: part.notes ?? [],
      links: [
        ...(house.orderNumber.search === undefined
          ? []
          : [{ name: house.orderNumber.name, search: house.orderNumber.search, term: number }]),
        ...shops.map((shop) => ({ ...shop, term: mpn })),
      ].flatMap(({ name, search, term }): Link[] =>
        term === "" ? [] : [{ shop: name, term, url: `${search}${encodeURIComponent(term)}` }],
      ),
    })
  }
  return [...rows.values()]
}

/** A row a thing and shop, the shops one after the other; last what is bought by its description. */
export function shoppingCsv(rows: readonly Purchase[], { asciiOnly }: Pick<FabHouse, "asciiOnly">): string {
  const header = ["Distributor", "Search for", "Quantity", "Designators", "Value", "Footprint"]
  const cells = (row: Purchase, shop: string, term: string, url: string): string[] => [
    ...[shop, term, String(row.quantity), row.designators.join(","), row.value, row.footprint],
    ...[row.manufacturer, row.mpn, row.alternates.join("; "), row.description, url],
  ]
  const names = [...new Set(rows.flatMap(({ links }) => links.map(({ shop }) => shop)))]
  const byShop = names.flatMap((name) =>
    rows.flatMap((row) =>
      row.links.filter(({ shop }) => shop === name).map(({ term, url }) => cells(row, name, term, url)),
    ),
  )
  const others = rows.filter(({ links }) => links.length === 0).map((row) => cells(row, "any", "", ""))
  return toCsv(
    [...header, "Manufacturer", "Manufacturer Part", "Second source", "Description", "Link"],
    [...byShop, ...others],
    asciiOnly,
  )
}

const style = `:root{color-scheme:light dark}body{font:14px/1.45 system-ui,sans-serif;margin:0;padding:18px}h1{font-size:18px;margin:0 0 10px}
input{font:inherit;padding:6px 10px;width:min(420px,100%);box-sizing:border-box}table{border-collapse:collapse;width:100%;margin-top:12px}
th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid #8886}th{position:sticky;top:0;background:Canvas}td:first-child{font-weight:600}
small{opacity:.75}a{margin-right:8px}`

/** Hides rows that lack a word of what is typed. */
const script = `const q=document.getElementById("q"),rows=[...document.querySelectorAll("tbody tr")],n=document.getElementById("n");
const show=()=>{const words=q.value.toLowerCase().split(/\\s+/).filter(Boolean);let k=0;
for(const r of rows){const hit=words.every(w=>r.textContent.toLowerCase().includes(w));r.hidden=!hit;if(hit)k+=Number(r.dataset.n)}n.textContent=k+" pieces"};
q.addEventListener("input",show);show()`

/** The bill of materials as a page of its own that can be searched, offline. */
export function bomPage(rows: readonly Purchase[], title: string, house: FabHouse): string {
  const html = escapeMarkup
  const row = (one: Purchase): string => {
    const notes = one.notes.map((note) => `<br><small>${html(note)}</small>`).join("")
    const links = one.links.map(
      ({ shop, url, term }) =>
        `<a href="${html(url)}" target="_blank" rel="noreferrer" title="${html(term)}">${shop}</a>`,
    )
    const cells = [
      html(one.designators.join(" ")),
      String(one.quantity),
      html(one.value),
      html(one.footprint),
      `${html(one.description)}${notes}`,
      `${html(one.manufacturer)} ${html(one.mpn)}`,
      html(one.alternates.join("; ")),
      `${html(one.number)} <small>${html(one.class)}</small>`,
      one.by,
      links.join(""),
    ]
    return `<tr data-n="${one.quantity}">${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`
  }
  const heads = [
    ...["Designators", "Pieces", "Value", "Footprint", "Description", "Maker's part", "Second source"],
    ...[house.orderNumber.label, "Fitted by", "Look for it at"],
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}: parts</title><style>${style}</style></head><body>
<h1>${html(title)}: parts of one board</h1>
<input id="q" type="search" placeholder="search: designator, value, maker, number" aria-label="search"> <span id="n"></span>
<table><thead><tr>${heads.map((head) => `<th>${html(head)}</th>`).join("")}</tr></thead>
<tbody>${rows.map(row).join("\n")}</tbody></table>
<p><small>Links lead to the shops' own search: stock and price are not known here.</small></p>
<script>${script}</script></body></html>
`
}
