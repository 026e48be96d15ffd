import { describe } from "../board/describe"
import { withPlainParts } from "../board/plain"
import type { BoardSource } from "../model/board"
import { boardSolid } from "../model3d/board-solid"
import { modelBoard } from "../model3d/for-board"
import { type GlbPlace, toGlb } from "../model3d/glb"
import { buildModel } from "../model3d/model"
import type { Solid } from "../model3d/solid"
import type { PanelLayout } from "../panel/board"
import { outlineRings } from "../panel/frame"
import { designatorAt } from "../panel/lists"
import { areaMm2, type DrillHit, ringToMm } from "../read"
import { board3dPng } from "../render/board-3d"
import type { Raster } from "../render/raster"
import { legs } from "../verify/geometry/holes"
import { orderOf } from "./fab-house"

/** Holes smaller than this are on the faces' pictures only: a panel has thousands of vias. mm */
const leastHoleMm = 0.7

export interface PanelModelInput {
  readonly name: string
  readonly layout: PanelLayout
  readonly sources: ReadonlyMap<string, BoardSource>
  readonly hits: readonly DrillHit[]
  readonly faces: Readonly<Record<"top" | "bottom", Raster>>
}

/**
 * The assembled panel, as GLB and as picture. Each kind of board has its bodies in the file once, however often it is on
 * the panel; designators are those of the panel's lists.
 */
export async function panelModel({
  name,
  layout,
  sources,
  hits,
  faces,
}: PanelModelInput): Promise<Map<string, Uint8Array>> {
  const plate = plateOf(layout, hits)
  const places = new Map<string, readonly GlbPlace[]>()
  const solids: Solid[] = [plate]
  const stood: Solid[] = [plate]
  for (const [id, source] of sources) {
    const seats = layout.seats.filter(({ board }) => board.id === id)
    const [first] = seats
    if (first === undefined) continue
    const { circuit } = first.board
    const { board } = withPlainParts(describe(source, orderOf(source)), circuit)
    for (const solid of buildModel(circuit, modelBoard(board)).solids) {
      if (solid.part === "board") continue
      const part = `${id}/${solid.part}`
      solids.push({ ...solid, part })
      places.set(
        part,
        seats.map((seat) => ({ part: designatorAt(solid.part, seat), x: seat.x, y: seat.y })),
      )
      for (const seat of seats) stood.push(moved(solid, seat, designatorAt(solid.part, seat)))
    }
  }
  const textures = { top: faces.top.png, bottom: faces.bottom.png }
  return new Map([
    [`3d/${name}.glb`, await toGlb(solids, { title: name, textures, places })],
    ["3d.png", board3dPng(stood, { faces, samples: 2 })],
  ])
}

/** Rails, tabs and boards in one: the largest contour, with the cutter's ways and the holes. */
function plateOf(layout: PanelLayout, hits: readonly DrillHit[]): Solid {
  const [outer = [], ...ways] = outlineRings(layout).toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const drills = hits
    .filter(({ points, diameter }) => diameter >= leastHoleMm || points.length > 1)
    .flatMap(({ points, diameter }) =>
      (points.length === 1 ? [points] : legs(points)).map((core) => ({ core, radius: diameter / 2 })),
    )
  const thickness = layout.seats[0]?.board.thicknessMm ?? 0
  return boardSolid(ringToMm(outer), ways.map(ringToMm), drills, thickness)
}

const sizeOf = (outer: { x: number; y: number }[]): number => Math.abs(areaMm2([{ outer, holes: [] }]))

const moved = (solid: Solid, { x, y }: { readonly x: number; readonly y: number }, part: string): Solid => {
  const [ox, oy, oz] = solid.frame.origin
  return { ...solid, part, frame: { ...solid.frame, origin: [ox + x, oy + y, oz] } }
}
