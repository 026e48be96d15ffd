import type { CheckRun } from "../check/report"
import type { Fabrication } from "../fabricate/fabricate"
import type { CheckResult, Finding } from "../model/finding"

/** What stages have to say that are no checks: as the report lists them. */

export const fabricationRun = ({ findings, figures = [] }: Fabrication): CheckRun => ({
  id: "fabricate",
  title: "Fabrication files",
  findings,
  figures,
})

export const schematicRun = (findings: readonly Finding[]): CheckRun => ({
  id: "schematic",
  title: "The drawn schematic is the circuit",
  findings,
})

export const modelRun = (result: CheckResult): CheckRun => ({
  id: "model",
  title: "3D model: bodies, heights, collisions",
  ...result,
})
