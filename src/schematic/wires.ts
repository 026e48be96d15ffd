import { UserError } from "../model/finding"
import { onPaper, type PlacedPart } from "./place"
import type { Point } from "./shapes"
import type { Wire } from "./sheet"

export interface Segment {
  readonly from: Point
  readonly to: Point
}

/** A wire with all its corners, mm on paper. */
export interface DrawnWire {
  readonly points: readonly Point[]
}

/**
 * Turns the sheet's wires into polylines.
 * @throws UserError for a wire to a pin that is not drawn, or one that lacks two stops.
 */
export function drawWires(wires: readonly Wire[], parts: readonly PlacedPart[]): DrawnWire[] {
  const pins = new Map(parts.flatMap((part) => part.pins.map((pin) => [pin.id, pin.end] as const)))
  return wires.map((wire) => {
    const points: Point[] = []
    let corner: "-|" | "|-" | undefined
    for (const stop of wire) {
      if (stop === "-|" || stop === "|-") {
        corner = stop
        continue
      }
      const next = typeof stop === "string" ? pins.get(stop) : onPaper(stop)
      if (!next) throw new UserError(`a wire of the schematic goes to ${String(stop)}, which is not drawn`)
      const last = points.at(-1)
      if (last && corner) points.push(corner === "-|" ? { x: next.x, y: last.y } : { x: last.x, y: next.y })
      corner = undefined
      points.push(next)
    }
    if (points.length < 2)
      throw new UserError(`a wire of the schematic has fewer than two stops: ${wire.join(" ")}`)
    return { points }
  })
}

export const segmentsOf = (wire: DrawnWire): Segment[] =>
  wire.points.slice(1).map((to, index) => ({ from: wire.points[index] ?? to, to }))

export const samePlace = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < 0.001 && Math.abs(a.y - b.y) < 0.001

/** Whether a point lies on a horizontal or vertical segment, its ends included. */
export function onSegment(point: Point, { from, to }: Segment): boolean {
  const slack = 0.001
  return (
    point.x >= Math.min(from.x, to.x) - slack &&
    point.x <= Math.max(from.x, to.x) + slack &&
    point.y >= Math.min(from.y, to.y) - slack &&
    point.y <= Math.max(from.y, to.y) + slack &&
    (Math.abs(from.x - to.x) < slack || Math.abs(from.y - to.y) < slack)
  )
}

/**
 * Where a dot belongs: places with three or more conductors. Wires that merely cross have none and do not join.
 */
export function junctions(wires: readonly DrawnWire[], pinEnds: readonly Point[]): Point[] {
  const segments = wires.flatMap(segmentsOf)
  const places = new Map<string, Point>()
  for (const { from, to } of segments) for (const p of [from, to]) places.set(`${p.x};${p.y}`, p)
  for (const p of pinEnds) places.set(`${p.x};${p.y}`, p)
  return [...places.values()].filter((place) => conductorsAt(place, segments, pinEnds) >= 3)
}

/** Conductors that leave a place: 1 for a wire's end or a pin, 2 for a wire that passes. */
export function conductorsAt(place: Point, segments: readonly Segment[], pinEnds: readonly Point[]): number {
  let count = pinEnds.filter((end) => samePlace(end, place)).length
  for (const segment of segments) {
    if (!onSegment(place, segment)) continue
    count += samePlace(place, segment.from) || samePlace(place, segment.to) ? 1 : 2
  }
  return count
}
