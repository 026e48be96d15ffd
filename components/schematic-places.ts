/**
 * Where each part is drawn on tscircuit's schematic: x, y in its units (0.2 a pin), y up, rotation in degrees.
 * Left to right: buck and meter port, RS-232, ESP32, programming.
 */
export interface SchematicPlace {
  readonly x: number
  readonly y: number
  readonly rotation?: number
}

export const schematicPlaces = {
  J6: { x: -11, y: 0 },
  J2: { x: -7.5, y: 6.4 },
  J1: { x: -7.5, y: 5.6 },
  J4: { x: -5.5, y: 6.4 },
  J3: { x: -5.5, y: 5.6 },
  J7: { x: -1, y: 6 },
  R5: { x: -7.5, y: 0, rotation: 180 },
  R6: { x: -7.5, y: -1.2, rotation: 180 },
  R7: { x: -8.2, y: 1.4, rotation: 180 },
  D1: { x: -6.2, y: 1.4, rotation: 180 },
  U1: { x: -2.5, y: 0 },
  C1: { x: -5.2, y: -3.6, rotation: 270 },
  C2: { x: -3.8, y: -3.6, rotation: 270 },
  C3: { x: -2.4, y: -3.6, rotation: 270 },
  C4: { x: -1, y: -3.6, rotation: 90 },
  C5: { x: 0.4, y: -3.6, rotation: 270 },
  R3: { x: 1.2, y: 3.2 },
  R4: { x: 1.2, y: 4.2 },
  R1: { x: 3.4, y: 6, rotation: 90 },
  R2: { x: 9.6, y: 6, rotation: 90 },
  U2: { x: 6.2, y: 0 },
  J5: { x: 11.5, y: 0 },
} as const satisfies Record<string, SchematicPlace>

export type Designator = keyof typeof schematicPlaces
