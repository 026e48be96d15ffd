import { Clipper } from "clipper2-ts"
import { circlePoints, halfCircle } from "../geometry/arc"
import { capsule } from "../geometry/capsule"
import { CapsulePolygon, PlacedPolygon } from "../geometry/placed"
import { type Box, boxOf, type Point } from "../geometry/point"
import {
  counterClockwise,
  differenceRings,
  type Polygon,
  type Ring,
  ringFromMm,
  toUnits,
  union,
  unionRings,
  withoutSpikes,
} from "../geometry/polygon"
import { regularPolygon } from "./macro-primitive"
import type { Aperture, ApertureHole, ApertureShape, DrawnObject, Flash, Stroke, Transform } from "./model"
import { transformPoints } from "./transform"

/** Turns drawn objects into rings; the shapes of apertures are made once a transform. */
export class ShapeMaker {
  private readonly flashed = new Map<string, Ring[]>()
  private readonly bases = new Map<Ring[], readonly Base[]>()

  /** Rings of one object in integer nanometres: outer rings counter-clockwise, holes clockwise. */
  rings(object: DrawnObject): Ring[] {
    switch (object.kind) {
      case "flash":
        return this.flash(object)
      case "stroke":
        return this.stroke(object)
      case "region":
        // A contour may touch itself to cut in a hole: wound one way, the hole stays outside by the nonzero rule.
        return object.contours
          .map((contour) => counterClockwise(withoutSpikes(ringFromMm(contour))))
          .filter((ring) => ring.length > 2)
    }
  }

  /** The pieces of a flash or stroke; those that many share, or a formula makes, are not drawn up before asked for. */
  pieces(object: Flash | Stroke): readonly Polygon[] {
    if (object.kind === "flash") {
      const [dx, dy] = [toUnits(object.at.x), toUnits(object.at.y)]
      return this.basesOf(this.aperture(object.aperture, object.transform)).map(
        ({ polygon, box }) => new PlacedPolygon(polygon, box, dx, dy),
      )
    }
    const { aperture, points, width } = object
    const [from, to, ...more] = points
    if (
      aperture.shape.kind === "circle" &&
      width > 0 &&
      from !== undefined &&
      to !== undefined &&
      !more.length
    )
      return [new CapsulePolygon(from, to, (aperture.shape.diameter / 2) * object.transform.scale)]
    return apart(this.stroke(object))
  }

  private basesOf(rings: Ring[]): readonly Base[] {
    let bases = this.bases.get(rings)
    if (bases === undefined) {
      bases = apart(rings).map((polygon) => ({ polygon, box: boxOf(polygon.outer) }))
      this.bases.set(rings, bases)
    }
    return bases
  }

  private flash({ aperture, transform, at }: Flash): Ring[] {
    return moved(this.aperture(aperture, transform), at)
  }

  private aperture(aperture: Aperture, transform: Transform): Ring[] {
    const { mirrorX, mirrorY, rotationDeg, scale } = transform
    const key = `${aperture.code} ${mirrorX} ${mirrorY} ${rotationDeg} ${scale}`
    let rings = this.flashed.get(key)
    if (rings === undefined) {
      rings = apertureRings(aperture.shape, transform)
      this.flashed.set(key, rings)
    }
    return rings
  }

  private stroke(stroke: Stroke): Ring[] {
    const { aperture, points, transform } = stroke
    const { shape } = aperture
    if (shape.kind === "circle") {
      const radius = (shape.diameter / 2) * transform.scale
      if (radius === 0) return []
      const rings: Ring[] = []
      for (let i = 1; i < points.length; i++)
        rings.push(capsule(points[i - 1] as Point, points[i] as Point, radius))
      return points.length > 2 ? unionRings(rings) : rings
    }
    const path = ringFromMm(points)
    const swept: Ring[] = []
    for (const ring of this.aperture(aperture, transform)) {
      if (path.length === 2 && samePoint(path)) swept.push(...moved([ring], points[0] as Point))
      else swept.push(...Clipper.minkowskiSum(ring, path, false), ...moved([ring], points[0] as Point))
    }
    return unionRings(swept.map(counterClockwise))
  }
}

interface Base {
  readonly polygon: Polygon
  readonly box: Box
}

/** Rings of one aperture or line as pieces with their holes. */
function apart(rings: readonly Ring[]): readonly Polygon[] {
  const [only] = rings
  if (only === undefined) return []
  return rings.length === 1 ? [{ outer: only, holes: [] }] : union(rings)
}

function apertureRings(shape: ApertureShape, transform: Transform): Ring[] {
  const outline = (points: readonly Point[]): Ring =>
    counterClockwise(ringFromMm(transformPoints(points, transform)))
  switch (shape.kind) {
    case "circle":
      if (shape.diameter === 0) return []
      return withHole([outline(circlePoints(centre, shape.diameter / 2))], shape.hole, outline)
    case "rectangle":
      if (shape.width === 0 || shape.height === 0) return []
      return withHole([outline(rectangle(shape.width, shape.height))], shape.hole, outline)
    case "obround":
      if (shape.width === 0 || shape.height === 0) return []
      return withHole([outline(obround(shape.width, shape.height))], shape.hole, outline)
    case "polygon": {
      if (shape.diameter === 0) return []
      const points = regularPolygon(centre, shape.diameter, shape.vertices, shape.rotationDeg)
      return withHole([outline(points)], shape.hole, outline)
    }
    case "macro": {
      let rings: Ring[] = []
      for (const part of shape.parts) {
        const next = part.rings.filter((ring) => ring.length > 2).map(outline)
        if (next.length === 0) continue
        rings = part.exposure ? unionRings([...rings, ...next]) : differenceRings(rings, next)
      }
      return rings
    }
    case "block":
      return []
  }
}

const centre: Point = { x: 0, y: 0 }

function withHole(
  rings: Ring[],
  hole: ApertureHole | undefined,
  outline: (points: readonly Point[]) => Ring,
): Ring[] {
  if (hole === undefined) return rings
  const points =
    hole.kind === "round" ? circlePoints(centre, hole.diameter / 2) : rectangle(hole.width, hole.height)
  return differenceRings(rings, [outline(points)])
}

function rectangle(width: number, height: number): Point[] {
  const [x, y] = [width / 2, height / 2]
  return [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ]
}

function obround(width: number, height: number): Point[] {
  if (width === height) return circlePoints(centre, width / 2)
  if (width > height) {
    const x = (width - height) / 2
    return [
      ...halfCircle({ x, y: 0 }, height / 2, -Math.PI / 2),
      ...halfCircle({ x: -x, y: 0 }, height / 2, Math.PI / 2),
    ]
  }
  const y = (height - width) / 2
  return [...halfCircle({ x: 0, y }, width / 2, 0), ...halfCircle({ x: 0, y: -y }, width / 2, Math.PI)]
}

function moved(rings: readonly Ring[], by: Point): Ring[] {
  const [dx, dy] = [toUnits(by.x), toUnits(by.y)]
  return rings.map((ring) => ring.map(({ x, y }) => ({ x: x + dx, y: y + dy })))
}

function samePoint(path: Ring): boolean {
  return path[0]?.x === path[1]?.x && path[0]?.y === path[1]?.y
}
