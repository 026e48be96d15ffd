import {
  add,
  cross,
  type Frame,
  type Loop,
  normalize,
  pointAt,
  type Shape,
  scale,
  subtract,
  type Vec2,
  type Vec3,
  wound,
} from "./solid"
import { type StepFile, stepReal } from "./step-file"

/**
 * Writes one extrusion as a closed boundary of exact faces (planes and cylinders) and returns its
 * MANIFOLD_SOLID_BREP. Faces point outwards; a loop runs counter-clockwise round its face's normal.
 */
export function writeBrep(file: StepFile, shape: Shape): string {
  const loops = [
    wallOf(file, shape, shape.outline, shape.farOutline, true),
    ...shape.holes.map((hole) => wallOf(file, shape, hole, undefined, false)),
  ]
  const { frame } = shape
  const end: Frame = { ...frame, origin: pointAt(frame, [0, 0], shape.length) }
  const start: Frame = { ...frame, w: scale(frame.w, -1) }
  const faces = [
    ...loops.flatMap((loop) => loop.faces),
    face(
      file,
      plane(file, start),
      loops.map((loop) => loop.near),
    ),
    face(
      file,
      plane(file, end),
      loops.map((loop) => loop.far),
    ),
  ]
  const shell = file.add(`CLOSED_SHELL('',(${faces.join(",")}))`)
  return file.add(`MANIFOLD_SOLID_BREP('${shape.name.replace(/'/g, "''")}',${shell})`)
}

interface Wall {
  readonly faces: readonly string[]
  /** Edge loops of the two caps, each in the sense its cap needs. */
  readonly near: string
  readonly far: string
}

function wallOf(
  file: StepFile,
  shape: Shape,
  loop: Loop,
  far: readonly Vec2[] | undefined,
  outer: boolean,
): Wall {
  if (loop.kind === "circle") return roundWall(file, shape, loop.centre, loop.radius, outer)
  const near = wound(loop.points, outer)
  return flatWall(file, shape, near, far ? wound(far, outer) : near)
}

/** One plane face a side; `near` runs so that the material is on its left. */
function flatWall(file: StepFile, shape: Shape, near: readonly Vec2[], far: readonly Vec2[]): Wall {
  const n = near.length
  const low = near.map((p) => pointAt(shape.frame, p, 0))
  const high = far.map((p) => pointAt(shape.frame, p, shape.length))
  const lowVertices = low.map((p) => vertex(file, p))
  const highVertices = high.map((p) => vertex(file, p))
  const at = <T>(list: readonly T[], i: number): T => list[i % n] as T
  const lowEdges = low.map((p, i) =>
    line(file, p, at(low, i + 1), at(lowVertices, i), at(lowVertices, i + 1)),
  )
  const highEdges = high.map((p, i) =>
    line(file, p, at(high, i + 1), at(highVertices, i), at(highVertices, i + 1)),
  )
  const uprights = low.map((p, i) => line(file, p, at(high, i), at(lowVertices, i), at(highVertices, i)))
  const faces = low.map((p, i) => {
    const along = subtract(at(low, i + 1), p)
    const normal = normalize(cross(along, subtract(at(high, i), p)))
    const frame: Frame = { origin: p, u: normalize(along), v: [0, 0, 0], w: normal }
    const bound = edgeLoop(file, [
      [at(lowEdges, i), true],
      [at(uprights, i + 1), true],
      [at(highEdges, i), false],
      [at(uprights, i), false],
    ])
    return face(file, plane(file, frame), [bound])
  })
  return {
    faces,
    near: edgeLoop(file, lowEdges.map((edge): [string, boolean] => [edge, false]).reverse()),
    far: edgeLoop(
      file,
      highEdges.map((edge): [string, boolean] => [edge, true]),
    ),
  }
}

/** A cylinder with one seam. A hole's face looks at its axis, so its sense is turned round. */
function roundWall(file: StepFile, shape: Shape, centre: Vec2, radius: number, outer: boolean): Wall {
  const { frame, length } = shape
  const low = pointAt(frame, centre, 0)
  const high = pointAt(frame, centre, length)
  const seamLow = add(low, scale(frame.u, radius))
  const seamHigh = add(high, scale(frame.u, radius))
  const [v0, v1] = [vertex(file, seamLow), vertex(file, seamHigh)]
  const circle = (middle: Vec3, v: string): string => {
    const placement = placementOf(file, { ...frame, origin: middle })
    const curve = file.add(`CIRCLE('',${placement},${stepReal(radius)})`)
    return file.add(`EDGE_CURVE('',${v},${v},${curve},.T.)`)
  }
  const [c0, c1] = [circle(low, v0), circle(high, v1)]
  const seam = line(file, seamLow, seamHigh, v0, v1)
  const surface = file.add(
    `CYLINDRICAL_SURFACE('',${placementOf(file, { ...frame, origin: low })},${stepReal(radius)})`,
  )
  const bound = edgeLoop(file, [
    [c0, outer],
    [seam, true],
    [c1, !outer],
    [seam, false],
  ])
  const wall = file.add(
    `ADVANCED_FACE('',(${file.add(`FACE_OUTER_BOUND('',${bound},.T.)`)}),${surface},${outer ? ".T." : ".F."})`,
  )
  return {
    faces: [wall],
    near: edgeLoop(file, [[c0, !outer]]),
    far: edgeLoop(file, [[c1, outer]]),
  }
}

const triple = (v: Vec3): string => `(${v.map(stepReal).join(",")})`
const point = (file: StepFile, p: Vec3): string => file.share(`CARTESIAN_POINT('',${triple(p)})`)
const direction = (file: StepFile, d: Vec3): string => file.share(`DIRECTION('',${triple(d)})`)
const vertex = (file: StepFile, p: Vec3): string => file.add(`VERTEX_POINT('',${point(file, p)})`)

function line(file: StepFile, from: Vec3, to: Vec3, v0: string, v1: string): string {
  const vector = file.share(`VECTOR('',${direction(file, normalize(subtract(to, from)))},1.)`)
  const curve = file.add(`LINE('',${point(file, from)},${vector})`)
  return file.add(`EDGE_CURVE('',${v0},${v1},${curve},.T.)`)
}

/** An axis placement: w is the axis, u the reference direction. */
export function placementOf(file: StepFile, frame: Frame): string {
  const origin = point(file, frame.origin)
  return file.share(
    `AXIS2_PLACEMENT_3D('',${origin},${direction(file, frame.w)},${direction(file, frame.u)})`,
  )
}

const plane = (file: StepFile, frame: Frame): string => file.add(`PLANE('',${placementOf(file, frame)})`)

function edgeLoop(file: StepFile, edges: readonly (readonly [string, boolean])[]): string {
  const oriented = edges.map(([edge, forward]) =>
    file.add(`ORIENTED_EDGE('',*,*,${edge},${forward ? ".T." : ".F."})`),
  )
  return file.add(`EDGE_LOOP('',(${oriented.join(",")}))`)
}

function face(file: StepFile, surface: string, loops: readonly string[]): string {
  const bounds = loops.map((loop, i) => file.add(`FACE_${i === 0 ? "OUTER_" : ""}BOUND('',${loop},.T.)`))
  return file.add(`ADVANCED_FACE('',(${bounds.join(",")}),${surface},.T.)`)
}
