import { escapeMarkup } from "../model/markup"
import { type Ring, ringToMm } from "../read"
import type { PanelLayout } from "./board"
import { outlineRings } from "./frame"

/** The panel with its dimensions, mm, seen from the top: boards by place and name, cutter's ways, tabs, holes, marks. */
export function panelSvg(layout: PanelLayout, name: string): string {
  const { widthMm, heightMm, seats, tabs, tooling, fiducials } = layout
  const [w, h] = [widthMm / 2 + 14, heightMm / 2 + 14]
  const path = (rings: readonly Ring[]): string =>
    rings
      .map(
        (ring) =>
          `M${ringToMm(ring)
            .map(({ x, y }) => `${round(x)} ${round(-y)}`)
            .join("L")}Z`,
      )
      .join("")
  const dot = (r: number, fill: string) => (at: { readonly x: number; readonly y: number }) =>
    `<circle cx="${round(at.x)}" cy="${round(-at.y)}" r="${r}" fill="${fill}"/>`
  const words = (x: number, y: number, text: string, more = ""): string =>
    `<text x="${round(x)}" y="${round(y)}" font-size="3" text-anchor="middle" font-family="sans-serif" ${more}>${escapeMarkup(text)}</text>`
  const line = (d: string): string => `<path d="${d}" fill="none" stroke="#333" stroke-width="0.2"/>`
  const [bottom, left] = [heightMm / 2 + 6, -widthMm / 2 - 6]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-w} ${-h} ${2 * w} ${2 * h}" width="${2 * w}mm" height="${2 * h}mm">
<rect x="${-w}" y="${-h}" width="${2 * w}" height="${2 * h}" fill="#fff"/>
<path d="${path(outlineRings(layout))}" fill="#dfeadf" stroke="#1b5e20" stroke-width="0.3" fill-rule="evenodd"/>
${seats.map(({ board, x, y, number }) => words(x, -y, `${number}: ${board.id}`)).join("\n")}
${tabs.flatMap(({ bites }) => bites.map(dot(0.3, "#b71c1c"))).join("")}
${tooling.map(dot(1, "#555")).join("")}${fiducials.map(dot(0.5, "#b8860b")).join("")}
${line(`M${-widthMm / 2} ${bottom}H${widthMm / 2}M${-widthMm / 2} ${bottom - 2}v4M${widthMm / 2} ${bottom - 2}v4`)}
${line(`M${left} ${-heightMm / 2}V${heightMm / 2}M${left - 2} ${-heightMm / 2}h4M${left - 2} ${heightMm / 2}h4`)}
${words(0, bottom + 4.5, `${widthMm} mm`)}${words(left - 2, 0, `${heightMm} mm`, `transform="rotate(-90 ${left - 2} 0)"`)}
${words(0, -heightMm / 2 - 5, `${name}: ${seats.length} boards, ${tabs.length} tabs; red: holes to break along, grey: tooling holes, ochre: fiducials`)}
</svg>
`
}

const round = (mm: number): number => Math.round(mm * 1e3) / 1e3
