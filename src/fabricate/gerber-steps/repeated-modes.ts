import type { GerberCommand } from "./types"

/**
 * Flaw: every corner of a pour says again that lines are straight, and polarity is set to what it is. Repeated modes
 * go: half of a copper file is nothing else.
 */
export function dropRepeatedModes(commands: readonly GerberCommand[]): GerberCommand[] {
  let motion: string | undefined
  let polarity: string | undefined
  return commands.filter((command) => {
    switch (command.command_code) {
      case "G01":
      case "G02":
      case "G03": {
        const repeated = command.command_code === motion
        motion = command.command_code
        return !repeated
      }
      case "LP": {
        const repeated = command.polarity === polarity
        polarity = command.polarity
        return !repeated
      }
      default:
        return true
    }
  })
}
