import { describe, expect, it } from "vitest"
import { lockedRouter } from "../../src/route/locked-router"
import type { RoutesFile } from "../../src/route/routes-file"
import { netTraces, splitAtVias } from "../../src/route/traces"

const via = { diameterMm: 0.6, drillMm: 0.3 }

describe("splitAtVias", () => {
  it("cuts in the middle of a segment and at a corner", () => {
    const points: [number, number][] = [
      [0, 0],
      [4, 0],
      [4, 4],
    ]
    expect(splitAtVias(points, [[2, 0]])).toEqual([
      [
        [0, 0],
        [2, 0],
      ],
      [
        [2, 0],
        [4, 0],
        [4, 4],
      ],
    ])
    expect(splitAtVias(points, [[4, 0]])).toEqual([
      [
        [0, 0],
        [4, 0],
      ],
      [
        [4, 0],
        [4, 4],
      ],
    ])
    expect(splitAtVias(points, [[2, 1]])).toEqual([points])
  })
})

describe("netTraces", () => {
  it("hangs each via on one trace only, in the direction it is passed", () => {
    const traces = netTraces(
      "SIG",
      {
        pads: {},
        paths: [
          {
            from: "R1.1",
            to: "via",
            layer: "top",
            width: 0.25,
            points: [
              [0, 0],
              [1, 0],
            ],
          },
          {
            from: "via",
            to: "via",
            layer: "bottom",
            width: 0.25,
            points: [
              [1, 0],
              [3, 0],
            ],
          },
          {
            from: "via",
            to: "R2.1",
            layer: "top",
            width: 0.25,
            points: [
              [3, 0],
              [4, 0],
            ],
          },
        ],
        vias: [
          [1, 0],
          [3, 0],
          [9, 9],
        ],
      },
      via,
    )
    const vias = traces.map((trace) => trace.points.filter((point) => point.route_type === "via"))
    expect(vias.map((list) => list.length)).toEqual([1, 1, 0, 1])
    expect(vias[0]?.[0]).toMatchObject({
      x: 1,
      from_layer: "top",
      to_layer: "bottom",
      via_hole_diameter: 0.3,
    })
    expect(vias[1]?.[0]).toMatchObject({ x: 3, from_layer: "bottom", to_layer: "top" })
    expect(vias[3]?.[0]).toMatchObject({ x: 9, y: 9 })
  })
})

const routes: RoutesFile = {
  format: 1,
  nets: {
    A: {
      pads: { "R1.1": [0, 0], "R2.1": [5, 0] },
      paths: [
        {
          from: "R1.1",
          to: "R2.1",
          layer: "top",
          width: 0.25,
          points: [
            [0, 0],
            [5, 0],
          ],
        },
      ],
      vias: [],
    },
    GONE: { pads: { "R9.1": [50, 50] }, paths: [], vias: [[50, 50]] },
  },
}

async function laid(
  router: ReturnType<typeof lockedRouter>,
  problem: Parameters<typeof router.algorithmFn>[0],
) {
  const run = await router.algorithmFn(problem)
  return new Promise<readonly { connection_name: string }[]>((resolve) => {
    run.on("complete", (event) => resolve(event.traces))
    run.start()
  })
}

describe("lockedRouter", () => {
  it("names nets by the circuit where there is one", async () => {
    const circuit = { db: { source_net: { list: () => [{ name: "A", source_net_id: "source_net_7" }] } } }
    const traces = await laid(lockedRouter(routes, via, { current: circuit }), { connections: [] })
    expect(traces.map((trace) => trace.connection_name)).toEqual(["source_net_7"])
  })

  it("finds nets by their pads where there is none, and leaves out nets the circuit lacks", async () => {
    const connections = [
      { name: "source_net_0", pointsToConnect: [{ x: 7, y: 7 }] },
      {
        name: "source_net_1",
        pointsToConnect: [
          { x: 5, y: 0.001 },
          { x: 0, y: 0 },
        ],
      },
    ]
    const traces = await laid(lockedRouter(routes, via), { connections })
    expect(traces.map((trace) => trace.connection_name)).toEqual(["source_net_1"])
  })
})
