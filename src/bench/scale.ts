import { execFile } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import { z } from "zod"
import { bundleOptions } from "../bundler.mjs"
import { copyProject } from "../project/copy"
import { formatRoutes, type RoutesFile } from "../route/routes-file"
import { measure } from "./measure"
import { type ScaleStage, type StageCost, scaleStages } from "./scale-stages"
import { stageCommand } from "./stage-command"

/** `npm run bench -- scale`: what each stage of the pipeline costs on boards of more and more parts. */

export interface ScaleRow {
  readonly id: string
  readonly title: string
  /** A whole build, or a stage by whose code takes its time. */
  readonly by: ScaleStage["by"] | "build"
  /** In the order of {@link ScaleOptions.sizes}. */
  readonly costs: readonly StageCost[]
}

export interface ScaleOptions {
  readonly root: string
  /** Parts of the boards. */
  readonly sizes: readonly number[]
  readonly seed: number
  readonly progress: (text: string) => void
}

const example = "components/examples/series"

const builds = [
  { id: "order", title: "the order (`--only order`)", args: ["--only", "order"] },
  { id: "everything", title: "everything", args: [] },
]

/** Runs every stage and whole builds in fresh processes, on a copy of the project that has the boards. */
export async function scaleBench({ root, sizes, seed, progress }: ScaleOptions): Promise<ScaleRow[]> {
  const scratch = mkdtempSync(join(tmpdir(), "mep-scale-"))
  try {
    const project = join(scratch, "project")
    copyProject(root, project)
    const costs = new Map<string, StageCost[]>()
    const add = (id: string, parts: number, title: string, cost: StageCost): void => {
      costs.set(id, [...(costs.get(id) ?? []), cost])
      progress(
        `${parts} parts: ${title}: ${(cost.cpuMs / 1000).toFixed(2)} s, ${cost.peakMiB.toFixed(0)} MiB`,
      )
    }
    for (const parts of sizes) {
      const boardId = await writeBoard(project, parts, seed)
      for (const [id, { title }] of Object.entries(scaleStages)) {
        add(id, parts, title, await stageCost(root, [id, boardId, project, join(scratch, boardId)]))
      }
      for (const { id, title, args } of builds) {
        const build = [
          "src/mep.mjs",
          "build",
          "--board",
          boardId,
          "--force",
          "--time-limit",
          "3600",
          "--quiet",
        ]
        add(
          id,
          parts,
          title,
          await measure(project, [...build, ...args, "--out", join(scratch, "out")], scratch),
        )
      }
    }
    const row = (id: string, title: string, by: ScaleRow["by"]): ScaleRow => ({
      ...{ id, title, by },
      costs: costs.get(id) ?? [],
    })
    return [
      ...Object.entries(scaleStages).map(([id, { title, by }]) => row(id, title, by)),
      ...builds.map(({ id, title }) => row(id, title, "build")),
    ]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Writes a synthetic board with its routes, which are not locked yet. @returns its id */
export async function writeBoard(project: string, parts: number, seed: number): Promise<string> {
  const boardId = `scale-${parts}`
  const folder = join(project, "boards", boardId)
  mkdirSync(folder, { recursive: true })
  const made = `seriesOf(${JSON.stringify(boardId)}, ${parts}, ${seed})`
  const from = (name: string) => `{ seriesOf } from ${JSON.stringify(name)}`
  writeFileSync(
    join(folder, "index.tsx"),
    `import ${from(`../../${example}`)}\nexport default ${made}.source\n`,
  )
  const { build } = await import("esbuild")
  const file = join(folder, "routes.mjs")
  await build({
    ...bundleOptions(project),
    stdin: {
      contents: `import ${from(`./${example}`)}\nexport const routes = ${made}.routes\n`,
      resolveDir: project,
    },
    outfile: file,
  })
  const { routes }: { routes: RoutesFile } = await import(pathToFileURL(file).href)
  rmSync(file)
  writeFileSync(join(folder, "routes.json"), formatRoutes(routes))
  return boardId
}

const costSchema = z.object({ cpuMs: z.number(), peakMiB: z.number() })

async function stageCost(root: string, args: readonly string[]): Promise<StageCost> {
  const { stdout } = await promisify(execFile)(process.execPath, ["src/mep.mjs", stageCommand, ...args], {
    cwd: root,
  })
  return costSchema.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""))
}
