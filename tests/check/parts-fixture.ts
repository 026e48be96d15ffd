import type { AnyCircuitElement } from "circuit-json"
import { element } from "./circuit-fixture"

export interface PartSketch {
  readonly name: string
  readonly x?: number
  readonly y?: number
  readonly turn?: number
  readonly side?: "top" | "bottom"
  readonly fitted?: boolean
  readonly offBoard?: boolean
  readonly value?: Record<string, unknown>
  readonly courtyard?: { readonly width: number; readonly height: number; readonly turn?: number }
  readonly land?: boolean
}

/** Parts without pins: what the placement and catalogue checks look at. */
export const partsCircuit = (parts: readonly PartSketch[]): AnyCircuitElement[] =>
  parts.flatMap(
    (
      {
        name,
        x = 0,
        y = 0,
        turn = 0,
        side = "top",
        fitted = true,
        offBoard = false,
        value,
        courtyard,
        land = true,
      },
      i,
    ) => [
      element({
        type: "source_component",
        source_component_id: `s${i}`,
        name,
        ftype: "simple_resistor",
        resistance: 10_000,
        supplier_part_numbers: { jlcpcb: ["C17414"] },
        ...value,
      }),
      ...(land
        ? [
            element({
              type: "pcb_component",
              pcb_component_id: `p${i}`,
              source_component_id: `s${i}`,
              center: { x, y },
              rotation: turn,
              layer: side,
              do_not_place: !fitted,
              is_allowed_to_be_off_board: offBoard,
            }),
          ]
        : []),
      ...(courtyard === undefined
        ? []
        : [
            element({
              type: "pcb_courtyard_rect",
              pcb_component_id: `p${i}`,
              center: { x, y },
              width: courtyard.width,
              height: courtyard.height,
              ccw_rotation: courtyard.turn ?? 0,
              layer: side,
            }),
          ]),
    ],
  )
