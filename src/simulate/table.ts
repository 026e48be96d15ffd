import { limitWords } from "./results"
import { quantityWords, type Simulated, type SimulationJob } from "./simulate"

/** Results as a terminal shows them. */
export function simulationTable(
  title: string,
  { jobs, results }: { readonly jobs: readonly SimulationJob[]; readonly results: readonly Simulated[] },
): string {
  const blocks = jobs.map(({ scenario }, index) => ({
    head: `${scenario.title}${results[index]?.failure === undefined ? "" : `: ${results[index]?.failure}`}`,
    rows: scenario.measures.flatMap((measure, n): (readonly string[])[] => {
      const reading = results[index]?.readings[n]
      if (reading === undefined) return []
      const limit = limitWords(measure, reading.unit)
      const figure = reading.value === undefined ? "none" : quantityWords(reading.value, reading.unit)
      return [[measure.title, figure, limit, limit === "" || reading.held ? "" : "NOT HELD"]]
    }),
  }))
  const widths = [0, 1, 2].map((column) =>
    Math.max(...blocks.flatMap(({ rows }) => rows.map((row) => row[column]?.length ?? 0)), 0),
  )
  return [
    title,
    ...blocks.flatMap(({ head, rows }) => [
      head,
      ...rows.map((row) => `  ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join("  ")}`.trimEnd()),
    ]),
    "",
  ].join("\n")
}
