import type { AnyCircuitElement } from "circuit-json"
import { groupBy } from "../../circuit/group-by"
import type { Point } from "../../geometry/point"
import type { Board } from "../../model/board"
import { modelBoard } from "../../model3d/for-board"
import { buildModel } from "../../model3d/model"
import { boundsOf, type Frame, type Solid, type Vec3 } from "../../model3d/solid"
import { toStep } from "../../model3d/step"
import { decimal } from "../sexpr"
import { type PartPose, turnedBack } from "./frame"

/** A part's body in its land's frame. */
export interface LandBody {
  /** What packages are called among the project's bodies: `soic-16`. */
  readonly id: string
  readonly title: string
  /** The rectangle that the body fills, seen from above: mm, x right, y down. */
  readonly outline: readonly Point[]
  /** STEP file in KiCad's model frame: x right, y up, z from the board's surface. */
  readonly step: () => string
}

/**
 * Designator -> body, for every part that has one. A module on several parts' pads belongs to the first of them.
 * @param date ISO 8601 without zone, written into the STEP files
 */
export function landBodies(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  poses: ReadonlyMap<string, PartPose>,
  date: string,
): Map<string, LandBody> {
  const model = buildModel(circuit, modelBoard(board))
  const solidsOf = groupBy(model.solids, ({ part }) => part)
  const found = new Map<string, LandBody>()
  for (const { part, designators, body } of model.parts) {
    const [owner = ""] = designators
    const pose = poses.get(owner)
    if (pose === undefined) continue
    const solids = (solidsOf.get(part) ?? [])
      .filter(({ marking }) => !marking)
      .map((solid) => inLand(solid, pose, board.thicknessMm, body.id))
    found.set(owner, {
      id: body.id,
      title: body.title,
      outline: outlineOf(solids),
      step: () => toStep(solids, { name: body.id, date }),
    })
  }
  return found
}

/** A solid of the assembled board in its part's own frame. */
function inLand(solid: Solid, pose: PartPose, thicknessMm: number, name: string): Solid {
  const bottom = pose.side === "bottom"
  const turned = ([x, y, z]: Vec3): Vec3 => {
    const p = turnedBack(pose, { x, y })
    return [p.x + 0, p.y + 0, (bottom ? -z : z) + 0]
  }
  const [x, y, z] = solid.frame.origin
  const frame: Frame = {
    origin: turned([x - pose.x, y - pose.y, bottom ? z : z - thicknessMm]),
    u: turned(solid.frame.u),
    v: turned(solid.frame.v),
    w: turned(solid.frame.w),
  }
  return { ...solid, frame, part: name, fitted: true }
}

/** The rectangle round the whole body, terminals and bent pins with it. */
function outlineOf(solids: readonly Solid[]): Point[] {
  const boxes = solids.map(boundsOf)
  if (boxes.length === 0) return []
  const left = decimal(Math.min(...boxes.map(({ min }) => min[0])))
  const right = decimal(Math.max(...boxes.map(({ max }) => max[0])))
  const top = decimal(-Math.max(...boxes.map(({ max }) => max[1])))
  const bottom = decimal(-Math.min(...boxes.map(({ min }) => min[1])))
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}
