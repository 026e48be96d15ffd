import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { BuildOptions } from "esbuild"
import { bundleOptions, cacheFolder } from "../bundler.mjs"
import type { BoardSource, CatalogueRow } from "../model/board"
import { UserError } from "../model/finding"
import type { Part } from "../model/part"
import { isAlive } from "./alive"
import { bundleError } from "./bundle-error"
import { closest } from "./suggest"

/** The ids of all boards: the folders of `boards/` with an `index.tsx`, sorted. */
export function listBoards(root: string): string[] {
  const folder = join(root, "boards")
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, "index.tsx")))
    .sort()
}

/** @throws UserError when there is no such board, with the nearest name. */
export function requireBoard(root: string, id: string): string {
  const known = listBoards(root)
  if (known.includes(id)) return id
  const near = closest(id, known)
  const hint = near === undefined ? `boards: ${known.join(", ")}` : `did you mean "${near}"?`
  throw new UserError(`unknown board "${id}": ${hint}`)
}

/** A board's TSX on its way to JavaScript, in a process of its own. */
export interface BoardBundle {
  readonly file: string
  readonly done: Promise<unknown>
}

/** The list of all parts, where a project has one. */
const catalogue = "components/parts/index.ts"

/** What is bought for each part of a catalogue. */
export const catalogueOf = (parts: readonly Part[]): CatalogueRow[] =>
  parts.map(({ id, manufacturer, mpn, numbers }) => ({
    id,
    numbers,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(mpn === undefined ? {} : { mpn }),
  }))

/** How a board's TSX is bundled. */
export const boardBundleOptions = (root: string, id: string): BuildOptions => ({
  ...bundleOptions(root),
  // The catalogue comes along: what it says of an order number contradicts what a board says of it.
  stdin: {
    contents: [
      `import * as board from "./boards/${id}/index.tsx"`,
      "export default board.default",
      ...(existsSync(join(root, catalogue)) ? [`export { allParts } from "./${catalogue}"`] : []),
    ].join("\n"),
    resolveDir: root,
    sourcefile: `boards/${id}`,
  },
})

/** Begins to bundle a board's TSX. Whatever is wrong with it, {@link loadBoard} says. */
export async function startBundle(root: string, id: string): Promise<BoardBundle> {
  const { build } = await import("esbuild")
  mkdirSync(cacheFolder(root), { recursive: true })
  clearLeftovers(cacheFolder(root))
  const file = join(cacheFolder(root), `board-${id}-${process.pid}-${loads++}.mjs`)
  const done = build({ ...boardBundleOptions(root, id), outfile: file, sourcemap: "inline" })
  done.catch(() => {}) // it may fail before anyone waits for it
  return { file, done }
}

/** The board that is asked for, or all. @throws UserError when there is no such board. */
export const wantedBoards = (root: string, id: string | undefined): string[] =>
  id === undefined ? listBoards(root) : [requireBoard(root, id)]

/**
 * Bundles a board's TSX and imports it; `loadVendor` must have run. Each load is a fresh module, so a long-running process sees edits.
 * @param bundle the bundle, where it has been started before
 * @throws UserError with file and line when the TSX does not parse, an import is missing or a module throws.
 */
export async function loadBoard(root: string, id: string, bundle?: BoardBundle): Promise<BoardSource> {
  const { file, done } = bundle ?? (await startBundle(root, id))
  try {
    await done.catch((error: unknown) => {
      throw bundleError(error)
    })
    const module = (await import(pathToFileURL(file).href).catch((error: unknown) => {
      throw moduleError(root, `boards/${id}`, error)
    })) as { default?: BoardSource; allParts?: readonly Part[] }
    if (module.default === undefined) {
      throw new UserError(`boards/${id}/index.tsx: no default export: export the board's definition`, {
        exitCode: 1,
      })
    }
    if (module.default.id !== id) {
      throw new UserError(
        `boards/${id}/index.tsx: id is "${module.default.id}" but the folder is "${id}": make them equal`,
        { exitCode: 1 },
      )
    }
    const { allParts } = module
    return allParts === undefined ? module.default : { ...module.default, catalogue: catalogueOf(allParts) }
  } finally {
    rmSync(file, { force: true })
  }
}

let loads = 0

/** Bundles of boards whose process was killed. */
function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^board-.*-(\d+)-\d+\.mjs$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true })
  }
}

/** Turns what a board's own code threw into one line with the file and line of the project it came from. */
export function moduleError(root: string, fallback: string, error: unknown): UserError {
  if (error instanceof Error && error.name === "UserError") return error as UserError
  const message = (error instanceof Error ? error.message : String(error)).split("\n")[0]
  return new UserError(`${sourcePlace(root, error) ?? fallback}: ${message}`, { cause: error, exitCode: 1 })
}

/** "boards/x/board.tsx:12" of the first stack frame inside the project's boards, components or fabrication. */
export function sourcePlace(root: string, error: unknown): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : ""
  const normalised = stack.replaceAll("\\", "/").replaceAll(`${root.replaceAll("\\", "/")}/`, "")
  return normalised.match(/(?:boards|components|fabrication)\/[\w./-]+\.tsx?:\d+/)?.[0]
}
