import { capsule } from "./capsule"
import { type Box, boxOf, type Point } from "./point"
import { type Polygon, type Ring, toUnits } from "./polygon"

/**
 * A piece that stands where many of its kind stand: it keeps the shape they share and its place. Its corners are made
 * when asked for and not kept, or a layer of a million flashes would fill a gigabyte.
 */
export class PlacedPolygon implements Polygon {
  constructor(
    readonly base: Polygon,
    private readonly baseBox: Box,
    /** Nanometres. */
    readonly dx: number,
    readonly dy: number,
  ) {}

  get outer(): Ring {
    return this.moved(this.base.outer)
  }

  get holes(): readonly Ring[] {
    return this.base.holes.length === 0 ? this.base.holes : this.base.holes.map((ring) => this.moved(ring))
  }

  get box(): Box {
    const { minX, minY, maxX, maxY } = this.baseBox
    return { minX: minX + this.dx, minY: minY + this.dy, maxX: maxX + this.dx, maxY: maxY + this.dy }
  }

  private moved(ring: Ring): Ring {
    return ring.map(({ x, y }) => ({ x: x + this.dx, y: y + this.dy }))
  }
}

/** A straight line of a round pen; corners as in {@link PlacedPolygon}. mm. */
export class CapsulePolygon implements Polygon {
  readonly holes: readonly Ring[] = none

  constructor(
    readonly from: Point,
    readonly to: Point,
    readonly radius: number,
  ) {}

  get outer(): Ring {
    return capsule(this.from, this.to, this.radius)
  }

  get box(): Box {
    const { from, to, radius } = this
    return {
      minX: toUnits(Math.min(from.x, to.x) - radius),
      minY: toUnits(Math.min(from.y, to.y) - radius),
      maxX: toUnits(Math.max(from.x, to.x) + radius),
      maxY: toUnits(Math.max(from.y, to.y) + radius),
    }
  }
}

const none: readonly Ring[] = []

/** The box round a piece, without making its corners where that can be spared. Nanometres. */
export function boxOfPolygon(polygon: Polygon): Box {
  return polygon instanceof PlacedPolygon || polygon instanceof CapsulePolygon
    ? polygon.box
    : boxOf(polygon.outer)
}
