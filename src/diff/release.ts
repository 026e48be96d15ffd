import type { DiffOptions } from "./diff"
import { diff, isSame } from "./diff"
import { lastTag } from "./revision"
import { count } from "./words"
import { writeDiff } from "./write"

/** What changed of a board since the tag of its last release, `<board>/v<revision>`. */
export interface SinceRelease {
  readonly name: string
  readonly told: string
}

/**
 * Compares a built package with the board's last release, and writes the page of it to `out`.
 * @returns undefined where no release of it is known here.
 */
export async function sinceRelease(
  board: string,
  folder: string,
  out: string,
  options: Omit<DiffOptions, "board">,
): Promise<SinceRelease | undefined> {
  const tag = lastTag(options.root, `${board}/v`)
  if (tag === undefined) return undefined
  const result = await diff(tag, folder, { ...options, board })
  await writeDiff(options.root, out, result)
  const changes = result.boards.flatMap((one) => one.changes)
  const worse = changes.filter(({ section }) => section === "worse").length
  const told =
    result.unbuilt !== undefined
      ? "it does not build here any more"
      : isSame(result)
        ? "nothing has changed"
        : `${count(changes.length, "change")}${worse === 0 ? "" : `, ${worse} for the worse`}`
  return { name: tag.slice(board.length + 1), told }
}
