import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import type { SectionId } from "../../src/diff/change"
import { type BoardDiff, compareSnapshots } from "../../src/diff/compare"
import { diffSources, isSame } from "../../src/diff/diff"
import { makePage } from "../../src/diff/page"
import { readSnapshot } from "../../src/diff/snapshot"
import { bySection, markdown, terminalLines } from "../../src/diff/summary"
import { worsened } from "../../src/diff/worse"
import { areaMm2 } from "../../src/read"
import { SmallPackage } from "./small-package"

const snapshot = (change: (pack: SmallPackage) => void = () => {}, only: RegExp = /./) => {
  const pack = new SmallPackage()
  change(pack)
  return readSnapshot(new Map([...pack.contents()].filter(([path]) => only.test(path))), "test", [jlcpcb])
}

const compare = (change: (pack: SmallPackage) => void, before?: (pack: SmallPackage) => void): BoardDiff =>
  compareSnapshots(snapshot(before), snapshot(change))

const texts = (diff: BoardDiff, section: SectionId): string[] =>
  diff.changes.filter((change) => change.section === section).map(({ text }) => text)

/** The pads of the sketch with one of them changed. */
const withPad = (pack: SmallPackage, name: string, change: object): SmallPackage["sketch"] => ({
  ...pack.sketch,
  pads: { ...pack.sketch.pads, [name]: { ...(pack.sketch.pads[name] ?? { x: 0, y: 0 }), ...change } },
})

describe("two packages that are the same", () => {
  it("have no difference, in words, on the page and in the summary", () => {
    const diff = compare(() => {})
    expect(diff.changes).toEqual([])
    expect(diff.notCompared).toEqual([])
    expect(diff.layers).toHaveLength(10)
    for (const layer of diff.layers) expect([layer.added, layer.removed]).toEqual([[], []])
    const whole = diffSources(
      { label: "a", boards: [snapshot()], notes: [] },
      { label: "b", boards: [snapshot()], notes: [] },
    )
    expect(isSame(whole)).toBe(true)
    expect(terminalLines(whole)).toEqual(["small: a → b: no difference"])
    expect(markdown(whole)).toContain("### small: no difference")
  })

  it("are the same whatever their dates say", () => {
    const dated = snapshot()
    const pack = new SmallPackage()
    const later = new Map(
      [...pack.contents()].map(([path, bytes]) => [
        path,
        new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll("2026-01-02", "2027-03-04")),
      ]),
    )
    expect(compareSnapshots(dated, readSnapshot(later, "later", [jlcpcb])).changes).toEqual([])
  })
})

describe("the netlist", () => {
  it("names a pin that moved between nets, with its place", () => {
    const diff = compare((pack) => {
      pack.sketch = withPad(pack, "C1.2", { net: "A" })
    })
    expect(texts(diff, "netlist")).toEqual(["pin C1.2: B → A"])
    const [change] = diff.changes
    expect(change?.spots[0]).toMatchObject({ minX: 2, maxX: 4, minY: 1, maxY: 3 })
  })

  it("names pins that were cut off or joined", () => {
    const open = (pack: SmallPackage) => {
      const { net: _, ...pad } = pack.sketch.pads["C1.2"] ?? { x: 0, y: 0 }
      pack.sketch = { ...pack.sketch, pads: { ...pack.sketch.pads, "C1.2": pad } }
    }
    expect(texts(compare(open), "netlist")).toEqual(["pin C1.2: B → open"])
    expect(
      texts(
        compare(() => {}, open),
        "netlist",
      ),
    ).toEqual(["pin C1.2: open → B"])
  })

  it("knows a renamed net by its pins", () => {
    const diff = compare((pack) => {
      for (const pin of ["R1.2", "C1.2"]) pack.sketch = withPad(pack, pin, { net: "BUS" })
      pack.sketch = {
        ...pack.sketch,
        tracks: (pack.sketch.tracks ?? []).map((track) =>
          track.net === "B" ? { ...track, net: "BUS" } : track,
        ),
        vias: (pack.sketch.vias ?? []).map((via) => (via.net === "B" ? { ...via, net: "BUS" } : via)),
      }
    })
    expect(texts(diff, "netlist")).toEqual(["net B renamed to BUS (2 pins)"])
    expect(texts(diff, "routing")).toEqual([])
  })

  it("names nets that came or went, and the pins of new parts", () => {
    const add = (pack: SmallPackage) => {
      pack.sketch = {
        ...pack.sketch,
        pads: { ...pack.sketch.pads, "R2.1": { x: 7, y: 1, net: "C" }, "R2.2": { x: 7, y: 3, net: "A" } },
      }
    }
    expect(texts(compare(add), "netlist")).toEqual([
      "net C added (R2.1)",
      "pins added, R2: R2.1 C and R2.2 A",
    ])
    expect(
      texts(
        compare(() => {}, add),
        "netlist",
      ),
    ).toEqual(["net C removed (R2.1)", "pins removed, R2: R2.1 C and R2.2 A"])
    expect(texts(compare(add), "placement")[0]).toMatch(/^R2: added at/)
  })
})

describe("parts lists", () => {
  it("tell a change once, with the variants that have it", () => {
    const diff = compare((pack) => {
      pack.bom.other[1] = "12k,R1,0805,C99999"
    })
    expect(texts(diff, "parts")).toEqual(["R1: JLCPCB number C17414 → C99999, value 10k → 12k [other]"])
  })

  it("leave the variants out where all have it; parts come and go", () => {
    const diff = compare((pack) => {
      for (const rows of [pack.bom.plain, pack.bom.other]) rows[0] = "100nF,C2,0805,C49678"
    })
    expect(texts(diff, "parts")).toEqual([
      "C1 no longer listed (100nF, 0805, C49678, by machine)",
      "C2 listed now (100nF, 0805, C49678, by machine)",
    ])
  })

  it("tell when a machine turns a part that lies as it did", () => {
    const diff = compare((pack) => {
      pack.cpl[1] = "R1,0.0000,0.0000,Top,270"
    })
    expect(texts(diff, "parts")).toEqual([
      "R1: placed by the machine at (0.0000, 0.0000) mm, 90°, top → (0.0000, 0.0000) mm, 270°, top",
    ])
  })
})

describe("routing", () => {
  it("gives length, width, layers and vias of a net that changed", () => {
    const diff = compare((pack) => {
      const tracks = [...(pack.sketch.tracks ?? [])]
      tracks[1] = {
        net: "B",
        width: 0.5,
        points: [
          [5, 0],
          [5, -3],
        ],
      }
      pack.sketch = { ...pack.sketch, tracks, vias: [{ x: -2, y: -2, net: "A" }] }
    })
    expect(texts(diff, "routing")).toEqual([
      "B: length 2.00 → 3.00 mm (+1.00), width 0.25 → 0.50 mm, vias 1 → 0",
    ])
    expect(diff.changes[0]?.spots.map(({ side }) => side)).toEqual(["top", "bottom"])
  })

  it("does not mind a track written down in two pieces", () => {
    const diff = compare((pack) => {
      const tracks = [...(pack.sketch.tracks ?? [])]
      const half = (from: number, to: number) => ({
        net: "B",
        points: [[5, from] as const, [5, to] as const],
      })
      tracks.splice(1, 1, half(-2, -1), half(-1, 0))
      pack.sketch = { ...pack.sketch, tracks }
    })
    expect(diff.changes).toEqual([])
  })

  it("sees a track drawn elsewhere at the same length", () => {
    const diff = compare((pack) => {
      const tracks = [...(pack.sketch.tracks ?? [])]
      tracks[1] = {
        net: "B",
        points: [
          [5, 0],
          [7, 0],
        ],
      }
      pack.sketch = { ...pack.sketch, tracks }
    })
    expect(texts(diff, "routing")).toEqual(["B: drawn otherwise, same length (2.00 mm)"])
  })
})

describe("layers", () => {
  it("are exact: what is new, what is gone, what stays", () => {
    const diff = compare((pack) => {
      pack.board.top.flash("R,2X1", 5, 4)
      pack.board.outline = new SmallPackage().board.outline
    })
    expect(texts(diff, "layers")).toEqual(["top copper: 2.000 mm² added, 0.000 mm² removed at 1 place"])
    const copper = diff.layers.find(({ layer }) => layer === "copper-top")
    expect(areaMm2(copper?.added ?? [])).toBeCloseTo(2, 6)
    expect(copper?.removed).toEqual([])
    const [change] = diff.changes
    expect(change?.spots).toEqual([
      { minX: 4, minY: 3.5, maxX: 6, maxY: 4.5, side: "top", layers: ["copper-top"] },
    ])
  })

  it("name holes by kind and the outline by size", () => {
    const diff = compare((pack) => {
      pack.board.plated.push({ x: 2, y: -4, d: 0.3, via: true })
      pack.board.unplated = [{ x: 7.5, y: 3, d: 2 }]
      pack.board.outline = new SmallPackage().board.outline
    })
    expect(texts(diff, "shape")).toEqual([
      "plated holes 0.30 mm: 2 → 3 (1 added)",
      "unplated holes 2.00 mm: 1 (1 added, 1 removed)",
    ])
  })
})

describe("findings and figures", () => {
  it("tell what is new, what is gone and what changed", () => {
    const diff = compare(
      (pack) => {
        pack.findings = [{ rule: "drc/gap", severity: "warning", message: "narrow", at: { x: 1, y: 2 } }]
        pack.figures = [{ name: "smallest gap", value: 0.2, unit: "mm" }]
      },
      (pack) => {
        pack.findings = [{ rule: "erc/x", severity: "info", message: "hm" }]
      },
    )
    expect(texts(diff, "worse")).toEqual([
      "new warning: narrow [drc/gap]",
      "Gaps, smallest gap: 0.25 mm → 0.2 mm (worse)",
    ])
    expect(texts(diff, "checks")).toEqual(["gone: info: hm [erc/x]"])
    expect(diff.changes.find(({ section }) => section === "worse")?.spots).toHaveLength(1)
    expect(bySection(diff)[0]?.title).toBe("Got worse")
  })

  it.each<[string, number, number, number | undefined, string | undefined, number]>([
    ["smallest gap", 0.25, 0.2, 0.2, "mm", 0.2],
    ["smallest gap", 0.2, 0.25, 0.2, "mm", -0.25],
    ["drop at 0.5 A", 20, 30, 100, "mV", 0.5],
    ["current", 100, 150, 200, "mA", 0.5],
    ["rated voltage", 50, 40, 35, "V", 0.2],
    ["steps in tracks", 0, 3, 0, undefined, 3e9],
    ["steps in tracks", 3, 0, 0, undefined, -1],
    ["copper from A to B", 20, 22, undefined, "mOhm", 0.1],
    ["PTH holes", 100, 50, undefined, undefined, 0],
  ])("%s: %d to %d (limit %s %s)", (name, was, is, limit, unit, by) => {
    const figure = (value: number) => ({
      name,
      value,
      ...(limit === undefined ? {} : { limit }),
      ...(unit === undefined ? {} : { unit }),
    })
    expect(worsened(figure(was), figure(is))).toBeCloseTo(by, 6)
  })

  it("put the worst first", () => {
    const diff = compare(
      (pack) => {
        pack.figures = [
          { name: "smallest gap", value: 0.24, unit: "mm" },
          { name: "thinnest line", value: 0.1, unit: "mm" },
        ]
      },
      (pack) => {
        pack.figures = [
          { name: "smallest gap", value: 0.25, unit: "mm" },
          { name: "thinnest line", value: 0.2, unit: "mm" },
        ]
      },
    )
    expect(texts(diff, "worse").map((text) => text.split(":")[0])).toEqual([
      "Gaps, thinnest line",
      "Gaps, smallest gap",
    ])
  })
})

describe("bare Gerbers", () => {
  it("are compared by what they draw, and the rest is said to be missing", () => {
    const bare = snapshot((pack) => pack.board.silkTop.line(0.15, [0, 3], [2, 3]), /^gerbers/)
    const diff = compareSnapshots(snapshot(), bare)
    expect(diff.changes.map(({ section }) => section)).toEqual(["layers"])
    expect(diff.notCompared).toHaveLength(4)
  })

  it("that are none are refused in one line", () => {
    expect(() => readSnapshot(new Map([["a.txt", new Uint8Array()]]), "x.zip", [jlcpcb])).toThrow(
      "x.zip: neither a package nor a set of Gerbers",
    )
  })
})

describe("what is written", () => {
  const whole = () =>
    diffSources(
      { label: "v1", boards: [snapshot()], notes: [] },
      {
        label: "</script><b>",
        boards: [
          snapshot((pack) => {
            pack.findings = [{ rule: "a/b", severity: "error", message: "<img src=x> *bold* @someone A_B" }]
          }),
        ],
        notes: [],
      },
    )

  it("is Markdown in which nothing of the board's is markup", () => {
    const text = markdown(whole())
    expect(text).toContain("- new error: &lt;img src=x&gt; \\*bold\\* @\u200bsomeone A\\_B \\[a/b\\]")
    expect(text).not.toContain("<img")
    expect(text.endsWith("\n")).toBe(true)
  })

  it("is a page in which nothing of the board's is markup", () => {
    const page = makePage(whole(), { script: "run()", style: "" })
    expect(page.match(/<\/script>/g)).toHaveLength(2)
    expect(page).not.toContain("<img")
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })

  it("stays within what a comment can hold", () => {
    const many = diffSources(
      { label: "v1", boards: [snapshot()], notes: [] },
      {
        label: "v2",
        boards: [
          snapshot((pack) => {
            pack.findings = Array.from({ length: 3000 }, (_, i) => ({
              rule: "a/b",
              severity: "error",
              message: `finding ${i}`,
            }))
          }),
        ],
        notes: [],
      },
    )
    expect(markdown(many).length).toBeLessThan(60_000)
    expect(markdown(many)).toContain("more on the page")
  })
})
