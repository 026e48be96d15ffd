import type { Foot } from "../../src/model/leads"
import type { Courtyard, LandPad, PackageAtFab, SilkMark } from "../../src/model/package"
import type { Point } from "../../src/model/place"

/** Computed lengths without what binary fractions add: the double of the decimal that one would have typed. */
export const mm = (value: number): number => Math.round(value * 1e4) / 1e4 + 0

export const smd = (
  pin: number,
  x: number,
  y: number,
  width: number,
  height: number,
  paste: LandPad["paste"] = "full",
): LandPad => ({ pin, x, y, width, height, paste })

/** A plated hole; pin 1 is square where `pin` is 1, all others round. */
export const hole = (pin: number, x: number, y: number, pad: number, holeMm: number): LandPad => ({
  pin,
  x,
  y,
  width: pad,
  height: pad,
  shape: pin === 1 ? "rect" : "circle",
  holeMm,
  paste: "none",
})

/** A flat lead along x: from its heel, towards the body, to its toe. */
export const footX = (heel: number, toe: number, y: number, width: number): Foot => ({
  heel: [mm(heel), mm(y)],
  toe: [mm(toe), mm(y)],
  width,
})

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

export const lines = (segments: readonly Segment[]): SilkMark[] =>
  segments.map(([x1, y1, x2, y2]) => ({
    kind: "line",
    from: { x: mm(x1), y: mm(y1) },
    to: { x: mm(x2), y: mm(y2) },
  }))

/** The bar beside a cathode. */
export const cathodeBar = (x: number, half: number): SilkMark => ({
  kind: "line",
  from: { x: mm(x), y: mm(-half) },
  to: { x: mm(x), y: mm(half) },
  means: "cathode",
})

/** The sides of a rectangle between two corners. */
export const box = (x1: number, y1: number, x2: number, y2: number): readonly Segment[] => [
  [x1, y1, x2, y1],
  [x2, y1, x2, y2],
  [x2, y2, x1, y2],
  [x1, y2, x1, y1],
]

export const pinOneDot = (x: number, y: number): SilkMark => ({
  kind: "pin-one",
  at: { x: mm(x), y: mm(y) },
})

export const rect = (width: number, height: number, x = 0, y = 0): Courtyard => ({
  shape: "rect",
  x,
  y,
  width: mm(width),
  height: mm(height),
})

/** A courtyard from corner to corner. */
export const outline = (x1: number, y1: number, x2: number, y2: number): Courtyard => ({
  shape: "outline",
  points: [
    { x: x1, y: y1 },
    { x: x2, y: y1 },
    { x: x2, y: y2 },
    { x: x1, y: y2 },
  ],
})

/** Two rows of pins, pin 1 top left, counter-clockwise: middle of pin `number`, `x` from the middle line. */
export function dualRow(number: number, pins: number, x: number, pitch: number): Point {
  const rows = pins / 2
  const left = number <= rows
  const row = left ? number - 1 : pins - number
  return { x: left ? -x : x, y: ((rows - 1) / 2 - row) * pitch }
}

/** 1 to `count`. */
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

/** Two pads, left and right, whose part may be turned by half a turn: at any fab, wherever that one counts from. */
export const endsAlike = (evidence: string): PackageAtFab => ({
  land: { offsetDeg: 0, midpoint: { x: 0, y: 0 }, symmetric: true, evidence },
  byPins: { axis: [1, 2], corners: [1, 2], alongMm: 0, symmetric: true },
})
