import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Report } from "../check/report"
import { isIntact, readManifestOf } from "../package/intact"

export interface Wanted {
  readonly sourceHash: string
  readonly date: string
  /** A file that only the full build makes; absent when the order alone is wanted. */
  readonly bookFile?: string
}

/**
 * The report of the package in `folder` when it is exactly what a build would make: same source, same date, every
 * file there with its hash and none beside them. Anything else, and there is nothing to reuse.
 */
export function upToDate(folder: string, wanted: Wanted): Report | undefined {
  const manifest = readManifestOf(folder)
  if (manifest === undefined) return undefined
  if (manifest.sourceHash !== wanted.sourceHash || manifest.date !== wanted.date) return undefined
  if (wanted.bookFile !== undefined && !(wanted.bookFile in manifest.files)) return undefined
  if (!isIntact(folder, manifest)) return undefined
  return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report
}
