import { spawn } from "node:child_process"
import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { UserError } from "../model/finding"

/** What one run of a process cost. */
export interface Cost {
  /** From start to exit, in milliseconds. */
  readonly wallMs: number
  /** Processor time of all its threads, user and system. Unlike wall time it hardly depends on what else runs. */
  readonly cpuMs: number
  /** Largest resident memory of the process, in MiB. */
  readonly peakMiB: number
}

const usageSchema = z.object({ cpuMs: z.number(), peakMiB: z.number() })

/**
 * Runs `node ARGS` in a fresh process and waits for its end.
 * @param scratch folder for the measurement's own file.
 * @throws UserError with the process's last words when it fails.
 */
export async function measure(root: string, args: readonly string[], scratch: string): Promise<Cost> {
  const usageFile = join(scratch, "usage.jsonl")
  rmSync(usageFile, { force: true })
  const hook = join(root, "src/bench/usage-hook.cjs")
  const started = performance.now()
  const child = spawn(process.execPath, ["--require", hook, ...args], {
    cwd: root,
    env: { ...process.env, MEP_BENCH_USAGE: usageFile },
    stdio: ["ignore", "ignore", "pipe"],
  })
  let words = ""
  child.stderr.on("data", (chunk: Buffer) => {
    words = `${words}${chunk.toString("utf8")}`.slice(-4000)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", resolve)
  })
  const wallMs = performance.now() - started
  if (code !== 0) {
    const last = words.trim().split("\n").at(-1)
    throw new UserError(`node ${args.join(" ")} ended with ${code}: ${last}`, { exitCode: 1 })
  }
  // A command may start helpers; the process itself ends last.
  const lines = readFileSync(usageFile, "utf8").trim().split("\n")
  return { wallMs, ...usageSchema.parse(JSON.parse(lines.at(-1) ?? "{}")) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const high = sorted[Math.floor(middle)] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2
}
