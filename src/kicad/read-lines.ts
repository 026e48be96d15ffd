import type { DrawnShape } from "../model/drawn"
import type { CopperLayer } from "../model/layer"
import type { Point, Side } from "../model/place"
import { named, type Tree } from "../verify/expected/kicad"
import { boardFrame, type Frame, footprintFrame, numbers } from "./read-pieces"

export interface KicadTrack {
  readonly from: Point
  readonly to: Point
  readonly widthMm: number
  readonly layer: string
  /** KiCad's number of its net. */
  readonly net: string
}

export interface KicadVia {
  readonly at: Point
  readonly sizeMm: number
  readonly drillMm: number
  readonly layers: string
  /** "blind", "micro"; absent for one through the board. */
  readonly kind?: string
  readonly net: string
}

/** Ink of one stroke of a round pen, one ring of it, or one area. */
export type Ink =
  | { readonly kind: "area"; readonly shape: DrawnShape }
  | {
      readonly kind: "ring"
      readonly centre: Point
      readonly radiusMm: number
      readonly widthMm: number
    }

export interface KicadInk {
  readonly side: Side
  readonly ink: Ink
}

/** What a KiCad board draws beside pads and texts: mm, y up, from its drill origin. */
export interface KicadLines {
  readonly tracks: readonly KicadTrack[]
  readonly vias: readonly KicadVia[]
  readonly ink: readonly KicadInk[]
  /** Pads' nets, by "U1.3". */
  readonly padNets: readonly { readonly pad: string; readonly net: string }[]
  /** What this project never draws: "an arc of copper", and where. */
  readonly odd: readonly { readonly what: string; readonly at: Point }[]
}

/** KiCad's names. */
export const kicadCopper: Readonly<Record<CopperLayer, string>> = {
  top: "F.Cu",
  inner1: "In1.Cu",
  inner2: "In2.Cu",
  bottom: "B.Cu",
}

const silk: Readonly<Record<string, Side>> = { "F.SilkS": "top", "B.SilkS": "bottom" }

export function linesOf(board: Tree): KicadLines {
  const onBoard = boardFrame(board)
  const odd: { what: string; at: Point }[] = named(board, "arc").map((arc) => ({
    what: "an arc of copper",
    at: point(arc, "start", onBoard),
  }))
  const ink: KicadInk[] = []
  const graphics = (tree: Tree, prefix: "gr" | "fp", frame: Frame) => {
    for (const item of tree) {
      const kind = typeof item === "string" ? "" : item[0]
      if (typeof item === "string" || typeof kind !== "string" || !kind.startsWith(`${prefix}_`)) continue
      const layer = word(item, "layer")
      if (layer.endsWith(".Cu")) odd.push({ what: `a drawing on ${layer}`, at: point(item, "start", frame) })
      const side = silk[layer]
      const form = kind.slice(3)
      if (side === undefined || form === "text") continue
      const drawn = inkIn(form, item, frame)
      if (drawn === undefined) odd.push({ what: `a silkscreen ${form}`, at: point(item, "start", frame) })
      else ink.push(...drawn.map((one) => ({ side, ink: one })))
    }
  }
  graphics(board, "gr", onBoard)
  const padNets: { pad: string; net: string }[] = []
  for (const footprint of named(board, "footprint")) {
    graphics(footprint, "fp", footprintFrame(footprint, onBoard))
    const designator = named(footprint, "property").find((one) => one[1] === "Reference")?.[2]
    for (const pad of named(footprint, "pad"))
      if (pad[1] !== "") padNets.push({ pad: `${designator}.${pad[1]}`, net: word(pad, "net") })
  }
  return {
    tracks: named(board, "segment").map((one) => ({
      from: point(one, "start", onBoard),
      to: point(one, "end", onBoard),
      widthMm: Number(word(one, "width")),
      layer: word(one, "layer"),
      net: word(one, "net"),
    })),
    vias: named(board, "via").map((one) => ({
      at: point(one, "at", onBoard),
      sizeMm: Number(word(one, "size")),
      drillMm: Number(word(one, "drill")),
      layers: (named(one, "layers")[0] ?? []).slice(1).join(" "),
      ...(typeof one[1] === "string" ? { kind: one[1] } : {}),
      net: word(one, "net"),
    })),
    ink,
    padNets,
    odd,
  }
}

/** Undefined for a form that this project does not write. */
function inkIn(form: string, item: Tree, frame: Frame): Ink[] | undefined {
  const pen = Number(word(named(item, "stroke")[0] ?? [], "width")) / 2
  const isFilled = word(item, "fill") === "yes"
  switch (form) {
    case "line":
      return [stroke(point(item, "start", frame), point(item, "end", frame), pen)]
    case "circle": {
      const [centre, edge] = [point(item, "center", frame), point(item, "end", frame)]
      return [ring(centre, Math.hypot(edge.x - centre.x, edge.y - centre.y), 2 * pen, isFilled)]
    }
    case "poly": {
      const core = named(named(item, "pts")[0] ?? [], "xy").map((xy) => framed(xy, frame))
      return isFilled
        ? [{ kind: "area", shape: { core, radius: pen } }]
        : strokes([...core, ...core.slice(0, 1)], pen)
    }
    default:
      return undefined
  }
}

const stroke = (a: Point, b: Point, radius: number): Ink => ({
  kind: "area",
  shape: { core: [a, b], radius },
})

export const strokes = (points: readonly Point[], radius: number): Ink[] =>
  points.slice(1).map((to, i) => stroke(points[i] as Point, to, radius))

/** A ring whose pen covers its inside is a disc. */
export const ring = (centre: Point, radiusMm: number, widthMm: number, isFilled: boolean): Ink =>
  isFilled || widthMm / 2 > radiusMm - 1e-4
    ? { kind: "area", shape: { core: [centre], radius: radiusMm + widthMm / 2 } }
    : { kind: "ring", centre, radiusMm, widthMm }

/** The first value of the list of that name in a list; "" where there is none. */
function word(tree: Tree, name: string): string {
  const value = named(tree, name)[0]?.[1]
  return typeof value === "string" ? value : ""
}

const framed = (xy: Tree, frame: Frame): Point => {
  const [x = 0, y = 0] = numbers(xy)
  return frame(x, y)
}

const point = (tree: Tree, name: string, frame: Frame): Point => framed(named(tree, name)[0] ?? [], frame)
