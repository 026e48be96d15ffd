import type { Side } from "../../model/place"
import { type Node, quoted } from "../sexpr"

/** KiCad's layers that come in pairs, by what is on them. */
export type SideLayer = "Cu" | "Mask" | "Paste" | "SilkS" | "CrtYd" | "Fab"

export const layerName = (side: Side, layer: SideLayer): string => `${side === "bottom" ? "B" : "F"}.${layer}`

export const onLayer = (name: string): Node => ["layer", quoted(name)]

export const onLayers = (names: readonly string[]): Node => ["layers", ...names.map(quoted)]

/** Number, name, kind and shown name of each layer of a two-layer board (KiCad 9's numbers). */
const table: readonly (readonly [number, string, string, string?])[] = [
  [0, "F.Cu", "signal"],
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

export const layerTable = (): Node => [
  "layers",
  ...table.map(([number, name, kind, shown]) => [
    number,
    quoted(name),
    kind,
    ...(shown === undefined ? [] : [quoted(shown)]),
  ]),
]
