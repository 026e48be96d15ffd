/** Plated holes cut in half by the board's edge, mm. */
export interface HalfHoles {
  readonly leastHoleMm: number
  /** From a hole's wall along the edge to the corner, or to any edge that does not cut it. */
  readonly cornerMm?: number
  /** Wall to wall. */
  readonly apartMm?: number
  /** Width and height of the board. */
  readonly leastSideMm?: number
  readonly source: string
}
