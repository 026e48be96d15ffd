import { boxOfPoints } from "../geometry/shape"
import type { Side } from "../model/place"
import type { Box } from "../read"
import type { LayerRole } from "../verify/files/roles"

/** What a reviewer reads, in this order: what got worse, what the circuit does, what is bought, where it goes, what the fab makes. */
export const sections = [
  ["worse", "Got worse"],
  ["board", "Board"],
  ["netlist", "Netlist"],
  ["parts", "Parts"],
  ["placement", "Placement"],
  ["routing", "Routing"],
  ["shape", "Outline and holes"],
  ["layers", "Layers"],
  ["checks", "Other findings and figures"],
] as const

export type SectionId = (typeof sections)[number][0]

/** A layer of the overlay: the fab's files, and the drills taken together. */
export type OverlayLayer = LayerRole | "holes"

/** Where a change is to be seen. mm, board frame, y up, seen from the top. */
export interface Spot extends Box {
  /** Absent: on both sides, or inside the board. */
  readonly side?: Side
  /** Layers that show it. */
  readonly layers: readonly OverlayLayer[]
}

export interface Change {
  readonly section: SectionId
  /** One line in plain words. */
  readonly text: string
  readonly spots: readonly Spot[]
}

/** `places` grown by `margin` into one box, or none. mm. */
export function boxAround(
  places: readonly { readonly x: number; readonly y: number }[],
  margin: number,
): Box | undefined {
  if (places.length === 0) return undefined
  const { minX, minY, maxX, maxY } = boxOfPoints(places)
  return { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin }
}
