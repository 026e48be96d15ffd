import { groupBy } from "../../circuit/group-by"
import { naturalOrder } from "../../natural-order"
import type { LandBody } from "./bodies"
import type { BoardPart } from "./parts"

/** One footprint of the board's library, and the parts that use it. */
export interface LibraryLand {
  readonly name: string
  readonly part: BoardPart
  readonly body: LandBody | undefined
  readonly users: readonly string[]
}

/**
 * The board's footprints: parts with the same body on the same land share one. It is named after the body; where a
 * body has several lands, all but the one that most parts use also name their first part.
 */
export function libraryLands(
  parts: readonly BoardPart[],
  bodies: ReadonlyMap<string, LandBody>,
): LibraryLand[] {
  const named = groupBy(parts, (part) => baseName(part, bodies.get(part.designator)))
  return [...named].flatMap(([name, users]) => {
    const lands = [...groupBy(users, (part) => JSON.stringify(part.land)).values()]
    const sizes = lands.map((land) => land.length).sort((a, b) => b - a)
    return lands.map((land): LibraryLand => {
      const [part] = land as [BoardPart]
      const usual = land.length === sizes[0] && sizes[1] !== sizes[0]
      return {
        name: usual ? name : `${name}_${part.designator}`,
        part,
        body: bodies.get(part.designator),
        users: land.map((user) => user.designator).sort(naturalOrder),
      }
    })
  })
}

/** Parts under a module that stands on another part's pad have no body of their own: their package names them. */
const baseName = (part: BoardPart, body: LandBody | undefined): string =>
  body?.id ?? part.entry.package.name.replace(/[^A-Za-z0-9.-]+/g, "-")
