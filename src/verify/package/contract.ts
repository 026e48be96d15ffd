import { type UploadNames, uploadFiles } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { LayerCount } from "../../model/layer"
import { ReadError, readZip } from "../../read"
import { unreadable } from "../files/fab-set"
import type { Contents } from "./contents"

/**
 * The package of a board holds the files it promises, and the upload zip the same Gerbers, flat, and nothing else.
 * @param layers of copper, by its circuit
 */
export function checkContract(
  board: string,
  contents: Contents,
  names: UploadNames,
  layers: LayerCount,
): Finding[] {
  const findings: Finding[] = []
  const say = (file: string, message: string): void => {
    findings.push({ rule: "pkg/contents", severity: "error", message, file })
  }
  const expected = uploadFiles(names, layers)
  const zipName = names.zip
  // The build verifies a package before its report can be written; the manifest comes last of all.
  const report = contents.has("manifest.json") ? ["report.json"] : []
  for (const name of [
    ...expected.map((file) => `gerbers/${file}`),
    zipName,
    `${board}.ipc`,
    `${board}-ipc2581.xml`,
    "circuit.json",
    "test-points.csv",
    ...report,
  ])
    if (!contents.has(name)) say(name, "missing from the package")
  for (const path of contents.keys())
    if (path.startsWith("gerbers/") && !expected.includes(path.slice("gerbers/".length)))
      say(path, "does not belong among the Gerbers")
  const zip = contents.get(zipName)
  if (zip === undefined) return findings
  try {
    const entries = readZip(zip, zipName)
    for (const { name, bytes } of entries) {
      const twin = contents.get(`gerbers/${name}`)
      if (name.includes("/")) say(zipName, `${name} lies in a folder: the upload must be flat`)
      else if (!expected.includes(name)) say(zipName, `${name} does not belong in the upload`)
      else if (twin !== undefined && Buffer.compare(twin, bytes) !== 0)
        say(zipName, `${name} differs from gerbers/${name}`)
    }
    for (const name of expected)
      if (!entries.some((entry) => entry.name === name)) say(zipName, `${name} is missing from the upload`)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    findings.push(unreadable(error, zipName))
  }
  return findings
}
