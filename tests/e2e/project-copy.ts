import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A copy of the project's sources in a temporary folder, to break and to build. Dependencies are linked. */
export class ProjectCopy {
  readonly root = mkdtempSync(join(tmpdir(), "mep-project-"))

  constructor() {
    for (const path of [
      "boards",
      "components",
      "fabrication",
      "src",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
    ]) {
      cpSync(path, join(this.root, path), { recursive: true })
    }
    symlinkSync(join(process.cwd(), "node_modules"), join(this.root, "node_modules"), "junction")
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

  mep(...args: string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
    const run = spawnSync(process.execPath, ["src/mep.mjs", ...args], {
      cwd: this.root,
      encoding: "utf8",
      env: { ...process.env, SOURCE_DATE_EPOCH: "1790000000", NO_COLOR: "1" },
    })
    return { code: run.status, out: run.stdout, err: run.stderr }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}
