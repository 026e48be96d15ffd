import { cpus, loadavg, totalmem } from "node:os"
import { type BenchRow, memoryLimitMiB, yardstick } from "./bench"

/** The table's rows as text, the same for terminal and page. */
export function benchTable(rows: readonly BenchRow[]): string[][] {
  const base = rows.find(({ id }) => id === yardstick)
  return [
    ["what", "wall s", "x", "processor s", "x", "peak MiB", "goal", "met"],
    ...rows.map((row) => {
      const wallRatio = base === undefined ? undefined : row.wallMs / base.wallMs
      const cpuRatio =
        row.cpuMs === undefined || base?.cpuMs === undefined ? undefined : row.cpuMs / base.cpuMs
      return [
        row.title,
        (row.wallMs / 1000).toFixed(2),
        wallRatio?.toFixed(2) ?? "",
        row.cpuMs === undefined ? "" : (row.cpuMs / 1000).toFixed(2),
        cpuRatio?.toFixed(2) ?? "",
        row.peakMiB?.toFixed(0) ?? "",
        goalText(row),
        row.goal === undefined ? "" : meets(row, base) ? "yes" : "no",
      ]
    }),
  ]
}

/** Whether wall time (or its ratio) and memory keep what is promised. */
export function meets(row: BenchRow, base: BenchRow | undefined): boolean {
  if ((row.peakMiB ?? 0) > memoryLimitMiB) return false
  if (row.goal === undefined) return true
  if ("seconds" in row.goal) return row.wallMs <= row.goal.seconds * 1000
  return base !== undefined && row.wallMs / base.wallMs <= row.goal.ratio
}

function goalText({ goal }: BenchRow): string {
  if (goal === undefined) return ""
  return "ratio" in goal ? `${goal.ratio} x` : `${goal.seconds} s`
}

/** The table in columns, for a terminal. */
export const benchLines = (rows: readonly BenchRow[]): string[] => columns(benchTable(rows))

/** A table's columns for a terminal: the first to the left, figures to the right. */
export function columns(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((cells) => (cells[column] ?? "").length)),
  )
  return table.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  )
}

/** What the figures were measured on. */
export function machineFacts(): string {
  const [cpu] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  const load = loadavg()[0] ?? 0
  return (
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores ` +
    `(${cpu?.model.trim() || "unknown"}), ${memory} GiB. Load of the last minute at the end: ${load.toFixed(1)}.`
  )
}

/** docs/benchmark.md */
export function benchPage(boardId: string, runs: number, rows: readonly BenchRow[]): string {
  const [head = [], ...body] = benchTable(rows)
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`
  return `# How long it takes

Measured by \`npm run bench -- --write\` on ${boardId}: cold processes, medians of ${runs} runs, round by round beside
tscircuit's own export of the same board with the same locked routes.

${machineFacts()}

${line(head)}
${line(head.map((_, column) => (column === 0 ? "---" : "---:")))}
${body.map(line).join("\n")}

- *x*: in proportion to the first row of the same run. Goals are of wall time.
- *processor*: user and system time of all threads of the Node process. Where other work keeps the cores busy, as a
  load above the number of cores says, wall times are several times too long, and this column is the one to compare.
- *cold*: a fresh process each; bundles and compiled code are on disk from a run before.
- tscircuit's loader of TSX needs bun, so it exports the board bundled to JavaScript, under the same Node.
- No process may take more than ${memoryLimitMiB.toFixed(0)} MiB (900 MB).
`
}
