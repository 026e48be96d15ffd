import { execFileSync, spawn } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs"
import { join, relative, sep } from "node:path"
import { cacheFolder } from "../bundler.mjs"
import type { FabHouse } from "../model/fab-house"
import { UserError } from "../model/finding"
import type { Observer } from "../model/observer"
import { sha256 } from "../package/manifest"
import { temporaryFolder } from "../project/temporary"
import { isCompared, type Snapshot } from "./snapshot"

export interface SourceOptions {
  /** Houses that a package may be made for. */
  readonly houses: readonly [FabHouse, ...FabHouse[]]
  readonly root: string
  /** Only this board is of interest. */
  readonly board?: string
  readonly observer: Observer
}

/** Packages of built revisions are kept, the newest this many. */
const keptRevisions = 60

/** The full hash of a revision, or undefined where git knows none (or there is no git). */
export function commitOf(root: string, revision: string): string | undefined {
  // A word that begins with a dash would be an option of git's.
  if (revision.startsWith("-")) return undefined
  try {
    return git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]).trim()
  } catch {
    return undefined
  }
}

/** The newest tag that begins so and that HEAD has in it; undefined where there is none (or no git). */
export function lastTag(root: string, beginning: string): string | undefined {
  try {
    return git(root, ["describe", "--tags", "--abbrev=0", "--match", `${beginning}*`, "HEAD"]).trim()
  } catch {
    return undefined
  }
}

export interface Commit {
  readonly hash: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly subject: string
}

/** What a board's package is made from. */
const sources = ["boards", "components", "fabrication", "src", "package-lock.json"]

/** Commits after `since` that touch what packages are made from, the oldest first; a merge counts as one. */
export function commitsSince(root: string, since: string): Commit[] {
  const range = ["--first-parent", "--reverse", "--format=%H %cs %s", `${since}..HEAD`, "--", ...sources]
  return git(root, ["log", ...range])
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ hash: line.slice(0, 40), date: line.slice(41, 51), subject: line.slice(52) }))
}

/** Builds the files as they are on the disk, beside everything else. @returns the folder of packages. */
export async function buildWorkingTree(options: SourceOptions): Promise<string> {
  const out = join(cacheFolder(options.root), "working-tree")
  options.observer.stage("building the working tree")
  const failed = await build(options.root, out, options, process.env)
  if (failed !== undefined) throw new UserError(`the working tree does not build: ${failed}`, { exitCode: 1 })
  return out
}

/** The boards of a revision, as far as they could be built. */
export interface BuiltRevision {
  readonly boards: readonly Snapshot[]
  readonly notes: readonly string[]
  /** The first thing that kept it from building. */
  readonly unbuilt?: string
}

/**
 * Builds the boards of a commit with that commit's own code, in a temporary folder, once: the packages are kept under
 * `node_modules/.cache/mep`. The installed packages serve all revisions.
 * @param read what is wanted of the folder of packages, which is gone afterwards if not all of them could be built.
 */
export async function buildRevision(
  name: string,
  commit: string,
  options: SourceOptions,
  read: (folder: string) => Snapshot[],
): Promise<BuiltRevision> {
  const { root, board, observer } = options
  const lock = sha256(readFileSync(join(root, "package-lock.json")))
  const cache = join(cacheFolder(root), "revisions")
  const folder = join(cache, `${commit}-${lock.slice(0, 8)}${board === undefined ? "" : `-${board}`}`)
  const notes =
    lockOf(root, commit) === lock
      ? []
      : [`${name} locks other tool versions; it was built with those installed here.`]
  if (existsSync(folder)) return { boards: read(folder), notes }

  const short = commit.slice(0, 10)
  observer.stage(`building ${name === commit ? short : `${name} (${short})`}`)
  const copy = temporaryFolder("mep-revision-")
  try {
    checkOut(root, commit, copy.path)
    if (!existsSync(join(copy.path, "src", "mep.mjs")) || !existsSync(join(copy.path, "boards"))) {
      return { boards: [], notes: [], unbuilt: "that revision has no boards that could be built" }
    }
    linkPackages(root, copy.path)
    const fresh = join(copy.path, "out")
    const hasBoard = board === undefined || existsSync(join(copy.path, "boards", board, "index.tsx"))
    mkdirSync(fresh, { recursive: true })
    if (hasBoard) {
      const date = git(root, ["log", "-1", "--format=%ct", commit]).trim()
      const unbuilt = await build(copy.path, fresh, options, { ...process.env, SOURCE_DATE_EPOCH: date })
      if (unbuilt !== undefined) return { boards: read(fresh), notes, unbuilt }
    }
    keep(fresh, folder, cache)
    return { boards: read(folder), notes }
  } finally {
    copy.remove()
  }
}

/** sha256 of a commit's lock file, which it may not have. */
function lockOf(root: string, commit: string): string | undefined {
  try {
    return sha256(Buffer.from(git(root, ["show", `${commit}:package-lock.json`])))
  } catch {
    return undefined
  }
}

/** The commit's files, by git alone: no tar, and no work tree to clean up after a crash. */
function checkOut(root: string, commit: string, into: string): void {
  const environment = { ...process.env, GIT_INDEX_FILE: join(into, ".index") }
  git(root, ["read-tree", commit], environment)
  git(root, ["checkout-index", "--all", `--prefix=${into.replaceAll("\\", "/")}/`], environment)
}

/**
 * `node_modules` of links, with a cache of its own: the revision's launcher would clear away the bundle of the one
 * that runs now. tscircuit's bundles are shared where they are the same, and so are results that are kept by the hash of
 * what they are made from.
 */
function linkPackages(root: string, copy: string): void {
  const [from, to] = [join(root, "node_modules"), join(copy, "node_modules")]
  const cache = join(to, ".cache", "mep")
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(from)) {
    if (name.startsWith(".") || !statSync(join(from, name)).isDirectory()) continue
    symlinkSync(join(from, name), join(to, name), "junction")
  }
  if (!existsSync(cacheFolder(root))) return
  for (const name of readdirSync(cacheFolder(root))) {
    if (/^vendor-\w+-[0-9a-f]+$|^kept$/.test(name))
      symlinkSync(join(cacheFolder(root), name), join(cache, name), "junction")
  }
}

/** @returns the first thing that kept it from building, or undefined. */
function build(
  root: string,
  out: string,
  { board, observer }: SourceOptions,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const only = board === undefined ? [] : ["--board", board]
  const args = [join(root, "src", "mep.mjs"), "build", "--out", out, ...only]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...environment, NO_COLOR: "1", CI: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let text = ""
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk
    })
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk
      observer.detail(chunk.trim().split("\n").at(-1) ?? "")
    })
    // Nothing is written any more when the temporary folder goes.
    const kill = (): void => void child.kill("SIGKILL")
    process.prependListener("exit", kill)
    child.on("error", reject)
    child.on("close", (code) => {
      process.off("exit", kill)
      resolve(code === 0 ? undefined : firstComplaint(text.replaceAll(join(root, "/"), "")))
    })
  })
}

function firstComplaint(text: string): string {
  const lines = text.split("\n")
  const line = lines.find((one) => /^(error|mep): /.test(one)) ?? lines.findLast((one) => one.trim() !== "")
  return (line ?? "no reason given").replace(/^(error|mep): /, "")
}

/** Of packages, only what is compared: a time line keeps many. */
function isKept(path: string): boolean {
  const [, first, ...inside] = path.split(sep)
  return first === undefined || isCompared([first, ...inside].join("/"))
}

/** Moves a finished build into the cache; whole or not at all. */
function keep(fresh: string, folder: string, cache: string): void {
  mkdirSync(cache, { recursive: true })
  const beside = `${folder}.${process.pid}`
  // Copied: the temporary folder may be on another disk.
  cpSync(fresh, beside, { recursive: true, filter: (path) => isKept(relative(fresh, path)) })
  try {
    renameSync(beside, folder)
  } catch {
    rmSync(beside, { recursive: true, force: true }) // another process was first
  }
  const old = readdirSync(cache)
    .map((name) => ({ path: join(cache, name), at: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .slice(keptRevisions)
  for (const { path } of old) rmSync(path, { recursive: true, force: true })
}

function git(root: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  return execFileSync("git", args, {
    cwd: root,
    encoding: "utf8",
    env,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  })
}
