import type { NetData } from "../model/net"
import type { Point, Side } from "../model/place"

/** What the compiled circuit says of a board, beside what its source states: plain data, in any order. */
export interface LockFacts {
  /** Pins as people name them ("U2.39"). */
  readonly nets: readonly { readonly name: string; readonly pins: readonly string[] }[]
  /** Pins on no net. */
  readonly openPins: readonly string[]
  /** By net. */
  readonly netFacts: Readonly<Record<string, NetData>>
  /** Every text printed on the board. */
  readonly legends: readonly Legend[]
  /** Holes that belong to no part and no track. */
  readonly holes: readonly (Point & { readonly drillMm: number })[]
  /** What is placed by a machine and what by hand, from the written lists: one for each plan and variant. */
  readonly assembly: readonly AssemblySet[]
  /** Limits the board is held to, and what the fab house publishes: a loosened one is a line of a diff. */
  readonly limits: readonly HouseLimit[]
}

export interface Legend {
  readonly text: string
  readonly side: Side
  /** Height of a capital, mm. */
  readonly capitalMm: number
  /** As its reader sees it: 0 left to right, 90 bottom to top. */
  readonly turnDeg: number
  /** The pin ("J7.3") or part ("D1") it stands nearest to; absent where it belongs to the board. */
  readonly at?: string
  /** Where on the board, mm: of a text that belongs to the board, or that shares its pin with another. */
  readonly place?: Point
}

export interface AssemblySet {
  readonly plan: string
  readonly variant: string
  readonly machine: readonly string[]
  readonly hand: readonly string[]
}

export interface HouseLimit {
  readonly id: string
  /** What stops a build, and what warns. */
  readonly ours?: number
  readonly warning?: number
  /** Absent where the fab house states none. */
  readonly fab?: number
  readonly unit: string
}
