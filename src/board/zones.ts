import type { Keepout } from "../model/board"
import type { Part } from "../model/part"
import type { Placement } from "../model/place"
import { onBoard } from "./frame"

/**
 * The copper-free zone that a part brings along (an antenna), on the board. The board draws it: tscircuit counts a
 * keepout inside a footprint as part of the component and moves the component's middle.
 * A part at an odd angle gets the box round its turned zone.
 */
export function zoneOf(part: Part, place: Placement): Keepout | undefined {
  const zone = part.keepout
  if (zone === undefined) return undefined
  const mirror = place.side === "bottom" ? -1 : 1
  const corners = [zone.minX, zone.maxX].flatMap((x) =>
    [zone.minY, zone.maxY].map((y) => onBoard(place, { x: x * mirror, y })),
  )
  return {
    name: `${place.designator}'s antenna`,
    minX: Math.min(...corners.map(({ x }) => x)),
    maxX: Math.max(...corners.map(({ x }) => x)),
    minY: Math.min(...corners.map(({ y }) => y)),
    maxY: Math.max(...corners.map(({ y }) => y)),
  }
}
