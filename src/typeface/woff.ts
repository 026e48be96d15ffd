import { inflateSync } from "node:zlib"

const headerBytes = 44
const entryBytes = 20

/**
 * Unpacks a WOFF 1.0 file to the TrueType or OpenType font in it (W3C WOFF File Format 1.0, sections 3 to 5): fontkit
 * reads WOFF too, but inflates the table of outlines again for every glyph.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const power = Math.floor(Math.log2(count))
  const directory = Buffer.alloc(12 + count * 16)
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(16 << power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(count * 16 - (16 << power), 10)
  const parts: Buffer[] = [directory]
  let at = directory.length
  for (let i = 0; i < count; i++) {
    const entry = headerBytes + i * entryBytes
    const [from, packed, length] = [4, 8, 12].map((k) => woff.readUInt32BE(entry + k)) as [
      number,
      number,
      number,
    ]
    const stored = woff.subarray(from, from + packed)
    const table = packed < length ? inflateSync(stored) : stored
    const to = 12 + i * 16
    woff.copy(directory, to, entry, entry + 4)
    woff.copy(directory, to + 4, entry + 16, entry + 20)
    directory.writeUInt32BE(at, to + 8)
    directory.writeUInt32BE(length, to + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(table, padding)
    at += length + padding.length
  }
  return Buffer.concat(parts)
}
