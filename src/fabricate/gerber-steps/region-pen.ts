import { apertureTable } from "./apertures"
import type { GerberCommand } from "./types"

/**
 * Flaw: every region selects a pen of 1 um, which draws nothing (a region has no pen) but looks to a CAM operator like
 * a line no fab can make. The selection goes; on copper the region gets its aperture's function as an attribute of its
 * own, which is how the specification wants it.
 */
export function dropRegionPen(commands: readonly GerberCommand[]): GerberCommand[] {
  const functions = apertureFunctions(commands)
  const apertures = apertureTable(commands)
  const result: GerberCommand[] = []
  let functionOfRegion: string | undefined
  commands.forEach((command, index) => {
    if (command.command_code === "D" && commands[index + 1]?.command_code === "G36") {
      if (!apertures.has(command.aperture_number))
        throw new Error(`D${command.aperture_number} is not defined`)
      functionOfRegion = functions.get(command.aperture_number)
      return
    }
    if (command.command_code === "G36" && functionOfRegion !== undefined)
      result.push({ command_code: "TA", attribute_name: ".AperFunction", attribute_value: functionOfRegion })
    result.push(command)
    if (command.command_code === "G37" && functionOfRegion !== undefined) {
      result.push({ command_code: "TD" })
      functionOfRegion = undefined
    }
  })
  return result
}

/** D-code -> the `.AperFunction` in force at its definition. */
function apertureFunctions(commands: readonly GerberCommand[]): Map<number, string> {
  const functions = new Map<number, string>()
  let current: string | undefined
  for (const command of commands) {
    if (command.command_code === "TA" && command.attribute_name === ".AperFunction")
      current = command.attribute_value
    else if (command.command_code === "TD") current = undefined
    else if (command.command_code === "ADD" && current !== undefined)
      functions.set(command.aperture_number, current)
  }
  return functions
}
