import { execFileSync, spawn } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { cacheFolder } from "../bundler.mjs"
import { UserError } from "../finding"
import { sha256 } from "../package/manifest"
import type { SourceOptions } from "./source"

/** Packages of built revisions are kept, the newest this many. */
const keptRevisions = 12

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

/** Builds the files as they are on the disk, beside everything else. @returns the folder of packages. */
export async function buildWorkingTree(options: SourceOptions): Promise<string> {
  const out = join(cacheFolder(options.root), "working-tree")
  options.observer.stage("building the working tree")
  const failed = await build(options.root, out, options, process.env)
  if (failed !== undefined) throw new UserError(`the working tree does not build: ${failed}`, { exitCode: 1 })
  return out
}

/**
 * Builds the boards of a commit with that commit's own code, in a temporary folder, once: the packages are kept under
 * `node_modules/.cache/mep`. The installed packages serve all revisions.
 * @throws UserError when it does not build.
 */
export async function buildRevision(
  name: string,
  commit: string,
  options: SourceOptions,
): Promise<{ readonly folder: string; readonly notes: readonly string[] }> {
  const { root, board, observer } = options
  const lock = readFileSync(join(root, "package-lock.json"))
  const cache = join(cacheFolder(root), "revisions")
  const folder = join(cache, `${commit}-${sha256(lock).slice(0, 8)}${board === undefined ? "" : `-${board}`}`)
  const notes =
    sha256(Buffer.from(git(root, ["show", `${commit}:package-lock.json`]))) === sha256(lock)
      ? []
      : [`${name} locks other tool versions; it was built with those installed here.`]
  if (existsSync(folder)) return { folder, notes }

  observer.stage(`building ${name} (${commit.slice(0, 10)})`)
  const copy = mkdtempSync(join(tmpdir(), "mep-revision-"))
  try {
    checkOut(root, commit, copy)
    if (!existsSync(join(copy, "src", "mep.mjs"))) {
      throw new UserError(`${name}: that revision cannot build boards yet`, { exitCode: 1 })
    }
    linkPackages(root, copy)
    const fresh = join(copy, "out")
    const hasBoard = board === undefined || existsSync(join(copy, "boards", board, "index.tsx"))
    if (hasBoard) {
      const date = git(root, ["log", "-1", "--format=%ct", commit]).trim()
      const failed = await build(copy, fresh, options, { ...process.env, SOURCE_DATE_EPOCH: date })
      if (failed !== undefined) throw new UserError(`${name} does not build: ${failed}`, { exitCode: 1 })
    }
    mkdirSync(fresh, { recursive: true })
    keep(fresh, folder, cache)
    return { folder, notes }
  } finally {
    rmSync(copy, { recursive: true, force: true })
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
 * that runs now. tscircuit's bundle is shared where it is the same.
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
    if (/^vendor-[0-9a-f]+$/.test(name))
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
  const args = [join(root, "src", "mep.mjs"), "build", "--only", "order", "--out", out, ...only]
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
    child.on("error", reject)
    child.on("close", (code) => resolve(code === 0 ? undefined : firstComplaint(text)))
  })
}

function firstComplaint(text: string): string {
  const lines = text.split("\n")
  const line = lines.find((one) => /^(error|mep): /.test(one)) ?? lines.findLast((one) => one.trim() !== "")
  return (line ?? "no reason given").replace(/^(error|mep): /, "")
}

/** Moves a finished build into the cache; whole or not at all. */
function keep(fresh: string, folder: string, cache: string): void {
  mkdirSync(cache, { recursive: true })
  const beside = `${folder}.${process.pid}`
  // Copied: the temporary folder may be on another disk.
  cpSync(fresh, beside, { recursive: true })
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
