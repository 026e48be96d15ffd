import type { PackageFiles } from "../../../src/pipeline/assemble-package"
import { withoutFile } from "../edit/files"
import { nameEnding, replaced, withFile } from "../edit/text"
import { faultsOf } from "./make"

const { delivered } = faultsOf("manifest")

const text = (change: (content: string) => string) => (bytes: Uint8Array) =>
  Buffer.from(change(Buffer.from(bytes).toString("utf8")), "utf8")

const manifest =
  (change: (content: string) => string) =>
  ({ files }: { readonly files: PackageFiles }) =>
    withFile(files, "manifest.json", text(change))

export const manifestFaults = [
  delivered(
    "file-changed",
    "a digit of the CPL changed after the build",
    "pkg/manifest-changed",
    ({ files }) =>
      withFile(
        files,
        "standard-both/cpl.csv",
        text((csv) => replaced(csv, "24.7000", "24.7010")),
      ),
  ),
  delivered(
    "gerber-changed",
    "a comment of a Gerber changed after the build",
    "pkg/manifest-changed",
    ({ files }) =>
      withFile(
        files,
        "F_Cu.gtl",
        text((gerber) => replaced(gerber, "G75*", "G75*\nG04 seen*")),
      ),
  ),
  delivered("file-cut-off", "the circuit's last byte missing", "pkg/manifest-truncated", ({ files }) =>
    withFile(files, "mep-smd.ipc", (bytes) => bytes.slice(0, -1)),
  ),
  delivered("file-missing", "a parts list deleted", "pkg/manifest-missing", ({ files }) =>
    withoutFile(files, "always-on/hand/bom.csv"),
  ),
  delivered("report-missing", "the report deleted", "pkg/manifest-missing", ({ files }) =>
    withoutFile(files, "report.json"),
  ),
  delivered(
    "file-added",
    "a file added to the package",
    "pkg/manifest-extra",
    ({ files }) => new Map([...files, ["notes.txt", Buffer.from("ordered on Monday\n")]]),
  ),
  delivered(
    "hash-forged",
    "a hash in the manifest changed",
    "pkg/manifest-changed",
    manifest((json) => replaced(json, /("sha256": ")[0-9a-f]{4}/, "$1face")),
  ),
  delivered(
    "size-forged",
    "a size in the manifest changed",
    "pkg/manifest-truncated",
    manifest((json) => replaced(json, /"size": (\d+)/, '"size": 9$1')),
  ),
  delivered(
    "entry-removed",
    "an entry removed from the manifest",
    "pkg/manifest-extra",
    manifest((json) => {
      const parsed = JSON.parse(json) as { files: Record<string, unknown> }
      delete parsed.files["circuit.json"]
      return JSON.stringify(parsed)
    }),
  ),
  delivered(
    "stale-source",
    "built from another state of the source",
    "pkg/manifest-stale",
    manifest((json) => replaced(json, /"sourceHash": "0/, '"sourceHash": "1')),
  ),
  delivered(
    "manifest-broken",
    "a manifest that is no JSON",
    "pkg/unreadable",
    manifest((json) => json.slice(0, -10)),
  ),
  delivered(
    "manifest-escapes",
    "an entry that points outside the package",
    "pkg/unreadable",
    manifest((json) => replaced(json, '"circuit.json"', '"../circuit.json"')),
  ),
  delivered("parts-list-swapped", "the lists of the two variants exchanged", "pkg/parts", ({ files }) => {
    const [a, b] = ["esp32-controlled/hand/bom.csv", "always-on/hand/bom.csv"].map((end) =>
      nameEnding(files, end),
    )
    return new Map(
      [...files].map(([name, bytes]) => [name === a ? (b ?? "") : name === b ? (a ?? "") : name, bytes]),
    )
  }),
]
