import { UserError } from "../model/finding"
import { type Diff, type DiffOptions, diffSources, isSame } from "./diff"
import type { PageStep } from "./page-data"
import { type Commit, commitOf, commitsSince } from "./revision"
import { openSource, type Source } from "./source"
import { count } from "./words"

/** One commit beside the last one before it that builds. */
export interface Step {
  readonly commit: Commit
  /** Absent where the commit does not build, or nothing before it does. */
  readonly diff?: Diff
  /** In words, for the list. */
  readonly told: string
}

export interface Timeline {
  /** From the beginning to the end. */
  readonly whole: Diff
  /** The oldest first. */
  readonly steps: readonly Step[]
  /** Commits older than those shown. */
  readonly leftOut: number
}

/**
 * Every commit after `since` that touches what boards are made of, each beside the one before it.
 * @param most steps, the newest; the others are counted.
 * @throws UserError when git does not know `since`, or its newest commit does not build.
 */
export async function timeline(since: string, most: number, options: DiffOptions): Promise<Timeline> {
  if (commitOf(options.root, since) === undefined)
    throw new UserError(`${since}: no git revision of that name: --since wants a tag or a commit`)
  const all = commitsSince(options.root, since)
  const shown = all.slice(-most)
  const first = await openSource(since, options)
  const before = all.length > shown.length ? all[all.length - shown.length - 1] : undefined
  let last: Source = before === undefined ? first : await openSource(before.hash, options)
  const steps: Step[] = []
  for (const commit of shown) {
    const next = await openSource(commit.hash, options)
    steps.push({ commit, ...stepOf(last, next, options.board) })
    if (next.unbuilt === undefined) last = next
  }
  if (last.unbuilt !== undefined)
    throw new UserError(`${last.label} does not build: ${last.unbuilt}`, { exitCode: 1 })
  return { whole: diffSources(first, last, options.board), steps, leftOut: all.length - shown.length }
}

function stepOf(before: Source, after: Source, board?: string): Omit<Step, "commit"> {
  if (after.unbuilt !== undefined) return { told: `does not build: ${after.unbuilt}` }
  if (before.boards.length + after.boards.length === 0) return { told: "has no such board" }
  const diff = diffSources(before, after, board)
  if (isSame(diff)) return { diff, told: "no difference" }
  const changed = diff.boards
    .filter(({ changes }) => changes.length > 0)
    .map((one) => {
      const worse = one.changes.filter(({ section }) => section === "worse").length
      const told = one.alone ? "by itself" : count(one.changes.length, "change")
      return `${one.board}: ${told}${worse === 0 ? "" : `, ${worse} for the worse`}`
    })
  return { diff, told: changed.join("; ") }
}

const folderOf = ({ hash }: Commit): string => hash.slice(0, 10)

export const stepPage = (step: Step): string => `${folderOf(step.commit)}/index.html`

/** The steps as a page lists them, the whole first, then the newest; `here` is the page's own step. */
export function pageSteps({ whole, steps, leftOut }: Timeline, here?: Step): PageStep[] {
  const up = here === undefined ? "" : "../"
  return [
    {
      title: `All of it: ${whole.old} to ${whole.fresh}`,
      told: leftOut === 0 ? "" : `${count(leftOut, "older step")} not shown one by one`,
      href: `${up}index.html`,
      here: here === undefined,
    },
    ...[...steps].reverse().map((step): PageStep => {
      const { date, subject } = step.commit
      return {
        title: `${date} ${folderOf(step.commit)} ${subject}`,
        told: step.told,
        ...(step.diff === undefined ? {} : { href: `${up}${stepPage(step)}` }),
        here: step === here,
      }
    }),
  ]
}
