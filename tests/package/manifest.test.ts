import { describe, expect, it } from "vitest"
import { makeManifest, manifestSchema } from "../../src/package/manifest"

describe("makeManifest", () => {
  it("names every file with size and sha256, sorted, and passes its own schema", () => {
    const manifest = makeManifest(
      { board: "b", title: "B", revision: "1", date: "2026-01-01T00:00:00Z", sourceHash: "0".repeat(64) },
      new Map([
        ["z.txt", Buffer.from("abc")],
        ["a/b.txt", Buffer.from("")],
      ]),
    )
    expect(Object.keys(manifest.files)).toEqual(["a/b.txt", "z.txt"])
    // sha256 of "abc": FIPS 180-2, appendix B.1
    expect(manifest.files["z.txt"]).toEqual({
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      size: 3,
    })
    expect(manifestSchema.parse(manifest)).toEqual(manifest)
  })
})
