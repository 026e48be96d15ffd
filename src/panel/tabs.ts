import { partsOf } from "../circuit/parts"
import type { PanelRules } from "../model/fab-house"
import { UserError } from "../model/finding"
import type { Point } from "../model/place"
import { areaOf, type PanelBoard, type Seat, type Tab } from "./board"

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

type Edge = "top" | "bottom"

/**
 * Tabs between the rails and rows: at least two for each board's upper and lower edge, spread along it, where both
 * sides are straight and copper, holes and parts are out of the way.
 * @throws UserError naming the edge that has no room for them
 */
export function tabsBetween(
  rows: readonly Row[],
  rails: { readonly top: number; readonly bottom: number },
  rules: PanelRules,
  copperMm: number,
): Tab[] {
  const width = rules.bite.holes * rules.bite.drillMm + (rules.bite.holes + 1) * rules.bite.webMm
  const rooms = new Map<string, (x: number) => boolean>()
  const room = (board: PanelBoard, edge: Edge): ((x: number) => boolean) => {
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
      return { seat, edge, from: minX + seat.x, to: maxX + seat.x, fits: room(seat.board, edge) }
    })
    // Both sides have something there: a rail takes any tab, a board only where it has room.
    const fits = (x: number, side: Edge): boolean =>
      spans.every(({ seat }) => !spans.some((s) => s.edge === side && s.seat === seat)) ||
      spans.some((s) => s.edge === side && x > s.from && x < s.to && s.fits(x - s.seat.x))
    const chosen: number[] = []
    for (const { seat, edge, from, to } of spans) {
      const wanted = Math.max(2, Math.ceil((to - from) / rules.tabEveryMm))
      const own = (): number[] => chosen.filter((x) => x > from && x < to)
      for (let k = 0; own().length < wanted && k < wanted; k++) {
        const ideal = from + ((k + 0.5) / wanted) * (to - from)
        const best = candidates(from, to, ideal).find(
          (x) =>
            fits(x, "top") && fits(x, "bottom") && chosen.every((other) => Math.abs(other - x) > 2 * width),
        )
        if (best === undefined)
          throw new UserError(
            `${seat.board.id}: its ${edge} edge has no room for ${wanted} tabs of ${width.toFixed(1)} mm clear of copper, holes and parts`,
          )
        chosen.push(best)
      }
    }
    const [high, low] = [above?.bottom ?? rails.top, below?.top ?? rails.bottom]
    return chosen.map((x) => ({
      minX: x - width / 2,
      maxX: x + width / 2,
      minY: low,
      maxY: high,
      bites: [
        ...(above === undefined ? [] : bites(x, high - outsideMm, rules)),
        ...(below === undefined ? [] : bites(x, low + outsideMm, rules)),
      ],
    }))
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

/** Whether a board's edge has room for a tab round a place of it, in the board's frame. */
function roomAt(
  { outline, circuit, geometry }: PanelBoard,
  edge: Edge,
  width: number,
  rules: PanelRules,
  copperMm: number,
): (x: number) => boolean {
  const { minY, maxY } = areaOf(outline)
  const y = edge === "top" ? maxY : minY
  const straight = outline.flatMap((a, i): [number, number][] => {
    const b = outline[(i + 1) % outline.length] as Point
    return Math.abs(a.y - y) < 1e-6 && Math.abs(b.y - y) < 1e-6
      ? [[Math.min(a.x, b.x), Math.max(a.x, b.x)]]
      : []
  })
  const yards = partsOf(circuit).flatMap(({ placed }) => placed?.courtyards.map(areaOf) ?? [])
  const holeY = edge === "top" ? y + outsideMm : y - outsideMm
  const reach = rules.bite.drillMm / 2 + copperMm
  return (x) => {
    const [left, right] = [x - width / 2 - 0.5, x + width / 2 + 0.5]
    if (!straight.some(([from, to]) => left >= from && right <= to)) return false
    if (
      yards.some(
        (yard) =>
          yard.maxX > left - partMm &&
          yard.minX < right + partMm &&
          (edge === "top" ? yard.maxY > y - partMm : yard.minY < y + partMm),
      )
    )
      return false
    return bites(x, holeY, rules).every(
      (at) =>
        [...geometry.copper.values()].every((layer) => layer.edges.closest(at, at, reach) === undefined) &&
        geometry.holes.every(
          ({ centre, radius }) => Math.hypot(centre.x - at.x, centre.y - at.y) > radius + reach + 0.5,
        ),
    )
  }
}
