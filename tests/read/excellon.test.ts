import { describe, expect, it } from "vitest"
import { areaMm2, hitRings, readExcellon, svgDrillPath } from "../../src/read"
import { union } from "../../src/read/geometry/polygon"

const read = (text: string) => readExcellon(text, "t.drl")
const metric = (body: string, head = "METRIC"): string =>
  `M48\n${head}\nT1C0.8\nT2C1.0\n%\nT1\n${body}\nM30\n`
const places = (text: string): number[][] =>
  read(text).hits.map(({ points }) => points.flatMap(({ x, y }) => [x, y]))

describe("coordinates", () => {
  it.each([
    [
      "decimal",
      metric("X1.5Y-2.\nX.5Y+3.\nX0Y0"),
      [
        [1.5, -2],
        [0.5, 3],
        [0, 0],
      ],
      undefined,
    ],
    [
      "one axis repeats the other",
      metric("X1.Y2.\nY3."),
      [
        [1, 2],
        [1, 3],
      ],
      undefined,
    ],
    ["leading zeros kept", metric("X0015Y001", "METRIC,LZ"), [[1.5, 1]], undefined],
    ["trailing zeros kept", metric("X1500Y1000", "METRIC,TZ"), [[1.5, 1]], undefined],
    ["digits from the header", metric("X15000Y10000", "METRIC,TZ,0000.0000"), [[1.5, 1]], undefined],
    ["digits from a comment", metric("X15000Y-10000", ";FILE_FORMAT=4:4\nMETRIC,TZ"), [[1.5, -1]], undefined],
    [
      "all digits written out",
      metric("X001500Y-001000", ";FORMAT={3:3/ absolute / metric / keep zeros}\nMETRIC"),
      [[1.5, -1]],
      undefined,
    ],
    ["inches", "M48\nINCH\nT1C0.1\n%\nT1\nX1.Y0.5\nM30\n", [[25.4, 12.7]], 2.54],
    ["inches, implied", "M48\nINCH,TZ\nT1C0.1\n%\nT1\nX10000Y5000\nM30\n", [[25.4, 12.7]], 2.54],
    [
      "incremental",
      metric("G91\nX1.Y1.\nX1.Y0.\nG90\nX0.Y0."),
      [
        [1, 1],
        [2, 1],
        [0, 0],
      ],
      undefined,
    ],
    [
      "repeats",
      metric("X1.Y1.\nR2X2."),
      [
        [1, 1],
        [3, 1],
        [5, 1],
      ],
      undefined,
    ],
  ])("%s", (_, text, expected, diameter) => {
    expect(places(text)).toEqual(expected)
    expect(read(text).hits[0]?.diameter).toBeCloseTo(diameter ?? 0.8)
  })
})

describe("slots", () => {
  it.each([
    ["in one line", "X1.Y1.G85X3.Y1."],
    ["in two lines", "X1.Y1.\nG85X3.Y1."],
    ["routed", "G00X1.Y1.\nM15\nG01X3.Y1.\nM16\nG05"],
  ])("%s", (_, body) => {
    const [hit, ...rest] = read(metric(body)).hits
    expect(rest).toEqual([])
    expect(hit).toMatchObject({
      kind: "slot",
      points: [
        { x: 1, y: 1 },
        { x: 3, y: 1 },
      ],
      diameter: 0.8,
    })
    expect(areaMm2(union(hitRings(hit ?? { points: [], diameter: 0 })))).toBeCloseTo(
      2 * 0.8 + (Math.PI * 0.64) / 4,
      2,
    )
  })

  it("routed round a corner by radius", () => {
    const [hit] = read(metric("G00X1.Y0.\nM15\nG03X0.Y1.A1.\nM16")).hits
    const middle = hit?.points[Math.floor(hit.points.length / 2)]
    expect(Math.hypot(middle?.x ?? 0, middle?.y ?? 0)).toBeCloseTo(1)
    expect(middle?.x).toBeGreaterThan(0.5)
  })
})

describe("plating and tools", () => {
  it("from attributes", () => {
    const drill = read(
      "M48\n; #@! TF.FileFunction,Plated,1,2,PTH\nMETRIC\n; #@! TA.AperFunction,Plated,PTH,ViaDrill\nT1C0.3\n; #@! TA.AperFunction,Plated,PTH,ComponentDrill\nT2C1\n%\nT1\nX0.Y0.\nT2\nX1.Y0.\nM30\n",
    )
    expect(drill.plating).toBe("plated")
    expect(drill.hits.map(({ via, plated }) => [via, plated])).toEqual([
      [true, true],
      [false, true],
    ])
  })

  it("from other programs' comments; unknown where nothing is said", () => {
    expect(read(metric("X0.Y0.", ";TYPE=NON_PLATED\nMETRIC")).hits[0]?.plated).toBe(false)
    expect(read(metric("X0.Y0.")).hits[0]?.plated).toBeUndefined()
  })

  it("as an SVG path", () => {
    expect(svgDrillPath(read(metric("X0.Y0.\nX5.Y0.G85X6.Y0."))).match(/M/g)).toHaveLength(2)
  })
})

describe("what is wrong is told with file and line", () => {
  it.each([
    ["nothing", "\n", "the file is empty"],
    ["another format", "%FSLAX46Y46*%\n", 't.drl, line 1: "%FSLAX46Y46*%" is no drill command'],
    ["no unit", "M48\nT1C0.8\n%\nM30\n", "line 2: tool T1 comes before METRIC or INCH"],
    ["an undefined tool", metric("T9\nX0.Y0."), "line 7: tool T9 is used before it is defined"],
    ["no tool", "M48\nMETRIC\nT1C1\n%\nX0.Y0.\nM30\n", "line 5: a hole before a tool is selected"],
    ["no decimal point and no format", metric("X100Y100"), "line 7: a coordinate without decimal point"],
    ["two sizes of a tool", "M48\nMETRIC\nT1C1\nT1C2\n%\nM30\n", "defined twice with different diameters"],
    ["a size of zero", "M48\nMETRIC\nT1C0\n%\nM30\n", "has the diameter"],
    ["an endless header", "M48\nMETRIC\nT1C1\n", "the header (M48) never ends"],
    ["a strange command", metric("M97,TEXT"), "is no drill command this reader knows"],
    [
      "a digit short",
      metric("X01500Y001000", ";FILE_FORMAT=3:3\nMETRIC"),
      "has not the 6 digits of the format",
    ],
    ["a broken coordinate", metric("X1..5Y2."), "is no coordinate"],
    ["far away", metric("X99999.Y0."), "mm away"],
    ["a slot from nowhere", metric("G85X1.Y1."), "without a start"],
    ["a unit that changes", "M48\nMETRIC\nINCH\n%\nM30\n", "the unit changes"],
  ])("%s", (_, text, message) => expect(() => read(text)).toThrow(message))

  it.each([
    ["cut off", metric("X0.Y0.").replace("M30\n", ""), ["no-end"]],
    ["no newline", metric("X0.Y0.").trimEnd(), ["no-newline"]],
    ["more after the end", `${metric("X0.Y0.")}X1.Y1.\n`, ["data-after-end"]],
  ])("notes: %s", (_, text, kinds) => expect(read(text).problems.map(({ kind }) => kind)).toEqual(kinds))
})
