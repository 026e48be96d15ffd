import type { AnyCircuitElement } from "circuit-json"
import type { Point } from "../board-definition"
import { naturalOrder } from "../natural-order"
import { boardSolid } from "./board-solid"
import { bodies as allBodies } from "./bodies"
import type { Body } from "./body"
import { type Land, readDrills, readLands } from "./lands"
import { letter } from "./lettering"
import { type Fit, fitBody, placeShape } from "./place"
import type { Shape, Solid } from "./solid"

/** What the model needs to know of a board beside its circuit JSON. */
export interface ModelBoard {
  readonly thicknessMm: number
  readonly outline: readonly Point[]
  /** Designator -> id of its body (see `bodies`). */
  readonly bodies: Readonly<Record<string, string>>
  /** Designator -> what its maker prints on it. */
  readonly marks?: Readonly<Record<string, string>>
  /** Designator -> how high the part is at most, where its catalogue entry knows. */
  readonly maxHeights?: Readonly<Record<string, { readonly mm: number; readonly source: string }>>
  /** Designators the variant leaves empty: in the model, but marked so. */
  readonly notFitted: readonly string[]
}

export interface PlacedBody {
  /** `U2`, or `J1-J4` for one body on four parts' pads. */
  readonly part: string
  readonly designators: readonly string[]
  readonly body: Body
  readonly fit: Fit
  /** The most its catalogue entry allows; the body drawn is a nominal one. */
  readonly maxHeight?: { readonly mm: number; readonly source: string }
  readonly fitted: boolean
}

export interface Model {
  readonly thicknessMm: number
  readonly parts: readonly PlacedBody[]
  /** Parts for which there is no body, or that have no pads. */
  readonly missing: readonly string[]
  /** The board first, then the parts in natural order. */
  readonly solids: readonly Solid[]
}

/** The assembled board: every part's body where its pads are, and the drilled board. Pure. */
export function buildModel(circuitJson: readonly AnyCircuitElement[], board: ModelBoard): Model {
  const lands = readLands(circuitJson)
  const parts: PlacedBody[] = []
  const missing: string[] = []
  for (const { body, designators } of groups(board.bodies, missing)) {
    const own = lands.filter((land) => designators.includes(land.designator))
    if (own.length === 0) {
      missing.push(...designators)
      continue
    }
    const shared = designators.length > 1
    const name = (land: Land): string => (shared ? `${land.designator}.${land.pin}` : land.pin)
    const maxHeight = board.maxHeights?.[designators[0] as string]
    parts.push({
      part: shared ? `${designators[0]}-${designators.at(-1)}` : (designators[0] as string),
      designators,
      body,
      fit: fitBody(body, own, name),
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
  const plate = boardSolid(board.outline, readDrills(circuitJson), board.thicknessMm)
  return { thicknessMm: board.thicknessMm, parts, missing, solids: [plate, ...solids] }
}

const lettering = (body: Body, own: string): Shape[] =>
  (body.marks ?? []).flatMap((mark) => letter({ ...mark, text: mark.text.replace("{mark}", own) }))

/** Parts by body; the pads J1 to J4 of a module are one group, since its terminals name them in full. */
function groups(
  bodyIds: Readonly<Record<string, string>>,
  missing: string[],
): { body: Body; designators: readonly string[] }[] {
  const found: { body: Body; designators: readonly string[] }[] = []
  const grouped = new Set<string>()
  for (const designator of Object.keys(bodyIds).sort(naturalOrder)) {
    const body = allBodies.find((candidate) => candidate.id === bodyIds[designator])
    if (!body) {
      missing.push(designator)
      continue
    }
    if (grouped.has(designator)) continue
    const named = Object.keys(body.terminals).filter((pin) => pin.includes("."))
    const designators =
      named.length === 0 ? [designator] : [...new Set(named.map((pin) => pin.split(".")[0] ?? ""))]
    for (const member of designators) grouped.add(member)
    found.push({ body, designators: designators.sort(naturalOrder) })
  }
  return found
}
