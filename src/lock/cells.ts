import { naturalOrder } from "../natural-order"
import type { Entries } from "./lock"

/** How facts become the text of an entry, and that text becomes cells again. */

/** Tenth of a micrometre: below any fab's grid, and 0.1 + 0.2 is 0.3. */
export const mm = (value: number): string => String(Math.round(value * 1e4) / 1e4 + 0)

export const place = (point: { readonly x: number; readonly y: number }): string =>
  `x ${mm(point.x)} y ${mm(point.y)}`

const cell = (text: string): string => text.replace(/\s+/g, " ").trim().replaceAll("|", "||")

export const joined = (cells: readonly string[]): string => cells.map(cell).join(" | ")

export const cellsOf = (text: string): string[] => text.split(" | ")

/** Entries of one key are one, whatever order they came in. */
export function collect(pairs: readonly (readonly [key: string, text: string])[]): Entries {
  const byKey = new Map<string, string[]>()
  for (const [key, text] of pairs) byKey.set(key, [...(byKey.get(key) ?? []), text])
  return Object.fromEntries(
    [...byKey]
      .map(([key, texts]) => [key, texts.sort(naturalOrder).join(" | ")] as const)
      .sort(([a], [b]) => naturalOrder(a, b)),
  )
}

/**
 * Plain data as cells, each with its name: `{ min: 1, pins: ["U1.2", "U1.3"] }` is `min: 1`, `pins: U1.2, U1.3`.
 * @throws Error for what is no plain data (a function, a Map): it could change without a trace.
 */
export function said(value: unknown, label = ""): string[] {
  const at = label === "" ? "" : `${label}: `
  if (value === undefined) return []
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    if (items.length === 0) return [`${at}none`]
    if (items.every(isFlat)) return [`${at}${items.map(word).join(", ")}`]
    return items.flatMap((item, index) => said(item, `${label} ${index + 1}`.trim()))
  }
  if (isRecord(value)) {
    return Object.keys(value)
      .sort(naturalOrder)
      .flatMap((key) => said(value[key], label === "" ? key : `${label} ${key}`))
  }
  if (!isWord(value)) throw new Error(`"${label}" is no plain data: it cannot be locked`)
  return [`${at}${word(value)}`]
}

const isWord = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"

const isFlat = (value: unknown): boolean => isWord(value) || (Array.isArray(value) && value.every(isWord))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** A pair is `J7.1-J7.2`; numbers come without the tails of binary fractions. */
const word = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(word).join("-")
    : typeof value === "number"
      ? String(Number(value.toPrecision(9)))
      : String(value)
