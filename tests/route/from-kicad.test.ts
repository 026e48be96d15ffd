import { describe, expect, it } from "vitest"
import { routesFrom } from "../../src/route/foreign-copper"
import { copperOfKicad } from "../../src/route/from-kicad"
import { formatNet } from "../../src/route/routes-file"
import { board, lockedTo, pad, track } from "./sample-board"

const facts = board([
  pad("R1.1", "A", -5, 0),
  pad("R1.2", "B", -5, 3),
  pad("R2.1", "A", 5, 1),
  pad("R2.2", "B", 5, 3),
  pad("U1.1", undefined, 0, -5),
])

interface Change {
  readonly r1?: string
  readonly tracks?: string
  readonly netOfR2?: string
}

/** Turned by 90 degrees R1 stands as its pads say: KiCad's y goes down. */
const kicad = ({ r1 = "100 50 90", tracks = "", netOfR2 = '1 "/A"' }: Change = {}): string => `(kicad_pcb
  (setup (aux_axis_origin 105 50))
  (net 0 "") (net 1 "/A") (net 2 "+B") (net 3 "unconnected-(U1-Pad1)")
  (footprint "x" (layer "F.Cu") (at ${r1}) (property "Reference" "R1" (at 0 0))
    (pad "1" smd rect (at 0 0) (size 1 1) (layers "F.Cu" "F.Mask") (net 1 "/A"))
    (pad "2" smd rect (at 3 0) (size 1 1) (layers "F.Cu" "F.Mask") (net 2 "+B"))
    (pad "" np_thru_hole circle (at 9 9) (size 1 1) (layers "*.Cu")))
  (footprint "x" (layer "F.Cu") (at 110 49) (fp_text reference "R2" (at 0 0))
    (pad "1" smd rect (at 0 0) (size 1 1) (layers "F.Cu") (net ${netOfR2}))
    (pad "2" smd rect (at 0 -2) (size 1 1) (layers "F.Cu") (net 2 "+B")))
  (footprint "x" (layer "F.Cu") (at 105 55) (property "Reference" "U1")
    (pad "1" smd rect (at 0 0) (size 1 1) (layers "F.Cu") (net 3 "unconnected-(U1-Pad1)")))
  (segment (start 100 50) (end 102 50) (width 0.3) (layer "F.Cu") (net 1))
  (segment (start 102 50) (end 103 49) (width 0.3) (layer "F.Cu") (net 1))
  (segment (start 110 49) (end 103 49) (width 0.3) (layer "F.Cu") (net "/A"))
  (via (at 104 47) (size 0.6) (drill 0.3) (layers "F.Cu" "B.Cu") (net 2))
  (segment (start 100 47) (end 104 47) (width 0.25) (layer "F.Cu") (net 2))
  (segment (start 104 47) (end 106 47) (width 0.25) (layer "B.Cu") (net 2))
  ${tracks}
)`

const take = (change?: Change, old?: Parameters<typeof routesFrom>[2]) =>
  routesFrom(copperOfKicad(kicad(change), "edited.kicad_pcb"), facts, old, "edited.kicad_pcb")

describe("copper from KiCad", () => {
  it("becomes paths in our frame, from pad to pad, its nets known by their pads", () => {
    const { A, B } = take().nets
    expect(A?.paths).toEqual([
      {
        from: "R1.1",
        to: "R2.1",
        layer: "top",
        width: 0.3,
        points: [
          [-5, 0],
          [-3, 0],
          [-2, 1],
          [5, 1],
        ],
      },
    ])
    expect(B?.vias).toEqual([[-1, 3]])
    expect(B?.paths).toMatchObject([
      { from: "R1.2", to: "via", layer: "top" },
      { from: "via", to: "track", layer: "bottom" },
    ])
  })

  it("leaves a net's lines as they are where its copper is the same, however it was cut", () => {
    const points: [number, number][] = [
      [5, 1],
      [-2, 1],
      [-3, 0],
      [-5, 0],
    ]
    const old = lockedTo(facts, {
      A: { paths: [{ ...track("R2.1", "R1.1", points), width: 0.3 }], vias: [] },
    })
    const { A, B } = take({}, old).nets
    expect(A && formatNet(A)).toBe(old.nets.A && formatNet(old.nets.A))
    expect(B?.paths).toHaveLength(2)
  })

  it.each([
    [
      "a part that moved",
      { r1: "100.02 50 90" },
      /has R1\.1 at \(-4\.98, 0\.00\), here it is at \(-5\.00, 0\.00\)/,
    ],
    ["a part turned", { r1: "100 50 0" }, /has R1\.2 at/],
    ["another net", { netOfR2: '2 "+B"' }, /R2\.1 \(net A\) on its net "\+B", which is B/],
    [
      "copper of no pad",
      { tracks: '(segment (start 0 0) (end 1 0) (width 1) (layer "F.Cu") (net 9))' },
      /none of the board's pads/,
    ],
    [
      "an arc",
      { tracks: '(arc (start 105 50) (mid 1 1) (end 1 0) (width 1) (layer "F.Cu") (net 1))' },
      /arc of "\/A" at \(0\.00, 0\.00\)/,
    ],
    [
      "a layer that no board has",
      { tracks: '(segment (start 0 0) (end 1 0) (width 1) (layer "In3.Cu") (net 1))' },
      /on In3\.Cu: there are F\.Cu, In1\.Cu, In2\.Cu, B\.Cu/,
    ],
    [
      "a layer that this board does not have",
      { tracks: '(segment (start 0 0) (end 1 0) (width 1) (layer "In1.Cu") (net 1))' },
      /on inner1, which the board has not/,
    ],
    ["a blind via", { tracks: "(via blind (at 1 1) (size 0.6) (drill 0.3) (net 1))" }, /blind via/],
    [
      "another via",
      { tracks: "(via (at 105 50) (size 0.8) (drill 0.4) (net 1))" },
      /via of 0\.8 mm on "\/A" at \(0\.00, 0\.00\)/,
    ],
    ["a broken file", { tracks: "(segment" }, /ends within a list/],
  ] as const)("is refused with %s", (_what, change, message) => {
    expect(() => take(change)).toThrow(message)
  })
})
