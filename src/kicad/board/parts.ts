import type { AnyCircuitElement } from "circuit-json"
import { elementsOf, originOf } from "../../circuit/elements"
import { groupBy } from "../../circuit/group-by"
import type { Point } from "../../geometry/point"
import { turn } from "../../geometry/point"
import type { Board } from "../../model/board"
import type { Part } from "../../model/part"
import { naturalOrder } from "../../natural-order"
import { type Drawing, mapped } from "./drawings"
import { type PartPose, toLibrary, turnToLibrary } from "./frame"
import type { Ink } from "./ink"
import { type LandPad, landPads } from "./pads"

/** A part's land in its library frame: mm, x right, y down, seen from the side it is mounted on. */
export interface Land {
  readonly pads: readonly LandPad[]
  readonly ink: readonly Drawing[]
  /** Closed, without repeated last corner. */
  readonly courtyards: readonly (readonly Point[])[]
}

export interface BoardPart {
  readonly designator: string
  readonly pose: PartPose
  readonly land: Land
  readonly entry: Part
  readonly fitted: boolean
}

/** Places that the project shows as empty: those of the default variant, and those usually left so. */
export const notFittedOf = ({ variants, defaultVariant, parts }: Board): string[] => [
  ...(variants[defaultVariant]?.notFitted ?? []),
  ...Object.keys(parts).filter((designator) => parts[designator]?.package.body?.optional),
]

/**
 * Every part of the board with its land, natural order of designators.
 * @throws UserError for a part that is not in the board's parts table, and for pads of an unknown form.
 */
export function partsOf(
  circuit: readonly AnyCircuitElement[],
  ink: readonly Ink[],
  board: Board,
): BoardPart[] {
  const notFitted = notFittedOf(board)
  const names = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  const padsOf = landPads(circuit)
  const owned = groupBy(circuit, (element) =>
    "pcb_component_id" in element ? element.pcb_component_id : undefined,
  )
  const inkOfPart = groupBy(ink, ({ partId }) => partId)
  return elementsOf(circuit, "pcb_component")
    .flatMap((element): BoardPart[] => {
      const designator = names.get(element.source_component_id)
      const entry = board.parts[designator ?? ""]
      if (designator === undefined || entry === undefined) return []
      const pose: PartPose = {
        ...originOf(element),
        rotationDeg: element.rotation,
        side: element.layer === "bottom" ? "bottom" : "top",
      }
      const id = element.pcb_component_id
      return [
        {
          designator,
          pose,
          land: {
            pads: padsOf(id, pose),
            ink: (inkOfPart.get(id) ?? [])
              .filter((one) => one.side === pose.side && one.drawing.kind !== "text")
              .map(({ drawing }) => inLibrary(pose, drawing)),
            courtyards: courtyards(owned.get(id) ?? [], pose),
          },
          entry,
          fitted: !notFitted.includes(designator),
        },
      ]
    })
    .sort((a, b) => naturalOrder(a.designator, b.designator))
}

export const inLibrary = (pose: PartPose, drawing: Drawing): Drawing =>
  mapped(
    drawing,
    (p) => toLibrary(pose, p),
    (deg) => turnToLibrary(pose, deg),
  )

function courtyards(owned: readonly AnyCircuitElement[], pose: PartPose): Point[][] {
  return owned.flatMap((element): Point[][] => {
    switch (element.type) {
      case "pcb_courtyard_outline":
        return [element.outline.map((p) => toLibrary(pose, p))]
      case "pcb_courtyard_polygon":
        return [element.points.map((p) => toLibrary(pose, p))]
      case "pcb_courtyard_rect": {
        const { center, width, height, ccw_rotation: deg } = element
        const corners = [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, 1],
        ].map(([x = 0, y = 0]) => turn({ x: (x * width) / 2, y: (y * height) / 2 }, deg ?? 0))
        return [fromTopLeft(corners.map((p) => toLibrary(pose, { x: center.x + p.x, y: center.y + p.y })))]
      }
      default:
        return []
    }
  })
}

/** Clockwise on the screen from the top left corner, so that a land turned on the board reads the same. */
function fromTopLeft(corners: readonly Point[]): Point[] {
  const middle = {
    x: corners.reduce((sum, p) => sum + p.x, 0) / corners.length,
    y: corners.reduce((sum, p) => sum + p.y, 0) / corners.length,
  }
  const angleOf = (p: Point) => Math.atan2(p.y - middle.y, p.x - middle.x)
  return [...corners].sort((a, b) => angleOf(a) - angleOf(b))
}
