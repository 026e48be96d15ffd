import type { Finding } from "../../model/finding"
import type { Contents } from "./contents"

/** Where a draft's package has its Gerbers and netlist. Written down apart from the name the writer uses. */
const draftName = "draft/DRAFT-"

export const isDraft = (contents: Contents): boolean =>
  [...contents.keys()].some((path) => path.startsWith(draftName))

/** A draft's files under the paths they have in a package. */
export const undrafted = (contents: Contents): Contents =>
  isDraft(contents) ? new Map([...contents].map(([path, bytes]) => [undraftedPath(path), bytes])) : contents

function undraftedPath(path: string): string {
  if (!path.startsWith(draftName)) return path
  const name = path.slice(draftName.length)
  return /\.ipc$|-ipc2581\.xml$/.test(name) ? name : `gerbers/${name}`
}

export const draftFinding: Finding = {
  rule: "pkg/draft",
  severity: "error",
  message:
    "a draft: the board is not as it was accepted, so there is no zip to order from (report.json says what differs)",
}
