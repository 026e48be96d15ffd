import { checkCircuit } from "../../src/check/checks"
import { type CheckRun, makeReport, promisedAssembly } from "../../src/check/report"
import { isOpenIssue, judge } from "../../src/check/waivers"
import { type Fabrication, fabricate } from "../../src/fabricate/fabricate"
import type { Finding } from "../../src/model/finding"
import { makeManifest, manifestName } from "../../src/package/manifest"
import {
  addJson,
  addText,
  addUpload,
  orderFiles,
  type PackageFiles,
} from "../../src/pipeline/assemble-package"
import { houseOf } from "../../src/pipeline/fab-house"
import { lockState } from "../../src/pipeline/lock-facts"
import { Memory } from "../../src/verify/memory"
import { optionsFromSource } from "../../src/verify/options"
import { verifyContents } from "../../src/verify/verify"
import { byLock, type Compiled } from "./fault"

/** The build's stages after compiling, in memory and one by one, so that a fault may enter between any two. */

/** Errors and warnings that no waiver accepts: one is enough to stop the build. */
export type OpenFindings = readonly Finding[]

/** Date in the files that are made here. */
const dateText = "2026-01-01T00:00:00Z"

/** Stands for the hash of the source in packages that are made here. */
export const sourceHash = "0".repeat(64)

export function check({ circuit, definition }: Compiled): CheckRun[] {
  return checkCircuit(circuit, definition, houseOf(definition))
}

export function make({ circuit, definition }: Compiled): Fabrication {
  return fabricate(circuit, definition, houseOf(definition), { createdAt: dateText })
}

/** How the board differs from what was accepted of it: one difference makes its package a draft. */
export function lockFindings({ circuit, definition }: Compiled, fabrication: Fabrication): Finding[] {
  const { draft } = lockState(process.cwd(), circuit, definition, fabrication, houseOf(definition))
  return (draft?.differences ?? []).map((message) => ({ rule: byLock, severity: "warning", message }))
}

/**
 * The package. IPC-2581 is written from the files: where a fault leaves nothing to be read, it came after that was made.
 * @param sound the files without the fault
 */
export function pack(
  { circuit, definition }: Compiled,
  fabrication: Fabrication,
  sound: Fabrication = fabrication,
): PackageFiles {
  const { process } = houseOf(definition)
  const date = new Date(dateText)
  const packed = (made: Fabrication): PackageFiles => orderFiles(definition, circuit, made, process, date)
  try {
    return packed(fabrication)
  } catch (error) {
    if (sound === fabrication) throw error
    const files = packed({ ...fabrication, gerbers: sound.gerbers })
    for (const name of sound.gerbers.keys()) files.delete(`gerbers/${name}`)
    for (const [name, text] of fabrication.gerbers) addText(files, `gerbers/${name}`, text)
    addUpload(files, fabrication, date)
    return files
  }
}

/** The package with what the build adds last: a report and the manifest. */
export function deliver({ definition }: Compiled, files: PackageFiles): PackageFiles {
  const all: PackageFiles = new Map(files)
  const { id: board, revision, title } = definition
  const subject = { board, revision, date: dateText, assembly: promisedAssembly(definition) }
  addJson(all, "report.json", makeReport(subject, [], { open: [], waived: [] }))
  addJson(all, manifestName, makeManifest({ board, revision, title, date: dateText, sourceHash }, all))
  return all
}

/** Names of all that is run, in the order of the build's report. */
export function checkIds(
  { definition }: Compiled,
  checked: readonly CheckRun[],
  files: PackageFiles,
): string[] {
  const house = houseOf(definition)
  const verified = verifyContents(files, house, { ...optionsFromSource(definition, house), memory })
  // The files beside the source are broken in tests/shapes.
  const made = [{ id: "fabricate" }, { id: "files-as-source" }]
  return [...checked, ...made, ...verified.checks].map(({ id }) => id)
}

/** What stops the build after its checks, before anything is made. */
export function openAfterCheck({ definition }: Compiled, runs: readonly CheckRun[]): OpenFindings {
  return openOf(
    runs.flatMap(({ findings }) => findings),
    definition.waivers,
  )
}

/** Most faults leave most files alone: those are read and measured once. */
export const memory = new Memory()

/** What stops the build when its files are verified; with `againstSource` as the `verify` command reads a package. */
export function verify(
  { definition }: Compiled,
  checked: readonly CheckRun[],
  fabrication: Fabrication,
  files: PackageFiles,
  againstSource?: string,
): OpenFindings {
  const house = houseOf(definition)
  const known = optionsFromSource(definition, house, againstSource)
  const verified = verifyContents(files, house, { ...known, memory })
  return openOf(
    [...checked.flatMap(({ findings }) => findings), ...fabrication.findings, ...verified.findings],
    definition.waivers,
  )
}

const openOf = (findings: readonly Finding[], waivers: Parameters<typeof judge>[1]): OpenFindings =>
  judge(findings, waivers, "so far").open.filter(isOpenIssue)
