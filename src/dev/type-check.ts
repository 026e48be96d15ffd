import { spawn } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { constants, setPriority } from "node:os"
import { join } from "node:path"
import { cacheFolder } from "../bundler.mjs"
import type { Problem } from "./messages"

/**
 * TypeScript's own opinion of the project, beside the builds and out of their way: esbuild compiles what does not
 * type-check. Tells the problems of the board's sources after every change. @returns a function that ends it.
 */
export function watchTypes(
  root: string,
  boardId: string,
  onProblems: (problems: readonly Problem[]) => void,
): () => void {
  const tsc = join(root, "node_modules", "typescript", "lib", "tsc.js")
  if (!existsSync(tsc)) return () => {}
  const child = spawn(
    process.execPath,
    [tsc, "--project", configFor(root, boardId), "--watch", "--preserveWatchOutput", "--pretty", "false"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
    },
  )
  child.on("error", () => {}) // without it there are builds all the same
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  } catch {
    // A system that forbids it.
  }
  let found: Problem[] = []
  let rest = ""
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = `${rest}${chunk}`.split(/\r?\n/)
    rest = lines.pop() ?? ""
    for (const line of lines) {
      const problem = typeProblem(line)
      if (problem !== undefined) found.push(problem)
      else if (/Found \d+ errors?\./.test(line)) {
        onProblems(found)
        found = []
      }
    }
  })
  return () => {
    child.kill()
  }
}

/** The board and what it imports: the rest of the project would take four times the memory. */
function configFor(root: string, boardId: string): string {
  const folder = join(cacheFolder(root), "types")
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${boardId}.json`)
  const config = {
    extends: join(root, "tsconfig.json"),
    include: [join(root, "boards", boardId), join(root, "components"), join(root, "fabrication")],
    exclude: [],
  }
  writeFileSync(file, JSON.stringify(config))
  return file
}

/** "boards/x/board.tsx(12,5): error TS2304: Cannot find name 'y'." Tests are their own business. */
export function typeProblem(line: string): Problem | undefined {
  const match = /^((?:boards|components|fabrication|src)\/[^(]+)\((\d+),\d+\): error (TS\d+: .*)$/.exec(
    line.replaceAll("\\", "/"),
  )
  if (match === null) return undefined
  const [, file = "", number = "", text = ""] = match
  return { severity: "error", file, line: Number(number), text }
}
