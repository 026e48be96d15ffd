import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Cost, measure, median } from "./measure"
import { saveInDev } from "./save-in-dev"
import { tscircuitEntry } from "./tscircuit-entry"

/** What is promised of a figure; a ratio is one to tscircuit's export in the same run. */
export type Goal = { readonly ratio: number } | { readonly seconds: number }

export interface BenchRow {
  readonly id: string
  readonly title: string
  /** Medians; a row of `dev` has wall time only. */
  readonly wallMs: number
  readonly cpuMs?: number
  readonly peakMiB?: number
  readonly goal?: Goal
}

interface Command {
  readonly id: string
  readonly title: string
  readonly args: (out: string) => readonly string[]
  readonly goal?: Goal
}

/** The row all ratios are to. */
export const yardstick = "tscircuit"

/** Largest resident memory any of our commands may take, in MiB (900 MB). */
export const memoryLimitMiB = 900e6 / 2 ** 20

function commands(boardId: string, entry: string): Command[] {
  const mep = ["src/mep.mjs", "build", "--board", boardId, "--quiet"]
  let again = 0
  return [
    {
      id: yardstick,
      title: "`tsci export -f gerbers` of the same board",
      args: (out) => [
        ...["node_modules/tscircuit/cli.mjs", "export", entry, "--disable-parts-engine"],
        ...["-f", "gerbers", "-o", join(out, "tscircuit.zip")],
      ],
    },
    {
      id: "order",
      title: "the order with all its checks (`--only order`)",
      args: (out) => [...mep, "--only", "order", "--force", "--out", join(out, "order")],
      goal: { ratio: 0.4 },
    },
    {
      id: "everything",
      title: "everything: book, drawings, 3D, KiCad",
      args: (out) => [...mep, "--force", "--out", join(out, "everything")],
      goal: { ratio: 1.2 },
    },
    {
      id: "kept",
      title: "everything into another folder, results kept",
      args: (out) => [...mep, "--out", join(out, `again-${again++}`)],
      goal: { ratio: 0.25 },
    },
    {
      id: "unchanged",
      title: "nothing changed",
      args: (out) => [...mep, "--out", join(out, "everything")],
      goal: { seconds: 0.5 },
    },
  ]
}

export interface BenchOptions {
  readonly root: string
  readonly boardId: string
  readonly runs: number
  readonly progress: (text: string) => void
}

/**
 * Measures every command in fresh processes, round by round, so that a busy moment of the machine meets them all. A
 * first round fills the caches on disk and is not counted.
 * @throws UserError when a command fails: a board with findings cannot be measured.
 */
export async function bench(options: BenchOptions): Promise<BenchRow[]> {
  const { root, boardId, runs, progress } = options
  const scratch = mkdtempSync(join(tmpdir(), "mep-bench-"))
  try {
    const all = commands(boardId, await tscircuitEntry(root, boardId))
    const costs = new Map<string, Cost[]>(all.map(({ id }) => [id, []]))
    for (let round = 0; round <= runs; round++) {
      for (const { id, title, args } of all) {
        progress(`${round === 0 ? "warming up" : `round ${round} of ${runs}`}: ${title}`)
        const cost = await measure(root, args(scratch), scratch)
        if (round > 0) costs.get(id)?.push(cost)
      }
    }
    const rows = all.map(({ id, title, goal }): BenchRow => {
      const of = (figure: keyof Cost) => median((costs.get(id) ?? []).map((cost) => cost[figure]))
      const figures = { wallMs: of("wallMs"), cpuMs: of("cpuMs"), peakMiB: of("peakMiB") }
      return { id, title, ...figures, ...(goal === undefined ? {} : { goal }) }
    })
    progress("saves in dev")
    const saves = await saveInDev(root, boardId, runs, scratch)
    return [
      ...rows,
      {
        id: "save",
        title: "a save in `dev` to fresh Gerbers and findings",
        wallMs: median(saves),
        goal: { seconds: 1.5 },
      },
    ]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
