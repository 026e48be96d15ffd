/**
 * Work of the search, counted in places looked at: the same on every machine, however busy it is. A million is some
 * 0.3 s on a desktop of 2020.
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
