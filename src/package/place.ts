import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { UserError } from "../model/finding"
import { isAlive } from "../project/alive"
import { readManifestOf } from "./intact"
import { busyWith, isHeld, lockOf, takeLock, waitForOthersMs } from "./lock"
import { requireReplaceable } from "./target"

/**
 * Puts a finished package in place of the last one. Everything is written beside the target first and swapped in by
 * renames, so a failure or a kill at any moment leaves the whole old package or the whole new one.
 *
 * Layout while at work, beside `dist/<board>`:
 *   `.<board>.<pid>.new`   the package being written; left over by a kill, removed by the next build
 *   `.<board>.old`         the last package between two renames; put back by {@link recover} after a kill
 *   `.<board>.lock`        names the process that writes; a second one waits for it
 *
 * A folder there that is not a whole package of ours (somebody edited it, or it was never one) is neither replaced nor
 * moved.
 *
 * @param waitMs how long another build that is writing there is waited for.
 * @throws UserError when the folder cannot be written, is somebody's, or another build holds it for longer.
 */
export function placePackage(
  target: string,
  files: ReadonlyMap<string, Uint8Array>,
  waitMs = waitForOthersMs,
): void {
  const folder = resolve(target)
  try {
    requireReplaceable(folder)
    mkdirSync(dirname(folder), { recursive: true })
    const release = takeLock(lockOf(folder), waitMs, busyWith(folder))
    try {
      clearUp(folder)
      requireReplaceable(folder, { held: true })
      const fresh = beside(folder, `${process.pid}.new`)
      rmSync(fresh, { recursive: true, force: true })
      try {
        writeTree(fresh, files)
        swap(folder, fresh)
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true })
        throw error
      }
    } finally {
      release()
    }
  } catch (error) {
    throw writeError(folder, error)
  }
}

/**
 * Puts right what a killed build left beside `folder`; a living one that is writing needs no help.
 * @throws UserError when the folder cannot be read or written.
 */
export function recover(folder: string): void {
  try {
    clearUp(folder)
  } catch (error) {
    throw writeError(folder, error)
  }
}

function clearUp(folder: string): void {
  if (isHeld(lockOf(folder))) return
  const old = beside(folder, "old")
  if (readManifestOf(old) !== undefined) {
    if (existsSync(folder)) rmSync(old, { recursive: true, force: true })
    else renameSync(old, folder)
  }
  if (!existsSync(dirname(folder))) return
  const leftover = new RegExp(`^\\.${escapePattern(basename(folder))}\\.(\\d+)\\.new$`)
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.match(leftover)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function swap(folder: string, fresh: string): void {
  const old = beside(folder, "old")
  if (existsSync(folder)) renameSync(folder, old)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (existsSync(old)) renameSync(old, folder)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

function writeTree(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, content] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
    writeFileSync(file, content, { mode: 0o644 })
  }
  const handle = openSync(folder, "r")
  try {
    fsyncSync(handle)
  } catch {
    // Not every platform can sync a folder; the swap does not depend on it.
  } finally {
    closeSync(handle)
  }
}

function beside(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}.${suffix}`)
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

function writeError(folder: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) return error
  const reasons: Record<string, string> = {
    EACCES: "no permission to write there",
    EPERM: "no permission to write there",
    EROFS: "the file system is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    ENOTDIR: "a part of that path is a file, not a folder",
    EEXIST: "a file of that name is in the way",
    ENOTEMPTY: "a folder of that name is in the way",
  }
  return new UserError(`cannot write ${folder}: ${reasons[code] ?? code}; the last package is untouched`, {
    exitCode: 1,
    cause: error,
  })
}
