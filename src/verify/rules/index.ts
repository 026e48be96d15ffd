import { netlistRule } from "../lvs/compare"
import type { FileRule } from "../rule"
import { annularRing } from "./annular-ring"
import { clearance } from "./clearance"
import { copperEdge } from "./copper-edge"
import { copperWidth } from "./copper-width"
import { gerberFormat, importerTraps } from "./gerber-format"
import { holeToCopper } from "./hole-to-copper"
import { drillTable, holeOnCopper, holeSize, holeSpacing } from "./holes"
import { islands } from "./islands"
import { layerSet, oneFrame } from "./layer-set"
import { maskBridge, maskOpenings, maskStray, viasTented } from "./mask"
import { outlineRule } from "./outline"
import { pasteOnPads, thermalPaste } from "./paste"
import { pasteMissing } from "./paste-missing"
import { silkClear, silkLine, silkOnBoard } from "./silkscreen"
import { textHeight } from "./text-height"

/** Every rule on the Gerber and drill files, in the order of the report. */
export const fileRules: readonly FileRule[] = [
  layerSet,
  gerberFormat,
  importerTraps,
  oneFrame,
  outlineRule,
  netlistRule,
  clearance,
  copperWidth,
  copperEdge,
  islands,
  drillTable,
  holeSize,
  holeSpacing,
  holeOnCopper,
  annularRing,
  holeToCopper,
  maskOpenings,
  maskStray,
  maskBridge,
  viasTented,
  pasteOnPads,
  thermalPaste,
  pasteMissing,
  silkLine,
  textHeight,
  silkClear,
  silkOnBoard,
]
