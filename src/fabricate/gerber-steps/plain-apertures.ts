import type { ApertureDefinition, GerberCommand } from "./types"

/**
 * Flaw: pills are drawn with the macros HORZPILL and VERTPILL, whose primitive 21 takes parameters. Importers
 * of fabs have drawn such macros oversized (2026). A standing or lying pill is Gerber's own obround aperture, so say that.
 */
export function plainApertures(commands: readonly GerberCommand[]): GerberCommand[] {
  return commands
    .filter((command) => !(command.command_code === "AM" && isPill(command.macro_name)))
    .map((command) => (command.command_code === "ADD" ? obroundFor(command) : command))
}

function obroundFor(aperture: ApertureDefinition): ApertureDefinition {
  if (!("macro_name" in aperture)) return aperture
  if (aperture.macro_name !== "HORZPILL" && aperture.macro_name !== "VERTPILL") return aperture
  const { aperture_number, x_size, y_size } = aperture
  return { command_code: "ADD", aperture_number, standard_template_code: "O", x_size, y_size }
}

const isPill = (macro: string) => macro === "HORZPILL" || macro === "VERTPILL"
