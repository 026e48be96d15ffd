import { escapeMarkup } from "../model/markup"
import type { Point } from "../model/place"
import { type Ring, ringToMm } from "../read"
import { areaOf, type PanelLayout } from "./board"
import { outlineRings } from "./frame"

/** Dimension chains less than this long get no figure of their own: it is in the page's table. mm. */
const leastFigureMm = 1.5

/**
 * The panel as a drawing, mm, seen from the top: boards by place and name, cutter's ways, tabs, V-cuts, holes, marks,
 * and chains of dimensions: rails, boards and gaps across the bottom and up the left, over all outside of them.
 */
export function panelSvg(layout: PanelLayout, name: string): string {
  const { widthMm, heightMm, seats, tabs, tooling, fiducials, cuts } = layout
  const [w, h] = [widthMm / 2 + 16, heightMm / 2 + 16]
  const path = (rings: readonly Ring[]): string =>
    rings.map((ring) => `M${ringToMm(ring).map(spot).join("L")}Z`).join("")
  const dot = (r: number, fill: string) => (at: Point) =>
    `<circle cx="${round(at.x)}" cy="${round(-at.y)}" r="${r}" fill="${fill}"/>`
  const words = (x: number, y: number, text: string, size = 3, more = ""): string =>
    `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="middle" font-family="sans-serif" ${more}>${escapeMarkup(text)}</text>`
  const line = (d: string, more = ""): string =>
    `<path d="${d}" fill="none" stroke="#333" stroke-width="0.15"${more}/>`
  const chain = (stops: readonly number[], at: number, upright: boolean): string =>
    stops
      .flatMap((to, i) => {
        const [tick] = upright ? [`M${at - 1} ${round(-to)}h2`] : [`M${round(to)} ${at - 1}v2`]
        const from = stops[i - 1]
        if (from === undefined) return [line(tick ?? "")]
        const middle = (from + to) / 2
        const text = `${round(to - from)}`
        const [x, y] = upright ? [at - 0.8, -middle] : [middle, at - 0.8]
        const turned = upright ? `transform="rotate(-90 ${round(x)} ${round(y)})"` : ""
        return [
          line(tick ?? ""),
          line(upright ? `M${at} ${round(-from)}V${round(-to)}` : `M${round(from)} ${at}H${round(to)}`),
          to - from < leastFigureMm ? "" : words(x, y, text, to - from < 6 ? 1.6 : 2.4, turned),
        ]
      })
      .join("")
  const boxes = seats.map(({ board, x, y }) => {
    const { minX, maxX, minY, maxY } = areaOf(board.outline)
    return { minX: minX + x, maxX: maxX + x, minY: minY + y, maxY: maxY + y }
  })
  const stops = (of: readonly number[], half: number): number[] =>
    [...new Set([-half, ...of, half].map(round))].sort((a, b) => a - b)
  // Rows of several widths: the widest one's columns.
  const lowest = boxes.filter(({ minY }) => Math.abs(minY - Math.min(...boxes.map((b) => b.minY))) < 1e-3)
  const across = stops(
    [...lowest.flatMap(({ minX, maxX }) => [minX, maxX]), ...railEdges(layout, "x")],
    widthMm / 2,
  )
  const up = stops(
    [...boxes.flatMap(({ minY, maxY }) => [minY, maxY]), ...railEdges(layout, "y")],
    heightMm / 2,
  )
  const [bottom, left] = [heightMm / 2 + 4, -widthMm / 2 - 4]
  const legend = [
    ...(tabs.length > 0 ? ["red: holes to break along"] : []),
    ...(cuts.length > 0 ? ["blue: V-cuts"] : []),
    "grey: tooling holes, ochre: fiducials",
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-w} ${-h} ${2 * w} ${2 * h}" width="${2 * w}mm" height="${2 * h}mm">
<rect x="${-w}" y="${-h}" width="${2 * w}" height="${2 * h}" fill="#fff"/>
<path d="${path(outlineRings(layout))}" fill="#dfeadf" stroke="#1b5e20" stroke-width="0.3" fill-rule="evenodd"/>
${seats.map(({ board, x, y }) => `<path d="M${board.outline.map((p) => spot({ x: p.x + x, y: p.y + y })).join("L")}Z" fill="none" stroke="#1b5e20" stroke-width="0.15"/>`).join("")}
${seats.map(({ board, number }, i) => words(((boxes[i]?.minX ?? 0) + (boxes[i]?.maxX ?? 0)) / 2, -((boxes[i]?.minY ?? 0) + (boxes[i]?.maxY ?? 0)) / 2, `${number}: ${board.id}`)).join("\n")}
${cuts.map(({ from, to }) => `<path d="M${spot(from)}L${spot(to)}" stroke="#0d47a1" stroke-width="0.4" stroke-dasharray="2 1"/>`).join("")}
${tabs.flatMap(({ bites }) => bites.map(dot(0.3, "#b71c1c"))).join("")}
${tooling.map(dot(1, "#555")).join("")}${fiducials.map(dot(0.5, "#b8860b")).join("")}
${chain(across, bottom, false)}${chain([-widthMm / 2, widthMm / 2], bottom + 5, false)}
${chain(up, left, true)}${chain([-heightMm / 2, heightMm / 2], left - 5, true)}
${words(0, -heightMm / 2 - 5, `${name}: ${[counted(seats, "board"), counted(tabs, "tab"), counted(cuts, "V-cut")].flat().join(", ")}; mm`)}
${words(0, h - 2, legend.join("; "), 2.4)}
</svg>
`
}

/** The inner edges of the rails that lie across or along. */
function railEdges({ rails, widthMm, heightMm }: PanelLayout, axis: "x" | "y"): number[] {
  return rails.flatMap(({ minX, maxX, minY, maxY }) => {
    const isUpright = maxY - minY > heightMm - 1e-3
    if (axis === "x") return isUpright && maxX - minX < widthMm - 1e-3 ? [minX, maxX] : []
    return isUpright ? [] : [minY, maxY]
  })
}

const spot = ({ x, y }: Point): string => `${round(x)} ${round(-y)}`

const round = (mm: number): number => Math.round(mm * 1e3) / 1e3

/** Nothing where there is none. */
const counted = ({ length }: readonly unknown[], what: string): string[] =>
  length === 0 ? [] : [`${length} ${what}${length === 1 ? "" : "s"}`]
