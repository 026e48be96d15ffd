import { readdirSync } from "node:fs"
import { join } from "node:path"

/** All files below `folder`, as paths relative to it with `/`, sorted by code unit: the same on every machine. */
export function listFiles(folder: string, prefix = ""): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) => {
      const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`
      return entry.isDirectory() ? listFiles(folder, path) : [path]
    })
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
