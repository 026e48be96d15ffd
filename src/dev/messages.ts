/** What the three parts of the development server say to each other. */

/** Something the person at the keyboard should mend or know. */
export interface Problem {
  readonly severity: "error" | "warning" | "info"
  readonly text: string
  /** Path in the project, and line where it is known. */
  readonly file?: string
  readonly line?: number
  /** Of a finding. */
  readonly rule?: string
}

/** To the process that compiles. */
export type Order =
  | { readonly kind: "rebuild"; readonly number: number }
  | { readonly kind: "file"; readonly path: string }

/** From the process that compiles. */
export type News =
  | { readonly kind: "stage"; readonly text: string }
  /** Gerbers and findings are fresh; `whole`: those of tscircuit's own checks too. */
  | {
      readonly kind: "judged"
      readonly number: number
      readonly whole: boolean
      readonly problems: readonly Problem[]
      /** Findings beyond `problems`. */
      readonly more: number
      readonly summary: { readonly errors: number; readonly warnings: number; readonly waived: number }
      readonly ms: number
      readonly timings: Readonly<Record<string, number>>
    }
  /** The book of the same run; `whole`: with everything that takes its time (drawings, layout figures). */
  | {
      readonly kind: "book"
      readonly number: number
      readonly html: string
      readonly whole: boolean
      readonly ms: number
    }
  /** There is nothing to show: the source does not compile. */
  | {
      readonly kind: "broken"
      readonly number: number
      readonly problems: readonly Problem[]
      readonly ms: number
    }
  | { readonly kind: "file"; readonly path: string; readonly base64?: string }

/** What the page is told. */
export interface PageState {
  readonly board: string
  readonly status: "working" | "sound" | "findings" | "broken"
  /** One line: what goes on, or how it went. */
  readonly text: string
  /** What is not yet as the source is, of what the page shows; absent when all of it is. */
  readonly pending?: string
  /** Whether the board is being routed. */
  readonly routing: boolean
  readonly problems: readonly Problem[]
  /** Findings beyond `problems`, to be seen among the book's checks. */
  readonly more: number
  /** Changes with the book's data, and with its code. Empty: no book yet. */
  readonly data: string
  readonly code: string
}
