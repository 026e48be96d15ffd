import type { Side } from "../model/place"
import { type Polygon, svgPath, toMm } from "../read"
import { boxOfRing, grow, ringsOf, union } from "../read/geometry/polygon"
import type { BoardPicture } from "./board-layers"

/** Colours of a finished board, as sRGB. */
export interface BoardLook {
  readonly maskOnSubstrate: string
  readonly maskOnCopper: string
  readonly substrate: string
  /** Light and dark end of the sheen on bare metal. */
  readonly finish: readonly [string, string]
  readonly silkscreen: string
  readonly wall: string
}

const hasl: readonly [string, string] = ["#e3e4e2", "#b5b8b8"]

/** The fab's default order: green mask, white print, tin (HASL). */
export const greenHasl: BoardLook = {
  maskOnSubstrate: "#0d4a2c",
  maskOnCopper: "#17693f",
  substrate: "#b29a63",
  finish: hasl,
  silkscreen: "#f3f4ef",
  wall: "#8d9090",
}

export interface BoardSvgOptions {
  readonly look?: BoardLook
  /** Free space round the board, mm. */
  readonly marginMm?: number
}

/**
 * One side of the board as an SVG in mm, as one would see it lying there: the bottom is mirrored. Holes and the
 * notch are transparent. No text elements, no fonts.
 */
export function boardSvg(picture: BoardPicture, side: Side, options: BoardSvgOptions = {}): string {
  const look = options.look ?? greenHasl
  const margin = options.marginMm ?? 0
  const box = boxOfRing(picture.outline)
  const [minX, minY, maxX, maxY] = [box.minX, box.minY, box.maxX, box.maxY].map(toMm) as [
    number,
    number,
    number,
    number,
  ]
  const left = side === "top" ? minX - margin : -maxX - margin
  const [width, height] = [maxX - minX + 2 * margin, maxY - minY + 2 * margin]
  const areas = picture.sides[side]
  const flip = side === "bottom" ? ' transform="scale(-1 1)"' : ""
  const paint = (polygons: readonly Polygon[], fill: string, extra = ""): string => {
    const d = svgPath(polygons)
    return d === "" ? "" : `<path d="${d}" fill="${fill}" fill-rule="evenodd"${extra}/>`
  }
  // A hair of shadow round covered copper: the mask is thinner on its edges, which is what makes tracks stand out.
  const edge = (polygons: readonly Polygon[], stroke: string, mm: number, opacity: number): string =>
    `<path d="${svgPath(polygons)}" fill="none" stroke="${stroke}" stroke-opacity="${opacity}" stroke-width="${mm}"/>`
  const covered = areas.coveredCopper
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}mm" height="${n(height)}mm" ` +
      `viewBox="${n(left)} ${n(-maxY - margin)} ${n(width)} ${n(height)}">`,
    "<defs>",
    `<clipPath id="plate"><path d="${svgPath(picture.plate)}" clip-rule="evenodd"/></clipPath>`,
    gradient("finish", minX, -maxY, maxX, -minY, [look.finish[0], look.finish[1], look.finish[0]]),
    sheen(minX, -maxY, maxX, -minY, side),
    "</defs>",
    `<g clip-path="url(#plate)"${flip}>`,
    paint(picture.plate, look.maskOnSubstrate),
    paint(covered, look.maskOnCopper),
    edge(covered, "#06301b", 0.06, 0.55),
    paint(areas.tentedHoles, "#082f1c", ' fill-opacity="0.55"'),
    paint(areas.silkscreen, look.silkscreen),
    paint(areas.openSubstrate, look.substrate),
    paint(areas.openCopper, "url(#finish)"),
    edge(areas.openCopper, "#6f7474", 0.05, 0.7),
    rims(picture, look),
    `<path d="${svgPath(picture.plate)}" fill="url(#sheen)"/>`,
    `<path d="${svgPath([{ outer: picture.outline, holes: picture.cutouts }])}" fill="none" stroke="${look.substrate}" ` +
      'stroke-width="0.14" stroke-opacity="0.8"/>',
    "</g>",
    "</svg>",
    "",
  ].join("\n")
}

/** The visible wall of plated holes, a thin darker ring inside the metal. */
function rims(picture: BoardPicture, look: BoardLook): string {
  if (picture.platedHoles.length === 0) return ""
  const rings = union(grow(ringsOf(union(picture.platedHoles)), 0.07))
  return `<path d="${svgPath(rings)}" fill="${look.wall}"/>`
}

function gradient(
  id: string,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  [from, middle, to]: readonly [string, string, string],
): string {
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}">` +
    `<stop offset="0" stop-color="${from}"/><stop offset="0.5" stop-color="${middle}"/>` +
    `<stop offset="1" stop-color="${to}"/></linearGradient>`
  )
}

/** Light from the upper left, as on a table under a lamp. */
function sheen(x1: number, y1: number, x2: number, y2: number, side: Side): string {
  const [from, to] = side === "top" ? [x1, x2] : [x2, x1]
  return (
    `<linearGradient id="sheen" gradientUnits="userSpaceOnUse" x1="${n(from)}" y1="${n(y1)}" x2="${n(to)}" y2="${n(y2)}">` +
    '<stop offset="0" stop-color="#fff" stop-opacity="0.09"/><stop offset="0.45" stop-color="#fff" stop-opacity="0"/>' +
    '<stop offset="1" stop-color="#000" stop-opacity="0.10"/></linearGradient>'
  )
}

const n = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)
