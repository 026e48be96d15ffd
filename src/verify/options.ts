import { catalogue } from "../../components/catalogue"
import type { BoardDefinition } from "../board-definition"
import type { VerifyOptions } from "./verify"

/** What a package of this project can be held against when the source is here. */
export function optionsFromSource(board: BoardDefinition, sourceHash?: string): VerifyOptions {
  const numbers = Object.values(catalogue).flatMap((part) =>
    "lcsc" in part.jlcpcb ? [part.jlcpcb.lcsc] : [],
  )
  const numberOf = Object.entries(board.parts).map(([designator, id]) => {
    const bought = catalogue[id]?.jlcpcb
    return [designator, bought !== undefined && "lcsc" in bought ? bought.lcsc : undefined] as const
  })
  return {
    partNumbers: new Set(numbers),
    numberOf: Object.fromEntries(numberOf),
    notFitted: Object.fromEntries(
      Object.entries(board.variants).map(([name, variant]) => [name, variant.notFitted]),
    ),
    ...(sourceHash === undefined ? {} : { sourceHash }),
  }
}
