import { UserError } from "../model/finding"
import {
  type CopperLayer,
  isLayerCount,
  type LayerCount,
  layerCounts,
  layerIn,
  type Stack,
  stacks,
  stackWords,
} from "../model/layer"
import { type Circuit, elementsOf } from "./elements"

/** How many layers of copper the circuit's board has. @throws UserError for a number that is not built. */
export function layersOf(circuit: Circuit): LayerCount {
  const count = elementsOf(circuit, "pcb_board")[0]?.num_layers ?? 2
  if (!isLayerCount(count))
    throw new UserError(`the board has ${count} layers of copper: ${layerCounts} are built`)
  return count
}

/** The layers themselves, from the top down. */
export const stackIn = (circuit: Circuit): Stack => stacks[layersOf(circuit)]

/** A layer by its name. @throws UserError for one that the board does not have: it is never taken for another. */
export function onStack(stack: Stack, name: string, what: string): CopperLayer {
  const layer = layerIn(stack, name)
  if (layer === undefined)
    throw new UserError(`${what} is on the layer "${name}": the board has ${stackWords(stack)}`)
  return layer
}
