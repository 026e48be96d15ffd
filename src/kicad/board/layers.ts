import { copperFiles } from "../../model/fab-house"
import { type CopperLayer, type LayerCount, stacks } from "../../model/layer"
import type { Side } from "../../model/place"
import { type Node, quoted } from "../sexpr"

/** KiCad's layers that come in pairs, by what is on them. */
export type SideLayer = "Cu" | "Mask" | "Paste" | "SilkS" | "CrtYd" | "Fab"

export const layerName = (side: Side, layer: SideLayer): string => `${side === "bottom" ? "B" : "F"}.${layer}`

/** "F.Cu", "In1.Cu": the files are called after KiCad's layers. */
export const copperName = (layer: CopperLayer): string => copperFiles[layer].replace("_", ".")

/** All copper of a board. */
export const copperNames = (layers: LayerCount): string[] => stacks[layers].map(copperName)

export const onLayer = (name: string): Node => ["layer", quoted(name)]

export const onLayers = (names: readonly string[]): Node => ["layers", ...names.map(quoted)]

/** Number, name, kind and shown name of each layer (KiCad 9's numbers). */
const table: readonly (readonly [number, string, string, string?])[] = [
  [0, "F.Cu", "signal"],
  [4, "In1.Cu", "signal"],
  [6, "In2.Cu", "signal"],
  [2, "B.Cu", "signal"],
  [13, "F.Paste", "user"],
  [15, "B.Paste", "user"],
  [5, "F.SilkS", "user", "F.Silkscreen"],
  [7, "B.SilkS", "user", "B.Silkscreen"],
  [1, "F.Mask", "user"],
  [3, "B.Mask", "user"],
  [17, "Dwgs.User", "user", "User.Drawings"],
  [19, "Cmts.User", "user", "User.Comments"],
  [25, "Edge.Cuts", "user"],
  [27, "Margin", "user"],
  [31, "F.CrtYd", "user", "F.Courtyard"],
  [29, "B.CrtYd", "user", "B.Courtyard"],
  [35, "F.Fab", "user"],
  [33, "B.Fab", "user"],
]

/** Those that a board of so many layers of copper has. */
const tableOf = (layers: LayerCount): typeof table => {
  const copper = copperNames(layers)
  return table.filter(([, name]) => !name.endsWith(".Cu") || copper.includes(name))
}

export const layerTable = (layers: LayerCount): Node => [
  "layers",
  ...tableOf(layers).map(([number, name, kind, shown]) => [
    number,
    quoted(name),
    kind,
    ...(shown === undefined ? [] : [quoted(shown)]),
  ]),
]

/** What KiCad plots, a bit a layer: copper, mask, paste, silkscreen and edge. */
export function plottedLayers(layers: LayerCount): string {
  const plotted = tableOf(layers).filter(([, name]) => /\.(Cu|Mask|Paste|SilkS)$|^Edge/.test(name))
  const bits = plotted.reduce((sum, [number]) => sum + 2 ** number, 0)
  return `0x00000000_00000000_00000000_${bits.toString(16).padStart(8, "0")}`
}
