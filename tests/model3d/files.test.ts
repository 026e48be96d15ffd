import { NodeIO } from "@gltf-transform/core"
import occtimportjs from "occt-import-js"
import { describe, expect, test } from "vitest"
import { toGlb } from "../../src/model3d/glb"
import { buildModel, type Model } from "../../src/model3d/model"
import { toStep } from "../../src/model3d/step"
import { stepReal, stepString } from "../../src/model3d/step-file"
import { fakeBoard, fakeCircuit } from "./fixture"

const soicPads = Object.fromEntries(
  Array.from({ length: 16 }, (_, i): [string, [number, number]] => {
    const row = i < 8 ? i : 15 - i
    return [String(i + 1), [(i < 8 ? -1 : 1) * 2.65 - 6, (3.5 - row) * 1.27]]
  }),
)

const circuit = fakeCircuit([
  { designator: "U1", layer: "top", pads: soicPads, size: [1.95, 0.6] },
  { designator: "R3", layer: "top", pads: { "1": [7, 5], "2": [9.05, 5] } },
  { designator: "C1", layer: "bottom", pads: { "1": [7, 0], "2": [9.05, 0] } },
  {
    designator: "J6",
    layer: "top",
    drill: 1,
    pads: {
      "1": [3, -12],
      "2": [3, -9.46],
      "3": [5.54, -12],
      "4": [5.54, -9.46],
      "5": [8.08, -12],
      "6": [8.08, -9.46],
    },
  },
])
const board = fakeBoard(
  {
    U1: "soic-16",
    R3: "resistor-0805",
    C1: "capacitor-0805-0.85mm",
    J6: "pin-header-2x3-right-angle-lifted",
  },
  ["R3"],
)
const model: Model = buildModel(circuit, board)
const options = { name: "test board", date: "2026-01-31T12:00:00" }

/** Six times the volume that a closed triangle mesh encloses; negative when it is inside out. */
function sixVolumes(position: readonly number[], index: readonly number[]): number {
  let sum = 0
  const corner = (k: number) => [0, 1, 2].map((axis) => position[(index[k] as number) * 3 + axis] as number)
  for (let i = 0; i < index.length; i += 3) {
    const [a, b, c] = [corner(i), corner(i + 1), corner(i + 2)] as [number[], number[], number[]]
    const [ax, ay, az, bx, by, bz, cx, cy, cz] = [...a, ...b, ...c] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    sum += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx)
  }
  return sum
}

describe("STEP", () => {
  test("another reader finds every part, closed and the right way out", async () => {
    const reader = await occtimportjs()
    const text = toStep(model.solids, options)
    const read = reader.ReadStepFile(new TextEncoder().encode(text), null)
    expect(read.success).toBe(true)
    const assembly = read.root.children[0]
    expect(assembly?.name).toBe("test board")
    expect(assembly?.children.map((child) => child.name)).toEqual(["board", "C1", "J6", "U1"])
    const solids = model.solids.filter((solid) => !solid.marking && solid.fitted)
    expect(read.meshes).toHaveLength(solids.length)
    for (const mesh of read.meshes) {
      expect(sixVolumes(mesh.attributes.position.array, mesh.index.array)).toBeGreaterThan(0)
    }
    const z = read.meshes.flatMap((mesh) => mesh.attributes.position.array.filter((_, i) => i % 3 === 2))
    expect(z.reduce((a, b) => Math.max(a, b))).toBeCloseTo(1.6 + 6.48, 3)
    expect(z.reduce((a, b) => Math.min(a, b))).toBeCloseTo(-0.85, 3)
  })

  test("the board's volume is its plate less its holes", async () => {
    const reader = await occtimportjs()
    const text = toStep(model.solids.slice(0, 1), options)
    const mesh = reader.ReadStepFile(new TextEncoder().encode(text), { linearDeflection: 0.001 }).meshes[0]
    const volume = sixVolumes(mesh?.attributes.position.array ?? [], mesh?.index.array ?? []) / 6
    expect(volume).toBeCloseTo((40 * 40 - 6 * Math.PI * 0.25) * 1.6, 0)
  })

  test("the same solids give the same text, dated by its input", () => {
    const text = toStep(model.solids, options)
    expect(toStep(buildModel(circuit, board).solids, options)).toBe(text)
    expect(text).toContain("FILE_NAME('test board.step','2026-01-31T12:00:00'")
  })

  test("writes numbers and strings as the standard wants them", () => {
    expect([0, -0, 1, -2.5, 1e-9, 123.4567891].map(stepReal)).toEqual([
      "0.",
      "0.",
      "1.",
      "-2.5",
      "0.",
      "123.456789",
    ])
    expect(stepString("it's µ")).toBe("'it''s \\X2\\00B5\\X0\\'")
  })
})

describe("GLB", () => {
  test("another reader finds a node a part in metres, y up", async () => {
    const document = await new NodeIO().readBinary(await toGlb(model.solids, { title: "test board" }))
    const nodes = document.getRoot().listNodes()
    expect(nodes.map((node) => node.getName())).toEqual(["test board", "board", "C1", "J6", "R3", "U1"])
    const fitted = nodes.filter((node) => node.getMesh()).map((node) => node.getExtras())
    expect(fitted.find(({ part }) => part === "R3")).toEqual({ part: "R3", fitted: false })
    const tallest = document
      .getRoot()
      .listMeshes()
      .flatMap((mesh) => mesh.listPrimitives())
      .map((primitive) => primitive.getAttribute("POSITION")?.getMax([])[1] ?? 0)
    expect(Math.max(...tallest)).toBeCloseTo(0.00808, 6)
  })

  test("the same solids give the same bytes", async () => {
    const [a, b] = [
      await toGlb(model.solids, { title: "t" }),
      await toGlb(buildModel(circuit, board).solids, { title: "t" }),
    ]
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true)
  })

  test("pictures lie on the board's faces, the lower one as seen from below", async () => {
    const picture = Uint8Array.of(1, 2, 3)
    const glb = await toGlb(model.solids, { title: "t", textures: { top: picture, bottom: picture } })
    const document = await new NodeIO().readBinary(glb)
    const of = (name: string) => {
      const primitive = document
        .getRoot()
        .listMeshes()
        .flatMap((mesh) => mesh.listPrimitives())
        .find((candidate) => candidate.getMaterial()?.getName() === name)
      const [position, uv] = [primitive?.getAttribute("POSITION"), primitive?.getAttribute("TEXCOORD_0")]
      const corners = Array.from({ length: position?.getCount() ?? 0 }, (_, i) => ({
        x: (position?.getElement(i, [])[0] ?? 0) * 1000,
        u: uv?.getElement(i, [])[0] ?? 0,
      }))
      return corners.find(({ x }) => Math.abs(x - 20) < 1e-6)?.u
    }
    expect([of("boardTop"), of("boardBottom")]).toEqual([1, 0])
  })
})
