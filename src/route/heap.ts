/** Binary heap of (key, value) pairs in flat arrays, the least key first. */
export class Heap {
  private keys = new Float64Array(1024)
  private values = new Int32Array(1024)
  size = 0

  clear(): void {
    this.size = 0
  }

  /** Key of what `pop` gives next. */
  get least(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.keys[0] as number)
  }

  push(key: number, value: number): void {
    if (this.size === this.keys.length) {
      const keys = new Float64Array(this.size * 2)
      keys.set(this.keys)
      const values = new Int32Array(this.size * 2)
      values.set(this.values)
      this.keys = keys
      this.values = values
    }
    let i = this.size++
    while (i > 0) {
      const up = (i - 1) >> 1
      if ((this.keys[up] as number) <= key) break
      this.keys[i] = this.keys[up] as number
      this.values[i] = this.values[up] as number
      i = up
    }
    this.keys[i] = key
    this.values[i] = value
  }

  pop(): number {
    const top = this.values[0] as number
    const n = --this.size
    const key = this.keys[n] as number
    const value = this.values[n] as number
    let i = 0
    for (;;) {
      let down = 2 * i + 1
      if (down >= n) break
      if (down + 1 < n && (this.keys[down + 1] as number) < (this.keys[down] as number)) down++
      if ((this.keys[down] as number) >= key) break
      this.keys[i] = this.keys[down] as number
      this.values[i] = this.values[down] as number
      i = down
    }
    this.keys[i] = key
    this.values[i] = value
    return top
  }
}
