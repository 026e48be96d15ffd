import type { GerberCommand } from "./types"

/** circuit-json-to-gerber's pen for regions: never drawn with, so its width means nothing. */
const regionPenMm = 0.001

/**
 * Flaw: text is drawn with 9 % of its font size, whatever the fab can print. Thinner legend lines than `minMm` are
 * drawn at `minMm`; the letters keep their size.
 */
export function widenLegendLines(commands: readonly GerberCommand[], minMm: number): GerberCommand[] {
  return commands.map((command) =>
    command.command_code === "ADD" &&
    "standard_template_code" in command &&
    command.standard_template_code === "C" &&
    command.diameter > regionPenMm &&
    command.diameter < minMm
      ? { ...command, diameter: minMm }
      : command,
  )
}
