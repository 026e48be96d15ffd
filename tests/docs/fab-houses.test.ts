import { readFileSync, writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { houses } from "../../fabrication/houses"
import type { FabHouse } from "../../src/model/fab-house"
import { type FabRule, limit, ruleIds } from "../../src/model/fab-rule"

/** `docs/fab-houses.md`: what each house makes, side by side, written from the records with WRITE_DOCS=1. */
const page = "docs/fab-houses.md"

const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((cells, index) => [
      `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
      ...(index === 0 ? [`|${cells.map(() => "---|").join("")}`] : []),
    ])
    .join("\n")

/** "0.3, 0.25": what a build asks, then what the house states; "-" where it states nothing. */
function cell({ gate: { error, warning }, fabLimit, fabAdvice }: FabRule): string {
  const ours = [
    ...(error === undefined ? [] : [`${error}`]),
    ...(warning === undefined ? [] : [`${warning} (warning)`]),
  ]
  const theirs =
    fabLimit === undefined ? "-" : `${fabLimit}${fabAdvice === undefined ? "" : ` (advice ${fabAdvice})`}`
  return `${ours.join(", ")}; ${theirs}`
}

const rows = (house: FabHouse): string[][] => [
  ["Gerbers, drills", `\`${house.upload.F_Cu}\`, \`${house.upload.PTH}\` in ${house.drillUnit}`],
  ["zip", `\`${house.upload.zip}\``],
  ["BOM", house.bom.columns.map(({ title }) => title).join(", ")],
  ["CPL", house.cpl.columns.map(({ title }) => title).join(", ")],
  ["parts by", house.orderNumber.makers ? "maker's number" : `${house.orderNumber.name} number`],
  ["angles", house.lands === "own" ? "by its own library" : "as drawn, as in KiCad's position files"],
  [
    "plans",
    Object.keys(house.plans)
      .map((plan) => `\`${plan}\``)
      .join(", "),
  ],
  ["mask, finish", `${house.offers.maskColours.join(", ")}; ${house.offers.finishes.join(", ")}`],
  [
    "panel to our drawing",
    house.panel === undefined
      ? "no rules recorded"
      : `rails ${house.panel.railMm} mm; tabs with holes of ${house.panel.bite.drillMm} mm, boards ${house.panel.gapMm} mm apart${house.panel.vCut === undefined ? "; no V-cuts" : `; V-cuts, copper ${house.panel.vCut.copperMm} mm from their middle`}`,
  ],
]

function written(): string {
  const columns = houses.map(rows)
  const facts = (columns[0] ?? []).map(([what = ""], row) => [
    what,
    ...columns.map((all) => all[row]?.[1] ?? ""),
  ])
  const limits = ruleIds.map((id) => {
    const { title, unit, sense } = limit(houses[0], id)
    const what = `${title}${unit === "mm" ? ", mm" : ""}${sense === "max" ? ", at most" : ""}`
    return [what, ...houses.map((house) => cell(limit(house, id)))]
  })
  const head = ["", ...houses.map(({ title }) => title)]
  const sources = houses.flatMap((house) => [
    `- ${house.title}: ${[...new Set([...house.limits.map(({ source }) => source), house.offers.source, ...(house.panel === undefined ? [] : [house.panel.source, ...(house.panel.vCut === undefined ? [] : [house.panel.vCut.source])])])].join("; ")}.`,
  ])
  return `${[
    "# Fab houses, side by side",
    'Written from `fabrication/` by `WRITE_DOCS=1 npx vitest run tests/docs`; do not edit. A board is built for the houses\nof its `fab` (`"aisler"`, `["jlcpcb", "aisler"]`) or of `npm run build -- --fab aisler,pcbway`: its own in\n`dist/<board>`, another in `dist/<board>@<house>`. `npm run verify -- ANY.zip --fab <house>` judges any Gerbers by any\nof them.',
    "A part's alternates (second source) are a column of `shopping.csv`, `bom.html` and `hand-assembly.csv`, and stand in\nPCBWay's own column for notes. None of the houses' pages read here says that a column of ours may stand in its BOM:\n`bom.csv` has none.",
    table([head, ...facts]),
    "## Limits",
    "What stops a build (or warns); then the house's own limit, where a page of it was found that states one.",
    table([head, ...limits]),
    "## Sources",
    sources.join("\n"),
  ].join("\n\n")}\n`
}

test("the page of fab houses is what their records say", () => {
  const text = written()
  if (process.env.WRITE_DOCS === "1") writeFileSync(page, text)
  expect(readFileSync(page, "utf8")).toBe(text)
})
