import type { Keepout } from "../model/board"
import type { Part } from "../model/part"
import type { Placement } from "../model/place"

/**
 * The copper-free zone that a part brings along (an antenna), on the board. The board draws it: tscircuit counts a
 * keepout inside a footprint as part of the component and moves the component's middle.
 * A part at an odd angle gets the box round its turned zone.
 */
export function zoneOf(part: Part, place: Placement): Keepout | undefined {
  const zone = part.keepout
  if (zone === undefined) return undefined
  const mirror = place.side === "bottom" ? -1 : 1
  const angle = (place.rotationDeg * Math.PI) / 180
  const [cos, sin] = [snap(Math.cos(angle)), snap(Math.sin(angle))]
  const corners = [zone.minX, zone.maxX].flatMap((x) =>
    [zone.minY, zone.maxY].map((y) => ({
      x: place.x + x * mirror * cos - y * sin,
      y: place.y + x * mirror * sin + y * cos,
    })),
  )
  return {
    name: `${place.designator}'s antenna`,
    minX: Math.min(...corners.map(({ x }) => x)),
    maxX: Math.max(...corners.map(({ x }) => x)),
    minY: Math.min(...corners.map(({ y }) => y)),
    maxY: Math.max(...corners.map(({ y }) => y)),
  }
}

const snap = (value: number): number =>
  Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) + 0 : value
