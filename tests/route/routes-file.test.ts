import { describe, expect, it } from "vitest"
import { formatNet, formatRoutes, parseRoutes, type RoutesFile } from "../../src/route/routes-file"

const routes: RoutesFile = {
  format: 1,
  nets: {
    N10: {
      pads: { "R10.1": [1, 2], "R2.1": [0.1 + 0.2, -0] },
      paths: [
        {
          from: "R2.1",
          to: "R10.1",
          layer: "top",
          width: 0.25,
          points: [
            [0.3, 0],
            [1, 0.7],
            [1, 2],
          ],
        },
      ],
      vias: [],
    },
    N2: { note: "under the shield", pads: {}, paths: [], vias: [[1, 1]] },
  },
}

describe("routes file", () => {
  it("is written in one canonical form that reads back to the same routes", () => {
    const text = formatRoutes(routes)
    expect(text).toBe(`{
  "format": 1,
  "nets": {
    "N2": {
      "note": "under the shield",
      "pads": {},
      "paths": [],
      "vias": [
        [1, 1]
      ]
    },
    "N10": {
      "pads": { "R2.1": [0.3, 0], "R10.1": [1, 2] },
      "paths": [
        { "from": "R2.1", "to": "R10.1", "layer": "top", "width": 0.25, "points": [[0.3, 0], [1, 0.7], [1, 2]] }
      ],
      "vias": []
    }
  }
}
`)
    expect(formatRoutes(parseRoutes(text, "routes.json"))).toBe(text)
  })

  it("keeps the bytes of a net when another one changes", () => {
    const before = formatRoutes(routes)
    const changed: RoutesFile = {
      ...routes,
      nets: { ...routes.nets, N2: { pads: {}, paths: [], vias: [[5, 5]] } },
    }
    const untouched = formatNet(routes.nets.N10 as NonNullable<(typeof routes.nets)[string]>)
    expect(before).toContain(untouched)
    expect(formatRoutes(changed)).toContain(untouched)
  })

  it.each([
    ["{\n", /^board\/routes\.json:\d: not valid JSON/],
    [
      '{\n  "format": 1\n  "nets": {}\n}',
      /^board\/routes\.json:3: not valid JSON: Expected .*property value$/,
    ],
    ['{ "format": one }', /^board\/routes\.json: not valid JSON: Unexpected token/],
    ["[]", /^board\/routes\.json: /],
    [`{"format":2,"nets":{}}`, /^board\/routes\.json: format: /],
    [`{"format":1,"nets":{"A":{"pads":{},"paths":[],"vias":[[1]]}}}`, /net A, via 1/],
    [`{"format":1,"nets":{"A":{"pads":{},"paths":[],"vias":[[1,1e999]]}}}`, /net A, via 1/],
    [
      `{"format":1,"nets":{"A":{"pads":{},"vias":[],"paths":[
        {"from":"R1.1","to":"R2.1","layer":"inner","width":0.2,"points":[[0,0],[1,1]]}]}}}`,
      /net A, path 1, layer/,
    ],
    [
      `{"format":1,"nets":{"A":{"pads":{},"vias":[],"paths":[
        {"from":"R1.1","to":"R2.1","layer":"top","width":0.2,"points":[[0,0]]}]}}}`,
      /net A, path 1, points: a path needs at least two points/,
    ],
    [`{"format":1,"nets":{"A":{"pads":{},"paths":[],"vias":[],"extra":1}}}`, /net A: .*extra/],
  ])("names file, net and index of what is wrong: %s", (text, message) => {
    expect(() => parseRoutes(text, "board/routes.json")).toThrow(message)
    expect(() => parseRoutes(text, "board/routes.json")).toThrow(/^[^\n]*$/)
  })
})
