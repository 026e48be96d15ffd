import { naturalOrder } from "../natural-order"
import { cellsOf } from "./cells"

/** Something that is said of one or several names alike: "C1-C5" and ": machine -> hand (top-only)". */
export interface Change {
  /** Before the names: "land of 0805: pad ". */
  readonly before: string
  readonly name: string
  readonly says: string
}

/** One line for all names of which the same is said, in the order of the first. */
export function folded(changes: readonly Change[]): string[] {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const key = `${change.before}\0${change.says}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()].map((group) => {
    const { before, says } = group[0] as Change
    return `${before}${ranges(group.map(({ name }) => name))}${says}`
  })
}

/** "C1-C5, R2": three and more in a row are a range. */
export function ranges(names: readonly string[]): string {
  const runs: string[][] = []
  for (const name of [...new Set(names)].sort(naturalOrder)) {
    const run = runs.at(-1)
    if (run !== undefined && follows(run.at(-1) as string, name)) run.push(name)
    else runs.push([name])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}-${run.at(-1)}`] : run)).join(", ")
}

function follows(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => /^([A-Za-z]*)([1-9]\d*)$/.exec(name))
  return left?.[1] === right?.[1] && left !== null && Number(left?.[2]) + 1 === Number(right?.[2])
}

/** What changes from one entry's text to the other: the cells that differ, by their names where they have some. */
export function cellChanges(old: string, now: string): string[] {
  const [before, after] = [cellsOf(old), cellsOf(now)]
  const gone = without(before, after)
  const fresh = without(after, before)
  const changed = gone.flatMap((cell) => {
    const at = fresh.findIndex((other) => label(other) === label(cell) && label(cell) !== "")
    if (at === -1) return []
    const [other] = fresh.splice(at, 1) as [string]
    const start = label(cell).length
    return [{ cell, says: `${label(cell)} ${arrow(cell.slice(start + 2), other.slice(start + 2))}` }]
  })
  const left = without(
    gone,
    changed.map(({ cell }) => cell),
  )
  const rest =
    left.length === fresh.length
      ? left.map((cell, index) => arrow(cell, fresh[index] as string))
      : [...left.map((cell) => `${cell} gone`), ...fresh.map((cell) => `${cell} new`)]
  const all = [...changed.map(({ says }) => says), ...rest]
  return all.length > 0 ? all : [`${old} -> ${now}`]
}

const label = (cell: string): string => /^([\w ]+): /.exec(cell)?.[1] ?? ""

/** `items` less those of `others`, each as often as it is there. */
export function without(items: readonly string[], others: readonly string[]): string[] {
  const rest = [...items]
  for (const other of others) {
    const index = rest.indexOf(other)
    if (index !== -1) rest.splice(index, 1)
  }
  return rest
}

/** Words said on either side of what changes in a long text. */
const context = 4

/**
 * "1.6 -> 0.8 mm": what changes in a text, with what stays said once. Of lists the members that come and go, of long
 * texts some words about the place.
 */
export function arrow(old: string, now: string, isList = true): string {
  const [olds, nows] = [old, now].map((text) => (isList ? text.split(", ") : [text])) as [string[], string[]]
  const [gone, fresh] = [without(olds, nows), without(nows, olds)]
  if (olds.length + nows.length > 2 && gone.length + fresh.length > 0) {
    if (gone.length === 0) return `${fresh.join(", ")} new`
    if (fresh.length === 0) return `${gone.join(", ")} gone`
    if (gone.length === 1 && fresh.length === 1) return arrow(gone[0] as string, fresh[0] as string)
  }
  const [a, b] = [old.split(" "), now.split(" ")]
  const least = Math.min(a.length, b.length) - 1
  let start = 0
  while (start < least && a[start] === b[start]) start++
  let end = 0
  while (end < least - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const head = a.slice(0, start)
  const tail = a.slice(a.length - end)
  const middle = (words: readonly string[]): string => words.slice(start, words.length - end).join(" ")
  return [
    ...(head.length > context ? ["...", ...head.slice(-context)] : head),
    middle(a),
    "->",
    middle(b),
    ...(tail.length > context ? [...tail.slice(0, context), "..."] : tail),
  ].join(" ")
}
