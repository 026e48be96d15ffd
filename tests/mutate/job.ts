/** What a worker is told, and what it tells. */

export interface Job {
  readonly root: string
  /** The bundled tests with all mutants in them. */
  readonly bundle: string
  readonly tests: readonly string[]
  /** File of each mutant, by number. */
  readonly fileOf: readonly string[]
  /** Numbers of those to try, in order. */
  readonly todo: readonly number[]
  /** How long the tests of one mutant may take together: what they have not killed by then, lives. */
  readonly secondsPerMutant: number
  /** Tests that take longer are not asked. */
  readonly secondsPerTest: number
}

export type Status = "killed" | "endless" | "survived" | "uncovered"

export type Message =
  | {
      readonly kind: "ready"
      readonly tests: number
      readonly seconds: number
      /** Tests that are not asked, and why. */
      readonly left: readonly string[]
    }
  | { readonly kind: "start"; readonly mutant: number }
  | { readonly kind: "end"; readonly mutant: number; readonly status: Status; readonly by: string }
