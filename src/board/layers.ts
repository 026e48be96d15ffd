import type { BoardSource } from "../model/board"
import type { Finding } from "../model/finding"
import { layerCounts, layerIn, type Stack, stackWords } from "../model/layer"

/** What a board says of its layers that it has not. */

export const layersFault = (id: string, count: number): Finding => ({
  rule: "circuit/layers",
  severity: "error",
  message: `a board of ${count} layers of copper is not built: \`layers\` is ${layerCounts}`,
  file: `boards/${id}`,
})

/** Net classes on layers that the board has not. */
export const classFaults = ({ id, netClasses = [] }: BoardSource, stack: Stack): Finding[] =>
  netClasses.flatMap(({ name, layers }) => {
    const odd = layers?.find((layer) => layerIn(stack, layer) === undefined)
    if (layers === undefined || (odd === undefined && layers.length > 0)) return []
    const fault = odd === undefined ? "no layer" : `the layer "${odd}"`
    return {
      rule: "circuit/layers",
      severity: "error",
      message: `the net class ${name} is given ${fault}: the board has ${stackWords(stack)}`,
      file: `boards/${id}`,
    } satisfies Finding
  })
