import { sizeForCapHeight } from "../typeface/font"
import { papers } from "./frame"
import { type Group, type Point, type Shape, weightOf } from "./shapes"
import type { Paper } from "./sheet"
import { strokeWidth, styleSheet } from "./style"

/** The sheet as a self-contained SVG in mm: fonts inside, colours as CSS variables with what prints as fallback. */
export function sheetSvg(groups: readonly Group[], title: string, paper: Paper = "A4"): string {
  const { widthMm, heightMm } = papers[paper]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}" role="img" aria-label="${escapeXml(title)}" class="schematic">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>\n${styleSheet()}\n</style>`,
    `<rect class="paper" width="${widthMm}" height="${heightMm}"/>`,
    ...groups.map(groupSvg),
    "</svg>",
    "",
  ].join("\n")
}

function groupSvg(group: Group): string {
  const attributes = [
    `class="${group.role}"`,
    ...(["part", "net", "pin"] as const).flatMap((key) => {
      const value = group[key]
      return value === undefined ? [] : [`data-${key}="${escapeXml(value)}"`]
    }),
  ].join(" ")
  const hint = group.hint === undefined ? "" : `<title>${escapeXml(group.hint)}</title>`
  return `<g ${attributes}>${hint}${group.shapes.map(shapeSvg).join("")}${(group.groups ?? []).map(groupSvg).join("")}</g>`
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case "path": {
      const d = `M${shape.points.map(place).join("L")}${shape.closed ? "Z" : ""}`
      return fill(shape.fill, shape.ink, (paint) => `<path class="${paint}" d="${d}"/>`)
    }
    case "circle": {
      const { centre, radius } = shape
      const circle = `cx="${number(centre.x)}" cy="${number(centre.y)}" r="${number(radius)}"`
      return fill(shape.fill, shape.ink, (paint) => `<circle class="${paint}" ${circle}/>`)
    }
    case "text": {
      const { x, y } = shape.at
      const turn = shape.turn === 90 ? ` transform="rotate(-90 ${number(x)} ${number(y)})"` : ""
      const anchor = shape.anchor === "start" ? "" : ` text-anchor="${shape.anchor}"`
      const weight = weightOf(shape.ink) === 600 ? " bold" : ""
      const size = number(sizeForCapHeight(shape.heightMm))
      return `<text class="t-${shape.ink}${weight}" x="${number(x)}" y="${number(y)}" font-size="${size}"${anchor}${turn}>${escapeXml(shape.text)}</text>`
    }
  }
}

/** One element a paint: first the ground, then the stroke, so that a style rule never has to undo another. */
function fill(kind: string | undefined, ink: Shape["ink"], element: (paint: string) => string): string {
  const ground =
    kind === "paper"
      ? element("paper")
      : kind === "tint"
        ? element("tint")
        : kind === "ink"
          ? element(`f-${ink}`)
          : ""
  return `${ground}${strokeWidth(ink) > 0 && kind !== "ink" ? element(`s-${ink}`) : ""}`
}

const place = ({ x, y }: Point): string => `${number(x)} ${number(y)}`

const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
