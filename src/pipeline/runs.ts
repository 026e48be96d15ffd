import type { CheckRun } from "../check/report"
import type { LaidBoard } from "../compile/compile"
import type { Fabrication } from "../fabricate/fabricate"
import { heldToSource } from "../fabricate/held-to-source"
import type { FabHouse } from "../model/fab-house"
import { gate } from "../model/fab-rule"
import type { CheckResult, Finding } from "../model/finding"
import { isSide, stacks } from "../model/layer"

/** What stages have to say that are no checks: as the report lists them. */

export const fabricationRun = ({ findings, figures = [] }: Fabrication): CheckRun => ({
  id: "fabricate",
  title: "Fabrication files",
  findings,
  figures,
})

/** The files beside the source itself, by another way than the one they were made on. */
export const sourceRun = (
  { drawn, definition }: Pick<LaidBoard, "drawn" | "definition">,
  fabrication: Fabrication,
  house: Pick<FabHouse, "limits">,
): CheckRun => ({
  id: "files-as-source",
  title: "The files have what the source draws",
  ...heldToSource(drawn, fabrication, {
    maskMarginMm: gate(house, "mask-expansion"),
    inkClearanceMm: gate(house, "silkscreen-to-pad"),
    outline: definition.outline,
    inner: stacks[definition.layers].filter((layer) => !isSide(layer)),
    via: definition.via,
  }),
})

export const schematicRun = (findings: readonly Finding[]): CheckRun => ({
  id: "schematic",
  title: "The drawn schematic is the circuit",
  findings,
})

export const kicadRun = (result: CheckResult): CheckRun => ({
  id: "kicad-as-source",
  title: "The KiCad board has what the source draws",
  ...result,
})

export const modelRun = (result: CheckResult): CheckRun => ({
  id: "model",
  title: "3D model: bodies, heights, collisions",
  ...result,
})
