import { escapeMarkup } from "../model/markup"
import { type FontWeight, sizeForCapHeight } from "../typeface/font"

/** Small writers of SVG elements for drawings in mm, y down. Looks come from classes, see `styleSheet`. */

export type SheetPoint = readonly [number, number]

export const num = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)

export const escapeXml = escapeMarkup

export const polygon = (points: readonly SheetPoint[], kind: string): string =>
  `<path class="${kind}" d="M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join("L")}Z"/>`

export const polyline = (points: readonly SheetPoint[], kind: string): string =>
  `<path class="${kind}" d="M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join("L")}"/>`

export const circle = ([x, y]: SheetPoint, radius: number, kind: string): string =>
  `<circle class="${kind}" cx="${num(x)}" cy="${num(y)}" r="${num(radius)}"/>`

export interface TextOptions {
  readonly anchor?: "start" | "middle" | "end"
  readonly weight?: FontWeight
  /** Counter-clockwise, degrees. */
  readonly turn?: number
  readonly kind?: string
}

/** Text of `capHeight` mm capitals with its baseline at the point. */
export function text(
  content: string,
  [x, y]: SheetPoint,
  capHeight: number,
  options: TextOptions = {},
): string {
  const { anchor = "start", weight = 400, turn = 0, kind = "ink" } = options
  const turned = turn === 0 ? "" : ` transform="rotate(${num(-turn)} ${num(x)} ${num(y)})"`
  const at = anchor === "start" ? "" : ` text-anchor="${anchor}"`
  const bold = weight === 600 ? " bold" : ""
  return (
    `<text class="t-${kind}${bold}" x="${num(x)}" y="${num(y)}" font-size="${num(sizeForCapHeight(capHeight))}"` +
    `${at}${turned}>${escapeXml(content)}</text>`
  )
}

export const group = (attributes: Readonly<Record<string, string>>, content: string): string =>
  `<g${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join("")}>${content}</g>`
