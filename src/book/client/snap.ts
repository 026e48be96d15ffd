import type { BookData, PictureData, SideName } from "../data"

/** A place that a measure can hold on to: board mm, y up. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly what: string
  /** A middle or a corner of the board; otherwise a corner of a pad, passed over by the coarse step. */
  readonly main: boolean
}

/** What of a book there is to measure. */
interface Drawn extends Pick<BookData, "pads" | "nets"> {
  readonly picture: Pick<PictureData, "outline" | "plate">
}

type Xy = Pick<Spot, "x" | "y">

/** Pads with their corners, holes and the board's corners, as the emitted files and the circuit have them. */
export function spotsOf({ pads, nets, picture }: Drawn, side: SideName): Spot[] {
  const spots: Spot[] = []
  for (const { name, x, y, sides, d } of pads) {
    if (!sides.includes(side)) continue
    spots.push({ x, y, what: `pad ${name}`, main: true })
    // Round pads have no corners, and those of rounded ones are where the round begins.
    if (!d.includes("a"))
      for (const corner of rings(d)[0] ?? [])
        spots.push({ ...corner, what: `${d.includes("A") ? "edge" : "corner"} of ${name}`, main: false })
  }
  const vias = nets.flatMap((net) => net.vias.map(({ x, y }) => ({ x, y, what: `via of ${net.name}` })))
  // The first ring is the board, the others are what was drilled into it.
  const holes = rings(picture.plate)
    .slice(1)
    .map((ring) => ({ ...middle(ring), what: "hole" }))
  for (const hole of [...vias, ...holes])
    if (!spots.some((spot) => spot.main && distance(spot, hole) < 0.01)) spots.push({ ...hole, main: true })
  for (const ring of rings(picture.outline))
    for (const corner of cornersOf(ring)) spots.push({ ...corner, what: "corner of the board", main: true })
  return spots
}

/** The spot to hold on to within a reach; without one, the place itself. */
export function snapped(spots: readonly Spot[], at: Xy, reachMm: number): Spot {
  const near = spots
    .map((spot) => ({ spot, mm: distance(spot, at) }))
    .filter(({ mm }) => mm <= reachMm)
    .sort((a, b) => a.mm - b.mm)[0]?.spot
  return near ?? { ...at, what: `(${at.x.toFixed(2)}, ${at.y.toFixed(2)})`, main: false }
}

/** The next spot that way, straight ahead before aside. */
export function nextSpot(spots: readonly Spot[], from: Xy, way: Xy, mainOnly: boolean): Spot | undefined {
  return spots
    .filter((spot) => spot.main || !mainOnly)
    .map((spot) => {
      const [dx, dy] = [spot.x - from.x, spot.y - from.y]
      const ahead = dx * way.x + dy * way.y
      return { spot, ahead, aside: Math.abs(dx * way.y - dy * way.x) }
    })
    .filter(({ ahead, aside }) => ahead > 0.01 && aside <= 2 * ahead)
    .sort((a, b) => a.ahead + 2 * a.aside - (b.ahead + 2 * b.aside))[0]?.spot
}

/** "12.70 mm (12.70 across, 0.00 up): pad A to pad B". */
export function measureText(from: Spot, to: Spot): string {
  const part = (a: number, b: number): string => Math.abs(b - a).toFixed(2)
  return `${distance(from, to).toFixed(2)} mm (${part(from.x, to.x)} across, ${part(from.y, to.y)} up): ${from.what} to ${to.what}`
}

export const distance = (a: Xy, b: Xy): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Rings of path data made of absolute moves, lines and arcs, whose y points down: their points. */
function rings(d: string): Xy[][] {
  return d
    .split("M")
    .filter((text) => text !== "")
    .map((ring) =>
      [...ring.matchAll(/(?:^|[LA])([^LAZ]+)/g)].map(([, text = ""]) => {
        const [x = 0, y = 0] = text.trim().split(/\s+/).slice(-2).map(Number)
        return { x, y: -y + 0 }
      }),
    )
}

function middle(ring: readonly Xy[]): Xy {
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)]
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  }
}

/** Where an outline turns by more than 20 degrees: arcs, which are drawn in small steps, have none. */
function cornersOf(ring: readonly Xy[]): Xy[] {
  return ring.filter((at, i) => {
    const before = ring.at(i - 1)
    const after = ring[(i + 1) % ring.length]
    if (before === undefined || after === undefined) return false
    const turn = Math.atan2(after.y - at.y, after.x - at.x) - Math.atan2(at.y - before.y, at.x - before.x)
    return Math.cos(turn) < Math.cos(Math.PI / 9)
  })
}
