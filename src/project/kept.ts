import { createHash } from "node:crypto"
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { deserialize, serialize } from "node:v8"
import { cacheFolder, type StageName, stageCode } from "../bundler.mjs"
import { fingerprint } from "./fingerprint"

/**
 * Makes a stage's result, or takes it from an earlier run that had the same input and the same code. Input and result
 * are plain data, and the result follows from the input alone.
 */
export type Keep = <T>(stage: StageName, input: unknown, make: () => T | Promise<T>) => Promise<T>

/** Keeps nothing. */
export const keepNothing: Keep = async (_stage, _input, make) => make()

/** The newest results are kept, so many and so much: a state of a board has six, 7 MB together. */
const most = { entries: 240, bytes: 256 * 2 ** 20 }

export interface KeeperOptions {
  /** Make everything anew, whatever is there. */
  readonly fresh?: boolean
  /** sha256 of a stage's code; where it is not known nothing is kept. */
  readonly codeOf?: (stage: StageName) => string | undefined
  /** What is kept at most. */
  readonly bound?: { readonly entries: number; readonly bytes: number }
}

/**
 * Keeps results in `node_modules/.cache/mep/kept`, each in a file of its own under the hash of what it was made from:
 * input, the stage's code with all it imports, locked packages, Node. What is there is never needed: the folder may be
 * deleted at any time, and a file that is not whole is a miss.
 */
export function keeper(root: string, options: KeeperOptions = {}): Keep {
  const { fresh = false, codeOf = stageCode, bound = most } = options
  const folder = join(cacheFolder(root), "kept")
  return async (stage, input, make) => {
    const code = codeOf(stage)
    const print = code === undefined ? undefined : fingerprint(input)
    if (code === undefined || print === undefined) return make()
    const key = createHash("sha256")
      .update(`${stage} ${process.version} ${process.platform} ${process.arch} ${code} ${print} `)
      .update(readFileSync(join(root, "package-lock.json")))
      .digest("hex")
      .slice(0, 32)
    const file = join(folder, `${stage}-${key}`)
    const known = fresh ? undefined : readKept(file, key)
    if (known !== undefined) return known.value as Awaited<ReturnType<typeof make>>
    const value = await make()
    try {
      write(file, key, value)
      prune(folder, bound)
    } catch {
      // A result that cannot be kept costs time, not correctness.
    }
    return value
  }
}

const digestLength = 32
const digestOf = (key: string, body: Uint8Array): Buffer =>
  createHash("sha256").update(key).update(body).digest()

/** What a file keeps under a key; undefined where it is not there, not whole, or another's. */
export function readKept(file: string, key: string): { readonly value: unknown } | undefined {
  try {
    const content = readFileSync(file)
    const body = content.subarray(digestLength)
    if (!content.subarray(0, digestLength).equals(digestOf(key, body))) return undefined
    const now = new Date()
    utimesSync(file, now, now) // the longest unused goes first
    return { value: deserialize(body) }
  } catch {
    return undefined
  }
}

/** Whole or not at all. */
function write(file: string, key: string, value: unknown): void {
  const body = serialize(value)
  const fresh = `${file}.${process.pid}.tmp`
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(fresh, Buffer.concat([digestOf(key, body), body]))
    renameSync(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/** Removes the longest unused beyond the bounds, and with time what a killed process left half written. */
function prune(folder: string, bound: typeof most): void {
  const newestFirst = readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name)
      const found = statSync(path, { throwIfNoEntry: false })
      return found === undefined ? [] : [{ path, at: found.mtimeMs, size: found.size }]
    })
    .sort((a, b) => b.at - a.at)
  let bytes = 0
  newestFirst.forEach(({ path, size }, index) => {
    bytes += size
    if (index >= bound.entries || bytes > bound.bytes) rmSync(path, { force: true })
  })
}
