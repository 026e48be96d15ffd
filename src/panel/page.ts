import type { PanelCuts } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import { escapeMarkup } from "../model/markup"
import type { OrderForm } from "../model/order-form"
import { readCsv } from "../read"
import { pageLook } from "../typeface/page-look"
import type { PanelLayout, PanelPlan } from "./board"

export interface PagePieces {
  readonly name: string
  readonly house: FabHouse
  /** The drawing, as SVG. */
  readonly drawing: string
  /** The house's form, filled in for the panel. */
  readonly form: OrderForm
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly report: { readonly summary: { readonly errors: number; readonly warnings: number } }
}

const style = `body{max-width:1100px;margin:0 auto;padding:20px}
h1{font-size:20px}h2{font-size:16px;margin:26px 0 6px}table{border-collapse:collapse}td,th{text-align:left;padding:3px 14px 3px 0;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}ol{list-style:decimal;padding-left:1.6em}svg{width:100%;height:auto;max-height:80vh;border:1px solid var(--line);border-radius:6px;background:#fff}.faces{display:grid;grid-template-columns:1fr 1fr;gap:14px}figure{margin:0}figure img{width:100%}.wide{max-width:900px;display:block;margin:0 auto}
@media(max-width:700px){.faces{display:block}}`

/** The panel's own page: what it is, its drawing, both faces, how to order and part it, and its files. */
export function panelPage(layout: PanelLayout, plan: PanelPlan, pieces: PagePieces): string {
  const { name, house, drawing, form, files, report } = pieces
  const { widthMm, heightMm, seats, tabs, cuts } = layout
  const rules = house.panel
  const bites = rules?.bite
  const rows: (readonly [string, string])[] = [
    ["size", `${widthMm} x ${heightMm} mm, ${seats[0]?.board.thicknessMm} mm thick`],
    ["boards", `${seats.length}: ${counted(seats.map(({ board }) => board.id)).join(", ")}`],
    ["separated by", cutWords[plan.cuts]],
    ["rails", `${plan.rails} of ${rules?.railMm} mm`],
    ...(tabs.length === 0 || bites === undefined
      ? []
      : [
          [
            "tabs",
            `${tabs.length}, with rows of ${bites.holes} holes of ${bites.drillMm} mm, ${bites.webMm} mm of board between them`,
          ] as const,
        ]),
    ...(cuts.length === 0
      ? []
      : [["V-cuts", `${cuts.length}, along the outline layer's lines from edge to edge`] as const]),
    ["marks", `${layout.fiducials.length} fiducials and ${layout.tooling.length} tooling holes on the rails`],
    ["checked", `${report.summary.errors} errors, ${report.summary.warnings} warnings: report.json`],
  ]
  rows.push(...planRows(files))
  const plans = [...files.keys()].flatMap((path) => /^assembly\/([^/]+)\/cpl\.csv$/.exec(path)?.[1] ?? [])
  const steps = [
    `Upload ${code(`${name}.zip`, files)}. The viewer has to show ${widthMm} x ${heightMm} mm.`,
    `Ask for a panel by the customer's own drawing, ${new Set(seats.map(({ board }) => board.id)).size} different design(s) on it, ${seats.length} boards a panel.`,
    ...(cuts.length === 0
      ? []
      : [`Say that the ${cuts.length} lines across the outline layer are V-cuts, marked on the rails.`]),
    ...(rules?.orderMark === undefined
      ? []
      : [
          `Order number at the specified position: the lower rail has <code>${html(rules.orderMark)}</code>.`,
        ]),
    ...(plans.length === 0
      ? []
      : [
          `Assembled: <code>bom.csv</code> and <code>cpl.csv</code> of one plan (${plans.map((id) => `<code>assembly/${html(id)}</code>`).join(", ")}). A part of the board in place 2 is called R1_2. Rails stay on, they carry fiducials and tooling holes.`,
        ]),
    cuts.length === 0
      ? "Break the tabs by bending them to and fro; file off what stands at the edge."
      : "Break along the V-cuts over a table's edge, rails first; scrape off fibres. What is soldered by hand comes after that.",
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(name)}</title><style>${pageLook()}${style}</style></head><body>
<h1>${html(name)}</h1><p>Panel for ${html(house.title)}.</p>
<table>${rows.map(([what, text]) => `<tr><th>${html(what)}</th><td>${html(text)}</td></tr>`).join("")}</table>
<h2>Drawing, mm</h2>${drawing}
${files.has("3d.png") ? `<h2>Assembled</h2><figure><img class="wide" src="3d.png" alt="the assembled panel from both sides"><figcaption>both sides, as a machine leaves it and with what is soldered by hand; <a href="3d/${html(name)}.glb">3D model (GLB)</a></figcaption></figure>` : ""}
<h2>Both faces, drawn from the Gerbers</h2>
<div class="faces"><figure><img src="top.png" alt="top"><figcaption>top</figcaption></figure><figure><img src="bottom.png" alt="bottom"><figcaption>bottom, as it lies turned over</figcaption></figure></div>
<h2>To order</h2><ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol>
<h2>Settings of the form</h2><div class="scroll"><table><tr><th>field</th><th>choose</th><th>why</th></tr>${form.settings.map(({ field, choose, why }) => `<tr><td>${html(field)}</td><td><b>${html(choose)}</b></td><td>${html(why)}</td></tr>`).join("")}</table></div><p>Form: <code>${html(form.url)}</code></p>
<h2>Places</h2><table><tr><th>place</th><th>board</th><th>its origin at x, y</th></tr>${seats.map(({ number, board, x, y }) => `<tr><td>${number}</td><td>${html(board.id)}</td><td>${x}, ${y} mm</td></tr>`).join("")}</table>
<h2>Files</h2><ul>${[...files.keys()].map((path) => `<li><a href="${html(path)}">${html(path)}</a></li>`).join("")}</ul>
${rules === undefined ? "" : `<p>Rules: ${html(rules.source)}${cuts.length === 0 || rules.vCut === undefined ? "" : `; ${html(rules.vCut.source)}`}.</p>`}
</body></html>
`
}

const cutWords: Readonly<Record<PanelCuts, string>> = {
  bites: "tabs with rows of holes",
  columns: "V-cuts between columns, tabs with rows of holes above and below",
  v: "V-cuts all round",
}

/** "4 x a", "2 x b" */
const counted = (ids: readonly string[]): string[] =>
  [...new Set(ids)].map((id) => `${ids.filter((one) => one === id).length} x ${id}`)

/** What each plan's lists come to on the whole panel. */
function planRows(files: ReadonlyMap<string, Uint8Array>): [string, string][] {
  const text = new TextDecoder()
  const rowsOf = (path: string): number => {
    const bytes = files.get(path)
    return bytes === undefined ? 0 : readCsv(text.decode(bytes), path).rows.length
  }
  return [...files.keys()].flatMap((path): [string, string][] => {
    const id = /^assembly\/([^/]+)\/bom\.csv$/.exec(path)?.[1]
    if (id === undefined) return []
    const [placed, hand] = [rowsOf(`assembly/${id}/cpl.csv`), rowsOf(`assembly/${id}/hand-assembly.csv`)]
    const machine =
      placed === 0 ? "nothing by machine" : `${placed} parts of ${rowsOf(path)} kinds by machine`
    return [[`plan ${id}`, `${machine}, ${hand} by hand`]]
  })
}

const html = escapeMarkup

/** The zip's name: a house has its own. */
const code = (fallback: string, files: ReadonlyMap<string, Uint8Array>): string =>
  `<code>${html([...files.keys()].find((path) => path.endsWith(".zip")) ?? fallback)}</code>`
