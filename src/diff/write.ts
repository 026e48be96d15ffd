import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { UserError } from "../model/finding"
import type { Diff } from "./diff"
import { bundlePage, makePage } from "./page"
import { diffPictures } from "./pictures"
import { failureMarkdown, markdown } from "./summary"
import { pageSteps, stepPage, type Timeline } from "./timeline"

/** A summary, a page, and the pictures that the summary shows. */
export async function writeDiff(root: string, out: string, diff: Diff): Promise<void> {
  const code = await bundlePage(root)
  writing(out, () => {
    const pictures = diff.boards.map((board) => ({ board: board.board, files: diffPictures(board) }))
    for (const { name, png } of pictures.flatMap(({ files }) => files)) writeFileSync(join(out, name), png)
    writeFileSync(join(out, "summary.md"), markdown(diff, pictures))
    writeFileSync(join(out, "index.html"), makePage(diff, code))
  })
}

/** A page of the whole, and one a step in a folder of its commit's name: a link to one stays good. */
export async function writeTimeline(root: string, out: string, line: Timeline): Promise<void> {
  const code = await bundlePage(root)
  writing(out, () => {
    writeFileSync(join(out, "index.html"), makePage(line.whole, code, pageSteps(line)))
    for (const step of line.steps) {
      if (step.diff === undefined) continue
      const file = join(out, stepPage(step))
      mkdirSync(join(file, ".."), { recursive: true })
      writeFileSync(file, makePage(step.diff, code, pageSteps(line, step)))
    }
  })
}

/** A summary that says why there is none. */
export function writeFailure(out: string, message: string): void {
  writing(out, () => writeFileSync(join(out, "summary.md"), failureMarkdown(message)))
}

function writing(out: string, write: () => void): void {
  try {
    mkdirSync(out, { recursive: true })
    write()
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error
    throw new UserError(`${out}: cannot be written (${String(error.code)})`, { cause: error })
  }
}
