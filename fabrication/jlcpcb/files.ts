/**
 * File names in the upload. JLCPCB tells layers apart by name; these are KiCad's, with Protel extensions, which its
 * importer recognises. Odd names have been misread.
 */

export type GerberLayer =
  | "F_Cu"
  | "B_Cu"
  | "F_Mask"
  | "B_Mask"
  | "F_Silkscreen"
  | "B_Silkscreen"
  | "F_Paste"
  | "B_Paste"
  | "Edge_Cuts"

export type DrillFile = "PTH" | "NPTH"

export interface LayerFile {
  readonly suffix: string
  /** X2 `.FileFunction` of a two-layer board (Gerber specification 2024.05, section 5.6.3). */
  readonly fileFunction: string
  readonly polarity: "Positive" | "Negative"
}

export const layerFiles: Readonly<Record<GerberLayer, LayerFile>> = {
  F_Cu: { suffix: "F_Cu.gtl", fileFunction: "Copper,L1,Top", polarity: "Positive" },
  B_Cu: { suffix: "B_Cu.gbl", fileFunction: "Copper,L2,Bot", polarity: "Positive" },
  F_Mask: { suffix: "F_Mask.gts", fileFunction: "Soldermask,Top", polarity: "Negative" },
  B_Mask: { suffix: "B_Mask.gbs", fileFunction: "Soldermask,Bot", polarity: "Negative" },
  F_Silkscreen: { suffix: "F_Silkscreen.gto", fileFunction: "Legend,Top", polarity: "Positive" },
  B_Silkscreen: { suffix: "B_Silkscreen.gbo", fileFunction: "Legend,Bot", polarity: "Positive" },
  F_Paste: { suffix: "F_Paste.gtp", fileFunction: "Paste,Top", polarity: "Positive" },
  B_Paste: { suffix: "B_Paste.gbp", fileFunction: "Paste,Bot", polarity: "Positive" },
  Edge_Cuts: { suffix: "Edge_Cuts.gm1", fileFunction: "Profile,NP", polarity: "Positive" },
}

export const drillFiles: Readonly<
  Record<DrillFile, { readonly suffix: string; readonly fileFunction: string }>
> = {
  PTH: { suffix: "PTH.drl", fileFunction: "Plated,1,2,PTH" },
  NPTH: { suffix: "NPTH.drl", fileFunction: "NonPlated,1,2,NPTH" },
}

/** Order of the files in the package and the zip. */
export const gerberLayers = Object.keys(layerFiles) as readonly GerberLayer[]

export const gerberFileName = (board: string, layer: GerberLayer): string =>
  `${board}-${layerFiles[layer].suffix}`

export const drillFileName = (board: string, file: DrillFile): string => `${board}-${drillFiles[file].suffix}`

/** Every file of a complete upload, in order: what the zip must hold, no more and no less. */
export const uploadFileNames = (board: string): string[] => [
  ...gerberLayers.map((layer) => gerberFileName(board, layer)),
  drillFileName(board, "PTH"),
  drillFileName(board, "NPTH"),
]

export const uploadZipName = (board: string): string => `${board}-gerbers.zip`
