/** What the overlay page knows, as JSON. mm, board frame, y up, seen from the top; SVG path data has y turned down. */
export interface PageData {
  readonly old: string
  readonly fresh: string
  /** Why there is nothing to compare with; empty where there is. */
  readonly unbuilt: readonly string[]
  readonly boards: readonly PageBoard[]
  readonly notes: readonly string[]
  /** Steps of a time line that this page is one of, the newest first. */
  readonly steps?: readonly PageStep[]
}

export interface PageStep {
  readonly title: string
  readonly told: string
  /** Absent: there is no page of it. */
  readonly href?: string
  readonly here: boolean
}

export interface PageBoard {
  readonly board: string
  /** Not compared: the sections tell of the board itself. */
  readonly alone: boolean
  readonly box: PageBox
  readonly layers: readonly PageLayer[]
  /** Before (where there is one) and after, as data URLs of SVG. */
  readonly schematic?: { readonly old?: string; readonly fresh: string }
  readonly sections: readonly { readonly title: string; readonly changes: readonly PageChange[] }[]
}

export interface PageBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Path data for `fill-rule="evenodd"`. */
export interface PageLayer {
  readonly layer: string
  readonly title: string
  readonly side?: "top" | "bottom"
  readonly added: string
  readonly removed: string
  readonly unchanged: string
}

export interface PageChange {
  readonly text: string
  readonly spots: readonly (PageBox & {
    readonly side?: "top" | "bottom"
    readonly layers: readonly string[]
  })[]
}
