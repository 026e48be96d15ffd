import type { FabHouse } from "../model/fab-house"
import type { GerberImage } from "../read"
import type { Intent } from "./expected/intent"
import type { BoardGeometry } from "./geometry/board"
import type { Measured } from "./measure"
import type { ExpectedNetlist } from "./netlist"

/** The results of the newest questions, each by all that it was answered from. */
class Recent<T> {
  private readonly kept = new Map<string, { readonly value: T }>()

  constructor(private readonly most: number) {}

  /** What `make` gave for this key before, or gives now; what it throws is not kept. */
  of(key: string, make: () => T): T {
    const known = this.kept.get(key) ?? { value: make() }
    this.kept.delete(key)
    this.kept.set(key, known)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break
      this.kept.delete(oldest)
    }
    return known.value
  }
}

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

/** From memory, where there is one. */
export const kept = <T>(memory: Recent<T> | undefined, key: string, make: () => T): T =>
  memory === undefined ? make() : memory.of(key, make)
