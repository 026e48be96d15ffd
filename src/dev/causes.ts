import type { Problem } from "./messages"

/** Problems that are mended together: the one to read first, and what says the same of other places. */
export interface Cause {
  readonly first: Problem
  readonly rest: readonly Problem[]
  /** Whether routing anew mends it. */
  readonly routable: boolean
}

/**
 * One error a cause: findings of one rule are one, and so are all complaints about one file, of which the first is
 * mostly what leads to the others. Errors come before warnings, otherwise in the order given.
 */
export function causesOf(problems: readonly Problem[]): Cause[] {
  const groups = new Map<string, Problem[]>()
  const bySeverity = [...problems].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  )
  for (const problem of bySeverity) {
    const key = problem.rule ?? problem.file ?? problem.text
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return [...groups].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [{ first, rest, routable: key === staleRoutes }],
  )
}

const staleRoutes = "route/stale"

const severities: readonly Problem["severity"][] = ["error", "warning", "info"]

export const placeOf = ({ file, line }: Problem): string | undefined =>
  file === undefined || line === undefined ? file : `${file}:${line}`
