import { turn } from "../../geometry/point"
import { pill, rectangle, ringOf, type Shape } from "../../geometry/shape"
import type { Point } from "../../read"
import { capsule } from "../../read/geometry/capsule"
import { counterClockwise, difference, type Ring, ringFromMm, ringsOf } from "../../read/geometry/polygon"
import type { XmlElement } from "../../read/xml"

export const numberOf = ({ attributes }: XmlElement, key: string): number => Number(attributes.get(key) ?? 0)

export const pointOf = (element: XmlElement): Point => ({
  x: numberOf(element, "x"),
  y: numberOf(element, "y"),
})

export const childOf = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((child) => child.name === name)

export const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name)

/** Where an element puts what it holds: mirrored left to right, turned, then moved. */
export function placing(element: XmlElement): (point: Point) => Point {
  const xform = childOf(element, "Xform")
  const location = childOf(element, "Location")
  const at = location === undefined ? { x: 0, y: 0 } : pointOf(location)
  const deg = xform === undefined ? 0 : numberOf(xform, "rotation")
  const mirrored = xform?.attributes.get("mirror") === "true"
  return ({ x, y }) => {
    const turned = turn({ x: mirrored ? -x : x, y }, deg)
    return { x: turned.x + at.x, y: turned.y + at.y }
  }
}

export type Dictionary = ReadonlyMap<string, XmlElement>

/** Chords stray from their arcs by no more than this, mm. */
const strayMm = 0.001

/** The area of a feature's form, in its place. A line has the width of its pen. */
export function areaOf(holder: XmlElement, forms: Dictionary): Ring[] {
  const put = placing(holder)
  const own = holder.children.map((child) =>
    child.name === "StandardPrimitiveRef" ? forms.get(child.attributes.get("id") ?? "") : child,
  )
  return own.flatMap((form) => (form === undefined ? [] : ringsOfForm(form, put)))
}

function ringsOfForm(form: XmlElement, put: (point: Point) => Point): Ring[] {
  const ring = (points: readonly Point[]): Ring => counterClockwise(ringFromMm(points.map(put)))
  const shape = (of: Shape): Ring[] => [ring(ringOf(of, strayMm))]
  const [width, height] = [numberOf(form, "width"), numberOf(form, "height")]
  const origin = { x: 0, y: 0 }
  switch (form.name) {
    case "Circle":
      return shape({ core: [origin], radius: numberOf(form, "diameter") / 2 })
    case "Oval":
      return shape(pill(origin, width, height))
    case "RectCenter":
      return shape(rectangle(origin, width, height))
    case "RectRound":
      return shape(rectangle(origin, width, height, 0, numberOf(form, "radius")))
    case "Contour":
    case "Profile": {
      const outer = childrenOf(form, "Polygon").map((one) => ring(pathOf(one)))
      const holes = childrenOf(form, "Cutout").map((one) => ring(pathOf(one)))
      return holes.length === 0 ? outer : ringsOf(difference(outer, holes))
    }
    case "Polyline": {
      const points = pathOf(form).map(put)
      const pen = childOf(form, "LineDesc")
      const radius = pen === undefined ? 0 : numberOf(pen, "lineWidth") / 2
      return points.slice(1).map((to, i) => capsule(points[i] as Point, to, radius))
    }
    default:
      return []
  }
}

const pathOf = ({ children }: XmlElement): Point[] =>
  children.filter(({ name }) => name === "PolyBegin" || name === "PolyStepSegment").map(pointOf)

/** Everything that is drawn on a layer. */
export function layerArea(step: XmlElement, layer: string, forms: Dictionary): Ring[] {
  const sets = childrenOf(step, "LayerFeature")
    .filter(({ attributes }) => attributes.get("layerRef") === layer)
    .flatMap((feature) => childrenOf(feature, "Set"))
  return sets.flatMap(({ children }) => children.flatMap((one) => areaOf(one, forms)))
}
