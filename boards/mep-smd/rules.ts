import { netNames, nets } from "../../components/nets"
import type { BoardDefinition, NetClass } from "../../src/board-definition"

/** Copper rules of this board, mm. The fab's limits are in fabrication/jlcpcb/; these are on their safe side. */

export const via = { diameterMm: 0.6, drillMm: 0.3 } as const

const power = netNames.filter((name) => nets[name].kind === "power")

export const netClasses: readonly NetClass[] = [
  { name: "power", nets: power, widthMm: 0.6, clearanceMm: 0.2 },
  {
    name: "signal",
    nets: netNames.filter((name) => nets[name].kind === "signal"),
    widthMm: 0.25,
    clearanceMm: 0.2,
  },
  { name: "ground", nets: ["GND"], widthMm: 0.25, clearanceMm: 0.2 },
]

export const pour: BoardDefinition["pour"] = {
  net: "GND",
  layers: ["top", "bottom"],
  clearanceMm: 0.25,
  boardEdgeMm: 0.4,
  minWidthMm: 0.25,
  thermalGapMm: 0.25,
  // tscircuit's spokes are 0.3 mm wide, always.
  thermalSpokeMm: 0.3,
  stitchMm: 10,
}

/** The buck module's pads: 4 x 4 mm, soldered through its corner holes with an iron; J2 carries 24 V. */
export const handSoldered: NonNullable<BoardDefinition["handSoldered"]> = {
  pads: ["J1.1", "J2.1", "J3.1", "J4.1"],
  pourGapMm: 0.4,
  trackGapMm: 1,
}

/** tscircuit's names of the same rules: they reach its checks and its autorouter. */
export const tscircuitRules = {
  minTraceWidth: 0.2,
  minViaHoleDiameter: via.drillMm,
  minViaPadDiameter: via.diameterMm,
  minTraceToPadEdgeClearance: 0.2,
  minTraceToHoleEdgeClearance: 0.25,
  minViaEdgeToPadEdgeClearance: 0.2,
  minViaHoleEdgeToViaHoleEdgeClearance: 0.25,
  minPlatedHoleDrillEdgeToDrillEdgeClearance: 0.5,
  minPadEdgeToPadEdgeClearance: 0.15,
  minBoardEdgeClearance: 0.3,
} as const
