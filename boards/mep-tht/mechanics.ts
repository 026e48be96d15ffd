import type { Keepout } from "../../src/model/board"

/**
 * Espressif asks for 15 mm free of copper round the antenna, which ends at x -21 and -3: the pour stays out of both
 * arms as far as 15 mm reach. What is left there: the pads of R7, D1 and J5, and the tracks to them.
 */
export const pourVoids: readonly Keepout[] = [
  { name: "left arm, by the antenna", minX: -35, maxX: -26, minY: -14, maxY: -6 },
  { name: "right arm, by the antenna", minX: 2, maxX: 12, minY: -14, maxY: -6 },
]
