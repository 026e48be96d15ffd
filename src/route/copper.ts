import { capsule, disc, type Shape } from "../geometry/shape"
import { type CopperLayer, layerNames } from "../model/layer"
import type { NetRoutes, Position } from "./routes-file"

/** One track segment or via of a net, as copper. */
export interface CopperItem {
  readonly net: string
  readonly kind: "track" | "via"
  readonly layers: readonly CopperLayer[]
  readonly shape: Shape
  /** Index into the net's `paths` (tracks) or `vias`. */
  readonly index: number
}

export const toPoint = ([x, y]: Position) => ({ x, y })

/** Segments of all paths, then the vias, in the file's order. */
export function netCopper(net: string, routes: NetRoutes, viaDiameterMm: number): CopperItem[] {
  const items: CopperItem[] = []
  routes.paths.forEach((path, index) => {
    for (let i = 1; i < path.points.length; i++) {
      const a = toPoint(path.points[i - 1] as Position)
      const b = toPoint(path.points[i] as Position)
      items.push({ net, kind: "track", layers: [path.layer], shape: capsule(a, b, path.width), index })
    }
  })
  routes.vias.forEach((at, index) => {
    items.push({ net, kind: "via", layers: layerNames, shape: disc(toPoint(at), viaDiameterMm), index })
  })
  return items
}

export const shareLayer = (a: readonly CopperLayer[], b: readonly CopperLayer[]): boolean =>
  a.some((layer) => b.includes(layer))
