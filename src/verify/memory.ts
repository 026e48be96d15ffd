import type { FabHouse } from "../model/fab-house"
import type { GerberImage } from "../read"
import type { Intent } from "./expected/intent"
import type { BoardGeometry } from "./geometry/board"
import type { Measured } from "./measure"
import type { ExpectedNetlist } from "./netlist"
import { Recent } from "./recent"

/**
 * What was read and measured of files, by the whole of their content: for who verifies many packages that have most
 * files in common. It gives what would be found anew, and lives no longer than who made it.
 */
export class Memory {
  readonly images = new Recent<GerberImage>(60)
  readonly elements = new Recent<readonly { readonly type: string }[]>(3)
  readonly netlists = new Recent<ExpectedNetlist>(3)
  readonly intents = new Recent<Intent>(3)
  readonly geometries = new Recent<BoardGeometry>(4)
  readonly measured = new Recent<Measured>(4)
  /** Whether two areas are as good as one. */
  readonly alike = new Recent<boolean>(100_000)
  private readonly houses = new WeakMap<FabHouse, number>()
  private count = 0

  /** A name for a house as it is: one with another limit is another. */
  nameOf(house: FabHouse): number {
    const known = this.houses.get(house) ?? ++this.count
    this.houses.set(house, known)
    return known
  }
}
