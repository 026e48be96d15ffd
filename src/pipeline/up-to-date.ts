import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Report } from "../check/report"
import { isIntact, readManifestOf } from "../package/intact"
import { recover } from "../package/place"
import { sourceHash } from "../project/source-hash"
import { type BuildOptions, type BuildResult, packageFolder } from "./build-job"

/** What only a full build makes; its absence tells a package made with `--only order`. */
export const bookFile = "index.html"

/** As it stands in every file that carries a date. */
export function dateText(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z")
}

/** The result of a build that has nothing to do. Needs no compiler: it is asked before that is loaded. */
export async function findUnchanged(options: BuildOptions): Promise<BuildResult | undefined> {
  if (options.force) return undefined
  const folder = packageFolder(options)
  recover(folder)
  const report = upToDate(folder, {
    sourceHash: await sourceHash(options.root, options.boardId),
    date: dateText(options.date),
    ...(options.orderOnly ? {} : { bookFile }),
  })
  const isStopped = report?.draft !== undefined && options.frozen === true
  return report === undefined || isStopped
    ? undefined
    : { status: "unchanged", folder, report, timings: new Map() }
}

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
  try {
    const manifest = readManifestOf(folder)
    if (manifest === undefined) return undefined
    if (manifest.sourceHash !== wanted.sourceHash || manifest.date !== wanted.date) return undefined
    if (wanted.bookFile !== undefined && !(wanted.bookFile in manifest.files)) return undefined
    if (!isIntact(folder, manifest)) return undefined
    return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report
  } catch {
    return undefined // another build is just replacing it, or it cannot be read
  }
}
