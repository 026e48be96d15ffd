import type { Board } from "../../model/board"
import { type FabHouse, laminate, type Process } from "../../model/fab-house"
import { gate } from "../../model/fab-rule"
import { decimal, type Node, quoted } from "../sexpr"
import { at, sheetOrigin } from "./frame"
import { copperName, plottedLayers } from "./layers"

/** Stack of the fab's usual process on FR-4, mask and plot settings of the board. Vias are tented on both sides. */
export const setup = (board: Board, { process, limits }: Pick<FabHouse, "process" | "limits">): Node => [
  "setup",
  [
    "stackup",
    stackLayer("F.SilkS", "Top Silk Screen", [["color", quoted(process.printColour)]]),
    stackLayer("F.Paste", "Top Solder Paste"),
    stackLayer("F.Mask", "Top Solder Mask", [
      ["color", quoted(process.maskColour)],
      ["thickness", process.maskMm],
    ]),
    ...coreToCopper(board, process),
    stackLayer("B.Mask", "Bottom Solder Mask", [
      ["color", quoted(process.maskColour)],
      ["thickness", process.maskMm],
    ]),
    stackLayer("B.Paste", "Bottom Solder Paste"),
    stackLayer("B.SilkS", "Bottom Silk Screen", [["color", quoted(process.printColour)]]),
    ["copper_finish", quoted(process.finish)],
    ["dielectric_constraints", "no"],
  ],
  ["pad_to_mask_clearance", gate({ limits }, "mask-expansion")],
  // KiCad would close gaps between openings that are narrower than this; the rules report them instead.
  ["solder_mask_min_width", 0],
  ["allow_soldermask_bridges_in_footprints", "no"],
  ["tenting", "front", "back"],
  at("aux_axis_origin", sheetOrigin),
  at("grid_origin", sheetOrigin),
  [
    "pcbplotparams",
    ["layerselection", plottedLayers(board.layers)],
    ["plot_on_all_layers_selection", "0x00000000_00000000_00000000_00000000"],
    ["disableapertmacros", "no"],
    ["usegerberextensions", "yes"],
    ["usegerberattributes", "no"],
    ["usegerberadvancedattributes", "no"],
    ["creategerberjobfile", "no"],
    ["subtractmaskfromsilk", "yes"],
    ["useauxorigin", "yes"],
    ["gerberprecision", 6],
    ["outputformat", 1],
    ["drillshape", 0],
    ["outputdirectory", quoted("gerbers/")],
  ],
]

/** Copper and what insulates it, from the top down. */
function coreToCopper(board: Board, process: Process): Node[] {
  let dielectrics = 0
  return laminate(board, process).map((layer) => {
    const thickness: Node = ["thickness", decimal(layer.mm)]
    if (layer.kind === "copper") return stackLayer(copperName(layer.layer), "copper", [thickness])
    dielectrics++
    return stackLayer(`dielectric ${dielectrics}`, layer.kind, [
      thickness,
      ["material", quoted(layer.kind === "core" ? "FR4" : layer.name)],
      ["epsilon_r", 4.5],
      ["loss_tangent", 0.02],
    ])
  })
}

const stackLayer = (name: string, type: string, rest: readonly Node[] = []): Node => [
  "layer",
  quoted(name),
  ["type", quoted(type)],
  ...rest,
]
