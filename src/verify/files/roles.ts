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

export type FileRole = LayerRole | "drill" | "gerber-other" | "other"

const words: readonly (readonly [RegExp, LayerRole])[] = [
  [/(^|[-_. ])f[._]?cu\b|\.gtl$|\.cmp$/, "copper-top"],
  [/(^|[-_. ])b[._]?cu\b|\.gbl$|\.sol$/, "copper-bottom"],
  [/(^|[-_. ])f[._]?mask\b|\.gts$|\.stc$|(soldermask|mask)[-_. ]?top|top(solder)?mask/, "mask-top"],
  [/(^|[-_. ])b[._]?mask\b|\.gbs$|\.sts$|(soldermask|mask)[-_. ]?bot|bottom(solder)?mask/, "mask-bottom"],
  [/(^|[-_. ])f[._]?silk(s|screen)?\b|\.gto$|\.plc$|(silkscreen|silk|legend)[-_. ]?top|topsilk/, "silk-top"],
  [
    /(^|[-_. ])b[._]?silk(s|screen)?\b|\.gbo$|\.pls$|(silkscreen|silk|legend)[-_. ]?bot|bottomsilk/,
    "silk-bottom",
  ],
  [/(^|[-_. ])f[._]?paste\b|\.gtp$|\.crc$|paste[-_. ]?top|toppaste/, "paste-top"],
  [/(^|[-_. ])b[._]?paste\b|\.gbp$|\.crs$|paste[-_. ]?bot|bottompaste/, "paste-bottom"],
  [/(^|[-_. ])edge[._]?cuts\b|\.gm1$|\.gko$|\.gml$|\.dim$|(board)?outline|profile/, "outline"],
  // After all others: "soldermask_top.gbr" is no copper.
  [/(^|[-_. ])(top|copper_top|top_copper|toplayer)\.(gbr|ger|art|pho)$/, "copper-top"],
  [/(^|[-_. ])(bottom|copper_bottom|bottom_copper|bottomlayer)\.(gbr|ger|art|pho)$/, "copper-bottom"],
]

const drillNames = /\.(drl|xln|exc|drd|tap|nc|ncd)$/
const gerberNames =
  /\.(gbr|ger|pho|art|gb[a-z0-9]|gt[a-z0-9]|gm\d*|gko|gml|g\d+|gd\d|gp[tb]|gdd|cmp|sol|stc|sts|plc|pls)$/

/** Guesses from the name alone; `text` (its beginning) decides between drill file and other text. */
export function roleByName(path: string, text: string): FileRole {
  const name = (path.split("/").pop() ?? path).toLowerCase()
  const start = text.slice(0, 2000)
  const isGerber =
    /%FS[LTD]?[AI]/.test(start) || (gerberNames.test(name) && /^(%|G0?4|G75)/.test(start.trim()))
  if (drillNames.test(name) || (name.endsWith(".txt") && /^(;.*\s+)*M48\b/.test(start))) return "drill"
  if (!isGerber && !gerberNames.test(name)) return "other"
  const inner = /(^|[-_. ])in(\d+)[._]?cu\b|\.g(\d+)$/.exec(name)
  if (inner !== null) return `copper-inner-${Number(inner[2] ?? inner[3])}`
  for (const [pattern, role] of words) if (pattern.test(name)) return role
  return "gerber-other"
}

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
