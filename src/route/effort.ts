/**
 * Work of the search, counted in places looked at: the same on every machine, however busy it is. A board of thirty
 * nets from nothing took 9.3 million and, with the drawing they lead to, 18 s of a server's core.
 */
export class Effort {
  spent = 0

  /** @param limit places; no search goes on beyond it. */
  constructor(readonly limit: number) {}

  spend(places: number): void {
    this.spent += places
  }

  readonly over = (): boolean => this.spent >= this.limit

  /** "12.3 of 300 million places" */
  words(): string {
    return `${(this.spent / 1e6).toFixed(1)} of ${this.limit / 1e6} million places`
  }
}

/** What a board of some thirty nets never needs. */
export const usualEffort = 300e6
