import type { FabHouse } from "../model/fab-house"
import { UserError } from "../model/finding"
import type { Observer } from "../model/observer"
import { naturalOrder } from "../natural-order"
import { type BoardDiff, compareSnapshots } from "./compare"
import { factsOf } from "./facts"
import { openSource, requireSource, type Source } from "./source"

/** What changed between two sources, board by board. */
export interface Diff {
  readonly old: string
  readonly fresh: string
  readonly boards: readonly BoardDiff[]
  /** Boards only one side has. */
  readonly removedBoards: readonly string[]
  readonly addedBoards: readonly string[]
  readonly notes: readonly string[]
  /** The old revision does not build: why. Boards it lacks for that are shown by themselves. */
  readonly unbuilt?: string
}

export interface DiffOptions {
  readonly root: string
  readonly board?: string
  readonly observer: Observer
  /** Houses that a package may be made for. */
  readonly houses: readonly [FabHouse, ...FabHouse[]]
}

/**
 * Opens both sides (revisions are built, beside each other) and compares the boards they share.
 * An old revision that does not build leaves nothing to compare with: then the new side is shown by itself.
 * @throws UserError when one cannot be opened, the new one does not build, or the wanted board is on neither side.
 */
export async function diff(old: string, fresh: string, options: DiffOptions): Promise<Diff> {
  for (const name of [old, fresh]) requireSource(name, options.root)
  const [before, after] = await Promise.all([openSource(old, options), openSource(fresh, options)])
  if (after.unbuilt !== undefined) {
    throw new UserError(`${after.label} does not build: ${after.unbuilt}`, { exitCode: 1 })
  }
  options.observer.stage("comparing")
  return diffSources(before, after, options.board)
}

export function diffSources(before: Source, after: Source, board?: string): Diff {
  const labels = {
    old: before.label,
    fresh: after.label,
    notes: [...before.notes, ...after.notes],
    ...(before.unbuilt === undefined ? {} : { unbuilt: before.unbuilt }),
  }
  const [was, is] = [before.boards, after.boards]
  if (was.length === 0 && is.length === 0) {
    if (before.unbuilt !== undefined) {
      throw new UserError(`${before.label} does not build: ${before.unbuilt}`, { exitCode: 1 })
    }
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
    addedBoards: before.unbuilt === undefined ? missing(is, was) : [],
    boards: [...is]
      .sort((a, b) => naturalOrder(a.board, b.board))
      .map((snapshot) => {
        const counterpart = was.find((one) => one.board === snapshot.board)
        return counterpart === undefined ? factsOf(snapshot) : compareSnapshots(counterpart, snapshot)
      }),
  }
}

/** Whether the two sides are the same in everything that was compared. */
export const isSame = (diff: Diff): boolean =>
  diff.unbuilt === undefined &&
  diff.removedBoards.length + diff.addedBoards.length === 0 &&
  diff.boards.every(({ changes }) => changes.length === 0)
