import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { svgPath } from "../read"
import { rasterize } from "../render/raster"
import { fontFamily, fontFile } from "../typeface/font"
import type { BoardDiff } from "./compare"
import { sheetInks } from "./ink"

/** A picture for a comment, where no page can be shown. */
export interface DiffPicture {
  /** "mep-smd-top.png" */
  readonly name: string
  readonly title: string
  readonly png: Uint8Array
}

const widthPx = 1400
/** A sheet holds small text. */
const sheetWidthPx = 2000

/** Between a change and the frame round it, mm. */
const room = 0.4

/** On GitHub a page may be light or dark: pictures bring their paper along. */
const inks = {
  paper: "#ffffff",
  unchanged: "#8b9692",
  added: "#12873c",
  removed: "#d1242f",
  frame: "#0b6bcb",
} as const

/** What changed of a board, a picture a side, and its schematic where that changed; none where all is the same. */
export function diffPictures(board: BoardDiff): DiffPicture[] {
  const sides = (["top", "bottom"] as const).flatMap((side): DiffPicture[] => {
    const svg = sideSvg(board, side)
    if (svg === undefined) return []
    const title = `${side} of ${board.board}: green added, red removed`
    return [{ name: `${board.board}-${side}.png`, title, png: rasterize(svg, widthPx).png }]
  })
  const { schematic } = board
  if (schematic?.old === undefined || !schematic.differs) return sides
  const title = `schematic of ${board.board}: green added, red removed`
  const png = sheetPng(schematic.old, schematic.fresh)
  return [...sides, { name: `${board.board}-schematic.png`, title, png }]
}

function sideSvg({ layers, box, changes }: BoardDiff, side: "top" | "bottom"): string | undefined {
  const seen = layers.filter((layer) => (layer.side ?? side) === side)
  const changed = seen.filter(({ added, removed }) => added.length + removed.length > 0)
  if (!changed.some((layer) => layer.side === side || layer.side === undefined)) return undefined
  const margin = 1
  const [width, height] = [box.maxX - box.minX + 2 * margin, box.maxY - box.minY + 2 * margin]
  const left = (side === "top" ? box.minX : -box.maxX) - margin
  const view = `${left} ${-box.maxY - margin} ${width} ${height}`
  const path = (d: string, fill: string, opacity = 1): string =>
    d === "" ? "" : `<path d="${d}" fill="${fill}" fill-rule="evenodd" fill-opacity="${opacity}"/>`
  // Copper, print and holes say where one is; what changed lies over them.
  const base = seen.filter(({ layer }) => /^copper|^silk|holes|outline/.test(layer))
  const spots = changes
    .filter(({ section }) => section === "layers" || section === "placement")
    .flatMap((change) => change.spots.filter((spot) => (spot.side ?? side) === side))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">`,
    `<rect x="${left}" y="${-box.maxY - margin}" width="${width}" height="${height}" fill="${inks.paper}"/>`,
    `<g${side === "bottom" ? ' transform="scale(-1 1)"' : ""}>`,
    ...base.map(({ layer, unchanged }) =>
      layer === "holes"
        ? path(svgPath(unchanged), inks.paper)
        : path(svgPath(unchanged), inks.unchanged, 0.32),
    ),
    ...changed.map(({ removed }) => path(svgPath(removed), inks.removed, 0.85)),
    ...changed.map(({ added }) => path(svgPath(added), inks.added, 0.85)),
    // A small change is not seen in a picture of the whole board.
    ...spots.map(
      ({ minX, minY, maxX, maxY }) =>
        `<rect x="${minX - room}" y="${-maxY - room}" width="${maxX - minX + 2 * room}" height="${maxY - minY + 2 * room}" rx="${room}" fill="none" stroke="${inks.frame}" stroke-width="0.15" stroke-dasharray="0.5 0.3"/>`,
    ),
    "</g></svg>",
  ].join("\n")
}

/** The same as the page shows: both sheets in one colour each, multiplied. */
function sheetPng(old: string, fresh: string): Uint8Array {
  const [before, after] = rasterizeSheets([old, fresh])
  const picture = (png: Uint8Array | undefined, ink: keyof typeof sheetInks): string =>
    `<g style="mix-blend-mode:multiply" filter="url(#${ink})"><image width="297" height="210" href="data:image/png;base64,${Buffer.from(png ?? []).toString("base64")}"/></g>`
  const filter = (ink: keyof typeof sheetInks): string =>
    `<filter id="${ink}" color-interpolation-filters="sRGB" x="0" y="0" width="1" height="1"><feColorMatrix values="${sheetInks[ink]}"/></filter>`
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210">',
    `<defs>${filter("old")}${filter("fresh")}</defs>`,
    `<rect width="297" height="210" fill="${inks.paper}"/>`,
    picture(before, "old"),
    picture(after, "fresh"),
    "</svg>",
  ]
  return rasterize(svg.join("\n"), sheetWidthPx).png
}

/** A page sets the drawing's colours; the rasterizer knows no variables and takes those of paper. */
const inPrint = (svg: string): string => svg.replace(/var\(--[\w-]+,\s*([^()]*)\)/g, "$1")

/** By themselves: the rasterizer, which takes fonts from files, hands none on to a picture in a picture. */
function rasterizeSheets(sheets: readonly string[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "mep-font-"))
  try {
    const fontFiles = ([400, 600] as const).map((weight) => {
      const file = join(folder, `${weight}.ttf`)
      writeFileSync(file, fontFile(weight))
      return file
    })
    const fonts = { fontFiles, defaultFontFamily: fontFamily }
    return sheets.map((svg) => rasterize(inPrint(svg), sheetWidthPx, fonts).png)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
