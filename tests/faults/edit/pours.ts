import type { PcbCopperPour } from "circuit-json"
import { Clipper, ClipType, FillRule, type PathsD, type PolyPathD, PolyTreeD } from "clipper2-ts"
import type { Point } from "../../../src/geometry/point"
import type { CopperLayer } from "../../../src/model/layer"
import type { Draft } from "./draft"

type Brep = Extract<PcbCopperPour, { shape: "brep" }>

/** A rectangle by two corners, mm. */
export const box = (x1: number, y1: number, x2: number, y2: number): Point[] => [
  { x: x1, y: y1 },
  { x: x2, y: y1 },
  { x: x2, y: y2 },
  { x: x1, y: y2 },
]

export const squareAt = ({ x, y }: Point, half: number): Point[] =>
  box(x - half, y - half, x + half, y + half)

/** Adds copper to the ground pour of a layer. */
export function fill(draft: Draft, layer: CopperLayer, outline: readonly Point[]): Draft {
  return rework(draft, layer, ClipType.Union, outline)
}

/** Cuts a hole into the ground pour of a layer. */
export function cut(draft: Draft, layer: CopperLayer, outline: readonly Point[]): Draft {
  return rework(draft, layer, ClipType.Difference, outline)
}

function rework(draft: Draft, layer: CopperLayer, clip: ClipType, outline: readonly Point[]): Draft {
  const pours = draft
    .all("pcb_copper_pour")
    .filter((pour): pour is Brep => pour.shape === "brep" && pour.layer === layer)
  const [first] = pours
  if (first === undefined) throw new Error(`no pour on the ${layer}`)
  const subject: PathsD = pours.flatMap(({ brep_shape: { outer_ring, inner_rings } }) =>
    [outer_ring, ...inner_rings].map((ring) => ring.vertices.map(({ x, y }) => ({ x, y }))),
  )
  const tree = new PolyTreeD()
  Clipper.booleanOpDWithPolyTree(clip, subject, [[...outline]], tree, FillRule.EvenOdd, 4)
  draft.remove((element) => pours.some((pour) => pour === element))
  for (const { outer, holes } of pieces(tree)) {
    draft.add({
      ...first,
      pcb_copper_pour_id: `fault_pour_${layer}_${draft.elements.length}`,
      brep_shape: {
        outer_ring: { vertices: outer },
        inner_rings: holes.map((vertices) => ({ vertices })),
      },
    })
  }
  return draft
}

function pieces(path: PolyPathD): { outer: Point[]; holes: Point[][] }[] {
  const found: { outer: Point[]; holes: Point[][] }[] = []
  for (let i = 0; i < path.count; i++) {
    const outer = path.child(i)
    const holes: Point[][] = []
    for (let j = 0; j < outer.count; j++) {
      const hole = outer.child(j)
      holes.push([...(hole.poly ?? [])])
      found.push(...pieces(hole))
    }
    found.push({ outer: [...(outer.poly ?? [])], holes })
  }
  return found
}
