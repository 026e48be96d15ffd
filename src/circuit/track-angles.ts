import { BoxIndex } from "../geometry/box-index"
import { distance, distanceToSegment, type Point } from "../geometry/point"
import { boxOf, covers, type Shape } from "../geometry/shape"
import { type Copper, type Track, trackShape, viaShape } from "./copper"
import { groupBy } from "./group-by"

/** How far a track may stray from its 45 degree direction over its length, mm: routes are written to 0.01 mm. */
const strayMm = 0.011

/** Two points are one, mm. */
const sameMm = 1e-3

/** Where two tracks of a net meet at less than a right angle outside pads and vias: acute joints hold etchant. */
export interface AcuteJoint {
  readonly track: Track
  readonly at: Point
  readonly deg: number
}

/** True where a track runs at another angle than a multiple of 45 degrees. */
export function offAngle({ from, to }: Track): boolean {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  return Math.min(dx, dy, Math.abs(dx - dy) / Math.SQRT2) > strayMm
}

/** Answers whether a place on a track's layer is on a pad or via, whoever's. */
export function landsOf(
  copper: Pick<Copper, "pads" | "vias" | "layers">,
): (p: Point, layer: Track["layer"]) => boolean {
  const lands: { shape: Shape; layers: readonly string[] }[] = [
    ...copper.pads,
    ...copper.vias.map((via) => ({ shape: viaShape(via), layers: copper.layers })),
  ]
  const index = new BoxIndex(lands, ({ shape }) => boxOf(shape))
  return (p, layer) =>
    index
      .within({ minX: p.x, minY: p.y, maxX: p.x, maxY: p.y }, sameMm)
      .some(({ shape, layers }) => layers.includes(layer) && covers(shape, p))
}

/** Acute joints, each place once. */
export function acuteJoints(copper: Pick<Copper, "tracks" | "pads" | "vias" | "layers">): AcuteJoint[] {
  const onLand = landsOf(copper)
  const tracks = copper.tracks.filter((track) => distance(track.from, track.to) > sameMm)
  const seen = new Set<string>()
  return [...groupBy(tracks, ({ net, layer }) => `${layer} ${net}`).values()].flatMap((alike) => {
    const index = new BoxIndex(alike, (track) => boxOf(trackShape(track)))
    return alike.flatMap((track) =>
      [track.from, track.to].flatMap((end): AcuteJoint[] => {
        const key = `${end.x.toFixed(3)} ${end.y.toFixed(3)} ${track.layer}`
        if (seen.has(key) || onLand(end, track.layer)) return []
        const deg = Math.min(
          ...index
            .within({ minX: end.x, minY: end.y, maxX: end.x, maxY: end.y }, sameMm)
            .filter((other) => other !== track && distanceToSegment(end, other.from, other.to) <= sameMm)
            .flatMap((other) => armsAt(other, end).map((arm) => between(armFrom(track, end), arm)))
            .filter((angle) => angle >= 0.5),
        )
        if (deg >= 89) return []
        seen.add(key)
        return [{ track, at: end, deg }]
      }),
    )
  })
}

/** A track's direction away from its own end. */
const armFrom = (track: Track, end: Point): Point => {
  const far = distance(track.from, end) < distance(track.to, end) ? track.to : track.from
  return { x: far.x - end.x, y: far.y - end.y }
}

/** The directions in which a track leaves a point on it: one at its end, two in between. */
const armsAt = ({ from, to }: Track, at: Point): Point[] =>
  [from, to].filter((far) => distance(far, at) > sameMm).map((far) => ({ x: far.x - at.x, y: far.y - at.y }))

function between(a: Point, b: Point): number {
  const cosine = (a.x * b.x + a.y * b.y) / (Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y))
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
}
