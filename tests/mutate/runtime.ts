/** What the instrumented sources call: `__m` asks whether a mutant is awake, `__t` counts a loop's turn. */
export class Runtime {
  private active = -1
  private turns = 0
  private mostTurns = Number.POSITIVE_INFINITY
  private recording: Set<number> | undefined
  /** Work of a module's load that can be done again; told apart by the mutants that it asked for then. */
  private readonly again: { readonly run: () => void; readonly mutants: ReadonlySet<number> }[] = []

  readonly api = {
    __m: (mutant: number): boolean => {
      this.recording?.add(mutant)
      return mutant === this.active
    },
    __t: (): void => {
      if (++this.turns > this.mostTurns) throw new Error("a loop without an end")
    },
    __r: (run: () => void): void => {
      const mutants = new Set<number>()
      const outer = this.recording
      this.recording = mutants
      try {
        run()
      } finally {
        this.recording = outer
      }
      this.again.push({ run, mutants })
    },
  }

  /** Runs a piece of work and tells which mutants it asked for, and how often its loops turned. */
  async record(work: () => Promise<void>): Promise<{ mutants: Set<number>; turns: number }> {
    const mutants = new Set<number>()
    this.recording = mutants
    this.turns = 0
    try {
      await work()
    } finally {
      this.recording = undefined
    }
    return { mutants, turns: this.turns }
  }

  /** Wakes a mutant; -1 puts all to sleep. What was worked out with another at load is worked out again. */
  wake(mutant: number): void {
    const before = this.active
    this.active = mutant
    for (const { run, mutants } of this.again) if (mutants.has(before) || mutants.has(mutant)) run()
  }

  /** The turns that loops may take from here on. */
  limit(turns: number): void {
    this.turns = 0
    this.mostTurns = turns
  }

  /** Whether a mutant is part of what a module works out once, at its load. */
  isWorkedOutAgain(mutant: number): boolean {
    return this.again.some(({ mutants }) => mutants.has(mutant))
  }

  /** Forgets the modules of another generation. */
  forget(): void {
    this.again.splice(0)
  }
}
