import type { BoardSource, PourRule } from "../model/board"
import type { Finding } from "../model/finding"
import { layerIn, type Stack, stackWords } from "../model/layer"
import type { SourceLine } from "../model/place"
import { standard } from "./defaults"
import type { WrittenPour } from "./drawn/pour"

/** A pour as it is said, with its line in the circuit. */
interface SaidPour {
  readonly rule: Partial<PourRule>
  readonly line?: SourceLine
}

/**
 * The pours of a board's definition and then its circuit's: of these tscircuit gives the last the place. The ground
 * that nobody has asked for is poured where neither says any.
 * @param nets of its circuit: without a ground net there is no such pour
 */
export function poursSaid(
  said: BoardSource["pour"],
  written: readonly WrittenPour[],
  nets: readonly string[],
): SaidPour[] {
  const unasked = written.length === 0 && nets.includes(standard.pour.net) ? [{}] : []
  const defined = said === false ? [] : [said ?? unasked].flat()
  return [...defined.map((rule) => ({ rule })), ...written.toReversed()]
}

/** What a board pours, the first to have a place first, and that which the router joins. */
export function poursOf(list: readonly Partial<PourRule>[], stack: Stack) {
  const pours = list
    .map((one) => ruleOf(one, stack))
    .filter(({ layers }) => layers.length > 0)
    .toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
  const main = pours.find(({ outline }) => outline === undefined) ?? pours[0]
  const unpoured: PourRule = { ...standard.pour, ...list[0], layers: [] }
  const layers = [...new Set(pours.filter(({ net }) => net === main?.net).flatMap((pour) => pour.layers))]
  return { pours, pour: main === undefined ? unpoured : { ...main, layers } }
}

const ruleOf = (said: Partial<PourRule>, stack: Stack): PourRule => ({
  ...standard.pour,
  layers: stack,
  ...said,
})

/** @param file of the board's definition, which has those that have no line */
export const pourFaults = (
  pours: readonly SaidPour[],
  stack: Stack,
  nets: readonly string[],
  file: string,
): Finding[] =>
  pours.flatMap(({ rule, line }): Finding[] => {
    const full = ruleOf(rule, stack)
    const fault = full.layers.length === 0 ? undefined : pourFault(full, stack, nets)
    const message = `the pour of ${full.net} on the ${full.layers.join(" and ")} ${fault}`
    return fault === undefined
      ? []
      : [{ rule: "circuit/pour", severity: "error", message, nets: [full.net], ...(line ?? { file }) }]
  })

/** Why a pour cannot be, in words that end a sentence "the pour of X on the top ...". */
function pourFault(
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
