import type { BoardSource } from "../model/board"
import type { Point } from "../model/place"

/** A board, as the default export of `boards/<id>/index.tsx`. */
export const defineBoard = (source: BoardSource): BoardSource => source

/** An outline of `widthMm` x `heightMm` about the origin. */
export function rectangle(widthMm: number, heightMm: number): readonly Point[] {
  const [x, y] = [widthMm / 2, heightMm / 2]
  return [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ]
}

/** As {@link rectangle}, its corners rounded: arcs as chords that stay within 3 um of them. */
export function roundedRectangle(widthMm: number, heightMm: number, radiusMm: number): readonly Point[] {
  const radius = Math.min(radiusMm, widthMm / 2, heightMm / 2)
  if (radius <= 0) return rectangle(widthMm, heightMm)
  const [x, y] = [widthMm / 2 - radius, heightMm / 2 - radius]
  const corner = (cx: number, cy: number, from: number): readonly Point[] =>
    arc({ x: cx, y: cy }, radius, from, from + 90)
  const all = [...corner(-x, -y, 180), ...corner(x, -y, 270), ...corner(x, y, 0), ...corner(-x, y, 90)]
  // Where two arcs meet in one point it is said once.
  return all.filter((p, i) => {
    const before = all[(i + all.length - 1) % all.length]
    return before === undefined || Math.hypot(p.x - before.x, p.y - before.y) > 1e-6
  })
}

/**
 * Corners along an arc of an outline, its ends among them: counter-clockwise where `toDeg` is more than `fromDeg`, 0
 * degrees to the right. Chords that stay within 3 um of it.
 */
export function arc(centre: Point, radiusMm: number, fromDeg: number, toDeg: number): readonly Point[] {
  const stepRad = 2 * Math.acos(1 - Math.min(1, 0.003 / radiusMm))
  const steps = Math.max(1, Math.ceil((Math.abs(toDeg - fromDeg) * Math.PI) / 180 / stepRad))
  const round = (mm: number) => Math.round(mm * 1e6) / 1e6 + 0
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((fromDeg + ((toDeg - fromDeg) * i) / steps) * Math.PI) / 180
    return {
      x: round(centre.x + radiusMm * Math.cos(angle)),
      y: round(centre.y + radiusMm * Math.sin(angle)),
    }
  })
}
