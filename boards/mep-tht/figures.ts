import { supplyPath } from "../../components/mep/claims"
import type { LayoutFigure } from "../../src/model/board"

/** What this board's copper is held to beside the original's figures, in `npm run metrics` and the book. */
export const figures: readonly LayoutFigure[] = [
  { id: "copper-to-edge", kind: "limit", atLeast: 0.3 },
  { id: "clearance-power", kind: "limit", note: ">= 0.25 where there is room" },
  // The original's 684.6 mm, of which 92.9 on the bottom, and 13 signal vias.
  { id: "tracks", kind: "limit", atMost: 684 },
  { id: "tracks-bottom", kind: "limit", atMost: 92 },
  { id: "signal-vias", kind: "limit", atMost: 12 },
  {
    id: "buck-to-u2",
    kind: "resistance",
    title: "buck output to U2 pin 2",
    legs: supplyPath,
    atMost: 100,
  },
]
