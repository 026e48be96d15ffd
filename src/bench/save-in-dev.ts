import { spawn } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { UserError } from "../model/finding"
import { copyProject } from "../project/copy"

/** What `dev` prints when Gerbers and findings are fresh. */
const fresh = /\d+ errors, .* in [\d.]+ s/

const limitMs = 120_000

/**
 * Milliseconds from a save to fresh Gerbers and findings in a running `dev`, for each of `saves` saves of the
 * placement table, in a copy of the project.
 */
export async function saveInDev(
  root: string,
  boardId: string,
  saves: number,
  scratch: string,
): Promise<number[]> {
  const copy = join(scratch, "project")
  copyProject(root, copy)
  const dev = spawn(
    process.execPath,
    ["src/mep.mjs", "dev", "--board", boardId, "--port", "0", "--no-open", "--no-types"],
    { cwd: copy, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, NO_COLOR: "1" } },
  )
  try {
    const lines = createInterface({ input: dev.stdout })[Symbol.asyncIterator]()
    const untilFresh = async (): Promise<void> => {
      for (;;) {
        const next = await within(lines.next())
        if (next.done) throw new UserError("dev ended before it was asked to", { exitCode: 1 })
        if (fresh.test(next.value)) return
      }
    }
    await untilFresh()
    const file = join(copy, "boards", boardId, "placement.ts")
    const source = readFileSync(file, "utf8")
    const times: number[] = []
    // The first save warms the process up, as the first of a working day does.
    for (let save = 0; save <= saves; save++) {
      const started = performance.now()
      writeFileSync(file, moved(source, save + 1))
      await untilFresh()
      if (save > 0) times.push(performance.now() - started)
    }
    return times
  } finally {
    dev.kill()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The first part of a placement table moved by so many tenths of a micrometre: no result is kept for it. */
const moved = (source: string, tenths: number): string =>
  source.replace(
    /("[A-Z]+\d+", )(-?\d+(?:\.\d+)?)/,
    (_, name: string, x: string) => `${name}${Number(x) + tenths / 1e4}`,
  )

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new UserError(`dev said nothing for ${limitMs / 1000} s`, { exitCode: 1 })
    timer = setTimeout(() => reject(error), limitMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
