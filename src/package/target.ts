import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from "node:fs"
import { basename, dirname, join, relative, resolve, sep } from "node:path"
import { UserError } from "../model/finding"
import { isIntact, readManifestOf } from "./intact"
import { busyWith, lockOf, takeLock, waitForOthersMs } from "./lock"

/** Folders of a project that a person's work is in, or that the tools keep for themselves; every hidden one too. */
const ownFolders: ReadonlySet<string> = new Set([
  "boards",
  "components",
  "docs",
  "fabrication",
  "node_modules",
  "src",
  "tests",
])

/**
 * Whether outputs may go into `out`: not among the sources of the project at `root`, not into a repository's root, not
 * into a finished package.
 * @throws UserError that says which of these it is.
 */
export function requireOutside(out: string, root: string): void {
  const [place, project] = [real(resolve(out)), real(resolve(root))]
  const refuse = (what: string): never => {
    throw new UserError(`--out ${out} is ${what}: give a folder of its own, as dist/ is. Nothing was touched`)
  }
  const inside = relative(project, place)
  if (inside === "" || exists(join(place, ".git"))) refuse("the root of a repository")
  const [first = ""] = inside.split(sep)
  if (first !== ".." && !inside.startsWith(sep) && (ownFolders.has(first) || first.startsWith(".")))
    refuse(`inside the project's own ${first}/`)
  for (let folder = place; folder !== dirname(folder); folder = dirname(folder))
    if (readManifestOf(folder) !== undefined) refuse(`inside the finished package ${folder}`)
}

/**
 * Whether a package of `board` may take the place of whatever is at `folder`: nothing, an empty folder, or a whole
 * package of this board as a build left it. Anything else is somebody's.
 * @param held whether this process holds the folder's lock: nobody else is writing there.
 * @throws UserError that says what is there.
 */
export function requireReplaceable(folder: string, { board = boardOf(folder), held = false } = {}): void {
  const refuse = (what: string): never => {
    throw new UserError(
      `${folder} ${what}: move it away or delete it, or give --out another folder. Nothing was touched`,
      { exitCode: 1 },
    )
  }
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const found = linkOrFolder(path)
    if (found === "dangling") refuse(`cannot be written: ${path} is a link that leads nowhere`)
    if (found === "link" && path === folder) refuse("is a link, and a build puts a folder in its place")
  }
  const seen = strangeness(folder, board)
  const what = seen === undefined || held ? seen : atRest(folder, seen, () => strangeness(folder, board))
  if (what !== undefined) refuse(what)
}

/**
 * What is seen while nobody writes there: a build that swaps packages between two looks makes a whole one seem edited.
 * Where no lock can be had, nothing can be built either, and what was seen first counts.
 */
function atRest<T>(folder: string, seen: T, look: () => T): T {
  let release: () => void
  try {
    release = takeLock(lockOf(folder), waitForOthersMs, busyWith(folder))
  } catch (error) {
    if (error instanceof Error && "code" in error) return seen
    throw error
  }
  try {
    return look()
  } finally {
    release()
  }
}

/** `<board>/`, or `<board>@<house>/`. */
const boardOf = (folder: string): string => basename(folder).replace(/@.*$/, "")

/** Why a folder is no package of this board as a build left it. */
function strangeness(folder: string, board: string): string | undefined {
  if (!exists(folder)) return undefined
  if (!statSync(folder).isDirectory()) return "is a file, and a build puts a folder in its place"
  try {
    if (readdirSync(folder).length === 0) return undefined
    const manifest = readManifestOf(folder)
    if (manifest === undefined) return "is there and is no package of ours"
    if (manifest.board !== board) return `is a package of ${manifest.board}, not of ${board}`
    return isIntact(folder, manifest)
      ? undefined
      : "was edited since it was built: its files are not those of its manifest"
  } catch (error) {
    // Another build is just replacing it; this is asked again when that is done.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined
    throw error
  }
}

function linkOrFolder(path: string): "link" | "dangling" | undefined {
  try {
    if (!lstatSync(path).isSymbolicLink()) return undefined
  } catch {
    return undefined // not there
  }
  return exists(path) ? "link" : "dangling"
}

/** A path through a file is not there either. */
function exists(path: string): boolean {
  return existsSync(path)
}

/** A path without links, as far as it is there. */
function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path === dirname(path) ? path : join(real(dirname(path)), basename(path))
  }
}
