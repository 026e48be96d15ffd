import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { type GalleryBoard, galleryMark, galleryPage } from "../../src/book/gallery"

const root = resolve(import.meta.dirname, "../..")
const file = { sha256: "0".repeat(64), size: 1 }

const board = (paths: readonly string[], more: Partial<GalleryBoard> = {}): GalleryBoard => ({
  manifest: {
    format: 1,
    board: "a",
    title: '<b>"A"',
    revision: "1.0",
    date: "2026-01-02T00:00:00Z",
    sourceHash: "0".repeat(64),
    files: Object.fromEntries(paths.map((path) => [path, file])),
  },
  folder: "a",
  accepted: 0,
  draft: false,
  ...more,
})

describe("the gallery", () => {
  it("links what each package has, and nothing that it has not", () => {
    const html = galleryPage(root, "T", [
      board(["index.html", "top.png", "a-gerbers.zip", "kicad/a b.kicad_pcb"], { accepted: 2 }),
    ])
    expect([...html.matchAll(/(?:href|src)="(?!data:)([^"]+)"/g)].map(([, path]) => path)).toEqual([
      "a/index.html",
      "a/top.png",
      "a/index.html",
      "a/index.html",
      "a/a-gerbers.zip",
      "a/kicad/a%20b.kicad_pcb",
    ])
    expect(html).toContain("2 known risks accepted")
    expect(html).toContain(galleryMark)
  })

  it("says what has changed since the last release, and where that is shown", () => {
    const release = { name: "v1<", told: "3 changes", page: "diff/a b/index.html" }
    const html = galleryPage(root, "T", [board(["index.html"], { release })])
    expect(html).toContain('href="diff/a%20b/index.html">Since release v1&lt;: 3 changes</a>')
    expect(galleryPage(root, "T", [board(["index.html"])])).toContain("No release yet")
  })

  it("takes a title for text, and says that a draft is not to be ordered", () => {
    const html = galleryPage(root, "T", [board(["index.html"], { draft: true })])
    expect(html).toContain("&lt;b&gt;&quot;A&quot;")
    expect(html).not.toContain('<b>"A"')
    expect(html).toContain("not to be ordered")
    expect(html).not.toContain("Checks passed")
  })
})
