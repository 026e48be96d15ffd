import type { BoardSource, PourRule } from "../model/board"
import { layerIn, type Stack, stackWords } from "../model/layer"
import { standard } from "./defaults"

/**
 * What a board pours, the first to have a place first, and that which the router joins.
 * @param stack the board's layers
 * @param nets of its circuit: without a ground net there is no pour that nobody has asked for
 */
export function poursOf(said: BoardSource["pour"], stack: Stack, nets: readonly string[]) {
  const list = said === false ? [] : [said ?? (nets.includes(standard.pour.net) ? {} : [])].flat()
  const pours = list
    .map((one): PourRule => ({ ...standard.pour, layers: stack, ...one }))
    .filter(({ layers }) => layers.length > 0)
    .toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  const main = pours.find(({ outline }) => outline === undefined) ?? pours[0]
  const unpoured: PourRule = { ...standard.pour, ...list[0], layers: [] }
  const layers = [...new Set(pours.filter(({ net }) => net === main?.net).flatMap((pour) => pour.layers))]
  return { pours, pour: main === undefined ? unpoured : { ...main, layers } }
}

/** Why a pour cannot be, in words that end a sentence "the pour of X on the top ...". */
export function pourFault(
  { net, layers, outline }: PourRule,
  stack: Stack,
  nets: readonly string[],
): string | undefined {
  if (!nets.includes(net)) return "is of a net that the circuit does not have"
  const odd = layers.find((layer) => layerIn(stack, layer) === undefined)
  if (odd !== undefined)
    return `is on the layer "${odd}": the board has ${stackWords(stack)}, its \`layers\` say how many`
  if (outline === undefined) return undefined
  if (outline.length < 3) return `has an outline of ${outline.length} corners: it needs three or more`
  return outline.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    ? undefined
    : "has an outline with corners that are no numbers: write { x: 1, y: 2 }"
}
