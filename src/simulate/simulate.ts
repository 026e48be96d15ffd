import type { CircuitView } from "../model/circuit-view"
import type { Figure, Finding } from "../model/finding"
import type { Measure, Quantity, Scenario } from "../model/simulation"
import { type Deck, deckOf } from "./deck"
import type { Engine } from "./engine"
import { figureOf, roundedFigure, seriesOf, unitOf } from "./measure"
import { type Curve, reduced } from "./reduce"

/** One scenario of a board, and the deck that it is. */
export interface SimulationJob {
  readonly scenario: Scenario
  readonly deck: Deck
}

/** What ngspice is asked of one scenario: all that its answer follows from, without a word for people. Plain data. */
export interface SimulationRun extends Pick<Deck, "reads" | "save"> {
  readonly deck: string
  readonly seconds: number
  readonly maxPoints: number
  readonly figures: readonly Measure["figure"][]
  readonly panels: readonly { readonly of: readonly Quantity[]; readonly from: number; readonly to: number }[]
}

/** What came of it. */
export interface RunResult {
  /** Three digits each, in the order of the figures; absent where what one waits for never comes. */
  readonly values: readonly (number | undefined)[]
  readonly panels: readonly (readonly Curve[])[]
  readonly points: number
  /** Why there is nothing of all that. */
  readonly failure?: string
}

/** The same beside its limits. */
export interface Simulated extends Pick<RunResult, "panels" | "points" | "failure"> {
  /** In the order of the scenario's measures; none where it was not run. */
  readonly readings: readonly Reading[]
}

export interface Reading {
  readonly value?: number
  readonly unit: string
  readonly held: boolean
}

/** Every scenario of a board as a deck. */
export const simulationJobs = (
  subject: string,
  circuit: CircuitView,
  scenarios: readonly Scenario[],
): SimulationJob[] =>
  scenarios.map((scenario) => ({ scenario, deck: deckOf(`${subject} ${scenario.id}`, circuit, scenario) }))

/** What there is to run of them: a deck with faults is not. */
export const runsOf = (jobs: readonly SimulationJob[]): SimulationRun[] =>
  jobs.flatMap(({ scenario: { seconds, maxPoints = 400_000, measures, panels }, deck }) =>
    deck.faults.length > 0
      ? []
      : [
          {
            deck: `\n${deck.text
              .replaceAll(/^\*.*\n/gm, "")
              .split("\n")
              .slice(1)
              .join("\n")}`,
            ...{ save: deck.save, reads: deck.reads, seconds, maxPoints },
            figures: measures.map(({ figure }) => figure),
            panels: panels.map(({ traces, from = 0, to = seconds }) => ({
              ...{ of: traces.map(({ of }) => of), from, to },
            })),
          },
        ],
  )

/** Runs them, one after the other. */
export async function runAll(
  runs: readonly SimulationRun[],
  open: () => Promise<Engine>,
): Promise<RunResult[]> {
  const results: RunResult[] = []
  if (runs.length === 0) return results
  const engine = await open()
  for (const { figures, panels, ...job } of runs) {
    const first = await engine.run(job)
    // What one way of integrating does not get through, the other may.
    const run =
      "failure" in first && !first.failure.startsWith("given up")
        ? await engine.run({ ...job, deck: job.deck.replace("method=gear", "method=trap") })
        : first
    if ("failure" in run) {
      results.push({ values: [], panels: [], points: 0, failure: run.failure })
      continue
    }
    results.push({
      values: figures.map((figure) => {
        const value = figureOf(figure, job, run)
        return value === undefined || !Number.isFinite(value) ? undefined : roundedFigure(value)
      }),
      panels: panels.map(({ of, from, to }) => of.map((one) => reduced(seriesOf(one, job, run), from, to))),
      points: run.vectors.get("time")?.length ?? 0,
    })
  }
  return results
}

/** Results beside the limits, one a job. */
export function simulated(jobs: readonly SimulationJob[], results: readonly RunResult[]): Simulated[] {
  const left = [...results]
  return jobs.map(({ scenario, deck }) => {
    const result = deck.faults.length > 0 ? undefined : left.shift()
    if (result === undefined || result.failure !== undefined)
      return { readings: [], panels: [], points: 0, ...result }
    const { values, ...rest } = result
    return { ...rest, readings: scenario.measures.map((measure, n) => readingOf(measure, values[n])) }
  })
}

function readingOf(measure: Measure, value: number | undefined): Reading {
  const unit = unitOf(measure)
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = measure
  if (value === undefined) return { unit, held: false }
  return { value, unit, held: value >= atLeast && value <= atMost }
}

/** What a scenario promises, as the lock keeps it: loosened limits and gentler trials are lines of a diff. */
export const scenarioSays = ({
  id: _id,
  title: _title,
  what: _what,
  panels: _panels,
  measures,
  bench,
  ...rest
}: Scenario): Readonly<Record<string, unknown>> => ({
  ...rest,
  ...Object.fromEntries(bench.map(({ id, title: _words, ...item }) => [`bench ${id}`, item])),
  ...Object.fromEntries(
    measures.map(({ id, figure, atLeast, atMost, severity }) => [
      `measure ${id}`,
      {
        figure,
        ...(atLeast === undefined ? {} : { atLeast }),
        ...(atMost === undefined ? {} : { atMost }),
        ...(severity === undefined ? {} : { severity }),
      },
    ]),
  ),
})

/** What there is to say of a scenario: its faults, and limits that are not held. */
export function findingsOf({ scenario, deck }: SimulationJob, result: Simulated): Finding[] {
  const of = `"${scenario.title}"`
  if (deck.faults.length > 0)
    return deck.faults.map(({ message, parts }) => ({
      rule: "simulate/model",
      severity: "error",
      message: `${of} cannot be simulated: ${message}`,
      ...(parts.length === 0 ? {} : { parts }),
    }))
  if (result.failure !== undefined)
    return [
      {
        rule: "simulate/run",
        severity: "error",
        message: `${of} was not simulated: ${result.failure}`,
      },
    ]
  return scenario.measures.flatMap((measure, index): Finding[] => {
    const { title, atLeast, atMost, severity = "error", parts = [], advice, id } = measure
    const reading = result.readings[index]
    if (reading === undefined || reading.held) return []
    const { value, unit } = reading
    const limit = value !== undefined && atLeast !== undefined && value < atLeast ? atLeast : atMost
    const wanted = [
      ...(atLeast === undefined ? [] : [`at least ${quantityWords(atLeast, unit)}`]),
      ...(atMost === undefined ? [] : [`at most ${quantityWords(atMost, unit)}`]),
    ].join(" and ")
    const found = value === undefined ? "never comes" : quantityWords(value, unit)
    return [
      {
        rule: `simulate/${id}`,
        severity,
        message: `${of}: ${title}: ${found}, ${wanted} wanted${advice === undefined ? "" : `: ${advice}`}`,
        ...(value === undefined
          ? {}
          : { measure: { value, ...(limit === undefined ? {} : { limit }), unit } }),
        ...(parts.length === 0 ? {} : { parts }),
      },
    ]
  })
}

/** Every reading as a figure of the report. */
export const figuresOf = ({ scenario }: SimulationJob, { readings }: Simulated): Figure[] =>
  scenario.measures.flatMap((measure, index): Figure[] => {
    const reading = readings[index]
    if (reading?.value === undefined) return []
    const limit = measure.atMost ?? measure.atLeast
    return [
      {
        name: measure.title,
        value: reading.value,
        unit: reading.unit,
        ...(limit === undefined ? {} : { limit }),
      },
    ]
  })

const prefixes = [
  [1, ""],
  [1e-3, "m"],
  [1e-6, "u"],
  [1e-9, "n"],
] as const

/** "4.35 V", "12 ms". */
export function quantityWords(value: number, unit: string): string {
  const [factor, prefix] =
    value === 0 ? [1, ""] : (prefixes.find(([size]) => Math.abs(value) >= size * 0.9995) ?? [1e-9, "n"])
  return `${Number((value / factor).toPrecision(3))} ${prefix}${unit}`
}
