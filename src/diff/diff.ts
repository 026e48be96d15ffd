import { UserError } from "../finding"
import { naturalOrder } from "../natural-order"
import type { Observer } from "../pipeline/stages"
import { type BoardDiff, compareSnapshots } from "./compare"
import { openSource, type Source } from "./source"

/** What changed between two sources, board by board. */
export interface Diff {
  readonly old: string
  readonly fresh: string
  readonly boards: readonly BoardDiff[]
  /** Boards only one side has. */
  readonly removedBoards: readonly string[]
  readonly addedBoards: readonly string[]
  readonly notes: readonly string[]
}

export interface DiffOptions {
  readonly root: string
  readonly board?: string
  readonly observer: Observer
}

/**
 * Opens both sides (revisions are built, beside each other) and compares the boards they share.
 * @throws UserError when one cannot be opened, or the wanted board is on neither side.
 */
export async function diff(old: string, fresh: string, options: DiffOptions): Promise<Diff> {
  const [before, after] = await Promise.all([openSource(old, options), openSource(fresh, options)])
  options.observer.stage("comparing")
  return diffSources(before, after, options.board)
}

export function diffSources(before: Source, after: Source, board?: string): Diff {
  const labels = { old: before.label, fresh: after.label, notes: [...before.notes, ...after.notes] }
  const [was, is] = [before.boards, after.boards]
  if (was.length === 0 && is.length === 0) {
    throw new UserError(
      `neither ${before.label} nor ${after.label} has ${board === undefined ? "a board" : `the board ${board}`}`,
    )
  }
  const [onlyOld, onlyFresh] = [was[0], is[0]]
  // Two packages that were named one by one are compared whatever they call themselves.
  if (was.length === 1 && is.length === 1 && onlyOld !== undefined && onlyFresh !== undefined) {
    return { ...labels, boards: [compareSnapshots(onlyOld, onlyFresh)], removedBoards: [], addedBoards: [] }
  }
  const missing = (from: Source["boards"], other: Source["boards"]): string[] =>
    from.filter(({ board: id }) => !other.some((one) => one.board === id)).map(({ board: id }) => id)
  return {
    ...labels,
    removedBoards: missing(was, is),
    addedBoards: missing(is, was),
    boards: [...is]
      .sort((a, b) => naturalOrder(a.board, b.board))
      .flatMap((snapshot) => {
        const counterpart = was.find((one) => one.board === snapshot.board)
        return counterpart === undefined ? [] : [compareSnapshots(counterpart, snapshot)]
      }),
  }
}

/** Whether the two sides are the same in everything that was compared. */
export const isSame = (diff: Diff): boolean =>
  diff.removedBoards.length + diff.addedBoards.length === 0 &&
  diff.boards.every(({ changes }) => changes.length === 0)
