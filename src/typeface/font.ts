import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { create, type Font } from "fontkit"
import { UserError } from "../model/finding"
import { unpackWoff } from "./woff"

/**
 * The one typeface of every sheet: Atkinson Hyperlegible Next (OFL 1.1), drawn so that 0/O and 1/I/l differ.
 * Its files come from the package in node_modules, so text measures and looks the same everywhere.
 */
export const fontFamily = "Atkinson Hyperlegible Next"

export type FontWeight = 400 | 600

const locate = createRequire(import.meta.url)
const fileOf = (weight: FontWeight, extension: "woff" | "woff2"): string =>
  locate.resolve(
    `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.${extension}`,
  )

/** Capital height as a share of the font size (OS/2 table of the font; a test holds it against the file). */
export const capHeightPerSize = 0.668

/** Font size in mm that gives capitals of `capHeightMm`. */
export const sizeForCapHeight = (capHeightMm: number): number => capHeightMm / capHeightPerSize

const files = new Map<FontWeight, Buffer>()

/** The font as TrueType, what pdfkit and fontkit read fastest. */
export function fontFile(weight: FontWeight): Buffer {
  const file = files.get(weight) ?? unpackWoff(readFileSync(fileOf(weight, "woff")))
  files.set(weight, file)
  return file
}

const fonts = new Map<FontWeight, Font>()

function font(weight: FontWeight): Font {
  const known = fonts.get(weight)
  if (known) return known
  const opened = create(fontFile(weight))
  if (!("layout" in opened)) throw new Error(`font weight ${weight} is a collection`)
  fonts.set(weight, opened)
  return opened
}

export interface TextExtent {
  /** Advance width. */
  readonly widthMm: number
  /** Ink above the baseline. */
  readonly ascentMm: number
  /** Ink below the baseline, 0 for text without descenders. */
  readonly descentMm: number
}

/**
 * Measures a line of text as it is drawn.
 * @throws UserError for a character the font lacks: it would print as an empty box.
 */
export function measureText(text: string, capHeightMm: number, weight: FontWeight = 400): TextExtent {
  const { width, top, bottom } = inkOf(text, weight)
  const scale = sizeForCapHeight(capHeightMm) / font(weight).unitsPerEm
  return { widthMm: width * scale, ascentMm: top * scale, descentMm: -bottom * scale }
}

/** In units of the font. */
interface Ink {
  readonly width: number
  readonly top: number
  readonly bottom: number
}

/** Sheets ask for the same words again and again. */
const inks = new Map<string, Ink>()

function inkOf(text: string, weight: FontWeight): Ink {
  const key = `${weight} ${text}`
  const known = inks.get(key)
  if (known) return known
  const face = font(weight)
  for (const character of text) {
    if (!face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
      throw new UserError(`the drawing font has no "${character}" (in "${text}")`)
    }
  }
  const run = face.layout(text)
  let top = 0
  let bottom = 0
  for (const glyph of run.glyphs) {
    const { minY, maxY } = glyph.bbox
    if (Number.isFinite(maxY)) top = Math.max(top, maxY)
    if (Number.isFinite(minY)) bottom = Math.min(bottom, minY)
  }
  const ink = { width: run.advanceWidth, top, bottom }
  inks.set(key, ink)
  return ink
}

/** CSS `@font-face` rules with the font inside, so that an SVG or a page needs no network and no installed font. */
export function fontFaceCss(weights: readonly FontWeight[] = [400, 600]): string {
  return weights
    .map((weight) => {
      const data = readFileSync(fileOf(weight, "woff2")).toString("base64")
      return `@font-face{font-family:"${fontFamily}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`
    })
    .join("\n")
}
