const chunks = /(\d+)|(\D+)/g

/** Compares names the way people count: R2 before R10, U1.9 before U1.10. Locale-free. */
export function naturalOrder(a: string, b: string): number {
  const left = a.match(chunks) ?? []
  const right = b.match(chunks) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const l = left[i] as string
    const r = right[i] as string
    if (l === r) continue
    const numeric = Number(l) - Number(r)
    if (!Number.isNaN(numeric) && numeric !== 0) return numeric
    return l < r ? -1 : 1
  }
  return left.length - right.length
}
