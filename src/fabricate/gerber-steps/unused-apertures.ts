import type { ApertureDefinition, GerberCommand } from "./types"

/**
 * Flaw: every layer defines the apertures and macros of all the others, used or not, so that a silkscreen seems to
 * hold pad shapes and the comment inside an unused macro (which lacks its `*`) reaches the importer. What nothing
 * draws with goes, and the rest is numbered from D10 without gaps.
 */
export function dropUnusedApertures(commands: readonly GerberCommand[]): GerberCommand[] {
  const used = usedApertures(commands)
  const kept = commands.filter((command): command is ApertureDefinition => isUsedDefinition(command, used))
  const numbers = new Map(kept.map((aperture, index) => [aperture.aperture_number, 10 + index]))
  const macros = new Set(kept.flatMap((aperture) => ("macro_name" in aperture ? [aperture.macro_name] : [])))

  const result: GerberCommand[] = []
  let selected: number | undefined
  for (const command of commands) {
    if (command.command_code === "ADD") {
      const aperture_number = numbers.get(command.aperture_number)
      if (aperture_number !== undefined && used.has(command.aperture_number))
        result.push({ ...command, aperture_number })
      else if (previousIsAttribute(result)) result.pop()
    } else if (command.command_code === "D") {
      const aperture_number = numbers.get(command.aperture_number)
      // A selection with nothing drawn before the next one goes with its aperture; a repeated one says nothing.
      if (aperture_number !== undefined && aperture_number !== selected) {
        result.push({ ...command, aperture_number })
        selected = aperture_number
      }
    } else if (command.command_code === "AM") {
      if (macros.has(command.macro_name as never)) result.push(command)
    } else if (!isListComment(command)) {
      result.push(command)
    }
  }
  return result
}

function usedApertures(commands: readonly GerberCommand[]): Set<number> {
  const used = new Set<number>()
  let selected: number | undefined
  let inRegion = false
  for (const { command_code, ...command } of commands) {
    if ("aperture_number" in command && command_code === "D") selected = command.aperture_number
    if (command_code === "G36" || command_code === "G37") inRegion = command_code === "G36"
    if ((command_code === "D01" || command_code === "D03") && !inRegion && selected !== undefined)
      used.add(selected)
  }
  return used
}

const isUsedDefinition = (command: GerberCommand, used: ReadonlySet<number>) =>
  command.command_code === "ADD" && used.has(command.aperture_number)

/** The `%TA` in front of a dropped aperture must not colour the next one. */
const previousIsAttribute = (commands: readonly GerberCommand[]) => commands.at(-1)?.command_code === "TA"

const isListComment = (command: GerberCommand) =>
  command.command_code === "G04" && /^(APERTURE MACROS|aperture) (START|END)/.test(command.comment)
