import type { ScaleRow } from "./scale"
import type { StageCost } from "./scale-stages"
import { columns, machineFacts } from "./table"

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
Measured by \`npm run bench -- scale --parts ${sizes.join()}\`, seed ${seed}: processor time of each stage by itself, in a process of its own.

${machineFacts()}

${line(head)}
${line(head.map((_, column) => (column < 2 ? "---" : "---:")))}
${body.map(line).join("\n")}

- *n^*: the exponent fitted from 100 parts on. *Peak*: resident memory of the largest, with what Node itself takes.
- The two last rows are whole builds, three threads in one process; a draft of nothing kept.
`
}

/** Of cost = a * parts^exponent, by least squares of the logarithms, for the boards from `least` parts on. */
export function exponentOf(
  sizes: readonly number[],
  costs: readonly StageCost[],
  least = 100,
): number | undefined {
  const points = sizes.flatMap((parts, index) => {
    const ms = costs[index]?.cpuMs ?? 0
    return parts < least || ms <= 0 ? [] : [{ x: Math.log(parts), y: Math.log(ms) }]
  })
  if (points.length < 2) return undefined
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)]
  return mean((p) => (p.x - x) * (p.y - y)) / mean((p) => (p.x - x) ** 2)
}
