import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { z } from "zod"
import type { BoardSource } from "../model/board"
import { UserError } from "../model/finding"
import { loadBoard } from "../project/boards"
import { copyProject } from "../project/copy"

/** One edit as a person makes it: text of the source replaced, or nets to be laid again. */
const editSchema = z
  .object({
    title: z.string(),
    changes: z.array(z.object({ file: z.string(), from: z.string(), to: z.string() }).strict()).default([]),
    lay: z.array(z.string()).default([]),
  })
  .strict()

export type Edit = z.infer<typeof editSchema>

/** Edits a board's copper is tried with: `edits.json` in its folder, where there is one. @throws UserError */
export function editsOf(root: string, boardId: string): Edit[] {
  const name = `boards/${boardId}/edits.json`
  const path = join(root, name)
  if (!existsSync(path)) return []
  const parsed = z.array(editSchema).safeParse(JSON.parse(readFileSync(path, "utf8")))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UserError(`${name}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "no list of edits"}`)
}

/** The board as it is after an edit, read from a copy of the project. @throws UserError where its text is not there. */
export async function editedBoard(root: string, boardId: string, edit: Edit): Promise<BoardSource> {
  if (edit.changes.length === 0) return loadBoard(root, boardId)
  const copy = mkdtempSync(join(tmpdir(), "mep-edit-"))
  try {
    copyProject(root, copy)
    for (const { file, from, to } of edit.changes) {
      const path = join(copy, file)
      const before = existsSync(path) ? readFileSync(path, "utf8") : ""
      if (!before.includes(from))
        throw new UserError(`boards/${boardId}/edits.json: "${edit.title}": ${file} does not hold ${from}`)
      writeFileSync(
        path,
        before.replace(from, () => to),
      )
    }
    return await loadBoard(copy, boardId)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
