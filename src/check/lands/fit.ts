import { moved, type Pair, type Rigid, rigidFit } from "../../geometry/rigid-fit"
import type { Body, Vec2 } from "../../model/body"
import type { Foot, Leads } from "../../model/leads"
import type { LandPad } from "../../model/package"
import type { Point } from "../../model/place"

export const pointOf = ([x, y]: Vec2): Point => ({ x, y })

/** How far a pad reaches past a foot, mm: past its toe, past its heel, and past the nearer of its sides. */
export interface Fillets {
  readonly toe: number
  readonly heel: number
  readonly side: number
}

export const middleOf = ({ heel, toe }: Foot): Point => ({
  x: (heel[0] + toe[0]) / 2,
  y: (heel[1] + toe[1]) / 2,
})

/** Where every pin of the part meets the board, in the frame of its leads. */
export function placesOf({ surface, through, thermal }: Leads, body: Body | undefined): Map<string, Point> {
  const places = new Map<string, Point>()
  for (const [pin, foot] of Object.entries(surface?.feet ?? {})) places.set(pin, middleOf(foot))
  if (thermal !== undefined) places.set(thermal.pin, pointOf(thermal.middle))
  if (through !== undefined)
    for (const [pin, place] of Object.entries(body?.terminals ?? {}))
      if (!places.has(pin)) places.set(pin, pointOf(place))
  return places
}

/** Lays the part on its land: pads of one pin count as their middle. */
export function laidOn(places: ReadonlyMap<string, Point>, pads: readonly LandPad[]): Rigid {
  const pairs = [...places].flatMap(([pin, from]): Pair[] => {
    const own = pads.filter((pad) => String(pad.pin) === pin)
    if (own.length === 0) return []
    const middle = (axis: "x" | "y") => own.reduce((sum, pad) => sum + pad[axis], 0) / own.length
    return [{ from, to: { x: middle("x"), y: middle("y") } }]
  })
  // A land is drawn along its part's axes: a turn of a few degrees would hide a pad that is out of line.
  const { cos, sin } = rigidFit(pairs)
  const quarter = Math.abs(cos) >= Math.abs(sin) ? [Math.sign(cos), 0] : [0, Math.sign(sin)]
  const [c = 1, s = 0] = quarter
  const mean = (of: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / Math.max(1, pairs.length)
  return {
    cos: c,
    sin: s,
    x: mean(({ from, to }) => to.x - (c * from.x - s * from.y)),
    y: mean(({ from, to }) => to.y - (s * from.x + c * from.y)),
  }
}

/** A pad's corners; round ends count as square ones. */
export const cornersOf = ({ x, y, width, height }: LandPad): Point[] =>
  [-1, 1].flatMap((u) => [-1, 1].map((v) => ({ x: x + (u * width) / 2, y: y + (v * height) / 2 })))

export function filletsOf(foot: Foot, pad: LandPad, pose: Rigid): Fillets {
  const [heel, toe] = [moved(pose, pointOf(foot.heel)), moved(pose, pointOf(foot.toe))]
  const length = Math.hypot(toe.x - heel.x, toe.y - heel.y)
  const [ux, uy] = [(toe.x - heel.x) / length, (toe.y - heel.y) / length]
  const corners = cornersOf(pad)
  const along = corners.map(({ x, y }) => (x - heel.x) * ux + (y - heel.y) * uy)
  const across = corners.map(({ x, y }) => (y - heel.y) * ux - (x - heel.x) * uy)
  return {
    toe: Math.max(...along) - length,
    heel: -Math.min(...along),
    side: Math.min(Math.max(...across), -Math.min(...across)) - foot.width / 2,
  }
}
