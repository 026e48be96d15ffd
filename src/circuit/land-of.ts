import { type Point, turn } from "../geometry/point"
import { boxOf } from "../geometry/shape"
import type { Courtyard, Land, LandPad } from "../model/package"
import type { Circuit } from "./elements"
import { groupBy } from "./group-by"
import { padsOf } from "./pads"
import { type PlacedPart, partsOf } from "./parts"

/**
 * Designator -> the land that the circuit's own footprint gives a part, in the part's frame: for parts without a
 * record. Pads that are no rectangle, disc or pill count with the box round them; silkscreen is left out.
 */
export function landsOf(circuit: Circuit): Map<string, Land> {
  const pads = groupBy(padsOf(circuit), ({ designator }) => designator)
  const lands = new Map<string, Land>()
  for (const { designator, placed } of partsOf(circuit)) {
    if (!placed) continue
    const own = (pads.get(designator) ?? []).flatMap(({ pin, shape, drillMm }): LandPad[] => {
      if (pin === undefined || !/^\d+$/.test(pin)) return []
      const core = shape.core.map((point) => turnedBack(placed, point))
      const { minX, maxX, minY, maxY } = boxOf({ core, radius: shape.radius })
      const form = { 1: "circle", 2: "pill" } as const
      return [
        {
          pin: Number(pin),
          x: round((minX + maxX) / 2),
          y: round((minY + maxY) / 2),
          width: round(maxX - minX),
          height: round(maxY - minY),
          shape: form[core.length as 1 | 2] ?? "rect",
          ...(drillMm === undefined ? {} : { holeMm: drillMm }),
          paste: drillMm === undefined ? "full" : "none",
        },
      ]
    })
    const yard = placed.courtyards.flat().map((point) => turnedBack(placed, point))
    lands.set(designator, { pads: own, silk: [], courtyard: courtyardOf(yard, own) })
  }
  return lands
}

/** A point of the board in the part's own frame: turned back, and a bottom part mirrored left to right. */
function turnedBack(placed: PlacedPart, point: Point): Point {
  const { x, y } = turn({ x: point.x - placed.x, y: point.y - placed.y }, -placed.rotationDeg)
  return { x: placed.side === "bottom" ? -x : x, y }
}

/** The box round the courtyard, or round the pads where there is none. */
function courtyardOf(yard: readonly Point[], pads: readonly LandPad[]): Courtyard {
  const corners =
    yard.length > 0
      ? yard
      : pads.flatMap(({ x, y, width, height }) => [
          { x: x - width / 2, y: y - height / 2 },
          { x: x + width / 2, y: y + height / 2 },
        ])
  if (corners.length === 0) return { shape: "outline", points: [] }
  const { minX, maxX, minY, maxY } = boxOf({ core: corners, radius: 0 })
  return {
    shape: "rect",
    x: round((minX + maxX) / 2),
    y: round((minY + maxY) / 2),
    width: round(maxX - minX),
    height: round(maxY - minY),
  }
}

const round = (mm: number): number => Math.round(mm * 1e4) / 1e4 + 0
