import { existsSync } from "node:fs"
import type { FabHouse } from "../model/fab-house"
import type { Finding } from "../model/finding"
import type { Observer } from "../model/observer"
import { type BuildOptions, packageFolder } from "../pipeline/build-job"
import { buildInProcess } from "../pipeline/build-process"
import { bookFile } from "../pipeline/up-to-date"
import { temporaryFolder } from "../project/temporary"
import { type Contents, readContents } from "../verify/package/contents"
import { compareSnapshots } from "./compare"
import { fileDifference, wordsOf } from "./file-difference"
import { readSnapshot } from "./snapshot"

export interface RebuildRequest {
  readonly root: string
  readonly boardId: string
  /** Id of the house, where it is not the board's own. */
  readonly fab?: string
  /** As the package's files have it. */
  readonly date: Date
  /** Gerbers, drills and lists only. */
  readonly orderOnly: boolean
  readonly observer: Observer
}

/** What the source here makes of a board, or why it makes nothing. */
export type Rebuilt = { readonly contents: Contents } | { readonly unbuilt: string }

/**
 * Builds a board beside everything else, in a process and a folder of its own, with the date of the package that it is
 * held against: the same source makes the same bytes.
 */
export async function rebuild({ observer, ...request }: RebuildRequest): Promise<Rebuilt> {
  const folder = temporaryFolder("mep-rebuilt-")
  try {
    const options: BuildOptions = {
      ...{ ...request, observer, out: folder.path },
      ...{ force: true, timeLimitMs: 300_000, frozen: false },
    }
    const outcome = await buildInProcess(options)
    if ("failure" in outcome) return { unbuilt: outcome.failure.message }
    const { status, report } = outcome.result
    const made = packageFolder(options)
    if (status === "stopped" || !existsSync(made))
      return { unbuilt: report.findings[0]?.message ?? "it has open findings" }
    return { contents: readContents(made) }
  } finally {
    folder.remove()
  }
}

/** Whether a package was made with its book. */
export const isWhole = (stored: Contents): boolean => stored.has(bookFile)

/** Files that are added to a package after it was built. */
const added = ["manifest.json.sig"]

/** More differences of one kind than this tell nothing more. */
const most = 40

/**
 * Holds a package against what its source makes, byte by byte; one line a difference, in words.
 * @param sameSource whether the package says that it was built from this very source: then a difference is an error,
 * else it tells what the other source has otherwise.
 */
export function compareRebuilt(
  stored: Contents,
  rebuilt: Rebuilt,
  sameSource: boolean,
  houses: readonly [FabHouse, ...FabHouse[]],
): Finding[] {
  const rule = sameSource ? "pkg/rebuilt" : "pkg/other-source"
  const finding = (message: string, file?: string): Finding => ({
    rule,
    severity: sameSource ? "error" : "info",
    message,
    ...(file === undefined ? {} : { file }),
  })
  if ("unbuilt" in rebuilt)
    return [
      finding(
        `the source here does not build, so nothing tells whether this is its package: ${rebuilt.unbuilt}`,
      ),
    ]
  const fresh = rebuilt.contents
  const paths = [...new Set([...fresh.keys(), ...stored.keys()])]
    .filter((path) => !added.includes(path))
    .sort()
  const different = paths.filter((path) => !equal(fresh.get(path), stored.get(path)))
  if (different.length === 0) return []
  const files = different
    .filter((path) => sameSource || path !== "manifest.json")
    .map((path) => finding(fileDifference(path, fresh.get(path), stored.get(path)), path))
  const facts = factsOf(stored, fresh, houses).map((text) => finding(text))
  return [...facts.slice(0, most), ...(sameSource ? files : [])].concat(
    !sameSource && facts.length === 0
      ? [
          finding(
            `no fact of the board differs, but ${different.length} files do: ${different.slice(0, 8).join(", ")}`,
          ),
        ]
      : [],
  )
}

/** What of the board itself differs, as the comparison of two packages tells it: from the source to the package. */
function factsOf(stored: Contents, fresh: Contents, houses: readonly [FabHouse, ...FabHouse[]]): string[] {
  try {
    const { changes } = compareSnapshots(
      readSnapshot(fresh, "source", houses),
      readSnapshot(stored, "package", houses),
    )
    return changes.map(({ section, text }) => wordsOf(section, text))
  } catch (error) {
    // A file that cannot be read is told by the check that reads it, and differs by its bytes.
    if (error instanceof Error && /^(ReadError|UserError)$/.test(error.name)) return []
    throw error
  }
}

const equal = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.compare(a, b) === 0
