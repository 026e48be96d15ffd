/**
 * Judging fabrication files, as a library: `import { verify } from "mep-hw/verify"`. It writes nothing, asks no network
 * and knows no fab house: limits are handed in. See docs/verify-library.md.
 */
import type { FabHouse } from "../model/fab-house"
import type { BoardGeometry } from "./geometry/board"
import type { Measured } from "./measure"
import { type Contents, readContents } from "./package/contents"
import { verifyPage } from "./page/page"
import type { VerifyReport } from "./report"
import { type VerifyOptions, verifyContents } from "./verify"

export type { FabHouse } from "../model/fab-house"
export type { FabRule, RuleId } from "../model/fab-rule"
export { ruleIds } from "../model/fab-rule"
export { type Finding, type Severity, UserError } from "../model/finding"
export { type GerberImage, readExcellon, readGerber, readZip, toPolygons } from "../read"
export type { NetlistSource } from "./expected/reference"
export type { TakenFile } from "./files/fab-set"
export { type LayerRole, layerName, roleByWord } from "./files/roles"
export { type FindingGroup, groupFindings } from "./groups"
export { type Contents, readContents } from "./package/contents"
export type { VerifyReport } from "./report"
export type { VerifyOptions } from "./verify"

/** A report with the board it is about. */
export interface Verified extends VerifyReport {
  readonly geometry: BoardGeometry
  /** The report as one HTML file. */
  readonly page: (title: string) => string
}

/**
 * Judges a folder or zip (a path, or its files in memory) against a fab's limits.
 * @throws UserError if the folder or zip itself cannot be read; everything inside it becomes a finding.
 */
export function verify(files: string | Contents, fab: FabHouse, options: VerifyOptions = {}): Verified {
  const measured = new Map<string, Measured>()
  const contents = typeof files === "string" ? readContents(files) : files
  const report = verifyContents(contents, fab, { ...options, measured })
  const [only] = [...measured.values()]
  if (only === undefined) throw new Error("nothing was measured")
  const { geometry } = only
  return { ...report, geometry, page: (title) => verifyPage(title, fab.title, report, geometry) }
}
