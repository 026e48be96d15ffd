import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { UserError } from "../model/finding"
import { isAlive } from "../project/alive"

/** A lock file gets its holder's number at once; one that is empty for longer was left by a kill. */
const writtenWithinMs = 2000
const lookEveryMs = 20

/** Writing a package takes a fraction of a second. */
export const waitForOthersMs = 20_000

/** Who holds it writes the package at `folder`: beside it. */
export const lockOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.lock`)

export const busyWith = (folder: string): string =>
  `another build is writing ${folder}: wait for it, or give --out another folder`

/**
 * Takes a lock file, which names the process that holds it; a dead holder's is taken over. Waits for a living one,
 * whose work is writing some files.
 * @returns what gives it back.
 * @throws UserError when it is not free within `waitMs`.
 */
export function takeLock(file: string, waitMs: number, busy: string): () => void {
  const until = performance.now() + waitMs
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" })
      return () => rmSync(file, { force: true })
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException
      if (/ENOSPC|EDQUOT/.test(code)) rmSync(file, { force: true }) // made, but not written
      if (code !== "EEXIST") throw error
    }
    const holder = holderOf(file)
    // Given back meanwhile: what is there by now may be the next one's, and is not removed.
    if (holder === "none") continue
    if (holder === "dead") rmSync(file, { force: true })
    else if (performance.now() > until) throw new UserError(busy, { exitCode: 1 })
    else sleep(lookEveryMs)
  }
}

/** Whether another living process holds the lock. */
export const isHeld = (file: string): boolean => holderOf(file) === "alive"

function holderOf(file: string): "alive" | "dead" | "none" {
  try {
    const text = readFileSync(file, "utf8")
    if (text === "") return Date.now() - statSync(file).mtimeMs < writtenWithinMs ? "alive" : "dead"
    const pid = Number(text)
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? "alive" : "dead"
  } catch (error) {
    // One that cannot be read is somebody's.
    const { code = "" } = error as NodeJS.ErrnoException
    return /EACCES|EPERM|EISDIR/.test(code) ? "alive" : "none"
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
