import type { AnyCircuitElement } from "circuit-json"
import type { Fabrication } from "../fabricate/fabricate"
import { type DescribedBoard, ipc2581, ipc2581Name } from "../fabricate/ipc-2581/document"
import { ipcNetlist } from "../fabricate/ipc-d-356"
import { testPoints, testPointsCsv } from "../fabricate/test-points"
import type { Process } from "../model/fab-house"
import { zipFiles } from "../package/zip"
import { dateText } from "./up-to-date"

/** Path inside the package -> content. */
export type PackageFiles = Map<string, Uint8Array>

/** What the fab and the person with the soldering iron need, before report and manifest. */
export function orderFiles(
  board: DescribedBoard,
  circuit: readonly AnyCircuitElement[],
  fabrication: Fabrication,
  process: Process,
  date: Date,
): PackageFiles {
  const files = unzippedFiles(board, circuit, fabrication, process, date)
  addUpload(files, fabrication, date)
  return files
}

/** As {@link orderFiles}, but for the zip: {@link addUpload} adds it. */
export function unzippedFiles(
  board: DescribedBoard,
  circuit: readonly AnyCircuitElement[],
  fabrication: Fabrication,
  process: Process,
  date: Date,
): PackageFiles {
  const { id, title, revision } = board
  const files: PackageFiles = new Map()
  addText(files, "circuit.json", `${JSON.stringify(circuit, null, 1)}\n`)
  for (const [name, text] of fabrication.gerbers) addText(files, `gerbers/${name}`, text)
  addText(files, `${id}.ipc`, ipcNetlist(circuit, { board: id, title, revision }))
  addText(files, ipc2581Name(id), ipc2581(circuit, board, { process }, fabrication, dateText(date)))
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
