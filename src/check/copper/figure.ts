import type { Figure } from "../../model/finding"

/** Figures of this family begin so: the layout table shows them beside its own. */
export const copperFigure = "copper: "

/** Sums of coordinates end in the 15th digit: what is on a limit keeps it. */
export const beyond = (value: number, limit: number): boolean => value > limit + 1e-6

/** The largest of what a rule measured beside what it allows; nothing measured is 0. */
export const worst = (name: string, values: readonly number[], unit: string, limit: number): Figure => ({
  name: `${copperFigure}${name}`,
  value: Number(Math.max(0, ...values).toFixed(2)),
  ...(unit === "" ? {} : { unit }),
  limit,
})
