import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Report } from "../check/report"
import { type Manifest, manifestName, manifestSchema, sha256 } from "../package/manifest"
import { listFiles } from "../project/files"

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
  const manifest = readManifest(folder)
  if (manifest === undefined) return undefined
  if (manifest.sourceHash !== wanted.sourceHash || manifest.date !== wanted.date) return undefined
  if (wanted.bookFile !== undefined && !(wanted.bookFile in manifest.files)) return undefined
  const present = listFiles(folder).filter((file) => file !== manifestName)
  const listed = Object.keys(manifest.files)
  if (present.length !== listed.length) return undefined
  for (const file of listed) {
    const path = join(folder, file)
    if (!existsSync(path) || sha256(readFileSync(path)) !== manifest.files[file]?.sha256) return undefined
  }
  return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report
}

function readManifest(folder: string): Manifest | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(join(folder, manifestName), "utf8")))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
