import type { Measure } from "../model/simulation"
import { naturalOrder } from "../natural-order"
import { quantityWords, type Reading, type Simulated, type SimulationJob } from "./simulate"

/** What was simulated, for people: limits beside figures, and what every model is and is not. */
export function resultsMarkdown(
  subject: string,
  jobs: readonly SimulationJob[],
  results: readonly Simulated[],
): string {
  const models = new Map(jobs.flatMap(({ deck }) => deck.models.map((model) => [model.name, model] as const)))
  const leftOut = new Map(
    jobs.flatMap(({ deck }) => deck.leftOut.map(({ part, because }) => [part, because])),
  )
  return `${[
    `# ${subject}: simulated`,
    "",
    "ngspice over the netlist that the board is built from. Each `.cir` here is a whole deck: `ngspice NAME.cir`, then `run` and `plot`. Figures have three digits.",
    ...jobs.flatMap(({ scenario }, index) => [
      "",
      `## ${scenario.title}`,
      "",
      scenario.what,
      "",
      ...(scenario.panels.length === 0 ? [] : [`![${scenario.title}](${scenario.id}.svg)`, ""]),
      ...(results[index]?.failure === undefined ? [] : [`Not simulated: ${results[index]?.failure}.`, ""]),
      "| measured | figure | limit | | where the limit comes from |",
      "|---|---|---|---|---|",
      ...scenario.measures.map((measure, n) => row(measure, results[index]?.readings[n])),
    ]),
    "",
    "## Models",
    "",
    ...[...models.values()]
      .sort((a, b) => naturalOrder(a.parts[0] ?? "", b.parts[0] ?? ""))
      .map(
        ({ parts, source, without }) =>
          `- **${parts.join(", ")}**: ${source}.${without === undefined ? "" : ` Not in it: ${without}.`}`,
      ),
    ...(leftOut.size === 0 ? [] : ["", "Left out:", ""]),
    ...[...leftOut].map(([part, because]) => `- **${part}**: ${because}.`),
    "",
  ].join("\n")}`
}

const row = (measure: Measure, reading: Reading | undefined): string =>
  `| ${[
    measure.title,
    reading?.value === undefined ? "none" : quantityWords(reading.value, reading.unit),
    limitWords(measure, reading?.unit ?? ""),
    limitWords(measure, "") === "" ? "" : reading?.held === true ? "held" : "**not held**",
    measure.source ?? "",
  ].join(" | ")} |`

/** "3 V to 3.6 V", "at most 40 V", nothing. */
export function limitWords({ atLeast, atMost }: Pick<Measure, "atLeast" | "atMost">, unit: string): string {
  if (atLeast !== undefined && atMost !== undefined)
    return `${quantityWords(atLeast, unit)} to ${quantityWords(atMost, unit)}`
  if (atLeast !== undefined) return `at least ${quantityWords(atLeast, unit)}`
  return atMost === undefined ? "" : `at most ${quantityWords(atMost, unit)}`
}

/** The same as a table for programs: SI units, limits as numbers. */
export function resultsCsv(jobs: readonly SimulationJob[], results: readonly Simulated[]): string {
  const cell = (value: string | number | boolean | undefined): string => {
    const words = value === undefined ? "" : String(value)
    return /[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
  }
  const rows = jobs.flatMap(({ scenario }, index) =>
    scenario.measures.map((measure, n) => {
      const reading = results[index]?.readings[n]
      return [
        ...[scenario.id, measure.id, measure.title, reading?.value, reading?.unit],
        ...[measure.atLeast, measure.atMost, reading?.held ?? false],
      ]
    }),
  )
  const head = ["scenario", "measure", "title", "value", "unit", "at least", "at most", "held"]
  return `${[head, ...rows].map((cells) => cells.map(cell).join(",")).join("\n")}\n`
}
