import { renameSync, rmSync, writeFileSync } from "node:fs"
import { UserError } from "../model/finding"

/** Written beside the old file and moved over it: whoever stops this finds the old file or the new, never half. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(fresh, text)
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error)
    throw new UserError(`${path}: cannot be written (${code})`, { exitCode: 1, cause: error })
  }
}
