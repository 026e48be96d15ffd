/** Wording shared by the comparisons. */

export const mm = (value: number, decimals = 2): string =>
  (Math.abs(value) < 10 ** -decimals / 2 ? 0 : value).toFixed(decimals)

export const signed = (value: number, decimals = 2): string => {
  const text = mm(value, decimals)
  return value > 0 && Number(text) !== 0 ? `+${text}` : text
}

export const arrow = (old: string, fresh: string): string => `${old} → ${fresh}`

/** "1 net", "3 nets". */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`

/** "a", "a and b", "a, b and c"; long lists end in "and 5 more". */
export function list(words: readonly string[], most = 8): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words
  if (shown.length < 2) return shown.join("")
  return `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`
}

/** What only the first, only the second and both have, each in the order given. */
export function split<T>(
  old: readonly T[],
  fresh: readonly T[],
): { readonly gone: T[]; readonly added: T[]; readonly kept: T[] } {
  const [before, after] = [new Set(old), new Set(fresh)]
  return {
    gone: old.filter((one) => !after.has(one)),
    added: fresh.filter((one) => !before.has(one)),
    kept: old.filter((one) => after.has(one)),
  }
}
