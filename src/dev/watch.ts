import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { watch } from "chokidar"

export interface Change {
  /** Paths in the project, `/` between folders, sorted. */
  readonly files: readonly string[]
}

/** Editors write in bursts: a save is over when it was quiet this long. */
const quietMs = 40

/** Watches everything a board's package is made of. @returns a function that ends it. */
export async function watchSources(
  root: string,
  boardId: string,
  onChange: (change: Change) => void,
): Promise<() => Promise<void>> {
  const folders = [`boards/${boardId}`, "components", "fabrication", "src"]
  const watcher = watch(
    [...folders, "package-lock.json"].map((path) => join(root, path)).filter((path) => existsSync(path)),
    {
      ignoreInitial: true,
      ignored: (path) => /(^|[\\/])\.[^\\/]*$|~$|\.sw[a-z]$|\.tmp$/.test(relative(root, path)),
    },
  )
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  watcher.on("all", (_event, path) => {
    changed.add(relative(root, path).replaceAll("\\", "/"))
    clearTimeout(timer)
    timer = setTimeout(() => {
      const files = [...changed].sort()
      changed.clear()
      onChange({ files })
    }, quietMs)
  })
  await new Promise<void>((ready) => watcher.once("ready", () => ready()))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

/**
 * Paths in the project that are bundled into the running program itself, by its source maps: when one of them changes,
 * the compiling process must be replaced. The board's own modules are loaded afresh each time.
 */
export function programSources(root: string, bundleFolder: string): Set<string> {
  const sources = new Set<string>()
  for (const name of readdirSync(bundleFolder).filter((file) => file.endsWith(".map"))) {
    const map = JSON.parse(readFileSync(join(bundleFolder, name), "utf8")) as { sources?: string[] }
    for (const source of map.sources ?? []) {
      sources.add(relative(root, resolve(dirname(join(bundleFolder, name)), source)).replaceAll("\\", "/"))
    }
  }
  return sources
}

/** Whether a change touches the program rather than the board. */
export const touchesProgram = (files: readonly string[], program: ReadonlySet<string>): boolean =>
  files.some((file) => program.has(file) || /^(src|fabrication)\/|^package-lock\.json$/.test(file))
