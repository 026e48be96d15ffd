import { mkdtempSync, rmSync } from "node:fs"
import { constants, tmpdir } from "node:os"
import { join } from "node:path"

export interface TemporaryFolder {
  readonly path: string
  readonly remove: () => void
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** A folder in the system's place for them, removed by its maker, or when the process is ended meanwhile. */
export function temporaryFolder(prefix: string): TemporaryFolder {
  // Listening first: a signal that comes as the folder is made would leave it behind.
  let made: string | undefined
  const clear = (): void => {
    if (made !== undefined) rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  const end = (signal: NodeJS.Signals): void => process.exit(128 + constants.signals[signal])
  for (const signal of signals) process.on(signal, end)
  process.on("exit", clear)
  const path = mkdtempSync(join(tmpdir(), prefix))
  made = path
  return {
    path,
    remove: () => {
      for (const signal of signals) process.off(signal, end)
      process.off("exit", clear)
      clear()
    },
  }
}
