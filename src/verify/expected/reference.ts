import { UserError } from "../../model/finding"
import { readFabSet } from "../files/fab-set"
import { BoardGeometry, spot } from "../geometry/board"
import { readIpcNetlist } from "../ipc-d-356"
import type { ExpectedNetlist, ExpectedPad } from "../netlist"
import { type Contents, textOf } from "../package/contents"
import { netlistOfAttributes } from "./attributes"
import { netlistOfCircuitJson } from "./circuit-json"
import { netlistOfIpc } from "./ipc"
import { netlistOfKicad } from "./kicad"

/** What the netlist is asked of: one file, or the files of another zip or folder. */
export type NetlistSource =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly contents: Contents }

/**
 * The netlist of a file (IPC-D-356, circuit JSON, KiCad's .net or .kicad_pcb) or of another set of Gerbers: what it
 * names itself, else what its copper connects.
 * @param pads pads whose places are known (X2 attributes of the set under test), for netlists that tell none.
 */
export function netlistOf(source: NetlistSource, pads: readonly ExpectedPad[]): ExpectedNetlist {
  if ("contents" in source) return netlistOfSet(source.name, source.contents)
  const { name, text } = source
  if (/^\s*\[/.test(text)) return netlistOfCircuitJson(text, name)
  if (/^\s*\(/.test(text)) return netlistOfKicad(text, name, pads)
  return netlistOfIpc(readIpcNetlist(text, name))
}

function netlistOfSet(name: string, contents: Contents): ExpectedNetlist {
  const texts = [...contents].map(([path, bytes]) => ({ name: path, text: textOf(bytes) }))
  const ipc = texts.find((file) => /\.(ipc|d356|356)$/i.test(file.name))
  if (ipc !== undefined) return netlistOfIpc(readIpcNetlist(ipc.text, ipc.name))
  const files = readFabSet(texts)
  const named = netlistOfAttributes(files)
  if (named !== undefined) return { ...named, source: `${name}, by its net attributes` }
  return netlistOfCopper(name, new BoardGeometry(files, undefined))
}

/** Pads by their places, nets by what the reference's copper connects. */
function netlistOfCopper(name: string, board: BoardGeometry): ExpectedNetlist {
  const pads = new Map<string, ExpectedPad>()
  for (const { side, x, y } of board.padShapes) {
    const piece = board.layer(`copper-${side}`)?.pieceAt({ x, y }) ?? -1
    if (piece < 0) continue
    const net = `net ${board.connectivity.groupOf(`copper-${side}`, piece)}`
    const key = spot({ x, y })
    const known = pads.get(key)
    const both = known !== undefined && known.side !== side
    pads.set(key, { designator: "pad", pin: key, net, x, y, side: both ? "both" : side })
  }
  if (pads.size === 0) throw new UserError(`${name}: no pads found, so it is no reference`)
  return { source: `the copper of ${name}`, pads: [...pads.values()], merged: [] }
}
