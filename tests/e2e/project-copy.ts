import { spawn, spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { copyProject } from "../../src/project/copy"

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A copy of the project's sources in a temporary folder, to break and to build. Dependencies are linked. */
export class ProjectCopy {
  readonly root = mkdtempSync(join(tmpdir(), "mep-project-"))

  private seconds = 1_790_000_000

  private get environment() {
    return { ...process.env, SOURCE_DATE_EPOCH: String(this.seconds), NO_COLOR: "1" }
  }

  constructor() {
    copyProject(process.cwd(), this.root)
  }

  /** As after another commit: nothing is up to date, and what is kept of earlier builds still is. */
  later(): this {
    this.seconds++
    return this
  }

  /** Replaces text that must be there exactly once, runs `work` and puts the file back. */
  with<T>(file: string, from: string | RegExp, to: string, work: () => T): T {
    const path = join(this.root, file)
    const before = readFileSync(path, "utf8")
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${file} does not hold ${from}`)
    writeFileSync(path, after)
    try {
      return work()
    } finally {
      writeFileSync(path, before)
    }
  }

  /** Takes a file away, runs `work` and puts it back. */
  without<T>(file: string, work: () => T): T {
    const path = join(this.root, file)
    const before = readFileSync(path)
    rmSync(path)
    try {
      return work()
    } finally {
      writeFileSync(path, before)
    }
  }

  /** Leaves one board, so that a test need not know of the others. */
  keepBoard(id: string): void {
    const boards = join(this.root, "boards")
    for (const other of readdirSync(boards))
      if (other !== id) rmSync(join(boards, other), { recursive: true, force: true })
  }

  /** A second board: mep-smd under another name. */
  addBoard(id: string): void {
    const folder = join(this.root, "boards", id)
    cpSync(join(this.root, "boards", "mep-smd"), folder, { recursive: true })
    const index = join(folder, "index.tsx")
    writeFileSync(index, readFileSync(index, "utf8").replace('id: "mep-smd"', `id: "${id}"`))
  }

  mep(...args: string[]): Ended {
    const run = spawnSync(process.execPath, ["src/mep.mjs", ...args], {
      cwd: this.root,
      encoding: "utf8",
      env: this.environment,
    })
    return { code: run.status, out: run.stdout, err: run.stderr }
  }

  /** As {@link mep}, without waiting. */
  start(...args: string[]): Promise<Ended> {
    const child = spawn(process.execPath, ["src/mep.mjs", ...args], {
      cwd: this.root,
      env: this.environment,
    })
    let [out, err] = ["", ""]
    child.stdout.on("data", (text) => (out += text))
    child.stderr.on("data", (text) => (err += text))
    return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, err })))
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}
