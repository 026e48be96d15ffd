import { describe, expect, it } from "vitest"
import type { Sketch } from "./circuit-fixture"
import { messages, rules } from "./erc-fixture"
import { judge } from "./lvs-fixture"

/** A: R1.1 - R2.1 on top; B: R1.2 - R2.2 by a via to the bottom and back up in a plated hole; R3.1 is open. */
const sound: Sketch = {
  pads: {
    "R1.1": { x: 0, y: 0, net: "A" },
    "R2.1": { x: 10, y: 0, net: "A" },
    "R1.2": { x: 0, y: 4, net: "B" },
    "R2.2": { x: 10, y: 4, net: "B", plated: true },
    "R3.1": { x: 5, y: 8 },
  },
  tracks: [
    {
      net: "A",
      points: [
        [0, 0],
        [10, 0],
      ],
    },
    {
      net: "B",
      points: [
        [0, 4],
        [3, 4],
      ],
    },
    {
      net: "B",
      layer: "bottom",
      points: [
        [3, 4],
        [10, 4],
      ],
    },
  ],
  vias: [{ x: 3, y: 4, net: "B" }],
}

const with_ = (change: Partial<Sketch>): Sketch => ({ ...sound, ...change })
const tracks = sound.tracks ?? []

describe("layout versus schematic", () => {
  it("accepts copper that makes the circuit's nets", () => {
    const result = judge(sound)
    expect(messages(result)).toBe("")
    expect(result.figures?.[0]).toMatchObject({ value: 2, limit: 2 })
  })

  it("a part turned by 180 degrees under its old routes", () => {
    const { "R1.1": a, "R1.2": b, ...rest } = sound.pads
    const turned = { ...rest, "R1.1": { ...b, net: "A" }, "R1.2": { ...a, net: "B" } } as Sketch["pads"]
    const result = judge(with_({ pads: turned }))
    expect(rules(result)).toEqual(["lvs/open", "lvs/short"])
    expect(messages(result)).toMatch(/SHORT: A and B: pad R1\.1 \(A\) touches track \(B\)/)
    expect(messages(result)).toMatch(/SHORT: A and B: pad R1\.2 \(B\) touches track \(A\)/)
    const short = result.findings.find(({ parts }) => parts?.includes("R1.1") && parts.length === 1)
    expect(short?.at).toEqual({ x: 0.5, y: 4, layer: "top" })
  })

  it("nets swapped in the circuit under old routes", () => {
    const pads = {
      ...sound.pads,
      "R2.1": { x: 10, y: 0, net: "B" },
      "R2.2": { x: 10, y: 4, net: "A", plated: true },
    }
    expect(rules(judge(with_({ pads })))).toContain("lvs/short")
  })

  it("a track from a pad to a pad of another net, by its own net or none", () => {
    for (const net of ["A", undefined]) {
      const extra = {
        ...(net === undefined ? {} : { net }),
        points: [
          [0, 0],
          [0, 4],
        ],
      } as const
      const result = judge(with_({ tracks: [...tracks, extra] }))
      expect(rules(result)).toEqual(["lvs/short"])
      expect(messages(result)).toMatch(/A and B/)
    }
  })

  it("a crossing on one layer, none on two", () => {
    const across = (layer: "top" | "bottom") =>
      rules(
        judge(
          with_({
            tracks: [
              ...tracks,
              {
                net: "B",
                layer,
                points: [
                  [3, 4],
                  [3, -2],
                ],
              },
            ],
          }),
        ),
      )
    expect(across("top")).toEqual(["lvs/short"])
    expect(across("bottom")).toEqual([])
  })

  it.each([
    [0.124, ["lvs/short"]],
    [0.1249999, ["lvs/short"]],
    [0.126, []],
  ])("copper edge to edge: track centre %d mm past the pad's edge", (distance, expected) => {
    const y = 8 - 0.5 - distance
    const pads = {
      ...sound.pads,
      "R3.1": { x: 5, y: 8, net: "C" },
      "R3.2": { x: 20, y: 8, net: "C", size: 2 },
    }
    const toPad = {
      net: "C",
      points: [
        [5, 8.3],
        [20, 8.3],
      ],
    } as const
    const past = {
      net: "A",
      points: [
        [0, 0],
        [-3, 0],
        [-3, y],
        [5, y],
      ],
    } as const
    expect(rules(judge(with_({ pads, tracks: [...tracks, past, toPad] })))).toEqual(expected)
  })

  it("a missing track is an open net with its pieces and its gap", () => {
    const result = judge(with_({ tracks: tracks.slice(1) }))
    expect(rules(result)).toEqual(["lvs/open"])
    expect(messages(result)).toMatch(/net A is in 2 pieces: \[R1\.1\] \[R2\.1\], 9\.00 mm apart/)
    expect(result.findings[0]?.at).toMatchObject({ layer: "top" })
  })

  it("a missing via is an open net", () => {
    expect(rules(judge(with_({ vias: [] })))).toContain("lvs/open")
  })

  it("a track that stops 1 um before its pad is open", () => {
    const short = (end: number) =>
      rules(
        judge(
          with_({
            tracks: [
              {
                net: "A",
                points: [
                  [0, 0],
                  [end, 0],
                ],
              },
              ...tracks.slice(1),
            ],
          }),
        ),
      )
    expect(short(9.5 - 0.126)).toEqual(["lvs/open"])
    expect(short(9.5 - 0.124)).toEqual([])
  })

  it("a track that ends on a pad left open", () => {
    const result = judge(
      with_({
        tracks: [
          ...tracks,
          {
            net: "A",
            points: [
              [5, 0],
              [5, 8],
            ],
          },
        ],
        pads: sound.pads,
      }),
    )
    expect(rules(result)).toContain("lvs/nc-pad")
    expect(messages(result)).toMatch(/pad R3\.1 must stay open, but a track \(A\) touches it/)
  })

  it("a track to an open pad with no net of its own", () => {
    const result = judge(
      with_({
        tracks: [
          ...tracks,
          {
            points: [
              [6, 8],
              [5, 8],
            ],
          },
        ],
      }),
    )
    expect(rules(result)).toEqual(["lvs/nc-pad"])
  })

  it("copper that reaches no pad", () => {
    const result = judge(
      with_({
        tracks: [
          ...tracks,
          {
            net: "A",
            layer: "bottom",
            points: [
              [0, 9],
              [2, 9],
            ],
          },
        ],
      }),
    )
    expect(rules(result)).toEqual(["lvs/floating"])
    expect(messages(result)).toMatch(/track of net A on bottom reaches no pad/)
    expect(result.findings[0]?.at).toEqual({ x: 1, y: 9, layer: "bottom" })
  })

  it("a net name misspelt at one pin", () => {
    const pads = { ...sound.pads, "R2.1": { x: 10, y: 0, net: "AA" } }
    const result = judge(with_({ pads }))
    expect(rules(result)).toEqual(["lvs/short", "lvs/single-pin"])
    expect(messages(result)).toMatch(/net A has R1\.1 only/)
  })

  it("two nets joined in the circuit", () => {
    const result = judge(with_({ joins: [["A", "B"]] }))
    expect(rules(result)).toContain("lvs/merged-nets")
    expect(messages(result)).toMatch(/A and B one net \(R1\.1, R1\.2, R2\.1, R2\.2\)/)
  })
})
