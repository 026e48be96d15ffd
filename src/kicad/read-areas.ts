import type { Point, Side } from "../model/place"
import { named, type Tree } from "../verify/expected/kicad"
import { type Frame, footprintFrame, numbers } from "./read-pieces"

/** Copper that a zone fills on one layer: one outline, its holes joined to it by slits. */
export interface KicadFill {
  readonly layer: string
  readonly ring: readonly Point[]
  /** KiCad's number of the zone's net, and the name it gives it. */
  readonly net: string
  readonly netName: string
  /** Where zones of its net may fill on its layer, each an outline and its holes; none where its own zone may not. */
  readonly zones: readonly (readonly (readonly Point[])[])[]
}

/** A text on silkscreen: `at` is the middle of the line's height, at its start, middle or end. */
export interface KicadText {
  readonly text: string
  readonly side: Side
  readonly at: Point
  readonly turnDeg: number
  readonly align: string
  readonly capitalMm: number
  readonly mirrored: boolean
  readonly knockout: boolean
}

export function fillsOf(board: Tree, onBoard: Frame): KicadFill[] {
  const ring = (tree: Tree): Point[] =>
    named(named(tree, "pts")[0] ?? [], "xy").map((xy) => {
      const [x = 0, y = 0] = numbers(xy)
      return onBoard(x, y)
    })
  const zones = named(board, "zone").map((zone) => ({
    zone,
    net: word(zone, "net"),
    rings: named(zone, "polygon").map(ring),
    layers: [...named(zone, "layer"), ...named(zone, "layers")].flatMap((list) => list.slice(1)).map(String),
  }))
  return zones.flatMap(({ zone, net, layers }) =>
    named(zone, "filled_polygon").map((fill) => {
      const layer = word(fill, "layer")
      const there = zones.filter((one) => one.net === net && one.layers.includes(layer))
      return {
        net,
        netName: word(zone, "net_name"),
        zones: layers.includes(layer) ? there.map(({ rings }) => rings) : [],
        layer,
        ring: ring(fill),
      }
    }),
  )
}

const sides: Readonly<Record<string, Side>> = { "F.SilkS": "top", "B.SilkS": "bottom" }

export function textsOf(board: Tree, onBoard: Frame): KicadText[] {
  const textIn = (tree: Tree, text: Tree[number] | undefined, frame: Frame): KicadText[] => {
    const layer = named(tree, "layer")[0] ?? []
    const side = sides[String(layer[1])]
    if (side === undefined || typeof text !== "string" || word(tree, "hide") === "yes") return []
    const [x = 0, y = 0, turnDeg = 0] = numbers(named(tree, "at")[0])
    const effects = named(tree, "effects")[0] ?? []
    const justify = (named(effects, "justify")[0] ?? []).slice(1).map(String)
    return [
      {
        ...{ text, side, at: frame(x, y), turnDeg },
        align: justify.find((one) => one !== "mirror") ?? "center",
        capitalMm: numbers(named(named(effects, "font")[0] ?? [], "size")[0])[0] ?? 0,
        mirrored: justify.includes("mirror"),
        knockout: layer.includes("knockout"),
      },
    ]
  }
  return [
    ...named(board, "gr_text").flatMap((one) => textIn(one, one[1], onBoard)),
    ...named(board, "footprint").flatMap((footprint) => {
      const frame = footprintFrame(footprint, onBoard)
      return [
        ...named(footprint, "property").flatMap((one) => textIn(one, one[2], frame)),
        ...named(footprint, "fp_text").flatMap((one) => textIn(one, one[2], frame)),
      ]
    }),
  ]
}

/** The first value of the list of that name in a list; "" where there is none. */
function word(tree: Tree, name: string): string {
  const value = named(tree, name)[0]?.[1]
  return typeof value === "string" ? value : ""
}
