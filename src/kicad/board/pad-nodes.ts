import type { Point } from "../../geometry/point"
import type { Side } from "../../model/place"
import { decimal, type Node, quoted } from "../sexpr"
import { angle, at, inFootprint } from "./frame"
import { layerName, onLayers } from "./layers"
import type { LandPad } from "./pads"

export interface PadPlace {
  readonly side: Side
  /** How the footprint is turned: KiCad writes a pad's angle as seen on the board. */
  readonly footprintDeg: number
}

/** A pad as a footprint on the board or in a library stores it; `rest` is what only a board's pad has. */
export function padNode(pad: LandPad, place: PadPlace, rest: readonly Node[]): Node {
  const { x, y } = inFootprint(place.side, pad)
  const turned = angle(place.footprintDeg + (place.side === "bottom" ? -pad.turnDeg : pad.turnDeg))
  return [
    "pad",
    quoted(pad.number),
    pad.drill ? "thru_hole" : "smd",
    pad.shape,
    ["at", x, y, ...(turned === 0 ? [] : [turned])],
    ["size", pad.width, pad.height],
    ...(pad.drill ? [drill(pad.drill, place.side, pad.offset)] : []),
    ...(pad.castellated === true ? [["property", "pad_prop_castellated"]] : []),
    onLayers(layers(pad, place.side)),
    ...(pad.drill ? [["remove_unused_layers", "no"]] : []),
    ...(pad.shape === "roundrect"
      ? [["roundrect_rratio", decimal(pad.cornerMm / Math.min(pad.width, pad.height))]]
      : []),
    ...(pad.corners === undefined ? [] : outline(pad.corners, place.side)),
    ...rest,
    ...(pad.maskMarginMm === undefined ? [] : [["solder_mask_margin", pad.maskMarginMm]]),
    ...(pad.paste && pad.paste.mm !== 0 ? [["solder_paste_margin", pad.paste.mm]] : []),
    ...(pad.paste && pad.paste.share !== 0 ? [["solder_paste_margin_ratio", pad.paste.share]] : []),
  ]
}

function drill({ width, height }: NonNullable<LandPad["drill"]>, side: Side, offset?: Point): Node {
  const size = width === height ? [width] : ["oval", width, height]
  if (offset === undefined) return ["drill", ...size]
  const { x, y } = inFootprint(side, offset)
  return ["drill", ...size, ["offset", x, y]]
}

/** A custom pad's copper, beside the disc that KiCad asks for. */
const outline = (corners: readonly Point[], side: Side): Node[] => [
  ["options", ["clearance", "outline"], ["anchor", "circle"]],
  [
    "primitives",
    [
      "gr_poly",
      ["pts", ...corners.map((corner) => at("xy", inFootprint(side, corner)))],
      ["width", 0],
      ["fill", "yes"],
    ],
  ],
]

function layers(pad: LandPad, side: Side): string[] {
  if (pad.isPaste) return [layerName(side, "Paste")]
  if (pad.drill) return ["*.Cu", ...(pad.maskCovered ? [] : ["*.Mask"])]
  return [
    layerName(side, "Cu"),
    ...(pad.maskCovered ? [] : [layerName(side, "Mask")]),
    ...(pad.paste ? [layerName(side, "Paste")] : []),
  ]
}
