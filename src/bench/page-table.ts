import type { PageRow } from "./page-bench"
import { columns, machineFacts } from "./table"

const table = (rows: readonly PageRow[]): string[][] => [
  ["what", "measured", "at most", "met", "processor ms"],
  ...rows.map(({ title, value, unit, limit, cpuMs }) => [
    title,
    `${shown(value, unit)}`,
    `${limit} ${unit}`,
    value <= limit ? "yes" : "no",
    cpuMs?.toFixed(0) ?? "",
  ]),
]

const shown = (value: number, unit: PageRow["unit"]): string =>
  `${value.toFixed(unit === "MB" ? 2 : value < 100 ? 1 : 0)} ${unit}`

export const pageLines = (rows: readonly PageRow[]): string[] => [...columns(table(rows)), machineFacts()]

/** The section of docs/benchmark.md. */
export function pageSection(boardId: string, runs: number, rows: readonly PageRow[]): string {
  const [head = [], ...body] = table(rows)
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`
  return `
Measured by \`npm run bench -- page --write\` on ${boardId} in Chromium, to what the eye sees; the least of ${runs} runs.

${machineFacts()}

${line(head)}
${line(head.map((_, column) => (column === 0 ? "---" : "---:")))}
${body.map(line).join("\n")}

- *On a phone*: 390 x 844 px, two pixels a point, touch; Chromium's main thread slowed four times; to Chromium's own time
  of the first picture, which has the board in it.
- *Dragged*: 1440 x 900 px, zoomed in, without a graphics card; between frames of the page.
- *A save in \`dev\`*: of the placement table, seen by the page that is open; from the write to the disk.
- *processor*: of the page's main thread while slowed, or of all of Chromium a frame: what to compare where other work keeps
  the cores busy.
`
}
