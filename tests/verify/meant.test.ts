import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { verifyContents } from "../../src/verify/verify"
import { packageFiles, sealed } from "./package-fixture"
import { Sheet } from "./sheet"
import { SmallBoard } from "./small-board"

/** Findings on the sound circuit with other Gerbers, of the rules that hold one to the other. */
function found(
  sheets: Partial<Record<"top" | "bottom" | "maskTop" | "pasteTop" | "silkTop", Sheet>>,
): string[] {
  const drawn = Object.assign(new SmallBoard(), sheets)
  return verifyContents(sealed(packageFiles(drawn)), jlcpcb)
    .findings.filter(({ rule }) => /^lvs\/copper|-as-meant$/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)
}

const copper = (width: number): Sheet =>
  new Sheet("Copper,L1,Top")
    .flash("R,1X1", -5, 0)
    .flash("R,1X1", 5, 0)
    .flash("C,1.8", -5, 3)
    .flash("C,0.6", -2, -2)
    .flash("C,0.6", 5, -2)
    .line(width, [-5, 3], [-5, 0], [-3, -2], [-2, -2])
    .line(0.25, [5, 0], [5, -2])

describe("copper by area", () => {
  it("is the circuit's", () => expect(found({})).toEqual([]))

  it("says which net's track is narrower, and by how much", () => {
    const [first = "", ...rest] = found({ top: copper(0.2) })
    expect(rest).toEqual([])
    expect(first).toMatch(/^lvs\/copper: A lacks 0\.\d+ mm2 of copper on the top copper/)
  })

  it.each([
    ["at the rounding of the files", 0.25 - 0.004, 0],
    ["just beyond it", 0.25 - 0.02, 1],
    ["wider", 0.25 + 0.02, 1],
  ])("takes a track %s", (_, width, count) => expect(found({ top: copper(width) })).toHaveLength(count))

  it("says what the circuit has not", () => {
    const more = copper(0.25).flash("C,0.8", 2, 0)
    expect(found({ top: more })).toEqual([
      "lvs/copper: copper without a pad has 0.501 mm2 of copper on the top copper that the circuit has not",
    ])
  })

  it("misses a track that was left out", () => {
    const less = new Sheet("Copper,L1,Top").flash("R,1X1", -5, 0).flash("R,1X1", 5, 0).flash("C,1.8", -5, 3)
    const said = found({ top: less.flash("C,0.6", -2, -2).flash("C,0.6", 5, -2) })
    expect(said.map((line) => line.slice(0, 18))).toEqual(["lvs/copper: A lack", "lvs/copper: B lack"])
  })
})

describe("mask and paste by area", () => {
  const mask = () =>
    new Sheet("Soldermask,Top").flash("R,1.1X1.1", -5, 0).flash("R,1.1X1.1", 5, 0).flash("C,1.9", -5, 3)
  it.each([
    ["a hole's opening gone", mask(), /covers the hole at \(8\.000, 3\.000\)/],
    ["a hole's opening too small", mask().flash("C,1.8", 8, 3), /covers the hole at \(8\.000, 3\.000\)/],
    [
      "an opening far beyond its pad",
      mask().flash("C,2.1", 8, 3).flash("R,1.6X1.6", 5, 0),
      /is open further than R1\.2 asks/,
    ],
  ])("%s", (_, sheet, says) => {
    const said = found({ maskTop: sheet })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(says)
  })

  const paste = (size: string) => new Sheet("Paste,Top").flash("R,0.9X0.9", -5, 0).flash(size, 5, 0)
  it.each([
    ["too little", paste("R,0.9X0.8"), /lacks paste on R1\.2: 0\.\d+ mm2/],
    ["too much", paste("R,0.9X1"), /has paste on R1\.2 that the circuit does not have/],
    [
      "where none belongs",
      paste("R,0.9X0.9").flash("C,1", -5, 3),
      /has paste on J1\.1 that the circuit does not have/,
    ],
  ])("paste: %s", (_, sheet, says) => {
    expect(found({ pasteTop: sheet }).join("\n")).toMatch(says)
  })
})

describe("legend by strokes", () => {
  const silk = () => new Sheet("Legend,Top")
  it.each([
    ["a line gone", silk().line(0.15, [0, -4], [0, -4.01])],
    ["a line moved by 0.1 mm", silk().line(0.15, [-3, 1.1], [3, 1.1])],
    ["a line more", silk().line(0.15, [-3, 1], [3, 1]).line(0.15, [-3, 2], [3, 2])],
    ["a filled area", silk().line(0.15, [-3, 1], [3, 1]).region([0, -2], [1, -2], [1, -3])],
    ["half a line", silk().line(0.15, [-3, 1], [0, 1])],
  ])("%s", (_, sheet) => expect(found({ silkTop: sheet }).length).toBeGreaterThan(0))

  it("takes a line in pieces, drawn the other way, with another pen", () => {
    expect(found({ silkTop: silk().line(0.2, [3, 1], [1, 1]).line(0.15, [1, 1], [-3, 1]) })).toEqual([])
  })

  it.each([
    ["far from everything", 0, -4, 1],
    ["as near to an opening as it may be cut", -4.4, 0, 0],
  ])("misses a line as short as a decimal point %s", (_, x, y, count) => {
    const files = packageFiles(
      Object.assign(new SmallBoard(), { silkTop: silk().line(0.15, [-3, 1], [3, 1]) }),
    )
    const point = {
      type: "pcb_silkscreen_line",
      layer: "top",
      x1: x,
      y1: y,
      x2: x + 0.05,
      y2: y,
      stroke_width: 0.15,
    }
    files.set("circuit.json", JSON.stringify([...JSON.parse(`${files.get("circuit.json")}`), point]))
    const said = verifyContents(sealed(files), jlcpcb).findings.filter(
      ({ rule }) => rule === "dfm/legend-as-meant",
    )
    expect(said).toHaveLength(count)
  })
})
