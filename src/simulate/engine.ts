import { setTimeout } from "node:timers/promises"
import type { ResultType, Simulation } from "eecircuit-engine"

/** Values of a run by vector, as SPICE calls them: "time", "v(n_v24)", "i(v_port)". */
export interface Run {
  readonly vectors: ReadonlyMap<string, Float64Array>
}

/** A run, or in a line why there is none. */
export type RunOutcome = Run | { readonly failure: string }

export interface EngineJob {
  /** A whole deck; its first line is the title. */
  readonly deck: string
  /** Vectors to keep. */
  readonly save: readonly string[]
  readonly seconds: number
  /** After so many points it is given up. */
  readonly maxPoints: number
}

export interface Engine {
  readonly run: (job: EngineJob) => Promise<RunOutcome>
}

/**
 * ngspice as WebAssembly (eecircuit-engine). Loading takes half a second and some 100 MB while it is there, so it is
 * loaded when it is needed. It gives the same numbers on every machine: its arithmetic is WebAssembly's.
 *
 * Flaws of the package that are mended here: it prints complaints; it never answers where its first run fails, or where
 * ngspice gives itself up ("fatal error"); where a later run fails it answers with the run before, and may go on so ever
 * after. So the first run is one that works, every run has a title of its own by which its answer is known, one that ends
 * early is none, an ngspice in which a run failed is replaced, and what another's failure may have spoiled is run again.
 */
export async function openEngine(): Promise<Engine> {
  const { Simulation } = await import("eecircuit-engine")
  const start = async () => {
    const fresh = new Simulation()
    await fresh.start()
    await answerOf(fresh, "run 0\nV1 a 0 1\nR1 a 0 1\n.tran 1 1\n.end\n")
    return fresh
  }
  let ngspice: Simulation | undefined
  let count = 0
  const run = async (job: EngineJob): Promise<RunOutcome> => {
    const used = ngspice
    ngspice ??= await start()
    const outcome = await runOn(ngspice, `run ${++count}`, job)
    if (!("failure" in outcome)) return outcome
    ngspice = undefined
    return used === undefined ? outcome : run(job)
  }
  return { run }
}

/** The title is what its answer is known by: no other run may have had it. */
async function runOn(
  ngspice: Simulation,
  title: string,
  { deck, save, seconds, maxPoints }: EngineJob,
): Promise<RunOutcome> {
  const rest = deck.slice(deck.indexOf("\n") + 1)
  const control = [".control", "delete all", `save ${save.join(" ")}`, `stop after ${maxPoints}`, ".endc"]
  const answer = await answerOf(ngspice, [title, ...control, rest].join("\n"))
  const said = complaintOf(ngspice.getError())
  if (answer === undefined) return { failure: `ngspice gave itself up: ${said ?? "it does not say why"}` }
  const unconverged = /timestep too small|operating point could not/i.test(ngspice.getError().join(" "))
  if (answer.header.split("\n")[0] !== `Title: ${title}`)
    return {
      failure: `${unconverged ? "it does not converge at its beginning" : "ngspice did not run it"}: ${said ?? "it does not say why"}`,
    }
  if (answer.dataType !== "real") return { failure: "ngspice answered with complex numbers" }
  const vectors = new Map(answer.data.map(({ name, values }) => [name, Float64Array.from(values)]))
  const time = vectors.get("time")
  const reached = time?.[time.length - 1] ?? 0
  if (reached < seconds * (1 - 1e-6))
    return {
      failure:
        answer.numPoints >= maxPoints
          ? `given up after ${maxPoints} points, at ${reached.toPrecision(4)} s of ${seconds} s`
          : `it does not converge at ${reached.toPrecision(4)} s of ${seconds} s: ${said ?? "ngspice does not say why"}`,
    }
  const missing = save.find((name) => !vectors.has(name))
  if (missing !== undefined) return { failure: `ngspice has no ${missing}` }
  return { vectors }
}

/** So often an ngspice that computes nothing is asked for its answer: it blocks while it computes. */
const patience = { times: 250, milliseconds: 20 } as const

/** Undefined where it will never answer. What it prints meanwhile is kept by `getError` anyway. */
async function answerOf(ngspice: Simulation, deck: string): Promise<ResultType | undefined> {
  const complain = console.error
  console.error = () => {}
  let answer: ResultType | undefined
  let failed: unknown
  try {
    ngspice.setNetList(deck)
    ngspice.runSim().then(
      (result) => {
        answer = result
      },
      (error: unknown) => {
        failed = error
      },
    )
    for (let asked = 0; asked < patience.times; asked++) {
      await setTimeout(asked < 20 ? 1 : patience.milliseconds)
      if (failed !== undefined) throw failed
      if (answer !== undefined) return answer
      if (ngspice.getError().some((line) => line.includes("fatal error in ngspice"))) return undefined
    }
    return undefined
  } finally {
    console.error = complain
  }
}

/** What ngspice says of a failure: its first error, and the line it is about. */
function complaintOf(lines: readonly string[]): string | undefined {
  const telling = lines
    .map((line) => line.trim())
    .filter(
      (line) =>
        line !== "" && !/^(note|warning)|condition met|losing old state|pause|interrupted/i.test(line),
    )
  return telling.length === 0 ? undefined : telling.slice(0, 3).join(" ")
}
