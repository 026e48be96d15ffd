/**
 * What a person at the bench must do and know, as a board states it: `boards/<board>/guide.ts`. The book shows the
 * steps that apply to the chosen variant and plan.
 */

export interface GuideStep {
  /** Stable; ticks and links refer to it. */
  readonly id: string
  readonly title: string
  /** What to do, a sentence or two a line. */
  readonly text: readonly string[]
  /** What breaks if it is not heeded. */
  readonly warnings?: readonly string[]
  /** Parts that the step is about: the book points them out on the board. */
  readonly parts?: readonly string[]
  readonly nets?: readonly string[]
  /** Where the jumpers are during the step, by name of a state of the jumper block ("J7 open"). */
  readonly jumpers?: string
  /** Part that the book shows from the side beside the step, with the heights of its body. */
  readonly sideView?: string
  /** Only when at least one of `parts` is fitted by hand under the plan, or always. */
  readonly when?: "always" | "hand"
}

export interface GuidePhase {
  readonly title: string
  readonly steps: readonly GuideStep[]
}

export interface AssemblyGuide {
  readonly phases: readonly GuidePhase[]
}
