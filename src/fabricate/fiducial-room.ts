import { copperOf } from "../circuit/copper"
import type { Circuit } from "../circuit/elements"
import { outlineOf, type Piece, piecesOf } from "../circuit/pieces"
import { BoxIndex } from "../geometry/box-index"
import type { Point } from "../geometry/point"
import { type Box, boxOf, boxOfPoints, disc, gap, grow } from "../geometry/shape"
import { defaultLimits, Scene } from "../legend/scene"
import type { Board, Keepout } from "../model/board"
import type { FabHouse } from "../model/fab-house"
import type { Finding } from "../model/finding"
import type { Side } from "../model/place"

/** Where marks for a machine's camera would go on one side of a board, which has none of its own there. */
export interface FiducialRoom {
  /** Three places far apart, or the best that was found; mm, board centre = origin, seen from the top. */
  readonly places: readonly Point[]
  readonly enough: boolean
  /** What is in the way where one would look first, the most frequent first. */
  readonly inTheWay: readonly string[]
  /** Even an empty board of its size has no room. */
  readonly tooSmall?: true
}

type RoomBoard = Pick<Board, "outline" | "keepouts" | "pours">

/** IPC-7351B, 3.4.1: an opening of twice the mark's 1 mm; 3.85 mm is what the rails of conveyors leave, as two fab houses publish it. */
const unsaid = { openingMm: 2, fromEdgeMm: 3.85 }

/** A mark's own courtyard reaches so far beyond its opening, mm. */
const roundMm = 0.25

/** Copper keeps so far off the opening: the mask may be off by this. mm */
const copperMm = 0.1

/** Of the board's longer side, how far apart the two outermost marks are at least; of its shorter, how far off the third. */
const least = { apart: 0.5, off: 0.25 }

/** Places are tried this far apart, mm, or farther on large boards. */
const stepMm = 0.5
const mostSteps = 240

/** Looks for room on a side at a time. Pours are no obstacle: they keep out of a mark's opening. */
export function fiducialRoom(
  circuit: Circuit,
  board: RoomBoard,
  house: FabHouse,
): (side: Side) => FiducialRoom {
  const { openingMm, fromEdgeMm } = house.panel?.fiducial ?? unsaid
  const half = openingMm / 2 + roundMm
  const scene = new Scene(circuit, { ...defaultLimits, edgeMm: fromEdgeMm - half })
  const pieces = new BoxIndex(
    piecesOf(copperOf(circuit)).filter(({ copper }) => "shape" in copper),
    ({ copper }) => boxOf(outlineOf(copper)),
  )
  const zones = [...board.keepouts, ...board.pours.flatMap(({ voids }) => voids ?? [])]
  const box = boxOfPoints(board.outline)
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY]
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const step = stepMm * Math.max(1, Math.ceil(long / mostSteps / stepMm))

  const around = ({ x, y }: Point): Box => ({
    minX: x - half,
    maxX: x + half,
    minY: y - half,
    maxY: y + half,
  })
  const copperAt = (at: Point, side: Side): Piece[] => {
    const opening = grow(disc(at, openingMm), copperMm)
    return pieces
      .within(boxOf(opening))
      .filter(
        ({ layers, copper }) => layers.includes(side) && "shape" in copper && gap(copper.shape, opening) < 0,
      )
  }
  const zonesAt = (at: Point): Keepout[] =>
    zones.filter((zone) => {
      const { minX, maxX, minY, maxY } = around(at)
      return zone.minX < maxX && zone.maxX > minX && zone.minY < maxY && zone.maxY > minY
    })
  const isFree = (at: Point, side: Side): boolean =>
    zonesAt(at).length === 0 && scene.isFree(side, around(at), "") && copperAt(at, side).length === 0
  const blockers = (at: Point, side: Side): string[] => [
    ...new Set([
      ...scene.blockers(side, around(at), ""),
      ...zonesAt(at).map(({ name }) => name),
      ...copperAt(at, side).map(({ pad, what, net }) =>
        pad === undefined ? `a ${what}${net === undefined ? "" : ` of ${net}`}` : pad.designator,
      ),
    ]),
  ]
  const tooSmall = short - 2 * fromEdgeMm < least.off * short || long - 2 * fromEdgeMm < least.apart * long
  return (side) => {
    const free = steps(box, fromEdgeMm, step).filter((at) => isFree(at, side))
    const places = farthest(free)
    const [a, b, c] = places
    if (a !== undefined && b !== undefined && c !== undefined)
      if (apart(a, b) >= least.apart * long && offLine(c, a, b) >= least.off * short)
        return { places, enough: true, inTheWay: [] }
    const counts = new Map<string, number>()
    for (const at of cornersIn(box, fromEdgeMm))
      for (const what of blockers(at, side)) counts.set(what, (counts.get(what) ?? 0) + 1)
    const inTheWay = [...counts].sort(([, one], [, other]) => other - one).map(([what]) => what)
    return { places, enough: false, inTheWay, ...(tooSmall ? { tooSmall } : {}) }
  }
}

/** The board in steps about its origin, no nearer to the box of its outline than `inset`. */
function steps({ minX, maxX, minY, maxY }: Box, inset: number, step: number): Point[] {
  const along = (from: number, to: number): number[] => {
    const first = Math.ceil((from + inset) / step - 1e-9)
    const count = Math.max(0, Math.floor((to - inset) / step + 1e-9) - first + 1)
    return Array.from({ length: count }, (_, i) => (first + i) * step)
  }
  const xs = along(minX, maxX)
  return along(minY, maxY).flatMap((y) => xs.map((x) => ({ x, y })))
}

const cornersIn = ({ minX, maxX, minY, maxY }: Box, inset: number): Point[] =>
  [minX + inset, maxX - inset].flatMap((x) => [minY + inset, maxY - inset].map((y) => ({ x, y })))

/** The two farthest apart, and that farthest off the line between them: a board laid wrongly matches no such three. */
function farthest(free: readonly Point[]): Point[] {
  const most = (of: (p: Point) => number): Point | undefined => {
    let best: { readonly at: Point; readonly value: number } | undefined
    for (const at of free) {
      const value = of(at)
      if (best === undefined || value > best.value + 1e-9) best = { at, value }
    }
    return best?.at
  }
  const ends = new Set(
    Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8).flatMap(
      (angle) => most(({ x, y }) => x * Math.cos(angle) + y * Math.sin(angle)) ?? [],
    ),
  )
  const pairs = [...ends].flatMap((a) => [...ends].map((b) => ({ a, b, mm: apart(a, b) })))
  const [first] = pairs.sort((one, other) => other.mm - one.mm)
  if (first === undefined) return []
  const { a, b } = first
  if (a === b) return [a]
  const third = most((p) => offLine(p, a, b))
  return [a, b, ...(third === undefined || offLine(third, a, b) < 1e-6 ? [] : [third])]
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

const offLine = (p: Point, a: Point, b: Point): number =>
  Math.abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / (apart(a, b) || 1)

const place = ({ x, y }: Point): string => `(${x}, ${y})`

/** The room in words, without lines to paste. */
export const placesWords = ({ places, enough, inTheWay }: FiducialRoom): string =>
  enough
    ? `room for three at ${places.map(place).join(", ")} mm`
    : `no room for three far apart${inTheWay.length === 0 ? "" : ` (${inTheWay.slice(0, 4).join(", ")} in the way)`}, ${
        places.length === 0 ? "nor for one" : `at best ${places.map(place).join(", ")} mm`
      }`

/** Lines to paste into the board's circuit, or why there are none. */
export function fiducialFinding(
  room: FiducialRoom | undefined,
  side: Side,
  placed: readonly string[],
  { title }: FabHouse,
): Finding | undefined {
  if (room === undefined) return undefined
  const none = `a machine places ${placed.length} parts on the ${side} side, and it has no fiducials for the camera`
  const [first = 1, end] = side === "top" ? [1, ""] : [4, ', 0, "bottom"']
  const lines = room.places.map(
    ({ x, y }, i) => `<Part name="FID${first + i}" is={fiducial} pins={{}} at={[${x}, ${y}${end}]} />`,
  )
  const otherwise = `or let ${title} add rails that have them, or put the board on a panel`
  return {
    rule: "parts/fiducials",
    // A board too small for marks goes on rails or a panel anyhow.
    severity: room.enough || room.tooSmall ? "info" : "warning",
    message: room.enough
      ? `${none}: there is room for ${lines.join(" ")} of components/parts/fiducial, ${otherwise}`
      : `${none}: ${placesWords(room)}; move something, ${otherwise}`,
    parts: placed,
  }
}
