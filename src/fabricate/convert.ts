import { convertCircuitJsonToGerberCommands } from "circuit-json-to-gerber"
import { type GerberLayer, gerberLayers } from "../model/fab-house"
import { dropRegionPen } from "./gerber-steps/region-pen"
import type { CircuitJson, GerberCommand } from "./gerber-steps/types"

/** circuit-json-to-gerber's names where they are not ours. */
const sourceNames: Partial<Record<GerberLayer, string>> = {
  F_Silkscreen: "F_SilkScreen",
  B_Silkscreen: "B_SilkScreen",
}

/**
 * circuit-json-to-gerber's commands for each layer, regions without pens.
 *
 * Pours are converted apart and put in front of everything else on their layer, where the converter draws them too:
 * for every pad and track it searches all commands so far for the aperture, so the thousands of points of a pour would
 * make it five times slower. Nor does it then punch unplated holes out of the copper, which the pours keep clear of
 * and the clearance checks watch.
 */
export function convertLayers(circuitJson: CircuitJson): Map<GerberLayer, readonly GerberCommand[]> {
  const isPour = (element: CircuitJson[number]) => element.type === "pcb_copper_pour"
  const pours = convertCircuitJsonToGerberCommands(circuitJson.filter(isPour))
  const others = convertCircuitJsonToGerberCommands(circuitJson.filter((element) => !isPour(element)))
  return new Map(
    gerberLayers.map((layer) => {
      const commandsOf = (converted: typeof pours) =>
        dropRegionPen(converted[sourceNames[layer] ?? layer] ?? [])
      const rest = commandsOf(others)
      const at = firstObject(rest)
      return [layer, [...rest.slice(0, at), ...objects(commandsOf(pours)), ...rest.slice(at)]]
    }),
  )
}

/** Where drawing starts: after the header and the aperture list. */
function firstObject(commands: readonly GerberCommand[]): number {
  const listEnd = commands.findLastIndex(
    (command) => command.command_code === "ADD" || command.command_code === "AM",
  )
  const at = commands.findIndex((command, index) => index > listEnd && isObject(command))
  return at === -1 ? commands.length : at
}

const objects = (commands: readonly GerberCommand[]): readonly GerberCommand[] =>
  commands.slice(firstObject(commands)).filter((command) => command.command_code !== "M02")

/** A region's attribute counts as its start. */
const isObject = ({ command_code }: GerberCommand) => ["D", "G36", "TA", "M02", "LP"].includes(command_code)
