import type { AnyCircuitElement } from "circuit-json"
import type { Envelope } from "../model/board"
import type { Body } from "../model/body"
import type { Point } from "../model/place"
import { naturalOrder } from "../natural-order"
import { boardSolid } from "./board-solid"
import { readDrills, readLands } from "./lands"
import { letter } from "./lettering"
import { type Fit, fitBody, placeShape } from "./place"
import type { Shape, Solid } from "./solid"

/** What the model needs to know of a board beside its circuit JSON. */
export interface ModelBoard {
  readonly thicknessMm: number
  readonly outline: readonly Point[]
  /** Openings within it. */
  readonly cutouts?: readonly (readonly Point[])[]
  /** Designator -> what stands on its pads. A part that is not here or in a piece has nothing standing on it. */
  readonly bodies: Readonly<Record<string, Body>>
  /** Bodies that stand on the pads of several designators. */
  readonly pieces?: readonly ModelPiece[]
  /** Designator -> what its maker prints on it. */
  readonly marks?: Readonly<Record<string, string>>
  /** Designator -> how high the part is at most, where its record knows. */
  readonly maxHeights?: Readonly<Record<string, { readonly mm: number; readonly source: string }>>
  /** Designators the variant leaves empty: in the model, but marked so. */
  readonly notFitted: readonly string[]
  /** The room over the board, by side. */
  readonly space?: readonly Envelope[]
}

export interface ModelPiece {
  readonly body: Body
  /** Pad ("J1.1") -> name of the body's terminal on it. */
  readonly terminals: Readonly<Record<string, string>>
}

export interface PlacedBody {
  /** `U2`, or `J1-J4` for one body on several parts' pads. */
  readonly part: string
  readonly designators: readonly string[]
  readonly body: Body
  /** Of a piece on several parts' pads: pad ("J1.1") -> name of the terminal on it. */
  readonly terminals?: ModelPiece["terminals"]
  readonly fit: Fit
  /** The most its record allows; the body drawn is a nominal one. */
  readonly maxHeight?: { readonly mm: number; readonly source: string }
  readonly fitted: boolean
}

export interface Model {
  readonly thicknessMm: number
  readonly parts: readonly PlacedBody[]
  /** Parts that have a body and no pads. */
  readonly missing: readonly string[]
  /** The board first, then the parts in natural order. */
  readonly solids: readonly Solid[]
  readonly space: readonly Envelope[]
}

/** The assembled board: every part's body where its pads are, and the drilled board. Pure. */
export function buildModel(circuitJson: readonly AnyCircuitElement[], board: ModelBoard): Model {
  const lands = readLands(circuitJson)
  const parts: PlacedBody[] = []
  const missing: string[] = []
  for (const { body, terminals, designators } of standing(board)) {
    const own = lands.filter((land) => designators.includes(land.designator))
    if (own.length === 0) {
      missing.push(...designators)
      continue
    }
    const first = designators[0] as string
    const maxHeight = board.maxHeights?.[first]
    parts.push({
      part: terminals ? `${first}-${designators.at(-1)}` : first,
      designators,
      body,
      ...(terminals ? { terminals } : {}),
      fit: fitBody(body, own, ({ designator, pin }) =>
        terminals ? (terminals[`${designator}.${pin}`] ?? `${designator}.${pin}`) : pin,
      ),
      ...(maxHeight ? { maxHeight } : {}),
      fitted: !designators.some((designator) => board.notFitted.includes(designator)),
    })
  }
  parts.sort((a, b) => naturalOrder(a.part, b.part))
  const solids = parts.flatMap(({ part, body, fit, fitted }) =>
    [...body.shapes, ...lettering(body, board.marks?.[part] ?? "")].map(
      (shape): Solid => ({ ...placeShape(fit.pose, shape, board.thicknessMm), part, fitted }),
    ),
  )
  const plate = boardSolid(board.outline, board.cutouts ?? [], readDrills(circuitJson), board.thicknessMm)
  return {
    thicknessMm: board.thicknessMm,
    parts,
    missing,
    solids: [plate, ...solids],
    space: board.space ?? [],
  }
}

const lettering = (body: Body, own: string): Shape[] =>
  (body.marks ?? []).flatMap((mark) => letter({ ...mark, text: mark.text.replace("{mark}", own) }))

interface Standing {
  readonly body: Body
  readonly designators: readonly string[]
  readonly terminals?: ModelPiece["terminals"]
}

/** Everything that stands on the board, in natural order of designators. */
function standing({ bodies, pieces = [] }: ModelBoard): Standing[] {
  return [
    ...Object.entries(bodies).map(([designator, body]): Standing => ({ body, designators: [designator] })),
    ...pieces.map(({ body, terminals }): Standing => {
      const designators = new Set(Object.keys(terminals).map((pad) => pad.split(".")[0] ?? ""))
      return { body, terminals, designators: [...designators].sort(naturalOrder) }
    }),
  ].sort((a, b) => naturalOrder(a.designators[0] ?? "", b.designators[0] ?? ""))
}
