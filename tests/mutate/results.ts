import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import type { Status } from "./job"

export interface Result {
  readonly status: Status
  /** The test that killed it. */
  readonly by: string
  /** The tests as they were when it lived. */
  readonly tests: string
}

export const hashOf = (...texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16)

/**
 * What became of mutants in earlier runs. A killed one stays so while its file is as it was; one that lived is tried
 * again when a test has changed.
 */
export class Results {
  private readonly known: Map<string, Result>

  constructor(private readonly file: string) {
    this.known = new Map(
      existsSync(file) ? Object.entries<Result>(JSON.parse(readFileSync(file, "utf8"))) : [],
    )
  }

  get(key: string, tests: string): Result | undefined {
    const result = this.known.get(key)
    const dead = result?.status === "killed" || result?.status === "endless"
    return dead || result?.tests === tests ? result : undefined
  }

  /** Whatever is known, be it of other tests. */
  last(key: string): Result | undefined {
    return this.known.get(key)
  }

  set(key: string, result: Result): void {
    this.known.set(key, result)
  }

  save(): void {
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(`${this.file}.new`, JSON.stringify(Object.fromEntries(this.known)))
    renameSync(`${this.file}.new`, this.file)
  }
}
