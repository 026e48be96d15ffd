import { Resvg } from "@resvg/resvg-js"

/** A picture: PNG bytes, and the same pixels as RGBA, rows from the top. */
export interface Raster {
  readonly png: Uint8Array
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** Renders an SVG to `widthPx`. No fonts are loaded but those given, so no machine's fonts can change the picture. */
export function rasterize(
  svg: string,
  widthPx: number,
  fonts: { readonly fontFiles?: string[]; readonly defaultFontFamily?: string } = {},
): Raster {
  const image = new Resvg(svg, {
    fitTo: { mode: "width", value: widthPx },
    font: { ...fonts, loadSystemFonts: false },
    shapeRendering: 2,
  }).render()
  return { png: image.asPng(), pixels: image.pixels, width: image.width, height: image.height }
}
