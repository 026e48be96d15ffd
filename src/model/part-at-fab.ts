import type { FabHouse } from "./fab-house"
import type { Land, LandByPins, Package, PackageAtFab } from "./package"
import type { OrderNumber, Part } from "./part"

/** What a part is called at a house: by the house's own number, or by its maker's where it orders by those. */
export function orderNumberAt(
  { numbers, mpn }: Pick<Part, "numbers" | "mpn">,
  { id, orderNumber }: Pick<FabHouse, "id" | "orderNumber">,
): OrderNumber | undefined {
  if (!orderNumber.makers) return numbers[id]
  return mpn === undefined
    ? { none: "its record has no maker's number to order it by" }
    : { number: mpn, class: "unknown", trust: "high", evidence: "the maker's number of its record" }
}

/** How a house turns a package: by a library of its own, or as it is drawn here. */
export function packageAt(
  { fab, land }: Pick<Package, "fab" | "land">,
  { id, lands }: Pick<FabHouse, "id" | "lands">,
): PackageAtFab | undefined {
  if (lands === "own") return fab?.[id]
  const byPins = asDrawn(land)
  return {
    land: { offsetDeg: 0, midpoint: { x: 0, y: 0 }, symmetric: false, evidence: "placed as it is drawn" },
    ...(byPins === undefined ? {} : { byPins }),
  }
}

/** The drawing's zero told by pins: two of them beside each other, left and right. Undefined for a land that has none. */
function asDrawn({ pads }: Land): LandByPins | undefined {
  const single = pads.filter(({ pin }) => pads.filter((other) => other.pin === pin).length === 1)
  const pairs = single.flatMap((a) => single.map((b) => [a, b] as const))
  const level = pairs.find(([a, b]) => Math.abs(a.y - b.y) < 1e-6 && b.x - a.x > 0.1)
  if (level === undefined) return undefined
  const [a, b] = level
  const pins = [a.pin, b.pin] as const
  return { axis: pins, corners: pins, alongMm: -(a.x + b.x) / 2, acrossMm: -a.y, symmetric: false }
}
