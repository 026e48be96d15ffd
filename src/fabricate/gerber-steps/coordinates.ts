import type { GerberCommand } from "./types"

/**
 * Flaw: coordinates carry the noise of floating point, and a negative one below half a nanometre is written `-00000000`.
 * Everything is snapped to the nanometre that the format (4.6) can say.
 */
export function snapCoordinates(commands: readonly GerberCommand[]): GerberCommand[] {
  return commands.map((command): GerberCommand => {
    switch (command.command_code) {
      case "D01":
        return {
          ...command,
          x: snap(command.x),
          y: snap(command.y),
          ...(command.i === undefined ? {} : { i: snap(command.i) }),
          ...(command.j === undefined ? {} : { j: snap(command.j) }),
        }
      case "D02":
      case "D03":
        return { ...command, x: snap(command.x), y: snap(command.y) }
      default:
        return command
    }
  })
}

/** mm, to the nanometre, never minus zero. */
export const snap = (mm: number): number => Math.round(mm * 1e6) / 1e6 + 0
