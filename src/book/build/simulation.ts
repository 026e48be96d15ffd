import { drawSimulation } from "../../drawings/simulation"
import { naturalOrder } from "../../natural-order"
import { limitWords } from "../../simulate/results"
import { quantityWords } from "../../simulate/simulate"
import type { SimulationData } from "../data"
import type { BookInput } from "../input"

/** What was simulated, as the page shows it. */
export function simulationData({ simulation, definition, date }: BookInput): SimulationData {
  const { jobs, results } = simulation ?? { jobs: [], results: [] }
  const subject = { title: definition.title, revision: definition.revision, date: date.slice(0, 10) }
  const models = new Map(jobs.flatMap(({ deck }) => deck.models.map((model) => [model.name, model] as const)))
  const leftOut = new Map(jobs.flatMap(({ deck }) => deck.leftOut.map((one) => [one.part, one] as const)))
  return {
    scenarios: jobs.map(({ scenario }, index) => {
      const result = results[index]
      return {
        ...{ id: scenario.id, title: scenario.title, what: scenario.what },
        svg:
          result === undefined || result.panels.length === 0
            ? ""
            : drawSimulation(scenario, result, subject, { forPage: true }),
        ...(result?.failure === undefined ? {} : { failure: result.failure }),
        rows: scenario.measures.map((measure, n) => {
          const reading = result?.readings[n]
          return {
            title: measure.title,
            figure: reading?.value === undefined ? "none" : quantityWords(reading.value, reading.unit),
            limit: limitWords(measure, reading?.unit ?? ""),
            held: reading?.held ?? false,
            source: measure.source ?? "",
          }
        }),
      }
    }),
    models: [...models.values()]
      .map(({ parts, source, without = "" }) => ({ parts, source, without }))
      .sort((a, b) => naturalOrder(a.parts[0] ?? "", b.parts[0] ?? "")),
    leftOut: [...leftOut.values()],
  }
}
