import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { copyProject } from "../project/copy"
import { type RouteCase, routeBench } from "./route-bench"
import { editsOf } from "./route-edits"
import { type BoardCases, routeNotes, routePage, routeTable } from "./route-page"
import { routePicture } from "./route-picture"
import { columns, machineFacts } from "./table"

/** `npm run bench -- route`: every board, and the small example that `new` writes. */

export interface RunOptions {
  readonly root: string
  readonly boards: readonly string[]
  readonly only: readonly string[]
  /** Page and pictures into `docs/`. */
  readonly write: boolean
  readonly freerouting?: string
  readonly progress: (line: string) => void
  readonly say: (line: string) => void
}

const example = "components/examples/board.tsx"

export async function runRouteBench(options: RunOptions) {
  const { root, only, say } = options
  const results: BoardCases[] = []
  const tell = (boardId: string, cases: readonly RouteCase[]): void => {
    const board = { boardId, cases }
    results.push(board)
    say(boardId)
    for (const line of columns(routeTable(board))) say(line)
    for (const note of routeNotes(board)) say(`  ${note}`)
  }
  for (const boardId of options.boards) {
    const edits = editsOf(root, boardId)
    tell(boardId, await routeBench({ ...options, boardId, edits, others: edits.length > 0 }))
  }
  if (only.length === 0 && options.boards.length > 1 && existsSync(join(root, example))) {
    const copy = mkdtempSync(join(tmpdir(), "mep-example-"))
    try {
      copyProject(root, copy)
      mkdirSync(join(copy, "boards/example"))
      cpSync(join(root, example), join(copy, "boards/example/index.tsx"))
      tell(
        "example",
        await routeBench({ ...options, root: copy, boardId: "example", edits: [], others: false }),
      )
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }
  if (options.write) write(root, results)
  return results.map(({ boardId, cases }) => ({
    board: boardId,
    cases: cases.map(({ title, effort, seconds, blocked, laid, judged }) => ({
      title,
      effort,
      seconds,
      blocked,
      laid,
      lines: judged?.lines,
      findings: judged?.findings,
      faults: judged?.faults,
    })),
  }))
}

function write(root: string, results: readonly BoardCases[]): void {
  mkdirSync(join(root, "docs/routing"), { recursive: true })
  const pictures = results.flatMap(({ boardId, cases }) => {
    const before = cases.find(({ title }) => title === "as committed")?.judged
    return cases.flatMap(({ title, judged }, index) => {
      if (before === undefined || judged === undefined || judged === before) return []
      // One picture a board is enough for copper from nothing; edits teach most.
      if (!editsOf(root, boardId).some((edit) => edit.title === title) && title !== "all from nothing")
        return []
      const file = `routing/${boardId}-${index}.svg`
      writeFileSync(join(root, "docs", file), routePicture(before, judged))
      return [{ file, title: `${boardId}: ${title}` }]
    })
  })
  writeFileSync(join(root, "docs/routing.md"), routePage(results, machineFacts(), pictures))
}
