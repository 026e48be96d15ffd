import { partsOf } from "../circuit/parts"
import type { PanelRules } from "../model/fab-house"
import { UserError } from "../model/finding"
import type { Point } from "../model/place"
import { legs } from "../verify/geometry/holes"
import { segmentGap } from "../verify/geometry/segment"
import { areaOf, type PanelBoard, type Seat, type Tab } from "./board"
import { type Edge, levelAt } from "./edge"

/** A row of boards and the lines that their edges are on, mm. */
export interface Row {
  readonly seats: readonly Seat[]
  readonly top: number
  readonly bottom: number
}

/**
 * Holes stand this far outside the board's edge: they take 0.1 mm off it, and what is left of their webs stays within
 * the +-0.2 mm that a routed outline has anyway. mm.
 */
const outsideMm = 0.2
/** Between a tab and any part: no burr under a connector, no bending at a chip. mm. */
const partMm = 1
const stepMm = 0.5
/** A tab longer than twice its width bends before it breaks, and lets boards swing while they are placed on. */
const slender = 2
/** A tab reaches so far behind a board's outermost edge; longer ones bend. */
const recessMm = 4

type Side = Extract<Edge, "top" | "bottom">
/** Where a tab meets the board at a place of its edge, in the board's frame; nothing where it has no room. */
type Room = (x: number) => number | undefined

/**
 * Tabs between the rails and rows: at least two for each board's upper and lower edge, spread along it, where both
 * sides are straight and copper, holes and parts are out of the way. An edge that steps back a little is one all the same.
 * @throws UserError naming the edge that has no room for them
 */
export function tabsBetween(
  rows: readonly Row[],
  rails: { readonly top: number; readonly bottom: number },
  rules: PanelRules,
  copperMm: number,
): Tab[] {
  const width = rules.bite.holes * rules.bite.drillMm + (rules.bite.holes + 1) * rules.bite.webMm
  const rooms = new Map<string, Room>()
  const room = (board: PanelBoard, edge: Side): Room => {
    const key = `${board.id} ${edge}`
    const known = rooms.get(key) ?? roomAt(board, edge, width, rules, copperMm)
    rooms.set(key, known)
    return known
  }
  return [...rows, undefined].flatMap((below, index) => {
    const above = rows[index - 1]
    const faces = [
      ...(above?.seats ?? []).map((seat) => ({ seat, edge: "bottom" as const })),
      ...(below?.seats ?? []).map((seat) => ({ seat, edge: "top" as const })),
    ]
    const spans = faces.map(({ seat, edge }) => {
      const { minX, maxX } = areaOf(seat.board.outline)
      return { seat, edge, from: minX + seat.x, to: maxX + seat.x, room: room(seat.board, edge) }
    })
    // A rail takes any tab, a board only where it has room.
    const levels = (x: number): { readonly high: number; readonly low: number } | undefined => {
      const met = (edge: Side, rail: number): number | undefined => {
        const own = spans.filter((span) => span.edge === edge)
        if (own.length === 0) return rail
        return own
          .filter(({ from, to }) => x > from && x < to)
          .map((span) => ({ y: span.seat.y, level: span.room(x - span.seat.x) }))
          .flatMap(({ y, level }) => (level === undefined ? [] : [level + y]))[0]
      }
      const [high, low] = [met("bottom", rails.top), met("top", rails.bottom)]
      return high === undefined || low === undefined ? undefined : { high, low }
    }
    const chosen: number[] = []
    for (const { seat, edge, from, to } of spans) {
      const wanted = Math.max(2, Math.ceil((to - from) / rules.tabEveryMm))
      const own = (): number[] => chosen.filter((x) => x > from && x < to)
      for (let k = 0; own().length < wanted && k < wanted; k++) {
        const ideal = from + ((k + 0.5) / wanted) * (to - from)
        const best = candidates(from, to, ideal).find(
          (x) => levels(x) !== undefined && chosen.every((other) => Math.abs(other - x) > 2 * width),
        )
        if (best === undefined)
          throw new UserError(
            `${seat.board.id}: its ${edge} edge has no room for ${wanted} tabs of ${width.toFixed(1)} mm clear of copper, holes and parts`,
          )
        chosen.push(best)
      }
    }
    return chosen.flatMap((x): Tab[] => {
      const met = levels(x)
      if (met === undefined) return []
      const length = met.high - met.low
      if (length > slender * width)
        throw new UserError(
          `a tab would be ${length.toFixed(1)} mm long and ${width.toFixed(1)} mm wide, at most ${(slender * width).toFixed(1)} mm holds: less --gap, or rows of boards that hang over less`,
        )
      return [
        {
          minX: x - width / 2,
          maxX: x + width / 2,
          minY: met.low,
          maxY: met.high,
          bites: [
            ...(above === undefined ? [] : bites(x, met.high - outsideMm, rules)),
            ...(below === undefined ? [] : bites(x, met.low + outsideMm, rules)),
          ],
        },
      ]
    })
  })
}

/** Places of a grid, the nearest to the ideal one first. */
function candidates(from: number, to: number, ideal: number): number[] {
  const count = Math.floor((to - from) / stepMm)
  return Array.from({ length: count + 1 }, (_, i) => Math.round((from + i * stepMm) * 1e3) / 1e3).sort(
    (a, b) => Math.abs(a - ideal) - Math.abs(b - ideal) || a - b,
  )
}

function bites(x: number, y: number, { bite }: PanelRules): Point[] {
  const pitch = bite.drillMm + bite.webMm
  return Array.from({ length: bite.holes }, (_, i) => ({ x: x + (i - (bite.holes - 1) / 2) * pitch, y }))
}

function roomAt(
  { outline, cutouts, circuit, geometry }: PanelBoard,
  edge: Side,
  width: number,
  rules: PanelRules,
  copperMm: number,
): Room {
  const { minY, maxY } = areaOf(outline)
  const outermost = edge === "top" ? maxY : minY
  // What bends beside an opening breaks there.
  const yards = [
    ...partsOf(circuit).flatMap(({ placed }) => placed?.courtyards.map(areaOf) ?? []),
    ...cutouts.map(areaOf),
  ]
  const reach = rules.bite.drillMm / 2 + copperMm
  return (x) => {
    const [left, right] = [x - width / 2 - 0.5, x + width / 2 + 0.5]
    const y = levelAt(outline, edge, left, right)
    if (y === undefined || Math.abs(outermost - y) > recessMm) return undefined
    // Where the board steps back, the cutter has to get in between the step and the tab.
    const beside = rules.cutterMm + 0.1
    if (y !== outermost && levelAt(outline, edge, x - width / 2 - beside, x + width / 2 + beside) !== y)
      return undefined
    const isInTheWay = yards.some(
      (yard) =>
        yard.maxX > left - partMm &&
        yard.minX < right + partMm &&
        (edge === "top" ? yard.maxY > y - partMm : yard.minY < y + partMm),
    )
    if (isInTheWay) return undefined
    const isFree = bites(x, edge === "top" ? y + outsideMm : y - outsideMm, rules).every(
      (at) =>
        [...geometry.copper.values()].every((layer) => layer.edges.closest(at, at, reach) === undefined) &&
        geometry.holes.every(({ points, radius }) =>
          legs(points).every(([from, to]) => segmentGap(from, to, at, at).distance > radius + reach + 0.5),
        ),
    )
    return isFree ? y : undefined
  }
}
