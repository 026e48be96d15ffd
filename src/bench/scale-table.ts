import { exponentOf, type ScaleRow } from "./scale"
import { columns, machineFacts } from "./table"

/** What is promised: no stage of ours grows faster, and of the largest board. */
export const promised = { exponent: 1.15, seconds: { order: 90, everything: 240 }, peakMiB: 1.5e9 / 2 ** 20 }

const whose: Readonly<Record<ScaleRow["by"], string>> = { ours: "ours", tscircuit: "tscircuit", build: "" }

export function scaleTable(sizes: readonly number[], rows: readonly ScaleRow[]): string[][] {
  return [
    ["stage", "whose", ...sizes.map((parts) => `${parts} parts, s`), "n^", "peak MiB"],
    ...rows.map(({ title, by, costs }) => [
      title,
      whose[by],
      ...costs.map(({ cpuMs }) => (cpuMs / 1000).toFixed(2)),
      exponentOf(sizes, costs)?.toFixed(2) ?? "",
      Math.max(...costs.map(({ peakMiB }) => peakMiB)).toFixed(0),
    ]),
  ]
}

export const scaleLines = (sizes: readonly number[], rows: readonly ScaleRow[]): string[] => [
  ...columns(scaleTable(sizes, rows)),
  machineFacts(),
]

/** The section of docs/scale.md. */
export function scaleSection(sizes: readonly number[], seed: number, rows: readonly ScaleRow[]): string {
  const [head = [], ...body] = scaleTable(sizes, rows)
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`
  return `
Measured by \`npm run bench -- scale --write\`, seed ${seed}: processor time of each stage by itself, in a process of its own.

${machineFacts()}

${line(head)}
${line(head.map((_, column) => (column < 2 ? "---" : "---:")))}
${body.map(line).join("\n")}

- *n^*: the exponent fitted from 100 parts on. *Peak*: resident memory of the largest, with what Node itself takes.
- The two last rows are whole builds, three threads in one process; a draft of nothing kept.
`
}
