import type { ApertureDefinition, GerberCommand } from "./types"

/** D-code -> aperture of one file. */
export function apertureTable(commands: readonly GerberCommand[]): Map<number, ApertureDefinition> {
  const table = new Map<number, ApertureDefinition>()
  for (const command of commands)
    if (command.command_code === "ADD") table.set(command.aperture_number, command)
  return table
}
