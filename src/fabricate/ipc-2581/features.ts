import type { Copper } from "../../circuit/copper"
import type { Pad } from "../../circuit/pads"
import { capsule, disc, pill, rectangle, type Shape } from "../../geometry/shape"
import type { CopperLayer } from "../../model/layer"
import type { Point } from "../../model/place"
import { naturalOrder } from "../../natural-order"
import {
  type DrawnObject,
  type DrillFile,
  type Flash,
  type GerberImage,
  ringToMm,
  toPolygons,
} from "../../read"
import type { Forms } from "./forms"
import { contour, formRef, location, polyline, qualified, xform, xml } from "./xml"

const feature = (...bodies: string[]): string => xml("Features", {}, bodies)

/** The copper of one side, net by net: pads, vias, tracks, pours. */
export function copperSets(copper: Copper, side: CopperLayer, forms: Forms): string[] {
  const nets = new Map<string | undefined, Map<string | undefined, string[]>>()
  const add = (net: string | undefined, usage: string | undefined, text: string): void => {
    const uses = nets.get(net) ?? new Map<string | undefined, string[]>()
    nets.set(net, uses.set(usage, [...(uses.get(usage) ?? []), text]))
  }
  const pad = (
    { shape, layers, hole }: Pick<Pad, "shape" | "layers" | "hole">,
    use: "PLATED" | "VIA",
    pin: string[],
  ) => {
    const form = forms.of(shape)
    const padstackDefRef = forms.stack(form, layers, hole, use)
    const bodies = [...xform(form.turnDeg), location(form.at), formRef(form.id), ...pin]
    return xml("Pad", { padstackDefRef }, bodies)
  }
  for (const one of copper.pads.filter(({ layers }) => layers.includes(side))) {
    const { pin, designator, net } = one
    const pinRef = pin === undefined ? [] : [xml("PinRef", { componentRef: qualified(designator), pin })]
    add(net, "TERMINATION", pad(one, "PLATED", pinRef))
  }
  for (const via of copper.vias) {
    const shape = disc(via, via.diameterMm)
    add(via.net, "VIA", pad({ shape, layers: ["top", "bottom"], hole: disc(via, via.drillMm) }, "VIA", []))
  }
  for (const { from, to, widthMm, net } of copper.tracks.filter(({ layer }) => layer === side))
    add(net, undefined, feature(polyline([from, to], widthMm)))
  for (const { outline, holes, net } of copper.pours.filter(({ layer }) => layer === side))
    add(net, "PLANE", feature(contour("Contour", outline, holes)))
  return [...nets]
    .sort(([a], [b]) => naturalOrder(a ?? "~", b ?? "~"))
    .flatMap(([net, uses]) => {
      const named = net === undefined ? undefined : qualified(net)
      return [...uses].map(([padUsage, bodies]) => xml("Set", { net: named, padUsage }, bodies))
    })
}

const setOf = (bodies: readonly string[]): string[] => (bodies.length === 0 ? [] : [xml("Set", {}, bodies)])

/** A layer that is drawn and not wired, as its Gerber is: openings, paste, ink. A layer that cuts is written as areas. */
export function drawnSets(image: GerberImage, forms: Forms): string[] {
  const areas = (of: GerberImage): string[] =>
    toPolygons(of).map(({ outer, holes }) =>
      feature(contour("Contour", ringToMm(outer), holes.map(ringToMm))),
    )
  const one = (object: DrawnObject): string[] => {
    if (object.kind === "stroke" && object.aperture.shape.kind === "circle")
      return [feature(polyline(object.points, object.width))]
    const shape = object.kind === "flash" ? plain(object) : undefined
    if (shape === undefined) return areas({ ...image, objects: [object] })
    const { id, at, turnDeg } = forms.of(shape)
    return [feature(...xform(turnDeg), location(at), formRef(id))]
  }
  const cuts = image.objects.some(({ polarity }) => polarity === "clear")
  return setOf(cuts ? areas(image) : image.objects.flatMap(one))
}

function plain({ aperture: { shape }, at, transform }: Flash): Shape | undefined {
  const { mirrorX, mirrorY, rotationDeg, scale } = transform
  const asIs = !mirrorX && !mirrorY && rotationDeg === 0 && scale === 1
  if (!asIs || !("hole" in shape) || shape.hole !== undefined) return undefined
  if (shape.kind === "circle") return disc(at, shape.diameter)
  if (shape.kind === "polygon") return undefined
  return (shape.kind === "rectangle" ? rectangle : pill)(at, shape.width, shape.height)
}

/** Holes and slots as they are drilled. No tolerance is stated: the house's own holds. */
export function drillSets(drill: DrillFile, forms: Forms, plated: boolean): string[] {
  const bodies = drill.hits.map(({ points, diameter, via }, index) => {
    const [first, last] = [points[0] as Point, points[points.length - 1] as Point]
    const platingStatus = plated ? (via ? "VIA" : "PLATED") : "NONPLATED"
    const common = { name: `${platingStatus}_${index + 1}`, platingStatus, plusTol: 0, minusTol: 0 }
    if (points.length === 1) return xml("Hole", { ...common, diameter, x: first.x, y: first.y })
    const { id, at, turnDeg } = forms.of(capsule(first, last, diameter))
    return xml("SlotCavity", common, [location(at), ...xform(turnDeg), formRef(id)])
  })
  return setOf(bodies)
}
