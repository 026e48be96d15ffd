import { describe, expect, test } from "vitest"
import { buckBody } from "../../components/packages/buck-body"
import { checkModel } from "../../src/model3d/check"
import { heightTable } from "../../src/model3d/heights"
import { buildModel } from "../../src/model3d/model"
import { boundsOf } from "../../src/model3d/solid"
import { bodies, bodyOf, fakeBoard, fakeCircuit } from "./fixture"

const rules = (model: Parameters<typeof checkModel>[0]) => checkModel(model).findings.map(({ rule }) => rule)

const resistor = (designator: string, x: number, y: number, layer: "top" | "bottom" = "top") => ({
  designator,
  layer,
  pads: { "1": [x - 1.025, y], "2": [x + 1.025, y] } as const,
})

describe("bodies", () => {
  test("heights stated are heights drawn", () => {
    for (const body of [...bodies, buckBody]) {
      const top = Math.max(...body.shapes.filter((s) => !s.marking).map((shape) => boundsOf(shape).max[2]))
      expect(top, body.id).toBeCloseTo(body.height.mm, 6)
    }
  })

  test("sizes are those of the data sheets", () => {
    const size = (id: string) => {
      const boxes = (id === buckBody.id ? buckBody : bodyOf(id)).shapes
        .filter((s) => !s.marking)
        .map(boundsOf)
      const extent = (axis: 0 | 1 | 2) =>
        Math.max(...boxes.map((box) => box.max[axis])) - Math.min(...boxes.map((box) => box.min[axis]))
      return [extent(0), extent(1)].map((mm) => Math.round(mm * 1000) / 1000)
    }
    expect(size("esp32-wroom-32e")).toEqual([18, 25.5])
    expect(size("soic-16")).toEqual([6, 9.9])
    expect(size("buck-module")).toEqual([23, 17])
    expect(size("resistor-0805")).toEqual([2, 1.25])
    expect(size("capacitor-0805-0.85mm")).toEqual([2, 1.25])
  })

  test("no two shapes of a body are inside each other", () => {
    for (const body of [...bodies, buckBody]) {
      const solids = body.shapes.map((shape, i) => ({
        ...shape,
        part: `${body.id} ${i}: ${shape.name}`,
        fitted: true,
      }))
      const model = { thicknessMm: 1.6, parts: [], missing: [], solids, space: [] }
      expect(checkModel(model).findings.map((finding) => finding.message)).toEqual([])
    }
  })
})

describe("placing", () => {
  test.each([
    [0, [1.025, 0]],
    [90, [0, 1.025]],
    [180, [-1.025, 0]],
    [270, [0, -1.025]],
  ] as const)("a part at %i degrees turns with its pads", (_degrees, [dx, dy]) => {
    const part = {
      designator: "D1",
      layer: "top",
      pads: { "1": [3 - dx, 4 - dy], "2": [3 + dx, 4 + dy] },
    } as const
    const model = buildModel(fakeCircuit([part]), fakeBoard({ D1: "diode-0805" }))
    const band = boundsOf(model.solids.find((solid) => solid.name === "cathode band") as never)
    const middle = [(band.min[0] + band.max[0]) / 2, (band.min[1] + band.max[1]) / 2]
    // The cathode is pin 1.
    expect(Math.sign((middle[0] as number) - 3)).toBe(Math.sign(-dx) + 0)
    expect(Math.sign((middle[1] as number) - 4)).toBe(Math.sign(-dy) + 0)
    expect(rules(model)).toEqual([])
  })

  test("a part on the bottom hangs below the board, turned over and not mirrored", () => {
    const d = 0.35
    // Seen from below, pin 1 of a SOIC is top left; from above that is top right.
    const pads = Object.fromEntries(
      Array.from({ length: 16 }, (_, i): [string, [number, number]] => {
        const row = i < 8 ? i : 15 - i
        return [String(i + 1), [(i < 8 ? 1 : -1) * (3 - d), (3.5 - row) * 1.27]]
      }),
    )
    const part = { designator: "U1", layer: "bottom", pads, size: [1.95, 0.6] } as const
    const model = buildModel(fakeCircuit([part]), fakeBoard({ U1: "soic-16" }))
    expect(rules(model)).toEqual([])
    const boxes = model.solids.filter((solid) => solid.part === "U1" && !solid.marking).map(boundsOf)
    expect(Math.min(...boxes.map((box) => box.min[2]))).toBeCloseTo(-1.75)
    expect(Math.max(...boxes.map((box) => box.max[2]))).toBeCloseTo(0)
  })

  test("a mirrored land pattern is found: the terminals cannot all meet their pads", () => {
    const pads = Object.fromEntries(
      Array.from({ length: 16 }, (_, i): [string, [number, number]] => {
        const row = i < 8 ? i : 15 - i
        return [String(i + 1), [(i < 8 ? 1 : -1) * 2.65, (3.5 - row) * 1.27]]
      }),
    )
    const part = { designator: "U1", layer: "top", pads, size: [1.95, 0.6] } as const
    const model = buildModel(fakeCircuit([part]), fakeBoard({ U1: "soic-16" }))
    expect(rules(model)).toContain("model/land")
    // A plain box says nothing of where terminals are: they are the pads' middles, also of those drilled beside it.
    const boxed = model.parts.map((one) => ({ ...one, body: { ...one.body, id: "generic-ic_0" } }))
    expect(rules({ ...model, parts: boxed })).not.toContain("model/land")
  })

  test("a land pattern for another body is found", () => {
    const wide = { designator: "R1", layer: "top", pads: { "1": [-2, 0], "2": [2, 0] } } as const
    expect(rules(buildModel(fakeCircuit([wide]), fakeBoard({ R1: "resistor-0805" })))).toContain("model/land")
  })
})

describe("checks", () => {
  test("two parts side by side are fine, one in the other is a collision", () => {
    const at = (distance: number) =>
      buildModel(
        fakeCircuit([resistor("R1", 0, 0), resistor("R2", 0, distance)]),
        fakeBoard({ R1: "resistor-0805", R2: "resistor-0805" }),
      )
    expect(rules(at(1.25))).toEqual([])
    expect(rules(at(1.2))).toEqual(["model/collision"])
  })

  test("parts on both sides of one place do not meet", () => {
    const model = buildModel(
      fakeCircuit([resistor("R1", 0, 0), resistor("R2", 0, 0, "bottom")]),
      fakeBoard({ R1: "resistor-0805", R2: "resistor-0805" }),
    )
    expect(rules(model)).toEqual([])
  })

  test("a part that the variant leaves out is in the model but collides with nothing", () => {
    const circuit = fakeCircuit([resistor("R1", 0, 0), resistor("R2", 0, 0.5)])
    const model = buildModel(circuit, fakeBoard({ R1: "resistor-0805", R2: "resistor-0805" }, ["R2"]))
    expect(rules(model)).toEqual([])
    expect(model.solids.filter((solid) => !solid.fitted).map((solid) => solid.part)).toContain("R2")
  })

  test("a header's pins need holes they fit through", () => {
    const pads = Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [String(i + 1), [0, -2.54 * i] as const]))
    const drilled = (drill: number) =>
      buildModel(
        fakeCircuit([{ designator: "J5", layer: "top", pads, drill }]),
        fakeBoard({ J5: "pin-header-1x6" }),
      )
    expect(rules(drilled(1))).toEqual([])
    // The diagonal of a 0.64 mm post is 0.905 mm.
    expect(rules(drilled(0.8))).toContain("model/collision")
  })

  test("a part with a body and without pads is named", () => {
    const model = buildModel(
      fakeCircuit([resistor("R1", 0, 0)]),
      fakeBoard({ R1: "resistor-0805", R2: "resistor-0805" }),
    )
    expect(checkModel(model).findings.map(({ rule, parts }) => [rule, parts])).toEqual([
      ["model/body", ["R2"]],
    ])
  })

  test("a piece stands on the pads of several parts, each terminal on the pad that it names", () => {
    const corners = { J1: [9.5, 6], J2: [9.5, -6], J3: [-9.5, 6], J4: [-9.5, -6] } as const
    const names = ["VIN-", "VIN+", "OUT-", "OUT+"]
    const circuit = (swap: boolean) =>
      fakeCircuit(
        Object.entries(corners).map(([designator, [x, y]]) => ({
          designator,
          layer: "bottom" as const,
          pads: { "1": [x, swap && x > 0 ? -y : y] as const },
          size: [4, 4] as const,
        })),
      )
    const terminals = Object.fromEntries(Object.keys(corners).map((d, i) => [`${d}.1`, names[i] as string]))
    const board = { ...fakeBoard({}), pieces: [{ body: buckBody, terminals }] }
    const model = buildModel(circuit(false), board)
    expect(rules(model)).toEqual([])
    expect(model.parts.map(({ part, designators }) => [part, designators])).toEqual([
      ["J1-J4", ["J1", "J2", "J3", "J4"]],
    ])
    expect(rules(buildModel(circuit(true), board))).toContain("model/land")
  })

  test("the height table covers both sides and holds them against the limits", () => {
    const pads = {
      "1": [0, 0],
      "2": [0, 2.54],
      "3": [2.54, 0],
      "4": [2.54, 2.54],
      "5": [5.08, 0],
      "6": [5.08, 2.54],
    } as const
    const circuit = fakeCircuit([
      { designator: "J6", layer: "top", pads, drill: 1 },
      resistor("C1", -8, -8, "bottom"),
    ])
    const model = buildModel(
      circuit,
      fakeBoard({ J6: "pin-header-2x3-right-angle-lifted", C1: "capacitor-0805-0.85mm" }),
    )
    expect(heightTable(model).map(({ part, side, heightMm }) => [part, side, heightMm])).toEqual([
      ["J6", "top", 6.48],
      ["C1", "bottom", 0.85],
    ])
    expect(rules(model)).toEqual([])
    const tall = fakeBoard({ J6: "pin-header-2x3-right-angle-lifted", C1: "capacitor-0805-0.85mm" })
    const at = (mm: number) => buildModel(circuit, { ...tall, maxHeights: { C1: { mm, source: "test" } } })
    expect(heightTable(at(1.45))[1]).toMatchObject({ part: "C1", heightMm: 1.45, source: "test" })
    expect(rules(at(9.5))).toEqual([])
    expect(rules(at(9.51))).toEqual(["model/height"])
    expect(rules(at(0.84))).toEqual(["model/height"])
    const low = heightTable(model, [{ side: "top", limitMm: 6.47, source: "test" }])
    expect(low.map((row) => row.limitMm)).toEqual([6.47, undefined])
  })
})
