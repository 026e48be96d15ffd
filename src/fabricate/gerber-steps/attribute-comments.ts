import type { GerberCommand } from "./types"

/**
 * Flaw: attributes as X2 commands (`%TF...*%`) are unknown to readers of plain RS-274X; gerbv calls each a critical
 * error. As `G04 #@!` comments, the form of the specification for such readers (2024.05, section 5.1.1), they satisfy
 * both kinds, and it is what most programs send to fabs.
 */
export function writeAttributesAsComments(commands: readonly GerberCommand[]): GerberCommand[] {
  return commands.map((command): GerberCommand => {
    switch (command.command_code) {
      case "TF":
        return comment(`TF.${command.attribute_name},${command.attribute_value}`)
      case "TA":
      case "TO":
        return comment(`${command.command_code}${command.attribute_name},${command.attribute_value}`)
      case "TD":
        return comment(`TD${command.attribute ?? ""}`)
      default:
        return command
    }
  })
}

const comment = (attribute: string): GerberCommand => ({ command_code: "G04", comment: `#@! ${attribute}` })
