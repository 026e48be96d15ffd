import { deflateRawSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { readCsv, readManifest, readZip } from "../../src/read"
import { crc32 } from "../../src/read/crc32"

describe("CSV", () => {
  const cells = (text: string) => readCsv(text, "t.csv").rows.map((row) => row.cells)
  it.each([
    ["plain", "a,b\n1,2\n", [["1", "2"]]],
    ["quotes, commas, line breaks", 'a,b\n"x, ""y""","1\n2"\n', [['x, "y"', "1\n2"]]],
    [
      "CRLF, BOM, no last line break",
      "\ufeffa,b\r\n1,\r\n,2",
      [
        ["1", ""],
        ["", "2"],
      ],
    ],
    ["empty lines are passed over", "a,b\n\n1,2\n\n", [["1", "2"]]],
  ])("%s", (_, text, expected) => expect(cells(text)).toEqual(expected))

  it.each([
    ["a row too short", "a,b\n1\n", "t.csv, line 2: 1 cells, but the header has 2"],
    ["the line after a cell of two lines", 'a,b\n"1\n2",3\n4\n', "line 4: 1 cells"],
    ["an open quote", 'a,b\n"1,2\n', "line 2: a quote is never closed"],
    ["text after a quote", 'a,b\n"1"x,2\n', "text after a closing quote"],
    ["a quote inside", 'a,b\n1"x,2\n', "a quote within a cell"],
    ["nothing", " \n", "the file is empty"],
    ["a cell without end", `a\n${"x".repeat(40_000)}\n`, "a cell is too long"],
  ])("%s", (_, text, message) => expect(() => readCsv(text, "t.csv")).toThrow(message))
})

interface Made {
  readonly name: string
  readonly data?: Uint8Array
  readonly method?: number
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  readonly mode?: number
  readonly localName?: string
}

/** A zip by hand, so that every field can lie. */
function zip(
  entries: readonly Made[],
  tweak: { offset?: number; count?: number; comment?: string } = {},
): Uint8Array {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const data = entry.data ?? Buffer.from("hello")
    const packed = entry.method === 0 ? Buffer.from(data) : deflateRawSync(data)
    const [name, local] = [Buffer.from(entry.name), Buffer.from(entry.localName ?? entry.name)]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(local.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(entry.flags ?? 0, 8)
    central.writeUInt16LE(entry.method ?? 8, 10)
    central.writeUInt32LE(entry.crc ?? crc32(data), 16)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(entry.size ?? data.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
    central.writeUInt32LE(at + (tweak.offset ?? 0), 42)
    directory.push(central, name)
    chunks.push(head, local, packed)
    at += head.length + local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(tweak.count ?? entries.length, 8)
  end.writeUInt16LE(tweak.count ?? entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  const comment = Buffer.from(tweak.comment ?? "")
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...chunks, list, end, comment])
}

describe("zip", () => {
  it("reads stored and deflated entries in name order, folders left out", () => {
    const bytes = zip(
      [{ name: "b.txt" }, { name: "a.txt", method: 0 }, { name: "d/", data: new Uint8Array() }],
      { comment: "note" },
    )
    const entries = readZip(bytes, "t.zip")
    expect(entries.map(({ name, bytes: content }) => [name, Buffer.from(content).toString()])).toEqual([
      ["a.txt", "hello"],
      ["b.txt", "hello"],
    ])
  })

  it.each([
    ["no zip", Buffer.from("hello"), "not a zip file"],
    ["a cut zip", zip([{ name: "a" }]).subarray(0, -5), "not a zip file, or cut off"],
    ["an empty zip", zip([]), "the zip is empty"],
    ["a way out", zip([{ name: "../../etc/passwd" }]), "is no safe file name"],
    ["a way out in the middle", zip([{ name: "a/../../b" }]), "is no safe file name"],
    ["an absolute path", zip([{ name: "/etc/passwd" }]), "is no safe file name"],
    ["a drive", zip([{ name: "C:\\x" }]), "is no safe file name"],
    ["a backslash", zip([{ name: "..\\x" }]), "is no safe file name"],
    ["a NUL", zip([{ name: "a\0b" }]), "is no safe file name"],
    ["encrypted", zip([{ name: "a", flags: 1 }]), '"a" is encrypted'],
    ["a link", zip([{ name: "a", mode: 0o120777 }]), "is a symbolic link"],
    ["twice the same", zip([{ name: "a" }, { name: "A" }]), "is in the zip twice"],
    ["a wrong checksum", zip([{ name: "a", crc: 1 }]), "fails its checksum"],
    [
      "a bomb that hides its size",
      zip([{ name: "a", data: new Uint8Array(1e6), size: 10 }]),
      "does not unpack to the size it claims",
    ],
    ["a bomb that says so", zip([{ name: "a", size: 0xfffffff }]), "is too large"],
    [
      "many large ones",
      zip(Array.from({ length: 9 }, (_, i) => ({ name: `a${i}`, size: 60 << 20 }))),
      "unpacks to more than is allowed",
    ],
    ["an odd method", zip([{ name: "a", method: 12 }]), "unsupported method"],
    ["two names", zip([{ name: "a", localName: "b" }]), 'is called "b" in its own header'],
    ["a wrong offset", zip([{ name: "a" }], { offset: 7 }), "is not where the directory says"],
    ["a wrong count", zip([{ name: "a" }], { count: 3 }), "directory is damaged"],
    ["too many", zip([{ name: "a" }], { count: 3000 }), "3000 entries are too many"],
  ])("refuses %s", (_, bytes, message) => expect(() => readZip(bytes, "t.zip")).toThrow(message))

  it("refuses entries that share their bytes", () => {
    const bytes = Buffer.from(zip([{ name: "a" }, { name: "a" }]))
    // The second directory entry is made to point at the first one's data.
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes.writeUInt32LE(0, second + 42)
    bytes.write("a", second + 46)
    expect(() => readZip(bytes, "t.zip")).toThrow("in the zip twice")
  })
})

describe("manifest", () => {
  const sound = {
    format: 1,
    board: "b",
    revision: "v1",
    sourceHash: "x",
    files: { "a/b.txt": { sha256: "0".repeat(64), size: 3 } },
  }
  it("is read, with fields of later versions", () => {
    expect(
      readManifest(JSON.stringify({ ...sound, title: "T" }), "manifest.json").files["a/b.txt"]?.size,
    ).toBe(3)
  })
  it.each([
    ["no JSON", "{\n x", "manifest.json"],
    ["another format", JSON.stringify({ ...sound, format: 2 }), "manifest.json: format"],
    ["a bad hash", JSON.stringify({ ...sound, files: { a: { sha256: "1", size: 1 } } }), "files.a.sha256"],
    [
      "a way out",
      JSON.stringify({ ...sound, files: { "../a": sound.files["a/b.txt"] } }),
      "leads out of the package",
    ],
  ])("refuses %s", (_, text, message) => expect(() => readManifest(text, "manifest.json")).toThrow(message))
})
