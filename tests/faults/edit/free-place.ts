import { distance, distanceToSegment, type Point } from "../../../src/geometry/point"
import { distanceToOutline, insidePolygon } from "../../../src/geometry/polygon"
import type { Draft } from "./draft"

/**
 * A place on the board with nothing but pour within `roomMm` on both sides: no pad, hole, via, track of any net and no
 * legend. Victims of faults are found, not counted on: the board may change under them. The first on a 0.5 mm grid.
 */
export function freePlace(draft: Draft, roomMm: number): Point {
  return freePlaces(draft, roomMm, 1)[0] as Point
}

/** Several such places, apart from each other. */
export function freePlaces(draft: Draft, roomMm: number, count: number): Point[] {
  const places: Point[] = []
  const outline = draft.first("pcb_board").outline ?? []
  const spots: (readonly [Point, number])[] = [
    ...[...draft.all("pcb_smtpad"), ...draft.all("pcb_plated_hole")].flatMap((pad) =>
      "x" in pad ? [[{ x: pad.x, y: pad.y }, 2.9] as const] : [],
    ),
    ...draft.all("pcb_hole").map((hole) => [{ x: hole.x, y: hole.y }, 2] as const),
    ...draft.all("pcb_via").map((via) => [{ x: via.x, y: via.y }, 0.3] as const),
    ...draft
      .all("pcb_silkscreen_text")
      .map((text) => [text.anchor_position, (text.text.length * 0.7 * text.font_size) / 2 + 0.7] as const),
    ...draft.all("pcb_silkscreen_circle").map((circle) => [circle.center, circle.radius] as const),
  ]
  const lines: (readonly [Point, Point])[] = [
    ...draft.all("pcb_silkscreen_line").map(
      ({ x1, y1, x2, y2 }) =>
        [
          { x: x1, y: y1 },
          { x: x2, y: y2 },
        ] as const,
    ),
    ...draft.all("pcb_silkscreen_path").flatMap(({ route }) => pairs(route)),
    ...draft
      .all("pcb_trace")
      .flatMap(({ route }) =>
        pairs(route.flatMap((point) => ("x" in point ? [{ x: point.x, y: point.y }] : []))),
      ),
  ]
  for (let y = -13.5; y < 14; y += 0.5)
    for (let x = 34.5; x > -35; x -= 0.5) {
      const place = { x, y }
      if (!insidePolygon(place, outline) || distanceToOutline(place, outline) < roomMm) continue
      if (spots.some(([at, reach]) => distance(at, place) < roomMm + reach)) continue
      if (lines.some(([a, b]) => distanceToSegment(place, a, b) < roomMm + 0.5)) continue
      if (places.some((other) => distance(other, place) < 2 * roomMm)) continue
      if (places.length < count) places.push(place)
    }
  if (places.length < count) throw new Error(`only ${places.length} places with ${roomMm} mm of room`)
  return places
}

const pairs = (points: readonly Point[]): (readonly [Point, Point])[] =>
  points.slice(1).map((point, i) => [points[i] as Point, point] as const)
