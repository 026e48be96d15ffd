import type { DrawnShape } from "../model/drawn"
import type { Point, Side } from "../model/place"
import { named, referenceOf, type Tree } from "../verify/expected/kicad"

/** A rectangle, pill or disc: its middle, sides, and the direction of the longer one, degrees, y up. */
export interface Lying {
  readonly at: Point
  readonly longMm: number
  readonly shortMm: number
  readonly turnDeg: number
  readonly isRound: boolean
}

export interface KicadPad {
  readonly designator: string
  readonly pin: string
  readonly side: Side | "both"
  readonly at: Point
  /** Marked as a half hole on the board's edge. */
  readonly castellated: boolean
  /** Absent for a pad of any outline. */
  readonly form: Lying | undefined
}

/** What of a KiCad board is held to the source: mm, y up, from its drill origin. */
export interface KicadPieces {
  readonly pads: readonly KicadPad[]
  readonly holes: readonly { readonly at: Point; readonly form: Lying }[]
  readonly texts: readonly { readonly text: string; readonly side: Side }[]
  readonly edges: readonly (readonly [Point, Point])[]
}

export function piecesOf(board: Tree): KicadPieces {
  const onBoard = boardFrame(board)
  const pads: KicadPad[] = []
  const holes: { at: Point; form: Lying }[] = []
  const texts: { text: string; side: Side }[] = []
  const addText = (tree: Tree, text: string | Tree | undefined) => {
    const layer = named(tree, "layer")[0]?.[1]
    if (typeof text === "string" && (layer === "F.SilkS" || layer === "B.SilkS"))
      texts.push({ text, side: layer === "B.SilkS" ? "bottom" : "top" })
  }
  for (const footprint of named(board, "footprint")) {
    const inPlace = footprintFrame(footprint, onBoard)
    const designator = referenceOf(footprint)
    for (const property of named(footprint, "property"))
      if (property[1] === "Reference") addText(property, property[2])
    for (const pad of named(footprint, "pad")) {
      const [, pin, kind, shape] = pad
      const [px = 0, py = 0, padDeg = 0] = numbers(named(pad, "at")[0])
      const at = inPlace(px, py)
      const [width = 0, height = 0] = numbers(named(pad, "size")[0])
      const form = lying(at, width, height, padDeg, shape === "circle" || shape === "oval")
      if (kind === "np_thru_hole") holes.push({ at, form })
      const side = sideOf(named(pad, "layers")[0] ?? [])
      if (typeof pin !== "string" || pin === "" || kind === "np_thru_hole" || side === undefined) continue
      const castellated = named(pad, "property").some((one) => one[1] === "pad_prop_castellated")
      pads.push({ designator, pin, side, at, castellated, form: shape === "custom" ? undefined : form })
    }
  }
  for (const text of named(board, "gr_text")) addText(text, text[1])
  const edges = named(board, "gr_line").flatMap((line): (readonly [Point, Point])[] => {
    if (named(line, "layer")[0]?.[1] !== "Edge.Cuts") return []
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [
      numbers(named(line, "start")[0]),
      numbers(named(line, "end")[0]),
    ]
    return [[onBoard(ax, ay), onBoard(bx, by)]]
  })
  return { pads, holes, texts, edges }
}

/** From a file's numbers to the board: mm, y up, from the drill origin. */
export type Frame = (x: number, y: number) => Point

export function boardFrame(board: Tree): Frame {
  const [ox = 0, oy = 0] = numbers(named(named(board, "setup")[0] ?? [], "aux_axis_origin")[0])
  return (x, y) => ({ x: x - ox, y: oy - y })
}

/** What stands in a footprint turns with it, counter-clockwise on the screen, whose y points down. */
export function footprintFrame(footprint: Tree, onBoard: Frame): Frame {
  const [fx = 0, fy = 0, turnDeg = 0] = numbers(named(footprint, "at")[0])
  const [cos, sin] = [Math.cos((turnDeg * Math.PI) / 180), Math.sin((turnDeg * Math.PI) / 180)]
  return (x, y) => onBoard(fx + x * cos + y * sin, fy - x * sin + y * cos)
}

export const numbers = (tree: Tree = []): number[] => tree.slice(1).map(Number)

function sideOf(layers: Tree): Side | "both" | undefined {
  if (layers.includes("*.Cu") || (layers.includes("F.Cu") && layers.includes("B.Cu"))) return "both"
  return layers.includes("B.Cu") ? "bottom" : layers.includes("F.Cu") ? "top" : undefined
}

const lying = (at: Point, width: number, height: number, deg: number, isRounded: boolean): Lying => ({
  at,
  longMm: Math.max(width, height),
  shortMm: Math.min(width, height),
  turnDeg: width >= height ? deg : deg + 90,
  isRound: isRounded && Math.abs(width - height) < 1e-6,
})

/** The same of a drawn disc, pill or rectangle. */
export function lyingOf({ core, radius }: DrawnShape): Lying {
  const [a = { x: 0, y: 0 }, b = a, c = b] = core
  const middle = core.length > 2 ? { x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 } : mean(a, b)
  const width = Math.hypot(b.x - a.x, b.y - a.y) + 2 * radius
  const height = (core.length > 2 ? Math.hypot(c.x - b.x, c.y - b.y) : 0) + 2 * radius
  const deg = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return lying(middle, width, height, deg, core.length < 3)
}

const mean = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
