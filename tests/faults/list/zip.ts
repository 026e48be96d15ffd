import { unzipSync } from "fflate"
import { zipFiles } from "../../../src/package/zip"
import type { PackageFiles } from "../../../src/pipeline/assemble-package"
import { found } from "../edit/draft"
import { withoutFile } from "../edit/files"
import { nameEnding, withFile } from "../edit/text"
import { faultsOf } from "./make"

const { packaged } = faultsOf("zip")

const zipName = "-gerbers.zip"
const dated = new Date("2026-01-01T00:00:00Z")

const repacked = (
  files: PackageFiles,
  change: (entries: Map<string, Uint8Array>) => Map<string, Uint8Array>,
) => withFile(files, zipName, (zip) => zipFiles(change(new Map(Object.entries(unzipSync(zip)))), dated))

/** Positions of a record's signature ("PK" and two bytes) in the zip. */
const records = (zip: Uint8Array, third: number, fourth: number): number[] =>
  [...zip.keys()].filter(
    (i) => zip[i] === 0x50 && zip[i + 1] === 0x4b && zip[i + 2] === third && zip[i + 3] === fourth,
  )

/** Changes bytes of every central directory entry. */
const central = (files: PackageFiles, change: (zip: Uint8Array, at: number) => void): PackageFiles =>
  withFile(files, zipName, (zip) => {
    const copy = new Uint8Array(zip)
    for (const at of records(copy, 1, 2)) change(copy, at)
    return copy
  })

export const zipFaults = [
  packaged("zip-missing-layer", "no bottom mask in the zip", "pkg/contents", ({ files }) =>
    repacked(files, (entries) => withoutFile(entries, "B_Mask.gbs")),
  ),
  packaged("zip-extra-file", "a BOM in the zip", "pkg/contents", ({ files }) =>
    repacked(files, (entries) => entries.set("bom.csv", Buffer.from("Comment\n"))),
  ),
  packaged("zip-nested", "the Gerbers in a folder of the zip", "pkg/contents", ({ files }) =>
    repacked(files, (entries) => new Map([...entries].map(([name, bytes]) => [`gerbers/${name}`, bytes]))),
  ),
  packaged("zip-other-bytes", "another drill file in the zip than beside it", "pkg/contents", ({ files }) =>
    repacked(files, (entries) =>
      withFile(entries, "-PTH.drl", (bytes) =>
        Buffer.from(Buffer.from(bytes).toString().replace("X-34", "X-33")),
      ),
    ),
  ),
  packaged("zip-stale-layer", "the zip holds yesterday's top copper", "pkg/contents", ({ files }) =>
    repacked(files, (entries) =>
      withFile(entries, "F_Cu.gtl", (bytes) =>
        Buffer.from(Buffer.from(bytes).toString().replace("2026-01-01", "2025-12-31")),
      ),
    ),
  ),
  packaged("zip-empty-layer", "an empty file in the zip", "pkg/contents", ({ files }) =>
    repacked(files, (entries) => withFile(entries, "F_Mask.gts", () => new Uint8Array())),
  ),
  packaged("zip-missing", "no zip at all", "pkg/contents", ({ files }) => withoutFile(files, zipName)),
  packaged("zip-truncated", "the zip's last half missing", "pkg/unreadable", ({ files }) =>
    withFile(files, zipName, (zip) => zip.slice(0, zip.length / 2)),
  ),
  packaged("zip-bit-flipped", "one byte changed in the zip's data", "pkg/unreadable", ({ files }) =>
    withFile(files, zipName, (zip) => {
      const copy = new Uint8Array(zip)
      const at = found(records(zip, 3, 4)[1], "entry") - 40
      copy[at] = (copy[at] ?? 0) ^ 0x55
      return copy
    }),
  ),
  packaged("zip-encrypted", "entries marked as encrypted", "pkg/unreadable", ({ files }) =>
    central(files, (zip, at) => {
      zip[at + 8] = (zip[at + 8] ?? 0) | 1
    }),
  ),
  packaged("zip-slip", "an entry that would be unpacked outside", "pkg/unreadable", ({ files }) =>
    repacked(files, (entries) => entries.set("../../evil.gbr", Buffer.from("M02*\n"))),
  ),
  packaged(
    "gerber-folder-extra",
    "a file of another board among the Gerbers",
    "pkg/contents",
    ({ files }) =>
      new Map([...files, ["gerbers/old-F_Cu.gtl", found(files.get(nameEnding(files, "F_Cu.gtl")), "F_Cu")]]),
  ),
]
