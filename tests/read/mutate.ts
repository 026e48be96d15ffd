/** Reproducible damage: the same seed breaks the same bytes. */
export class Mutator {
  constructor(private state: number) {}

  /** Mulberry32: small, good enough, the same on every machine. */
  random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(n: number): number {
    return Math.floor(this.random() * n)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  /** One to four of: a byte changed, a piece cut, doubled, moved or replaced by `words`, a number blown up. */
  text(source: string, words: readonly string[]): string {
    let text = source
    for (let n = 1 + this.below(4); n > 0; n--) {
      const at = this.below(text.length + 1)
      const length = 1 + this.below(this.below(4) === 0 ? 200 : 8)
      const piece = text.slice(at, at + length)
      const rest = text.slice(at + length)
      switch (this.below(7)) {
        case 0:
          text = `${text.slice(0, at)}${String.fromCharCode(this.below(256))}${text.slice(at + 1)}`
          break
        case 1:
          text = text.slice(0, at) + rest
          break
        case 2:
          text = text.slice(0, at) + piece.repeat(2 + this.below(30)) + rest
          break
        case 3:
          text = text.slice(0, at) + this.pick(words) + text.slice(at)
          break
        case 4:
          text = text.slice(0, at)
          break
        case 5:
          text = text.slice(0, at) + piece.replace(/\d/g, () => String(this.below(10))) + rest
          break
        default:
          text = text.slice(0, at) + piece.replace(/\d+/, "99999999999999999999") + rest
      }
    }
    return text
  }

  bytes(source: Uint8Array): Uint8Array {
    const bytes = Buffer.from(source)
    for (let n = 1 + this.below(6); n > 0; n--) {
      if (bytes.length === 0) break
      const at = this.below(bytes.length)
      if (this.below(3) === 0 && at + 4 <= bytes.length)
        bytes.writeUInt32LE(this.below(2) === 0 ? 0xffffffff : this.below(1 << 30), at)
      else bytes[at] = this.below(256)
    }
    return this.below(8) === 0 ? bytes.subarray(0, this.below(bytes.length + 1)) : bytes
  }
}
