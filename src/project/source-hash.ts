import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { listFiles } from "./files"

/** What a board's package is made of: its own folder, the shared folders and the locked tool versions. */
export function sourceFiles(root: string, boardId: string): string[] {
  const folders = [`boards/${boardId}`, "components", "fabrication", "src"]
  const files = folders.flatMap((folder) =>
    existsSync(join(root, folder)) ? listFiles(join(root, folder)).map((file) => `${folder}/${file}`) : [],
  )
  return [...files, "package-lock.json"]
}

/**
 * sha256 over path and content of every source file of a board. Line ends are normalised, so that a checkout with
 * CRLF has the same hash.
 */
export function sourceHash(root: string, boardId: string): string {
  const hash = createHash("sha256")
  for (const file of sourceFiles(root, boardId)) {
    const text = readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n")
    hash.update(`${file}\0${text}\0`)
  }
  return hash.digest("hex")
}
