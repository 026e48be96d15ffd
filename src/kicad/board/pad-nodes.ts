import type { Side } from "../../model/place"
import { decimal, type Node, quoted } from "../sexpr"
import { angle, inFootprint } from "./frame"
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
    ...(pad.drill ? [drill(pad.drill)] : []),
    onLayers(layers(pad, place.side)),
    ...(pad.drill ? [["remove_unused_layers", "no"]] : []),
    ...(pad.shape === "roundrect"
      ? [["roundrect_rratio", decimal(pad.cornerMm / Math.min(pad.width, pad.height))]]
      : []),
    ...rest,
    ...(pad.maskMarginMm === undefined ? [] : [["solder_mask_margin", pad.maskMarginMm]]),
    ...(pad.paste && pad.paste.mm !== 0 ? [["solder_paste_margin", pad.paste.mm]] : []),
    ...(pad.paste && pad.paste.share !== 0 ? [["solder_paste_margin_ratio", pad.paste.share]] : []),
  ]
}

const drill = ({ width, height }: { readonly width: number; readonly height: number }): Node =>
  width === height ? ["drill", width] : ["drill", "oval", width, height]

function layers(pad: LandPad, side: Side): string[] {
  if (pad.drill) return ["*.Cu", ...(pad.maskCovered ? [] : ["*.Mask"])]
  return [
    layerName(side, "Cu"),
    ...(pad.maskCovered ? [] : [layerName(side, "Mask")]),
    ...(pad.paste ? [layerName(side, "Paste")] : []),
  ]
}
