/** The results of the newest questions, each by all that it was answered from. */
export class Recent<T> {
  private readonly kept = new Map<string, { readonly value: T }>()

  constructor(private readonly most: number) {}

  /** What `make` gave for this key before, or gives now; what it throws is not kept. */
  of(key: string, make: () => T): T {
    const known = this.kept.get(key) ?? { value: make() }
    this.kept.delete(key)
    this.kept.set(key, known)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break
      this.kept.delete(oldest)
    }
    return known.value
  }
}

/** From memory, where there is one. */
export const kept = <T>(memory: Recent<T> | undefined, key: string, make: () => T): T =>
  memory === undefined ? make() : memory.of(key, make)
