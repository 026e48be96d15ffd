import { catalogue } from "../../components/catalogue"
import type { BoardDefinition } from "../board-definition"
import type { FabHouse } from "../model/fab-house"
import type { VerifyOptions } from "./verify"

/** What a package of this project can be held against when the source is here. */
export function optionsFromSource(
  board: BoardDefinition,
  { id: house }: Pick<FabHouse, "id">,
  sourceHash?: string,
): VerifyOptions {
  const numberOf = (part: string): string | undefined => {
    const known = catalogue[part]?.numbers[house]
    return known !== undefined && "number" in known ? known.number : undefined
  }
  return {
    partNumbers: new Set(Object.keys(catalogue).flatMap((part) => numberOf(part) ?? [])),
    numberOf: Object.fromEntries(
      Object.entries(board.parts).map(([designator, part]) => [designator, numberOf(part)] as const),
    ),
    notFitted: Object.fromEntries(
      Object.entries(board.variants).map(([name, variant]) => [name, variant.notFitted]),
    ),
    ...(sourceHash === undefined ? {} : { sourceHash }),
  }
}
