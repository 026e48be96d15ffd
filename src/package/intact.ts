import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { listFiles } from "../project/files"
import { type Manifest, manifestName, manifestSchema, sha256 } from "./manifest"

/** The manifest of the package in `folder`, if it has one that can be read. */
export function readManifestOf(folder: string): Manifest | undefined {
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(join(folder, manifestName), "utf8")))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** A signature on the manifest, which is added to a package after it was built. */
export const signatureFile = "manifest.json.sig"

/** Whether `folder` holds exactly the files of its manifest, each with its hash; it may be signed. */
export function isIntact(folder: string, manifest: Manifest): boolean {
  const listed = Object.keys(manifest.files)
  const present = listFiles(folder).filter((file) => file !== manifestName && file !== signatureFile)
  return (
    present.length === listed.length &&
    listed.every((file) => {
      const path = join(folder, file)
      return existsSync(path) && sha256(readFileSync(path)) === manifest.files[file]?.sha256
    })
  )
}
