import { limits } from "../limits"
import { chordErrorMm, type Point } from "./point"

/**
 * Number of chords for a full circle of `radius` mm: within the chord error, a multiple of 8 (so that the points on
 * the axes and diagonals are exact), and bounded.
 */
export function chordsPerCircle(radius: number): number {
  if (radius <= chordErrorMm) return 8
  const exact = Math.PI / Math.acos(1 - chordErrorMm / radius)
  return Math.min(limits.arcPoints, Math.max(16, Math.ceil(exact / 8) * 8))
}

/** A circle as a counter-clockwise polygon whose corners lie on it. mm. */
export function circlePoints(centre: Point, radius: number): Point[] {
  const count = chordsPerCircle(radius)
  const points: Point[] = []
  for (let i = 0; i < count; i++) points.push(onCircle(centre, radius, (i / count) * 2 * Math.PI))
  return points
}

/** An arc as a polyline that includes both ends exactly. `sweep` in radians, positive counter-clockwise. */
export function arcPoints(centre: Point, from: Point, to: Point, sweep: number): Point[] {
  const radius = Math.hypot(from.x - centre.x, from.y - centre.y)
  const endRadius = Math.hypot(to.x - centre.x, to.y - centre.y)
  const start = Math.atan2(from.y - centre.y, from.x - centre.x)
  const chords = Math.max(
    2,
    Math.ceil((chordsPerCircle(Math.max(radius, endRadius)) * Math.abs(sweep)) / (2 * Math.PI)),
  )
  const points: Point[] = [from]
  for (let i = 1; i < chords; i++) {
    const t = i / chords
    // Files round the ends of an arc: the radius is led from one to the other instead of jumping at the end.
    points.push(onCircle(centre, radius + (endRadius - radius) * t, start + sweep * t))
  }
  points.push(to)
  return points
}

/** Half a turn round `centre`, from direction `start` (radians), counter-clockwise, both ends included. */
export function halfCircle(centre: Point, radius: number, start: number): Point[] {
  const chords = chordsPerCircle(radius) / 2
  const points: Point[] = []
  for (let i = 0; i <= chords; i++) points.push(onCircle(centre, radius, start + (i / chords) * Math.PI))
  return points
}

function onCircle(centre: Point, radius: number, angle: number): Point {
  return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
}
