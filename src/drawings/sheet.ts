import { fontFaceCss, fontFamily, measureText } from "../typeface/font"
import { escapeXml, num, polygon, polyline, type SheetPoint, text } from "./svg-elements"

/** A4 landscape, mm. */
export const paper = { widthMm: 297, heightMm: 210 } as const
export const frame = { minX: 10, minY: 10, maxX: 287, maxY: 200 } as const
/** Title block: bottom right corner of the frame. */
export const titleBox = { minX: 176, minY: 172, maxX: frame.maxX, maxY: frame.maxY } as const

export interface TitleBlock {
  readonly title: string
  readonly subtitle: string
  readonly revision: string
  /** The source's date, ISO (2026-01-31). */
  readonly date: string
  readonly sheet: string
  readonly scale: string
}

interface Colour {
  readonly name: string
  readonly printed: string
}
const ink: Colour = { name: "ink", printed: "#1f2430" }
const quiet: Colour = { name: "quiet", printed: "#5c6370" }
const faint: Colour = { name: "faint", printed: "#a3a9b3" }
const warning: Colour = { name: "warning", printed: "#b3261e" }
const paperColour: Colour = { name: "paper", printed: "#ffffff" }
const of = ({ name, printed }: Colour): string => `var(--dwg-${name}, ${printed})`

/** Line classes: stroke colour and width; `body` shapes are filled with the paper to hide what lies below. */
const lines: Readonly<Record<string, { colour: Colour; width: number; dash?: string; filled?: Colour }>> = {
  outline: { colour: ink, width: 0.5 },
  hole: { colour: ink, width: 0.25, filled: paperColour },
  pad: { colour: faint, width: 0.15 },
  body: { colour: ink, width: 0.2, filled: paperColour },
  detail: { colour: quiet, width: 0.12, filled: paperColour },
  empty: { colour: quiet, width: 0.2, dash: "0.9 0.6", filled: paperColour },
  cross: { colour: warning, width: 0.4 },
  dimension: { colour: quiet, width: 0.15 },
  leader: { colour: quiet, width: 0.12 },
  frame: { colour: ink, width: 0.18 },
  heavy: { colour: ink, width: 0.5 },
}

function styleSheet(embedFont: boolean): string {
  const strokes = Object.entries(lines).map(
    ([name, { colour, width, dash, filled }]) =>
      `.${name}{fill:${filled ? of(filled) : "none"};stroke:${of(colour)};stroke-width:${width}` +
      `${dash ? `;stroke-dasharray:${dash}` : ""}}`,
  )
  const fills = [ink, quiet, warning].flatMap((colour) => [
    `.f-${colour.name}{fill:${of(colour)}}`,
    `.t-${colour.name}{fill:${of(colour)}}`,
  ])
  return [
    ...(embedFont ? [fontFaceCss()] : []),
    `text{font-family:"${fontFamily}",sans-serif}`,
    ".bold{font-weight:600}",
    `.paper{fill:${of(paperColour)}}`,
    "path,circle{stroke-linejoin:round;stroke-linecap:round}",
    ...strokes,
    ...fills,
  ].join("\n")
}

/**
 * A finished sheet: frame, title block and what was drawn, as a self-contained SVG in mm.
 * @param embedFont false leaves the font to the page that shows several sheets.
 */
export function sheetSvg(content: readonly string[], title: TitleBlock, embedFont: boolean): string {
  const { widthMm, heightMm } = paper
  const label = escapeXml(`${title.title}: ${title.subtitle}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" ` +
      `viewBox="0 0 ${widthMm} ${heightMm}" role="img" aria-label="${label}" class="drawing">`,
    `<title>${label}</title>`,
    `<style>\n${styleSheet(embedFont)}\n</style>`,
    `<rect class="paper" width="${widthMm}" height="${heightMm}"/>`,
    ...content,
    ...drawFrame(title),
    "</svg>",
    "",
  ].join("\n")
}

function drawFrame(title: TitleBlock): string[] {
  const { minX, minY, maxX, maxY } = titleBox
  const split = minY + 16
  const cells: readonly (readonly [string, string, number])[] = [
    ["Revision", title.revision, 22],
    ["Date", title.date, 29],
    ["Sheet", title.sheet, 20],
    ["Size", "A4", 16],
    ["Scale", title.scale, 24],
  ]
  const elements = [
    rectangle(frame.minX, frame.minY, frame.maxX, frame.maxY, "heavy"),
    rectangle(5, 5, paper.widthMm - 5, paper.heightMm - 5, "frame"),
    rectangle(minX, minY, maxX, maxY, "heavy paper"),
    rectangle(minX, minY, maxX, maxY, "heavy"),
    polyline(
      [
        [minX, split],
        [maxX, split],
      ],
      "frame",
    ),
    text(title.title, [minX + 2.5, minY + 6.8], 3.6, { weight: 600 }),
    text(title.subtitle, [minX + 2.5, minY + 12.6], fitHeight(title.subtitle, maxX - minX - 5, 2)),
  ]
  let x: number = minX
  for (const [name, value, width] of cells) {
    if (x > minX)
      elements.push(
        polyline(
          [
            [x, split],
            [x, maxY],
          ],
          "frame",
        ),
      )
    elements.push(text(name, [x + 2, split + 4], 1.6, { kind: "quiet" }))
    elements.push(text(value, [x + 2, maxY - 2.6], 2))
    x += width
  }
  return elements
}

/** The capital height that keeps a line within `width`, at most `wanted`. */
export function fitHeight(content: string, width: number, wanted: number): number {
  const needed = measureText(content, wanted).widthMm
  return needed <= width ? wanted : Math.floor(wanted * (width / needed) * 100) / 100
}

export const rectangle = (x0: number, y0: number, x1: number, y1: number, kind: string): string =>
  polygon(
    [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] satisfies SheetPoint[],
    kind,
  )

/** Breaks text into lines no wider than `width` mm. */
export function wrap(content: string, width: number, capHeight: number): string[] {
  const out: string[] = []
  let line = ""
  for (const word of content.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`
    if (line !== "" && measureText(longer, capHeight).widthMm > width) {
      out.push(line)
      line = word
    } else line = longer
  }
  return line === "" ? out : [...out, line]
}

/** Millimetres as drawings write them: two decimals. */
export const millimetres = (value: number): string =>
  num(value).includes(".") ? value.toFixed(2) : num(value)

/** A thin rule from x0 to x1. */
export const polylineRow = (x0: number, x1: number, y: number): string =>
  polyline(
    [
      [x0, y],
      [x1, y],
    ],
    "frame",
  )
