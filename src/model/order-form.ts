import type { LayerCount } from "./layer"
import type { Side } from "./place"

/** What a fab's order form asks of a board. mm. */
export interface OrderedBoard {
  readonly zipName: string
  readonly widthMm: number
  readonly heightMm: number
  /** Of copper. */
  readonly layers: LayerCount
  readonly thicknessMm: number
  /** Plated holes that the board's edge cuts. */
  readonly halfHoles: number
  readonly via: { readonly diameterMm: number; readonly drillMm: number }
  /** The narrowest solder mask between two openings, and between which pads; absent where no side has two. */
  readonly narrowestBridge?: { readonly mm: number; readonly between: string }
  readonly prints: readonly { readonly text: string; readonly side: Side }[]
  /** A panel by our own drawing, of so many boards and kinds of board. */
  readonly panel?: { readonly boards: number; readonly designs: number; readonly vCuts: boolean }
}

/** How to order a board, in the words of the fab's form, and what each choice does to the price. */
export interface OrderForm {
  readonly url: string
  readonly settings: readonly OrderSetting[]
  readonly steps: readonly {
    /** Ids of the plans it belongs to. */
    readonly plans: readonly string[]
    readonly title: string
    readonly text: string
  }[]
  readonly caveats: readonly string[]
}

export interface OrderSetting {
  readonly field: string
  readonly choose: string
  readonly why: string
  readonly cost: "free" | "choice" | "check"
}
