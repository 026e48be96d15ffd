/** Chance that can be repeated: the same seed, the same faults (mulberry32). */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 to less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** From 0 to less than the count. */
  index(count: number): number {
    return Math.floor(this.next() * count)
  }

  sign(): 1 | -1 {
    return this.next() < 0.5 ? -1 : 1
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error("nothing to pick from")
    return from[this.index(from.length)] as T
  }

  /** Two of them, apart. */
  two<T>(from: readonly T[]): [T, T] {
    if (from.length < 2) throw new Error("no two to pick")
    const first = this.index(from.length)
    const second = (first + 1 + this.index(from.length - 1)) % from.length
    return [from[first] as T, from[second] as T]
  }

  shuffled<T>(from: readonly T[]): T[] {
    const left = [...from]
    for (let i = left.length - 1; i > 0; i--) {
      const j = this.index(i + 1)
      ;[left[i], left[j]] = [left[j] as T, left[i] as T]
    }
    return left
  }
}
