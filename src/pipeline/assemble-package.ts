import type { AnyCircuitElement } from "circuit-json"
import type { Fabrication } from "../fabricate/fabricate"
import { type IpcSubject, ipcNetlist } from "../fabricate/ipc-d-356"
import { testPoints, testPointsCsv } from "../fabricate/test-points"
import { zipFiles } from "../package/zip"

/** Path inside the package -> content. */
export type PackageFiles = Map<string, Uint8Array>

/** What the fab and the person with the soldering iron need, before report and manifest. */
export function orderFiles(
  subject: IpcSubject,
  circuit: readonly AnyCircuitElement[],
  fabrication: Fabrication,
  date: Date,
): PackageFiles {
  const files = unzippedFiles(subject, circuit, fabrication)
  addUpload(files, fabrication, date)
  return files
}

/** As {@link orderFiles}, but for the zip: {@link addUpload} adds it. */
export function unzippedFiles(
  subject: IpcSubject,
  circuit: readonly AnyCircuitElement[],
  fabrication: Fabrication,
): PackageFiles {
  const files: PackageFiles = new Map()
  addText(files, "circuit.json", `${JSON.stringify(circuit, null, 1)}\n`)
  for (const [name, text] of fabrication.gerbers) addText(files, `gerbers/${name}`, text)
  addText(files, `${subject.board}.ipc`, ipcNetlist(circuit, subject))
  addText(files, "test-points.csv", testPointsCsv(testPoints(circuit, fabrication.testPoints)))
  for (const [path, text] of fabrication.assemblyFiles) addText(files, `assembly/${path}`, text)
  return files
}

/** The Gerbers and drills once more, in the zip that is uploaded. */
export function addUpload(files: PackageFiles, { gerbers: texts, names }: Fabrication, date: Date): void {
  const gerbers: PackageFiles = new Map()
  for (const [name, text] of texts) addText(gerbers, name, text)
  files.set(names.zip, zipFiles(gerbers, date))
}

export function addText(files: PackageFiles, path: string, text: string): void {
  files.set(path, Buffer.from(text, "utf8"))
}

export function addJson(files: PackageFiles, path: string, value: unknown): void {
  addText(files, path, `${JSON.stringify(value, null, 1)}\n`)
}
