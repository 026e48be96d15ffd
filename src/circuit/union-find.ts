/** Which of `0 ... size-1` belong together. */
export class UnionFind {
  private readonly parent: number[]

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index)
  }

  find(index: number): number {
    let root = index
    while (this.parent[root] !== root) root = this.parent[root] as number
    for (let next = index; next !== root; ) {
      const above = this.parent[next] as number
      this.parent[next] = root
      next = above
    }
    return root
  }

  /** The smaller root wins, so the result does not depend on the order of the joins. */
  join(a: number, b: number): void {
    const rootA = this.find(a)
    const rootB = this.find(b)
    if (rootA !== rootB) this.parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }

  /** Members by group, groups by their smallest member. */
  groups(): number[][] {
    const groups = new Map<number, number[]>()
    for (let index = 0; index < this.parent.length; index++) {
      const root = this.find(index)
      const members = groups.get(root)
      if (members === undefined) groups.set(root, [index])
      else members.push(index)
    }
    return [...groups.values()]
  }
}
