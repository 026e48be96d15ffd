import { describe, expect, it } from "vitest"
import { entries } from "../../src/check/copper/pad-entries"
import { steps } from "../../src/check/copper/steps"
import { underParts } from "../../src/check/copper/under-parts"
import { widthJumps } from "../../src/check/copper/width-jumps"
import type { Track, Via } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import { copper, line, pad, rules, via, type XY } from "./copper-fixture"

/** Two pads of 1 mm, 2 mm of board between them. */
const resistor = [pad("R1.1", "A", -1.5, 0), pad("R1.2", "B", 1.5, 0)]

describe("under a two-pin part", () => {
  const under = (tracks: Track[], pads = resistor, vias: Via[] = []) =>
    underParts({ copper: copper(tracks, pads, vias) })

  it.each([
    [0.19, 0],
    [0.2, 0],
    [0.21, 1],
  ])("%f mm of a foreign track are found %i times", (mm, count) => {
    expect(
      rules(
        under(
          line("C", [
            [0, -3],
            [0, mm - 0.5],
          ]),
        ),
      ),
    ).toHaveLength(count)
  })

  it("a track through is named, of its own net or another, at any slope, and a via", () => {
    expect(
      rules(
        under(
          line("C", [
            [0, -3],
            [0, 3],
          ]),
        ),
      ),
    ).toEqual(["copper/under-part"])
    expect(
      rules(
        under(
          line("C", [
            [-2, -2],
            [2, 2],
          ]),
        ),
      ),
    ).toEqual(["copper/under-part"])
    expect(
      rules(
        under(
          line("B", [
            [0, -3],
            [0, 3],
          ]),
        ),
      ),
    ).toEqual(["copper/between-own-pads"])
    expect(rules(under([], resistor, [via("C", 0, 0)]))).toEqual(["copper/under-part"])
    const [found] = under(
      line("C", [
        [0, -3],
        [0, 3],
      ]),
    ).findings
    expect(found).toMatchObject({ measure: { value: 1, limit: 0.2 }, nets: ["C"], parts: ["R1"] })
  })

  it("turned by any angle it is the same", () => {
    const turned = [pad("R1.1", "A", -1.2, -1.2), pad("R1.2", "B", 1.2, 1.2)]
    expect(
      rules(
        under(
          line("C", [
            [-2, 2],
            [2, -2],
          ]),
          turned,
        ),
      ),
    ).toHaveLength(1)
    expect(
      rules(
        under(
          line("C", [
            [-2, 2],
            [-1, 1],
          ]),
          turned,
        ),
      ),
    ).toEqual([])
  })

  it("the other side, a leaded part and a way round are free", () => {
    expect(
      rules(
        under(
          line(
            "C",
            [
              [0, -3],
              [0, 3],
            ],
            0.25,
            "bottom",
          ),
        ),
      ),
    ).toEqual([])
    const leaded = [pad("R1.1", "A", -1.5, 0, "plated"), pad("R1.2", "B", 1.5, 0, "plated")]
    expect(
      rules(
        under(
          line("C", [
            [0, -3],
            [0, 3],
          ]),
          leaded,
        ),
      ),
    ).toEqual([])
    expect(
      rules(
        under(
          line("A", [
            [-1.5, 0],
            [-4, 0],
          ]),
        ),
      ),
    ).toEqual([])
    expect(
      rules(
        under(
          line("C", [
            [-3, 0.9],
            [3, 0.9],
          ]),
        ),
      ),
    ).toEqual([])
  })
})

describe("a pad", () => {
  const enter = (points: XY[], width = 0.25, pads = resistor) =>
    rules(entries({ copper: copper(line("A", points, width), pads) }))

  it.each([
    [0.03, 0],
    [0.034, 0],
    [0.06, 1],
  ])("is entered straight: %f mm aside over 2 mm count %i times", (aside, count) => {
    expect(
      enter([
        [-1.5, 0],
        [-3.5, aside],
      ]),
    ).toHaveLength(count)
  })

  it.each([
    [0.375, 0],
    [0.425, 0],
    [0.43, 1],
  ])("is entered within its edge: %f mm off its axis count %i times", (off, count) => {
    expect(
      enter([
        [-1.5, off],
        [-3.5, off],
      ]),
    ).toHaveLength(count)
  })

  it("has a slant named in degrees, also through a corner, and a pass to both sides", () => {
    expect(
      enter([
        [-1.5, 0],
        [-3.5, 2],
      ]),
    ).toEqual(["copper/entry-slant", "copper/entry-corner"])
    expect(
      enter([
        [-1.5, 0.2],
        [-3, 1.7],
      ]),
    ).toEqual(["copper/entry-slant"])
    expect(
      enter([
        [-1.5, 0],
        [-2.5, 0.4],
      ]),
    ).toEqual(["copper/entry-slant"])
  })

  it("may have a track broader than itself on its axis, and is free where it is round", () => {
    expect(
      enter(
        [
          [-1.5, 0],
          [-3.5, 0],
        ],
        1.4,
      ),
    ).toEqual([])
    expect(
      enter(
        [
          [-1.5, 0.06],
          [-3.5, 0.06],
        ],
        1.4,
      ),
    ).toEqual(["copper/entry-corner"])
    expect(
      enter(
        [
          [-1.5, 0],
          [-3.5, 2],
        ],
        0.25,
        [pad("R1.1", "A", -1.5, 0, "plated")],
      ),
    ).toEqual([])
  })
})

describe("steps", () => {
  const find = (points: XY[], more: Track[] = []) =>
    rules(steps({ copper: copper([...line("A", points), ...more]) }))
  const jog = (d: number): XY[] => [
    [0, 0],
    [5, 0],
    [5 + d, d],
    [10, d],
  ]

  it.each([
    [0.35, 1],
    [0.354, 0],
    [0.36, 0],
  ])("a jog of %f mm each way is found %i times: 0.5 mm long it may be", (d, count) => {
    expect(find(jog(d))).toHaveLength(count)
  })

  it.each([
    [0.29, 1],
    [0.3, 0],
    [0.31, 0],
  ])("a chamfer of %f mm is found %i times", (mm, count) => {
    expect(
      find([
        [0, 0],
        [5, 0],
        [5 + mm / Math.SQRT2, mm / Math.SQRT2],
        [5 + mm / Math.SQRT2, 5],
      ]),
    ).toHaveLength(count)
  })

  it("what branches off is no jog", () => {
    expect(
      find(
        jog(0.3),
        line("A", [
          [5, 0],
          [5, -3],
        ]),
      ),
    ).toEqual([])
  })
})

describe("widths", () => {
  const find = (wide: number, narrow: number, pads: Pad[] = [], more: Track[] = []) =>
    rules(
      widthJumps({
        copper: copper(
          [
            ...line(
              "A",
              [
                [0, 0],
                [5, 0],
              ],
              wide,
            ),
            ...line(
              "A",
              [
                [5, 0],
                [9, 0],
              ],
              narrow,
            ),
            ...more,
          ],
          pads,
        ),
      }),
    )

  it.each([
    [0.5, 0],
    [0.51, 1],
    [0.49, 0],
  ])("%f mm that go on in 0.25 mm are found %i times", (wide, count) => {
    expect(find(wide, 0.25)).toHaveLength(count)
    expect(find(0.25, wide)).toHaveLength(count)
  })

  it("may change within 2 mm of a pad of the net, and at a branch", () => {
    expect(find(0.8, 0.25, [pad("J1.1", "A", 7.4, 0)])).toEqual([])
    expect(find(0.8, 0.25, [pad("J1.1", "A", 7.6, 0)])).toHaveLength(1)
    expect(
      find(
        0.8,
        0.25,
        [],
        line(
          "A",
          [
            [5, 0],
            [5, 5],
          ],
          0.8,
        ),
      ),
    ).toEqual([])
  })
})
