import { supplyPath } from "../../components/mep/claims"
import type { LayoutFigure } from "../../src/model/board"

/** What this board's copper is held to beside the original's figures, in `npm run metrics` and the book. */
export const figures: readonly LayoutFigure[] = [
  { id: "copper-to-edge", kind: "limit", atLeast: 0.3 },
  { id: "clearance-power", kind: "limit", note: ">= 0.25 where there is room" },
  { id: "tracks", kind: "limit", atMost: 500 },
  { id: "tracks-bottom", kind: "limit", atMost: 60 },
  { id: "slot", kind: "limit", atMost: 12 },
  { id: "signal-vias", kind: "limit", atMost: 16 },
  {
    id: "buck-to-u2",
    kind: "resistance",
    title: "buck output to U2 pin 2",
    legs: supplyPath,
    atMost: 60,
  },
  { id: "io0", kind: "net-length", title: "IO0 strap", net: "IO0_PROGRAM", atMost: 50 },
  { id: "c5-u1-16", kind: "track-length", title: "C5 to U1 pin 16", from: "C5.1", to: "U1.16", atMost: 3 },
]
