import type { PanelCuts } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import { escapeMarkup } from "../model/markup"
import type { OrderForm } from "../model/order-form"
import { readCsv } from "../read"
import type { PanelLayout, PanelPlan } from "./board"

export interface PagePieces {
  readonly name: string
  readonly house: FabHouse
  /** The drawing, as SVG. */
  readonly drawing: string
  /** The house's form, filled in for the panel. */
  readonly form: OrderForm
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly report: {
    readonly date: string
    readonly checks: readonly unknown[]
    readonly summary: { readonly errors: number; readonly warnings: number }
  }
  /** The book's look, the page's own script, and the 3D viewer, gzip as base64. */
  readonly client: { readonly style: string; readonly panel: string; readonly viewer3d: string }
  /** The assembled panel, gzip as base64. */
  readonly glb: string
  /** Board -> its book, from the panel's folder. */
  readonly books: ReadonlyMap<string, string>
}

/** Beside the book's style: two faces and a drawing on the stage, and a page to print as it is. */
const style = `[hidden]{display:none!important}
.faces{flex:1;min-height:0;display:grid;grid-auto-rows:minmax(0,1fr);gap:12px}
.faces figure,.picture3d{display:flex;flex-direction:column;min-height:0;gap:4px}
.faces figcaption{color:var(--quiet);font-size:.9rem}.faces figcaption b{color:var(--ink)}
.faces img{flex:1;min-height:0;width:100%;object-fit:contain}
.drawing{flex:1;min-height:0;background:#fff;border-radius:6px}.drawing svg{width:100%;height:100%;display:block}
.seats{margin-bottom:14px}
a.badge{text-decoration:none}
@media(max-width:1099px){.faces{display:block}.faces figure{margin-bottom:12px}.drawing svg{height:auto}}
@media print{.page,.columns{display:block;height:auto}.tabs,.view3d{display:none}[hidden]{display:block!important}.tab-panel{overflow:visible}}`

/** Nothing is loaded but pictures that lie beside the page. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data: blob:; font-src data:; connect-src data: blob:"

/** A row of tabs and what they show, as the book's: the first is open. */
function tabbed(label: string, kind: string, tabs: readonly (readonly [string, string, string])[]): string {
  const buttons = tabs.map(
    ([id, text], i) =>
      `<button type="button" role="tab" id="tab-${id}" aria-controls="pane-${id}" aria-selected="${i === 0}" tabindex="${i === 0 ? 0 : -1}">${text}</button>`,
  )
  const panes = tabs.map(
    ([id, , body], i) =>
      `<div class="${kind}" role="tabpanel" id="pane-${id}" aria-labelledby="tab-${id}"${i === 0 ? "" : " hidden"}>${body}</div>`,
  )
  return `<div class="tabs" role="tablist" aria-label="${label}">${buttons.join("")}</div>\n${panes.join("\n")}`
}

/**
 * The panel's page of the book: the same header, stage and column of tabs, with a way back to each board's. What it is, its
 * drawing, both faces, the model to turn about, how to order and part it, and its files.
 */
export function panelPage(layout: PanelLayout, plan: PanelPlan, pieces: PagePieces): string {
  const { name, house, drawing, form, files, report, client, glb, books } = pieces
  const { widthMm, heightMm, seats, tabs, cuts } = layout
  const rules = house.panel
  const bites = rules?.bite
  const rows: (readonly [string, string])[] = [
    ["size", `${widthMm} x ${heightMm} mm, ${seats[0]?.board.thicknessMm} mm thick`],
    ["boards", counted(seats.map(({ board }) => board.id)).join(", ")],
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
  ]
  rows.push(...planRows(files, house))
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
          `Assembled: <code>bom.csv</code> and <code>cpl.csv</code> of one plan (${plans.map((id) => `<code>assembly/${html(id)}</code>`).join(", ")}). Rails stay on, they carry fiducials and tooling holes.`,
        ]),
    cuts.length === 0
      ? "Break the tabs by bending them to and fro; file off what stands at the edge."
      : "Break along the V-cuts over a table's edge, rails first; scrape off fibres. What is soldered by hand comes after that.",
  ]
  const { errors, warnings } = report.summary
  const sound = errors + warnings === 0
  const views = tabbed("Views", "stage-body", [
    [
      "faces",
      "Panel",
      `<div class="faces"><figure><figcaption><b>Front</b> drawn from the Gerbers</figcaption><img src="top.png" alt="front of the panel"></figure><figure><figcaption><b>Back</b> as it lies turned over</figcaption><img src="bottom.png" alt="back of the panel"></figure></div>`,
    ],
    ["drawing", "Drawing", `<div class="drawing">${drawing}</div>`],
    [
      "3d",
      "3D",
      `<div class="view3d"><div id="panel-canvas" class="canvas-host"></div><div class="zoom-buttons wide"><button type="button" id="panel-top">Front</button><button type="button" id="panel-bottom">Back</button></div><p class="hint" id="panel-hint">Drag to turn, wheel or pinch to zoom, right drag or two fingers to move.</p></div>
<figure class="side sheet picture3d" id="panel-picture" hidden><img src="3d.png" alt="the assembled panel, from above and from below"></figure>`,
    ],
  ])
  const about = tabbed("About the panel", "tab-panel", [
    [
      "panel",
      "Panel",
      `<table class="plain"><tbody>${rows.map(([what, text]) => `<tr><th scope="row">${html(what)}</th><td>${html(text)}</td></tr>`).join("")}</tbody></table>
<h3>Places</h3><p class="lead">A part of the board in place 2 is called R1_2 in all lists and in 3D.</p><table class="plain seats"><thead><tr><th>Place</th><th>Board</th><th>Its origin at x, y</th></tr></thead><tbody>${seats.map(({ number, board, x, y }) => `<tr><td>${number}</td><td>${html(board.id)}</td><td>${x}, ${y} mm</td></tr>`).join("")}</tbody></table>
${rules === undefined ? "" : `<p class="quiet">Rules: ${html(rules.source)}${cuts.length === 0 || rules.vCut === undefined ? "" : `; ${html(rules.vCut.source)}`}.</p>`}`,
    ],
    [
      "order",
      "Order",
      `<p class="lead">Ordering at ${html(house.title)}.</p><ol class="order-steps">${steps.map((step) => `<li>${step}</li>`).join("")}</ol>
<p class="downloads-inline">${[...files.keys()].flatMap((path) => (path.endsWith(".zip") ? [`<a href="${html(path)}" download>${html(path)}</a>`] : [])).join("")}<span class="quiet">Form: <code>${html(form.url)}</code></span></p>
<h3>Settings of the form</h3><table class="plain settings"><thead><tr><th>Field</th><th>Choose</th><th>Why</th></tr></thead><tbody>${form.settings.map(({ field, choose, why }) => `<tr><td>${html(field)}</td><td><b>${html(choose)}</b></td><td>${html(why)}</td></tr>`).join("")}</tbody></table>`,
    ],
    [
      "files",
      "Files",
      `<ul class="files">${[...files.keys()].map((path) => `<li><a href="${html(path)}">${html(path)}</a></li>`).join("")}</ul>`,
    ],
  ])
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${html(name)}</title><link rel="icon" href="data:,"><style>${`${client.style}\n${style}`.replaceAll("</", "<\\/")}</style><noscript><style>[hidden]{display:block!important}.page,.columns{display:block;height:auto}.tabs,.view3d{display:none}</style></noscript></head><body>
<div class="page"><header class="page-header"><div class="title"><h1>${html(name)}</h1><p class="quiet">panel for ${html(house.title)} · ${html(report.date.slice(0, 10))}</p></div>
<a class="badge ${sound ? "badge-ok" : "badge-bad"}" href="report.json">${sound ? `Sound: ${report.checks.length} checks passed` : `${errors} errors, ${warnings} warnings`}</a>
<nav class="choices" aria-label="Books of its boards">${[...books].map(([id, book]) => `<a href="${html(book)}">Book of ${html(id)}</a>`).join("")}</nav></header>
<main class="columns"><section class="stage" aria-label="Views of the panel">
${views}
</section><section class="side-column" aria-label="About the panel">
${about}
</section></main></div>
<script type="text/plain" id="viewer3d-code">${client.viewer3d}</script><script type="text/plain" id="panel-model">${glb}</script>
<script>${client.panel.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")}</script>
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
function planRows(
  files: ReadonlyMap<string, Uint8Array>,
  { plans }: Pick<FabHouse, "plans">,
): [string, string][] {
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
    return [[plans[id]?.short ?? id, `${machine}, ${hand} by hand`]]
  })
}

const html = escapeMarkup

/** The zip's name: a house has its own. */
const code = (fallback: string, files: ReadonlyMap<string, Uint8Array>): string =>
  `<code>${html([...files.keys()].find((path) => path.endsWith(".zip")) ?? fallback)}</code>`
