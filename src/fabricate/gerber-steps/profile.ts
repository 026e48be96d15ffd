import type { GerberCommand } from "./types"

/** Flaw: the outline's aperture does not say that it is the board's profile. */
export function markProfile(commands: readonly GerberCommand[]): GerberCommand[] {
  return commands.flatMap((command): GerberCommand[] =>
    command.command_code === "ADD"
      ? [
          { command_code: "TA", attribute_name: ".AperFunction", attribute_value: "Profile" },
          command,
          { command_code: "TD" },
        ]
      : [command],
  )
}
