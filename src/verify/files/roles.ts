import { type CopperLayer, isSide, layerNames } from "../../model/layer"
import { wordsOf } from "./name-words"

/** What a fabrication file is for. */
export type LayerRole =
  | "copper-top"
  | "copper-bottom"
  | `copper-inner-${number}`
  | "mask-top"
  | "mask-bottom"
  | "silk-top"
  | "silk-bottom"
  | "paste-top"
  | "paste-bottom"
  | "outline"

/** The role of a board's layer of copper. */
export const copperRole = (layer: CopperLayer): LayerRole =>
  isSide(layer) ? `copper-${layer}` : `copper-inner-${Number(layer.slice("inner".length))}`

export const isInnerRole = (role: LayerRole): boolean => role.startsWith("copper-inner-")

/** The layer of copper that a file is of; undefined where it is of none, or of one that no board here has. */
export const copperLayerOf = (role: LayerRole): CopperLayer | undefined =>
  layerNames.find((layer) => copperRole(layer) === role)

export type FileRole = LayerRole | "drill" | "gerber-other" | "other"

/** Endings that say the layer, of Protel/Altium, KiCad, Eagle, OrCAD, PADS, PCB-Pool. */
const endings: Readonly<Record<string, LayerRole | "gerber-other">> = {
  ...roles("copper-top", "gtl cmp top"),
  ...roles("copper-bottom", "gbl sol bot"),
  ...roles("mask-top", "gts stc smt tsm"),
  ...roles("mask-bottom", "gbs sts smb bsm"),
  ...roles("silk-top", "gto plc sst tsk"),
  ...roles("silk-bottom", "gbo pls ssb bsk"),
  ...roles("paste-top", "gtp crc spt tsp"),
  ...roles("paste-bottom", "gbp crs spb bsp"),
  ...roles("outline", "gko gm1 gml gm dim oln bor gbr_outline"),
  // Pad masters, drill drawings and guides, mechanical layers beyond the first.
  ...roles("gerber-other", "gpt gpb gdd gdl gd1 gg1 gta gba"),
}

function roles<R extends LayerRole | "gerber-other">(role: R, names: string): Record<string, R> {
  return Object.fromEntries(names.split(" ").map((name) => [name, role]))
}

const drillNames = /\.(drl|xln|exc|drd|tap|nc|ncd|rou|drill|cnc|dri2|xnc)$/
const gerberNames =
  /\.(gbr|ger|gbx|gdo|pho|art|gb[a-z0-9]|gt[a-z0-9]|gm\d*|gko|gml|g\d+|gd\d|gg\d|gp\d+|gp[tb]|gdd|gdl|g\d+l|gl\d+|in\d+|ly\d+|cmp|sol|stc|sts|plc|pls|crc|crs|top|bot|smt|smb|sst|ssb|spt|spb)$/

/** What the beginning of a file says it is, whatever its name. */
function contentOf(start: string): "gerber" | "drill" | undefined {
  if (/%FS[LTD]?[AI]?N?\d?X\d/.test(start)) return "gerber"
  return /^(?:\s*(?:%|;.*))*\s*M48\b/.test(start) || /^;.*Holesize\s+\d/im.test(start) ? "drill" : undefined
}

/** Guesses from the name; the text's beginning decides between Gerber, drill file and other text. */
export function roleByName(path: string, text: string): FileRole {
  const name = (path.split("/").pop() ?? path).toLowerCase()
  const start = text.slice(0, 4000)
  const content = contentOf(start)
  if (content === "drill" || drillNames.test(name)) return "drill"
  const isGerber = content === "gerber" || (gerberNames.test(name) && /^(%|G0?4|G75)/.test(start.trim()))
  if (!isGerber && !gerberNames.test(name)) return "other"
  return layerByName(path.split("/").pop() ?? path)
}

/** The layer that a Gerber's name tells. */
function layerByName(file: string): LayerRole | "gerber-other" {
  return surelyNamed(file) ?? byWords(wordsOf(file.replace(/\.[^.]+$/, "")))
}

/** The layer a name tells by a program's own pattern (KiCad's layer, an ending that says it), not by words that may be the board's. */
export function surelyNamed(path: string): LayerRole | "gerber-other" | undefined {
  const file = path.split("/").pop() ?? path
  const kicad =
    /(?:^|[-_. ])((?:[fb]|in\d{1,2})[._](?:cu|mask|paste|silks|silkscreen)|edge[._]?cuts)(?=[-_. ]|$)/i.exec(
      file,
    )?.[1]
  const known = kicad === undefined ? undefined : roleByWord(kicad)
  if (known !== undefined) return known
  const ending = (/\.([^.]+)$/.exec(file)?.[1] ?? "").toLowerCase()
  const numbered = /^(?:gp|g|in|g)(\d+)$/.exec(ending)
  // Altium's planes (.GP1) and signals (.G1), Eagle's .G2L: named by the layer's place in the stack.
  if (numbered !== null && Number(numbered[1]) > 0) return `copper-inner-${Number(numbered[1])}`
  const placed = /^(?:g(\d+)l|gl(\d+)|ly(\d+))$/.exec(ending)
  const at = Number(placed?.[1] ?? placed?.[2] ?? placed?.[3] ?? 0)
  if (at > 1) return `copper-inner-${at - 1}`
  const byEnding = endings[ending]
  if (byEnding !== undefined) return byEnding
  return /^gm\d+$/.test(ending) ? "gerber-other" : undefined
}

const has = (words: readonly string[], pattern: RegExp): boolean => words.some((word) => pattern.test(word))

const bottom = /^(bottom|bot|back|b|solderside|bs)$/
const top = /^(top|front|f|componentside|component|cs|ts)$/

/** From the words of a name, the more special ones first: "soldermask_top" is no copper. */
function byWords(words: readonly string[]): LayerRole | "gerber-other" {
  const said = (pattern: RegExp): boolean => has(words, pattern)
  if (
    said(
      /^(assembly|assy|courtyard|crtyd|fab|drawing|map|legende?drill|drilldrawing|documentation|document|adhes\w*|glue|dimensions?|readonly|user|comments?|eco|margin|keepout|vscore|vcut)$/,
    )
  )
    return said(/^(profile|outline|edge|edgecuts|cuts)$/) ? "outline" : "gerber-other"
  if (said(/^(drills?|drl|holes?|pth|npth)$/)) return "gerber-other"
  // The last word of a side counts: one before may be the board's ("bottom plate - F").
  const sides = words.filter((word) => bottom.test(word) || top.test(word))
  const last = sides[sides.length - 1]
  const side = last === undefined ? undefined : bottom.test(last) ? "bottom" : "top"
  if (
    said(
      /^(outlines?|profile|edge|edges|edgecuts|border|boundary|contour|boardoutline|milling|mill|route|rout|mechanical)$/,
    )
  )
    return "outline"
  const inner = innerOf(words)
  if (side === undefined && said(/^(board|shape)$/)) return "outline"
  if (side === undefined) return inner === undefined ? "gerber-other" : `copper-inner-${inner}`
  if (said(/^(paste|pastemask|solderpaste|cream|stencil|soldp|sp)$/)) return `paste-${side}`
  if (said(/^(mask|soldermask|solder|sm|stop|resist|soldm)$/)) return `mask-${side}`
  if (said(/^(silk|silks|silkscreen|legend|overlay|ss|screen|silkscreens|autosilk)$/)) return `silk-${side}`
  return inner !== undefined && said(/^(inner|in\d+|inner\d+)$/) ? `copper-inner-${inner}` : `copper-${side}`
}

/** "In1_Cu", "Inner1", "inner_l2", "InnerLayer1", "L2_GND": the number of the inner layer from the top. */
function innerOf(words: readonly string[]): number | undefined {
  const text = words.join(" ")
  const inner = /\b(?:in|inner|internal|int|inner ?layer|mid|midlayer)(?: layer)? ?(\d{1,2})\b/.exec(
    text,
  )?.[1]
  if (inner !== undefined) return Number(inner) || undefined
  const level = /\b(?:l|layer|lyr|art|plane|sig|signal) ?(\d{1,2})\b/.exec(text)?.[1]
  return level !== undefined && Number(level) > 1 ? Number(level) - 1 : undefined
}

/** Whether the name is one that people give an inner plane without a number: where it lies is not told. */
export const isPlane = (path: string): boolean =>
  has(
    wordsOf((path.split("/").pop() ?? path).replace(/\.[^.]+$/, "")),
    /^(gnd|ground|agnd|dgnd|power|pwr|vcc|vdd|plane|digitalgnd|gnd\d|power\d|vcc\d|inner|\d*v\d*)$/,
  )

/** The role a file's own `.FileFunction` gives it; undefined if it has none. */
export function roleByFunction(fileFunction: readonly string[] | undefined): FileRole | undefined {
  const [kind, second, third] = fileFunction ?? []
  const side = (text: string | undefined): "top" | "bottom" | undefined =>
    text === "Top" ? "top" : text === "Bot" ? "bottom" : undefined
  if (kind === "Copper") {
    const at = side(third)
    if (at !== undefined) return `copper-${at}`
    const layer = /^L(\d+)$/.exec(second ?? "")?.[1]
    return layer === undefined ? "gerber-other" : `copper-inner-${Number(layer) - 1}`
  }
  if (kind === "Plated" || kind === "NonPlated") return "drill"
  const of = side(second)
  if (kind === "Soldermask" && of !== undefined) return `mask-${of}`
  if (kind === "Legend" && of !== undefined) return `silk-${of}`
  if (kind === "Paste" && of !== undefined) return `paste-${of}`
  if (kind === "Profile") return "outline"
  return kind === undefined ? undefined : "gerber-other"
}

/** How a layer is called in messages. */
export function layerName(role: LayerRole): string {
  const names: Partial<Record<LayerRole, string>> = {
    "copper-top": "top copper",
    "copper-bottom": "bottom copper",
    "mask-top": "top solder mask",
    "mask-bottom": "bottom solder mask",
    "silk-top": "top silkscreen",
    "silk-bottom": "bottom silkscreen",
    "paste-top": "top solder paste",
    "paste-bottom": "bottom solder paste",
    outline: "board outline",
  }
  return names[role] ?? `inner copper ${role.slice("copper-inner-".length)}`
}

/** KiCad's words for layers, as people know them: what `--layer` takes. */
export function roleByWord(word: string): LayerRole | undefined {
  const name = word.replace(".", "_").toLowerCase()
  const inner = /^in(\d{1,2})_cu$/.exec(name)?.[1]
  if (inner !== undefined) return `copper-inner-${Number(inner)}`
  if (/^edge_?cuts$/.test(name)) return "outline"
  const match = /^([fb])_(cu|mask|paste|silks?|silkscreen)$/.exec(name)
  if (match === null) return undefined
  const side = match[1] === "f" ? "top" : "bottom"
  const kind = match[2] === "cu" ? "copper" : match[2] === "mask" || match[2] === "paste" ? match[2] : "silk"
  return `${kind}-${side}`
}
