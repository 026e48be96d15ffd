import type { FindingsFormat } from "./findings/told"
import type { Terminal } from "./terminal"

/** What every command gets. */
export interface CommandContext {
  readonly root: string
  /** Of this program. */
  readonly version: string
  /** stdout is JSON. */
  readonly json: boolean
  readonly terminal: (flags: CommonFlags) => Terminal
  /** Set by a command: 0 sound, 1 findings. */
  exitCode: number
}

export interface CommonFlags {
  readonly quiet?: boolean | undefined
  readonly json?: boolean | undefined
  readonly debug?: boolean | undefined
  readonly format?: FindingsFormat | undefined
}
