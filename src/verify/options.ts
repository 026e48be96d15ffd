import type { Board } from "../model/board"
import type { VerifyOptions } from "./verify"

/** What a package of this project can be held against when the source is here. */
export function optionsFromSource(board: Board, sourceHash?: string): VerifyOptions {
  const numberOf = Object.entries(board.parts).map(([designator, { numbers }]) => {
    const bought = numbers[board.fab]
    return [designator, bought !== undefined && "number" in bought ? bought.number : undefined] as const
  })
  return {
    partNumbers: new Set(numberOf.flatMap(([, number]) => (number === undefined ? [] : [number]))),
    numberOf: Object.fromEntries(numberOf),
    notFitted: Object.fromEntries(
      Object.entries(board.variants).map(([name, variant]) => [name, variant.notFitted]),
    ),
    ...(sourceHash === undefined ? {} : { sourceHash }),
  }
}
