import { inflateRawSync } from "node:zlib"
import { crc32 } from "./crc32"
import { limits } from "./limits"
import { quote, ReadError } from "./read-error"

export interface ZipEntry {
  /** Forward slashes, no leading slash, no `..`: safe to join to a folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

interface Listed {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/**
 * Reads a zip into memory, by its central directory, each entry checked against its local header and CRC. Refuses
 * (`ReadError`) what escapes its folder, lies about its size, is encrypted, split, doubled, overlapping or too large.
 * Folders are left out. Entries come in name order.
 */
export function readZip(bytes: Uint8Array, file: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = centralDirectory(view, bytes, file)
  const total = listed.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limits.zipTotalBytes) throw new ReadError(file, undefined, "unpacks to more than is allowed")
  const spans: [number, number][] = []
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  for (const entry of listed) {
    const data = localData(view, bytes, entry, file)
    spans.push([entry.offset, data.end])
    const key = entry.name.toLowerCase()
    if (names.has(key)) throw new ReadError(file, undefined, `${quote(entry.name)} is in the zip twice`)
    names.add(key)
    if (entry.name.endsWith("/")) continue
    entries.push({ name: entry.name, bytes: unpack(bytes.subarray(data.start, data.end), entry, file) })
  }
  spans.sort((a, b) => a[0] - b[0])
  for (let i = 1; i < spans.length; i++)
    if ((spans[i]?.[0] ?? 0) < (spans[i - 1]?.[1] ?? 0))
      throw new ReadError(file, undefined, "entries of the zip overlap")
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function centralDirectory(view: DataView, bytes: Uint8Array, file: string): Listed[] {
  const end = endRecord(view, file)
  const disk = view.getUint16(end + 4, true) | view.getUint16(end + 6, true)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (disk !== 0) throw new ReadError(file, undefined, "the zip is split over several files")
  if (count === 0xffff || at === 0xffffffff) throw new ReadError(file, undefined, "zip64 is not supported")
  if (count > limits.zipEntries) throw new ReadError(file, undefined, `${count} entries are too many`)
  if (count === 0) throw new ReadError(file, undefined, "the zip is empty")
  const entries: Listed[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
      throw new ReadError(file, undefined, "the zip's directory is damaged")
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw new ReadError(file, undefined, "the zip's directory is damaged")
    const name = safeName(
      decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0),
      file,
    )
    if ((flags & 0x41) !== 0) throw new ReadError(file, undefined, `${quote(name)} is encrypted`)
    const mode = view.getUint32(at + 38, true) >>> 16
    if ((mode & 0xf000) === 0xa000) throw new ReadError(file, undefined, `${quote(name)} is a symbolic link`)
    const size = view.getUint32(at + 24, true)
    if (size > limits.zipEntryBytes) throw new ReadError(file, undefined, `${quote(name)} is too large`)
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size,
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

/** The end-of-directory record may be followed by a comment: searched from the end. */
function endRecord(view: DataView, file: string): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (
      view.getUint32(at, true) === 0x06054b50 &&
      at + 22 + view.getUint16(at + 20, true) === view.byteLength
    )
      return at
  throw new ReadError(file, undefined, "not a zip file, or cut off")
}

function localData(
  view: DataView,
  bytes: Uint8Array,
  entry: Listed,
  file: string,
): { start: number; end: number } {
  const at = entry.offset
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50)
    throw new ReadError(file, undefined, `${quote(entry.name)} is not where the directory says`)
  const nameLength = view.getUint16(at + 26, true)
  const name = decodeName(
    bytes.subarray(at + 30, at + 30 + nameLength),
    (view.getUint16(at + 6, true) & 0x800) !== 0,
  )
  if (name !== entry.name)
    throw new ReadError(file, undefined, `${quote(entry.name)} is called ${quote(name)} in its own header`)
  const start = at + 30 + nameLength + view.getUint16(at + 28, true)
  const end = start + entry.packed
  if (end > view.byteLength) throw new ReadError(file, undefined, `${quote(entry.name)} is cut off`)
  return { start, end }
}

function unpack(packed: Uint8Array, entry: Listed, file: string): Uint8Array {
  let bytes: Uint8Array
  if (entry.method === 0) bytes = packed
  else if (entry.method === 8) {
    try {
      // One byte more than promised is room enough to notice a bomb.
      bytes = inflateRawSync(packed, { maxOutputLength: entry.size + 1 })
    } catch {
      throw new ReadError(file, undefined, `${quote(entry.name)} does not unpack to the size it claims`)
    }
  } else throw new ReadError(file, undefined, `${quote(entry.name)} is packed with an unsupported method`)
  if (bytes.length !== entry.size)
    throw new ReadError(file, undefined, `${quote(entry.name)} does not unpack to the size it claims`)
  if (crc32(bytes) !== entry.crc)
    throw new ReadError(file, undefined, `${quote(entry.name)} fails its checksum`)
  return bytes
}

/** UTF-8 where it is such, said or not; else code page 437, which is what a zip without that flag means. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  const name = new TextDecoder("utf-8").decode(bytes)
  if (isUtf8 || !name.includes("\ufffd")) return name
  return Array.from(bytes, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : (codePage437[byte - 128] as string),
  ).join("")
}

const codePage437 = [
  ..."ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ",
]

function safeName(name: string, file: string): string {
  const pieces = name.split("/")
  const bad =
    name === "" ||
    name.length > 200 ||
    name.startsWith("/") ||
    /[\\:*?"<>|\ufffd]/.test(name) ||
    [...name].some((char) => char < " ") ||
    pieces.some((piece, i) => piece === ".." || piece === "." || (piece === "" && i < pieces.length - 1))
  if (bad) throw new ReadError(file, undefined, `${quote(name)} is no safe file name`)
  return name
}
