import { readFileSync } from "node:fs"
import { join } from "node:path"
import { UserError } from "../model/finding"
import { replaceFile } from "../project/replace-file"
import { differencesOf } from "./draft"
import { formatLock, type Lock, lockFile, parseLock } from "./lock"

/** What was accepted of a board, if anything. @throws UserError with file and line when the lock cannot be read. */
export function readAccepted(root: string, boardId: string): Lock | undefined {
  const file = lockFile(boardId)
  let text: string
  try {
    text = readFileSync(join(root, file), "utf8")
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error)
    if (code === "ENOENT") return undefined
    throw new UserError(`${file}: cannot be read (${code})`, { exitCode: 1, cause: error })
  }
  return parseLock(text, file)
}

export interface AcceptOptions {
  readonly root: string
  readonly boardId: string
  /** The board as its source says it is now. */
  readonly currentLock: (root: string, boardId: string) => Promise<Lock>
  readonly say: (line: string) => void
  /** "ask" puts the question; "no" where there is nobody to ask. */
  readonly consent: "yes" | "no" | ((question: string) => Promise<boolean>)
}

export interface Acceptance {
  readonly file: string
  readonly status: "unchanged" | "accepted" | "declined" | "nobody to ask"
  readonly differences: readonly string[]
}

/** Says how the board differs from what was accepted, asks, and writes its lock. */
export async function acceptBoard(options: AcceptOptions): Promise<Acceptance> {
  const { root, boardId, say, consent } = options
  const file = lockFile(boardId)
  const now = await options.currentLock(root, boardId)
  const differences = differencesToAccept(root, boardId, now)
  if (differences.length === 0) return { file, status: "unchanged", differences }
  for (const line of differences) say(line)
  if (consent === "no") return { file, status: "nobody to ask", differences }
  if (consent !== "yes" && !(await consent(`accept ${boardId} so? (y/N) `))) {
    return { file, status: "declined", differences }
  }
  replaceFile(join(root, file), formatLock(now))
  return { file, status: "accepted", differences }
}

/** A lock that cannot be read is said and replaced: this is the way to mend it. */
function differencesToAccept(root: string, boardId: string, now: Lock): string[] {
  const contents = (): string => {
    const count = (entries: object): number => Object.keys(entries).length
    return `all of it is new: parts ${count(now.parts)}, nets ${count(now.nets)}, claims ${count(now.claims)}, waivers ${count(now.waivers)}`
  }
  try {
    const accepted = readAccepted(root, boardId)
    if (accepted !== undefined) return differencesOf(boardId, accepted, now)
    return ["nothing of this board has been accepted yet", contents()]
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [error.message, contents()]
  }
}
