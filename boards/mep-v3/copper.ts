import type { Keepout, PourRule } from "../../src/model/board"
import type { Point } from "../../src/model/place"

const corners = (...places: readonly (readonly [number, number])[]): readonly Point[] =>
  places.map(([x, y]) => ({ x, y }))

/**
 * Espressif asks for 15 mm free of copper round the antenna (ESP32 hardware design guidelines, "PCB Antenna"), which
 * ends at x -21 and -3: no pour on both arms, on any layer, as far as J6 and its resistors let it.
 */
const voids: readonly Keepout[] = [
  { name: "left arm, by the antenna", minX: -35, maxX: -26, minY: -14, maxY: -6 },
  { name: "right arm, by the antenna", minX: 2, maxX: 9.5, minY: -14, maxY: -6 },
]

/** 3V3 inside: from the coil (x -6 to 0, y 11) down to the module and along its lower edge to the bridge. */
const supplyPlane = corners(
  [-34.6, -5.6],
  [8, -5.6],
  [8, 0.2],
  [4.6, 0.2],
  [4.6, 13.6],
  [-6.6, 13.6],
  [-6.6, 8],
  [-8.2, 8],
  [-8.2, 0.2],
  [-34.6, 0.2],
)

/** VIN inside: from D2 to what switches 9 V, to J5's diode and to its test point. */
const inputPlane = corners(
  [5, 0.6],
  [29.4, 0.6],
  [29.4, 9.6],
  [22.4, 9.6],
  [22.4, 13.6],
  [18.4, 13.6],
  [18.4, 7.2],
  [5, 7.2],
)

/** The converter's input on its own side: its capacitors and pin 5 of U3 in one piece. */
const converterInput = corners(
  [-18.4, 4.9],
  [-14.9, 4.9],
  [-14.9, 8.9],
  [-13.8, 8.9],
  [-13.8, 10],
  [-18.4, 10],
)

/** The converter's output on its own side: coil, capacitors, and the vias down to the plane. */
const converterOutput = corners([-5.9, 8.7], [-0.3, 8.7], [-0.3, 11.4], [-5.9, 11.4])

/**
 * Top and bottom are ground round the tracks. Inside 1 is ground, whole: what every track of the top and of USB returns
 * in. Inside 2 is ground under the converter and USB's lower half, which stand on the bottom, 0.2 mm from it; 3V3 and
 * VIN elsewhere.
 */
export const pour: readonly Partial<PourRule>[] = [
  { net: "V3V3", layers: ["inner2"], outline: supplyPlane, priority: 1 },
  { net: "V3V3", layers: ["bottom"], outline: converterOutput, priority: 1 },
  { net: "VIN", layers: ["inner2"], outline: inputPlane, priority: 1 },
  { net: "VIN", layers: ["bottom"], outline: converterInput, priority: 1 },
  { net: "GND", voids },
]
