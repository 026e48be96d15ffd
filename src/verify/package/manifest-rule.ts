import { createHash } from "node:crypto"
import type { Finding } from "../../model/finding"
import type { Manifest } from "../../read"
import type { Contents } from "./contents"
import { signatureName } from "./signature"

/** Every file of the package is the one the manifest was written for; none is missing, none has been added. */
export function checkManifest(
  manifest: Manifest,
  contents: Contents,
  options: { readonly sourceHash?: string } = {},
): Finding[] {
  const findings: Finding[] = []
  const say = (rule: string, file: string, message: string): void => {
    findings.push({ rule, severity: "error", message, file })
  }
  for (const [path, { sha256, size }] of Object.entries(manifest.files).sort((a, b) =>
    a[0] < b[0] ? -1 : 1,
  )) {
    const bytes = contents.get(path)
    if (bytes === undefined)
      say("pkg/manifest-missing", path, "listed in the manifest, but not in the package")
    else if (bytes.length < size)
      say("pkg/manifest-truncated", path, `${bytes.length} bytes instead of ${size}: cut off or changed`)
    else if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      say("pkg/manifest-changed", path, "not the file the manifest was written for: changed since the build")
  }
  for (const path of contents.keys())
    if (path !== "manifest.json" && path !== signatureName && manifest.files[path] === undefined)
      say("pkg/manifest-extra", path, "in the package, but not in the manifest: added since the build")
  if (options.sourceHash !== undefined && options.sourceHash !== manifest.sourceHash)
    say(
      "pkg/manifest-stale",
      "manifest.json",
      "the package was built from another state of the source: build it again",
    )
  return findings
}
