import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { keepouts } from "../../src/check/board/keepouts"
import { netClasses } from "../../src/check/board/net-classes"
import { copperOf } from "../../src/circuit/copper"
import { netlistOf } from "../../src/circuit/netlist"
import { piecesOf } from "../../src/circuit/pieces"
import type { NetClass } from "../../src/model/board"
import type { CopperLayer } from "../../src/model/layer"
import { circuitOf, element, type Sketch } from "./circuit-fixture"
import { messages, rules } from "./erc-fixture"

describe("copper-free zones", () => {
  const zone = { name: "the antenna", minX: -2, minY: -10, maxX: 2, maxY: -6 }
  const judge = (sketch: Partial<Sketch>, zones = [zone], extra: AnyCircuitElement[] = []) => {
    const circuit = [...circuitOf({ pads: {}, ...sketch }), ...extra]
    return keepouts({ circuit, board: { keepouts: zones }, pieces: piecesOf(copperOf(circuit)) })
  }
  const along = (y: number, layer: "top" | "bottom" = "top") =>
    rules(
      judge({
        tracks: [
          {
            net: "A",
            layer,
            width: 0.25,
            points: [
              [-5, y],
              [5, y],
            ],
          },
        ],
      }),
    )

  it("tracks on every layer, up to the edge", () => {
    expect(along(-5.875)).toEqual([])
    expect(along(-5.88)).toEqual(["board/keepout-copper"])
    expect(along(-8, "bottom")).toEqual(["board/keepout-copper"])
  })

  it("pads, vias and pours", () => {
    const result = judge({ pads: { "U2.1": { x: -2.4, y: -8, net: "GND" } } })
    expect(messages(result)).toMatch(/pad U2\.1 \(GND\) is in the copper-free zone of the antenna/)
    expect(rules(judge({ vias: [{ x: 0, y: -8, net: "GND" }] }))).toEqual(["board/keepout-copper"])
    const half = (top: number) =>
      judge({
        pads: { "R1.1": { x: 20, y: 20, net: "GND" } },
        pours: [
          {
            net: "GND",
            outline: [
              [-9, top],
              [9, top],
              [9, 9],
              [-9, 9],
            ],
          },
        ],
      })
    expect(rules(half(-6))).toEqual([])
    expect(rules(half(-6.1))).toEqual(["board/keepout-copper"])
  })

  it("zones that only a footprint has", () => {
    const drawn = element({
      type: "pcb_keepout",
      shape: "rect",
      center: { x: 8, y: 8 },
      width: 2,
      height: 2,
      layers: ["top"],
    })
    const result = judge({ vias: [{ x: 8, y: 8, net: "GND" }] }, [zone], [drawn])
    expect(messages(result)).toMatch(/the footprint at \(8\.00, 8\.00\) mm/)
    expect(result.figures?.[0]?.value).toBe(2)
  })
})

describe("net classes", () => {
  const classes = [
    { name: "power", nets: ["P"], widthMm: 0.6, clearanceMm: 0.2 },
    { name: "signal", nets: ["S"], widthMm: 0.25, clearanceMm: 0.2 },
  ]
  const sketch: Sketch = {
    pads: {
      "R1.1": { x: 0, y: 0, net: "P" },
      "R2.1": { x: 10, y: 0, net: "P" },
      "R1.2": { x: 0, y: 5, net: "S" },
      "R2.2": { x: 10, y: 5, net: "S" },
    },
  }
  const judge = (netList: readonly NetClass[] = classes, tracks: Sketch["tracks"] = []) => {
    const circuit = circuitOf({ ...sketch, tracks })
    return netClasses({
      board: { netClasses: netList },
      netlist: netlistOf(circuit),
      copper: copperOf(circuit),
    })
  }

  it("every net in one of them, and no others", () => {
    const [power, signal] = classes as [(typeof classes)[0], (typeof classes)[0]]
    expect(messages(judge())).toBe("")
    expect(messages(judge([power]))).toBe("net S is in no net class")
    expect(messages(judge([power, { ...signal, nets: ["S", "P"] }]))).toBe(
      "net P is in the net classes power and signal",
    )
    expect(messages(judge([power, { ...signal, nets: ["S", "X"] }]))).toMatch(
      /net X, which the circuit has not/,
    )
  })

  it.each([
    [
      0.6,
      [
        [0, 0],
        [10, 0],
      ],
      [],
    ],
    [
      0.59,
      [
        [0, 0],
        [10, 0],
      ],
      ["board/track-width"],
    ],
    [
      0.3,
      [
        [0, 0],
        [2.5, 0],
      ],
      [],
    ],
    [
      0.3,
      [
        [0, 0],
        [2.51, 0],
      ],
      ["board/track-width"],
    ],
    [
      0.3,
      [
        [4, 0],
        [6, 0],
      ],
      ["board/track-width"],
    ],
  ] as const)("power track of %d mm along %o", (width, points, ids) => {
    expect(rules(judge(classes, [{ net: "P", width, points }]))).toEqual(ids)
  })

  it("tracks on the layers of their class only, where it has some", () => {
    const points = [
      [0, 0],
      [10, 0],
    ] as const
    const on = (layers?: readonly CopperLayer[]) =>
      judge(
        classes.map((one) => ({ ...one, ...(layers === undefined ? {} : { layers }) })),
        [{ net: "P", width: 0.6, points }],
      )
    expect(rules(on())).toEqual([])
    expect(rules(on(["top", "inner2"]))).toEqual([])
    expect(messages(on(["inner2", "bottom"]))).toBe(
      "a track of P lies on the top, net class power has inner2, bottom",
    )
  })

  it("a neck at a pad is no narrower than the narrowest class", () => {
    const least = Math.min(...classes.map(({ widthMm }) => widthMm))
    const neck = (width: number) => {
      const points = [
        [0, 0],
        [1.5, 0],
      ] as const
      return rules(judge(classes, [{ net: "P", width, points }]))
    }
    expect(neck(least)).toEqual([])
    expect(neck(least - 0.01)).toEqual(["board/track-width"])
  })
})
