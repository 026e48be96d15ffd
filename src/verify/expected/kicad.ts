import { ReadError } from "../../read"
import type { ExpectedNetlist, ExpectedPad } from "../netlist"
import { padName } from "../netlist"
import { namedNet } from "./attributes"

export type Tree = readonly (string | Tree)[]

/**
 * KiCad's netlist (`(export (nets ...))`), which names pins and no places, or its board (`(kicad_pcb ...)`), which has
 * both. Pins without a place take that of the pad of their name in the files under test.
 */
export function netlistOfKicad(text: string, file: string, pads: readonly ExpectedPad[]): ExpectedNetlist {
  const tree = kicadTree(text, file)
  if (tree[0] === "kicad_pcb") return ofBoard(tree, file)
  const nets = new Map<string, string>()
  for (const list of named(tree, "nets"))
    for (const net of named(list, "net"))
      for (const node of named(net, "node"))
        nets.set(`${value(node, "ref")}.${value(node, "pin")}`, value(net, "name") ?? "")
  if (nets.size === 0) throw new ReadError(file, undefined, "neither a netlist nor a board of KiCad")
  if (pads.length === 0)
    throw new ReadError(
      file,
      undefined,
      "names pins without places, and the Gerbers name no pads (X2): give the .kicad_pcb or an IPC-D-356 file",
    )
  return {
    source: file,
    merged: [],
    pads: pads.map((pad) => ({ ...pad, net: namedNet(nets.get(padName(pad))) })),
  }
}

/** Pads with their places, y turned up; KiCad writes the turn of a footprint in degrees, counter-clockwise. */
function ofBoard(tree: Tree, file: string): ExpectedNetlist {
  const origin = named(named(tree, "setup")[0] ?? [], "aux_axis_origin")[0]
  const [ox, oy] = [Number(origin?.[1] ?? 0), Number(origin?.[2] ?? 0)]
  const pads: ExpectedPad[] = []
  for (const footprint of [...named(tree, "footprint"), ...named(tree, "module")]) {
    const at = named(footprint, "at")[0] ?? []
    const turn = (Number(at[3] ?? 0) * Math.PI) / 180
    const designator = referenceOf(footprint)
    for (const pad of named(footprint, "pad")) {
      const [, pin, kind] = pad
      if (typeof pin !== "string" || pin === "" || kind === "np_thru_hole") continue
      const local = named(pad, "at")[0] ?? []
      const [px, py] = [Number(local[1] ?? 0), Number(local[2] ?? 0)]
      const x = Number(at[1] ?? 0) + px * Math.cos(turn) + py * Math.sin(turn)
      const y = Number(at[2] ?? 0) - px * Math.sin(turn) + py * Math.cos(turn)
      const layers = (named(pad, "layers")[0] ?? []).filter((word) => typeof word === "string")
      const side =
        layers.some((word) => word === "*.Cu") || (layers.includes("F.Cu") && layers.includes("B.Cu"))
          ? "both"
          : layers.includes("B.Cu")
            ? "bottom"
            : layers.includes("F.Cu")
              ? "top"
              : undefined
      if (side === undefined) continue
      const net = named(pad, "net")[0]
      const name = net?.[2] ?? net?.[1]
      pads.push({
        designator,
        pin,
        net: typeof name === "string" ? namedNet(name) : undefined,
        x: x - ox,
        y: oy - y,
        side,
      })
    }
  }
  if (pads.length === 0) throw new ReadError(file, undefined, "no pads in the board")
  return { source: file, pads, merged: [] }
}

export function referenceOf(footprint: Tree): string {
  for (const property of named(footprint, "property"))
    if (property[1] === "Reference" && typeof property[2] === "string") return property[2]
  for (const text of named(footprint, "fp_text"))
    if (text[1] === "reference" && typeof text[2] === "string") return text[2]
  return "?"
}

/** The lists in a list that begin with a word. */
export const named = (tree: Tree, name: string): Tree[] =>
  tree.filter((item): item is Tree => typeof item !== "string" && item[0] === name)

const value = (tree: Tree, name: string): string | undefined => {
  const found = named(tree, name)[0]?.[1]
  return typeof found === "string" ? found : undefined
}

/** An S-expression as nested lists, without recursion: depth is the file's to choose. */
export function kicadTree(text: string, file: string): Tree {
  const stack: (string | Tree)[][] = [[]]
  const pattern = /\(|\)|"((?:[^"\\]|\\.)*)"|[^\s()"]+/g
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [word, quoted] = match
    if (word === "(") stack.push([])
    else if (word === ")") {
      const done = stack.pop()
      const parent = stack[stack.length - 1]
      if (done === undefined || parent === undefined)
        throw new ReadError(file, undefined, "a bracket too many")
      parent.push(done)
    } else stack[stack.length - 1]?.push(quoted === undefined ? word : quoted.replace(/\\(.)/g, "$1"))
  }
  const [root] = stack[0] ?? []
  if (stack.length !== 1 || root === undefined || typeof root === "string")
    throw new ReadError(file, undefined, "the brackets do not close: the file may be cut off")
  return root
}
