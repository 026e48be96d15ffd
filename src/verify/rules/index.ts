import { netlistRule } from "../lvs/compare"
import type { FileRule } from "../rule"
import { annularRing } from "./annular-ring"
import { castellatedHoles } from "./castellated"
import { clearance } from "./clearance"
import { copperEdge } from "./copper-edge"
import { copperWidth } from "./copper-width"
import { fabLimits } from "./fab-limits"
import { gerberFormat, importerTraps } from "./gerber-format"
import { holeToCopper } from "./hole-to-copper"
import { drillTable, holeOnCopper, holeSize, holeSpacing } from "./holes"
import { islands } from "./islands"
import { layerSet, oneFrame } from "./layer-set"
import { maskBridge, maskOpenings, maskStray, viasTented } from "./mask"
import { meantCopper } from "./meant-copper"
import { meantLegend } from "./meant-legend"
import { meantMask, meantPaste } from "./meant-openings"
import { named } from "./named"
import { outlineRule } from "./outline"
import { pasteOnPads, thermalPaste } from "./paste"
import { pasteMissing } from "./paste-missing"
import { silkClear, silkLine, silkOnBoard } from "./silkscreen"
import { textHeight } from "./text-height"
import { vCut } from "./v-cut"

/** Every rule on the Gerber and drill files, in the order of the report. */
export const fileRules: readonly FileRule[] = [
  fabLimits,
  layerSet,
  gerberFormat,
  importerTraps,
  oneFrame,
  outlineRule,
  vCut,
  netlistRule,
  meantCopper,
  clearance,
  copperWidth,
  copperEdge,
  islands,
  named,
  drillTable,
  holeSize,
  holeSpacing,
  holeOnCopper,
  castellatedHoles,
  annularRing,
  holeToCopper,
  maskOpenings,
  maskStray,
  maskBridge,
  viasTented,
  meantMask,
  pasteOnPads,
  thermalPaste,
  meantPaste,
  pasteMissing,
  silkLine,
  textHeight,
  meantLegend,
  silkClear,
  silkOnBoard,
]
