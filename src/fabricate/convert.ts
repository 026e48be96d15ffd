import { convertCircuitJsonToGerberCommands } from "circuit-json-to-gerber"
import { layersOf, onStack } from "../circuit/stack"
import { copperFiles, type GerberLayer, gerberLayers } from "../model/fab-house"
import { type Stack, stacks } from "../model/layer"
import { joined, piecesOf } from "./conversion-pieces"
import { dropRegionPen } from "./gerber-steps/region-pen"
import type { CircuitJson, GerberCommand } from "./gerber-steps/types"
import { pourRegions } from "./pour-regions"

/** circuit-json-to-gerber's names where they are not ours. */
const sourceNames: Partial<Record<GerberLayer, string>> = {
  F_Silkscreen: "F_SilkScreen",
  B_Silkscreen: "B_SilkScreen",
}

/**
 * circuit-json-to-gerber's commands for each layer, regions without pens.
 *
 * Pours are drawn here, in front of everything else on their layer, where the converter draws them too. Nor does it
 * then punch unplated holes out of the copper, which the pours keep clear of and the clearance checks watch.
 * @param pieceSize elements that are converted at once
 */
export function convertLayers(
  circuitJson: CircuitJson,
  pieceSize?: number,
): Map<GerberLayer, readonly GerberCommand[]> {
  const layers = layersOf(circuitJson)
  const stack = stacks[layers]
  const pieces = piecesOf(circuitJson, pieceSize).map((piece) => convertCircuitJsonToGerberCommands(piece))
  return new Map(
    gerberLayers(layers).map((layer) => {
      // Every piece has the board, and with it the board's edge.
      const used = layer === "Edge_Cuts" ? pieces.slice(0, 1) : pieces
      const commands = used.map((piece) => dropRegionPen(piece[sourceNames[layer] ?? layer] ?? []))
      return [layer, joined(commands, poursOn(circuitJson, stack, layer))]
    }),
  )
}

function poursOn(circuitJson: CircuitJson, stack: Stack, layer: GerberLayer): GerberCommand[] {
  const kind = layer.split("_")[1]
  if (kind !== "Cu" && kind !== "Mask") return []
  return circuitJson.flatMap((element) => {
    if (element.type !== "pcb_copper_pour") return []
    const copper = onStack(stack, element.layer, "a pour")
    if (kind === "Cu") return copperFiles[copper] === layer ? pourRegions(element, "Conductor") : []
    const isBare = element.covered_with_solder_mask === false
    return isBare && copperFiles[copper].replace("Cu", "Mask") === layer ? pourRegions(element) : []
  })
}
