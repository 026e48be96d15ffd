import type { AnyCircuitElement } from "circuit-json"
import { meterSpace } from "../../components/mep/meter-space"
import { chipDiode } from "../../components/packages/chip"
import { allParts } from "../../components/parts"
import type { Body } from "../../src/model/body"
import type { ModelBoard } from "../../src/model3d/model"

/** What stands on the packages of the project's parts, by its id. */
export const bodies: readonly Body[] = [
  ...new Map(
    [chipDiode("0805"), ...allParts.map((part) => part.package)]
      .flatMap(({ body }) => body ?? [])
      .map((body) => [body.id, body]),
  ).values(),
]

export function bodyOf(id: string): Body {
  const found = bodies.find((body) => body.id === id)
  if (!found) throw new Error(`no body ${id}; there are ${bodies.map((body) => body.id).join(", ")}`)
  return found
}

/** Pads of one part for a made-up circuit JSON: pin -> centre on the board. */
export interface FakePart {
  readonly designator: string
  readonly layer: "top" | "bottom"
  readonly pads: Readonly<Record<string, readonly [number, number]>>
  readonly size?: readonly [number, number]
  /** Drill of plated holes instead of pads. */
  readonly drill?: number
}

/** The few elements of a circuit JSON that the model reads. */
export function fakeCircuit(parts: readonly FakePart[]): AnyCircuitElement[] {
  const elements = parts.flatMap(({ designator, layer, pads, size = [1.2, 1.4], drill }) => [
    { type: "source_component", source_component_id: `s-${designator}`, name: designator },
    { type: "pcb_component", pcb_component_id: `p-${designator}`, source_component_id: `s-${designator}` },
    ...Object.entries(pads).map(([pin, [x, y]]) => {
      const common = { pcb_component_id: `p-${designator}`, port_hints: [`pin${pin}`], x, y }
      return drill === undefined
        ? { type: "pcb_smtpad", shape: "rect", layer, width: size[0], height: size[1], ...common }
        : { type: "pcb_plated_hole", shape: "circle", hole_diameter: drill, outer_diameter: 1.7, ...common }
    }),
  ])
  // Only the fields above are read; a whole element would bury what a test is about.
  return elements as unknown as AnyCircuitElement[]
}

/** @param ids designator -> id of its body */
export const fakeBoard = (ids: Readonly<Record<string, string>>, notFitted: string[] = []): ModelBoard => ({
  thicknessMm: 1.6,
  outline: [
    { x: -20, y: -20 },
    { x: 20, y: -20 },
    { x: 20, y: 20 },
    { x: -20, y: 20 },
  ],
  bodies: Object.fromEntries(Object.entries(ids).map(([designator, id]) => [designator, bodyOf(id)])),
  notFitted,
  space: meterSpace,
})
