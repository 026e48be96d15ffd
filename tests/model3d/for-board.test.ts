import { describe, expect, test } from "vitest"
import { header2x3RightAngle, testPoint } from "../../components/parts/connectors"
import { buckXl1509 } from "../../components/parts/modules"
import { r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import { UserError } from "../../src/model/finding"
import type { Package } from "../../src/model/package"
import type { Part } from "../../src/model/part"
import { checkModel } from "../../src/model3d/check"
import { type ModelSource, modelBoard, resistorCode } from "../../src/model3d/for-board"
import { genericBody } from "../../src/model3d/generic-body"
import { buildModel } from "../../src/model3d/model"
import { boundsOf } from "../../src/model3d/solid"
import { fakeCircuit } from "./fixture"

const board = (parts: Readonly<Record<string, Part>>): ModelSource => ({
  id: "test",
  thicknessMm: 1.6,
  outline: [
    { x: -30, y: -30 },
    { x: 30, y: -30 },
    { x: 30, y: 30 },
    { x: -30, y: 30 },
  ],
  cutouts: [],
  parts,
  variants: { one: { title: "one", notFitted: ["R3"] } },
  defaultVariant: "one",
  space: [],
})

/** An 0603 that nobody has drawn. */
const plain: Package = {
  name: "0603",
  land: {
    pads: [
      { pin: 1, x: -0.8, y: 0, width: 0.8, height: 0.9, paste: "full" },
      { pin: 2, x: 0.8, y: 0, width: 0.8, height: 0.9, paste: "full" },
    ],
    silk: [],
    courtyard: { shape: "rect", x: 0, y: 0, width: 2.9, height: 1.9 },
  },
  source: "a footprint string",
}

describe("a board's model", () => {
  test("takes bodies, prints and heights from the records", () => {
    const { bodies, marks, maxHeights, notFitted } = modelBoard(
      board({ R1: r0805["10k"], R3: r0805["0R"], U1: max3232 }),
    )
    expect(Object.entries(bodies).map(([name, { id }]) => [name, id])).toEqual([
      ["R1", "resistor-0805"],
      ["R3", "resistor-0805"],
      ["U1", "soic-16"],
    ])
    expect(marks).toEqual({ R1: "1002", R3: "0", U1: "MAX3232" })
    expect(maxHeights?.U1?.mm).toBe(1.75)
    expect(notFitted).toEqual(["R3"])
  })

  test("makes one piece of the corners of a module, and two of two modules", () => {
    const { vinNeg, vinPos, outNeg, outPos } = buckXl1509
    const { bodies, pieces } = modelBoard(
      board({
        J10: outPos,
        J1: vinNeg,
        J2: vinPos,
        J3: outNeg,
        J4: outPos,
        J7: vinNeg,
        J8: vinPos,
        J9: outNeg,
      }),
    )
    expect(bodies).toEqual({})
    expect(pieces?.map(({ terminals }) => terminals)).toEqual([
      { "J1.1": "VIN-", "J2.1": "VIN+", "J3.1": "OUT-", "J4.1": "OUT+" },
      { "J7.1": "VIN-", "J8.1": "VIN+", "J9.1": "OUT-", "J10.1": "OUT+" },
    ])
  })

  test("has no variant but the board's", () => {
    expect(() => modelBoard(board({}), "two")).toThrow(new UserError('test has no variant "two"; it has one'))
  })

  test.each([
    [0, "0"],
    [10_000, "1002"],
    [4700, "4701"],
    [150, "1500"],
    [49.9, "49R9"],
    [1_000_000, "1004"],
  ])("%d ohm is printed %s", (ohm, code) => expect(resistorCode(ohm)).toBe(code))
})

describe("a part that nobody has drawn", () => {
  const part: Part = { ...r0805["10k"], package: plain }

  test.each([
    ["top", 0, { "1": [4.2, 5], "2": [5.8, 5] }],
    ["top", 90, { "1": [5, 4.2], "2": [5, 5.8] }],
    ["bottom", 0, { "1": [5.8, 5], "2": [4.2, 5] }],
  ] as const)("is a plain box on its pads: %s at %i degrees", (layer, turned, pads) => {
    const size = turned === 90 ? ([0.9, 0.8] as const) : ([0.8, 0.9] as const)
    const model = buildModel(
      fakeCircuit([{ designator: "R1", layer, pads, size }]),
      modelBoard(board({ R1: part })),
    )
    expect(checkModel(model).findings).toEqual([])
    const { min, max } = boundsOf(model.solids[1] as never)
    const [long, wide] = turned === 90 ? [1, 0] : [0, 1]
    expect(max[long as 0] - min[long as 0]).toBeCloseTo(2.4)
    expect(max[wide as 0] - min[wide as 0]).toBeCloseTo(1.4)
    expect(layer === "top" ? max[2] - 1.6 : -min[2]).toBeCloseTo(0.6)
  })

  test("is as high as its kind usually is, and says so", () => {
    const high = (kind: Part["kind"]) => genericBody(kind, plain.land)?.height
    expect(high("resistor")?.trust).toBe("typical")
    expect(high("connector")?.mm).toBeGreaterThan(high("ic")?.mm ?? 0)
  })

  test("reaches as far as a courtyard that is an outline", () => {
    const box = genericBody("connector", header2x3RightAngle.package.land)?.shapes.map(boundsOf)[0]
    expect(box?.max[0]).toBeCloseTo(11.56)
  })

  test("needs no courtyard", () => {
    const land = { ...plain.land, courtyard: { shape: "outline", points: [] } as const }
    expect(genericBody("ic", land)?.shapes.map(boundsOf)[0]?.max[0]).toBeCloseTo(1.2)
  })

  test("is nothing where nothing stands", () => {
    expect(genericBody("test-point", testPoint.package.land)).toBeUndefined()
    expect(genericBody("ic", { ...plain.land, pads: [] })).toBeUndefined()
  })
})
