import type { Figure } from "../model/finding"

/** Whether more of a figure is better (1) or less (-1); undefined where nothing says so. */
function better(was: Figure, is: Figure): 1 | -1 | undefined {
  if (/\b(?:smallest|least|thinnest|narrowest|lowest|nearest|shortest)\b/i.test(is.name)) return 1
  if (/\b(?:largest|at most|widest|highest|tallest|longest|farthest|drop)\b/i.test(is.name)) return -1
  const { limit } = is
  if (limit !== undefined && limit === was.limit) {
    if (limit === 0) return -1 // none is what is asked
    // It keeps its limit where a build is sound, so the side it stands on is the good one.
    return Number(was.value === limit ? is.value : was.value) > limit ? 1 : -1
  }
  return is.unit === "mOhm" || is.unit === "mV" ? -1 : undefined
}

/**
 * By how much a figure got worse, as a share of what it was: above 0 worse, below better, 0 where nobody can say. Which
 * way is worse follows from its name ("smallest", "at most"), or else from the limit it keeps, or its unit.
 */
export function worsened(was: Figure, is: Figure): number {
  if (typeof was.value !== "number" || typeof is.value !== "number" || was.unit !== is.unit) return 0
  const way = better(was, is)
  if (way === undefined) return 0
  const by = (way * (was.value - is.value)) / Math.max(Math.abs(was.value), 1e-9)
  return by === 0 ? 0 : by
}
