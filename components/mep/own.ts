import type { GuideStep } from "../../src/model/guide"

/** What the guide of a MEP board says of its own. */
export interface OwnGuide {
  /** How this board is told from the one it is electrically like. */
  readonly which: readonly string[]
  /** What the VIN- corner of the buck module points at. */
  readonly corner: string
  /** Designators at which V+, V- and ENABLE are measured, with words for the probe. */
  readonly probes: { readonly parts: readonly string[]; readonly words: string }
  readonly soldering: readonly GuideStep[]
}

/** What its sheet says of its own. */
export interface OwnSheet {
  /** "electrically v2.00" */
  readonly like: string
  readonly origin: string
  /** What note 6 says of U1. */
  readonly transceiver: string
}
