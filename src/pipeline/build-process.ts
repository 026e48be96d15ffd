import { fork } from "node:child_process"
import { join } from "node:path"
import type { BuildOptions, BuildOutcome } from "./build-job"

/** The hidden command that answers {@link buildInProcess}. */
export const buildCommand = "build-process"

/** What a building process is told, and what it tells. */
export type BuildOrder = Omit<BuildOptions, "observer" | "bundle">
export type BuildNews = { readonly stage: string } | { readonly outcome: BuildOutcome }

/** Builds a board in a process of its own, which ends with this one. */
export function buildInProcess({ observer, ...order }: BuildOptions): Promise<BuildOutcome> {
  const child = fork(join(order.root, "src", "mep.mjs"), [buildCommand], {
    cwd: order.root,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  })
  return new Promise((resolve) => {
    let lastWords = ""
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      lastWords = `${lastWords}${chunk}`.slice(-4000)
    })
    let outcome: BuildOutcome | undefined
    child.on("message", (news: BuildNews) => {
      if ("stage" in news) observer.stage(news.stage)
      else outcome = news.outcome
    })
    child.on("error", (error) => {
      outcome ??= died(error.message)
    })
    child.on("close", (code, signal) => {
      const words = lastWords.match(/^(?:mep: |FATAL ERROR: )(.*)/m)?.[1]
      resolve(outcome ?? died(words ?? `its process ended with ${signal ?? `code ${code}`}`))
    })
    child.send(order satisfies BuildOrder)
  })
}

const died = (message: string): BuildOutcome => ({ failure: { message, exitCode: 3 } })

/** The other end: builds what it is told, answers and ends. */
export async function answerBuild(build: (options: BuildOptions) => Promise<BuildOutcome>): Promise<void> {
  const send = (news: BuildNews): Promise<void> =>
    new Promise((resolve) => process.send?.(news, undefined, undefined, () => resolve()))
  const order = await new Promise<BuildOrder>((resolve) => process.once("message", resolve))
  const leave = (): never => process.exit(0)
  process.once("disconnect", leave)
  const observer = { stage: (text: string) => void send({ stage: text }), detail: () => {} }
  // A date from another process is one of this process's own only once it is made anew.
  const date = new Date(order.date.getTime())
  await send({ outcome: await build({ ...order, date, observer }) })
  process.off("disconnect", leave)
  process.disconnect()
}
