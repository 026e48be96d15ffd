import { type Zippable, zipSync } from "fflate"

/**
 * A flat zip of the given files. Order, date, attributes and compression are inputs, so the same files make the same
 * bytes on every machine. Zip dates have no time zone: the UTC date is written as it is.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>, date: Date): Uint8Array {
  const wallClock = new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  )
  const entries: Zippable = {}
  for (const name of [...files.keys()].sort()) {
    entries[name] = [files.get(name) as Uint8Array, { level: 9, mtime: wallClock, os: 3, attrs: 0o644 << 16 }]
  }
  return zipSync(entries)
}
