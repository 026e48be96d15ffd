import type { Keepout } from "../../src/model/board"

/**
 * Espressif asks for 15 mm free of copper round the antenna (ESP32 hardware design guidelines, "PCB Antenna"), which
 * ends at x -21 and -3. The outline has 5 mm beside it; the pour stays out of the rest as far as 15 mm reach: the whole
 * left arm, and the right one up to x 12. What is left there: J7's pads, R2's lower one, the tracks to them, and a bridge
 * of pour between J7's rows that holds J7.2 from below.
 */
export const pourVoids: readonly Keepout[] = [
  { name: "left arm, by the antenna", minX: -35, maxX: -26, minY: -14, maxY: -6 },
  { name: "right arm, by the antenna", minX: 2, maxX: 12, minY: -14, maxY: -7.2 },
  { name: "right arm, left of J7", minX: 2, maxX: 5, minY: -7.2, maxY: -6 },
  { name: "right arm, right of J7", minX: 8.5, maxX: 12, minY: -7.2, maxY: -6 },
]
