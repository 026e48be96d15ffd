import { existsSync, readdirSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { UserError } from "../model/finding"
import { listBoards } from "../project/boards"
import { readContents } from "../verify/package/contents"
import { buildRevision, buildWorkingTree, commitOf, type SourceOptions } from "./revision"
import { readSnapshot, type Snapshot } from "./snapshot"

/** One side of a comparison: what the user named and the boards found there. */
export interface Source {
  /** For headings: the path, or the revision with its commit. */
  readonly label: string
  readonly boards: readonly Snapshot[]
  /** Sentences the reader should know about how it came about. */
  readonly notes: readonly string[]
  /** Why boards are missing: the first thing that kept the revision from building. */
  readonly unbuilt?: string
}

/** The word for "the files as they are on the disk now"; the project's folder means the same. */
export const workingTree = "WORKTREE"

/**
 * Finds what a word on the command line means: a path first, then a git revision.
 * @param name a package's folder, a folder of packages, a zip, a git revision, or WORKTREE.
 * @throws UserError when it is none of them, cannot be read or does not build. A revision tells in `unbuilt` instead.
 */
export async function openSource(name: string, options: SourceOptions): Promise<Source> {
  if (name === workingTree || resolve(name) === resolve(options.root)) {
    const folder = await buildWorkingTree(options)
    const here = listBoards(options.root) // the folder may hold more: boards that are deleted by now
    const boards = packagesIn(folder, "working tree", options).filter(({ board }) => here.includes(board))
    return { label: "working tree", boards, notes: [] }
  }
  if (existsSync(name)) return { label: name, boards: packagesIn(name, name, options), notes: [] }
  const commit = commitOf(options.root, name)
  if (commit === undefined) throw unknownSource(name)
  const short = commit.slice(0, 10)
  const label = commit.startsWith(name) ? short : `${name} (${short})`
  // A revision has no packages where none of its boards builds, or none is the wanted one.
  const read = (folder: string): Snapshot[] =>
    readdirSync(folder).length === 0 ? [] : packagesIn(folder, label, options)
  return { label, ...(await buildRevision(name, commit, options, read)) }
}

/** @throws UserError when the word means nothing: asked before minutes are spent on the other side. */
export function requireSource(name: string, root: string): void {
  if (name === workingTree || existsSync(name) || commitOf(root, name) !== undefined) return
  throw unknownSource(name)
}

const unknownSource = (name: string): UserError =>
  new UserError(`${name}: no such folder or zip, and no git revision of that name`)

/** The package in a folder or zip; or the packages in the folders of a folder. */
function packagesIn(
  path: string,
  name: string,
  { board, houses }: Pick<SourceOptions, "board" | "houses">,
): Snapshot[] {
  const folders = statSync(path).isDirectory() ? packageFolders(path) : []
  const found =
    folders.length === 0
      ? [readSnapshot(readContents(path), name, houses)]
      : folders.map((folder) => readSnapshot(readContents(join(path, folder)), join(name, folder), houses))
  if (board === undefined) return found
  return found.length === 1 && folders.length === 0 ? found : found.filter((one) => one.board === board)
}

/** Folders that hold a package each; none where the folder itself is one. */
function packageFolders(path: string): string[] {
  const names = readdirSync(path).sort()
  if (names.includes("manifest.json") || names.includes("gerbers")) return []
  return names.filter((name) => existsSync(join(path, name, "manifest.json")))
}
