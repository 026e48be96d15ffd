import type { Board } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import { orderNumberAt, packageAt } from "../model/part-at-fab"
import type { VerifyOptions } from "./verify"

/** What a package of this project can be held against when the source is here. */
export function optionsFromSource(board: Board, house: FabHouse, sourceHash?: string): VerifyOptions {
  const numberOf = Object.entries(board.parts).map(([designator, part]) => {
    const bought = orderNumberAt(part, house)
    return [designator, bought !== undefined && "number" in bought ? bought.number : undefined] as const
  })
  return {
    packages: Object.fromEntries(
      Object.values(board.parts)
        .flatMap((part) => {
          const known = packageAt(part.package, house)
          return known === undefined ? [] : [[part.package.name, known] as const]
        })
        // Kinds of parts share names of packages ("0805"): what is known of one of them stands.
        .sort(([, a], [, b]) => Number(a.byPins !== undefined) - Number(b.byPins !== undefined)),
    ),
    partNumbers: new Set(numberOf.flatMap(([, number]) => (number === undefined ? [] : [number]))),
    numberOf: Object.fromEntries(numberOf),
    notFitted: Object.fromEntries(
      Object.entries(board.variants).map(([name, variant]) => [name, variant.notFitted]),
    ),
    plans: board.plans,
    ...(sourceHash === undefined ? {} : { sourceHash }),
  }
}
