import { createHash } from "node:crypto"
import { type Node, quoted } from "./sexpr"

/** A UUID that depends on nothing but the given names, so that the same sheet gives the same file (version 8). */
export function uuidOf(...names: readonly string[]): string {
  const hex = createHash("sha256").update(names.join("\u0000")).digest("hex")
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-")
}

/** UUID of the root sheet, which a board's footprints name in their paths. */
export const rootSheetUuid = (project: string): string => uuidOf(project, "root sheet")

/** UUID of a part's symbol (its first piece), which the board's footprint names in its path. */
export const symbolUuid = (project: string, part: string, unit = 1): string =>
  uuidOf(project, "symbol", part, String(unit))

/** The `uuid` of an item in a file. */
export const uuidNode = (...names: readonly string[]): Node => ["uuid", quoted(uuidOf(...names))]
