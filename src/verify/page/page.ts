import type { Finding } from "../../model/finding"
import { pageLook } from "../../typeface/page-look"
import type { BoardGeometry } from "../geometry/board"
import { groupFindings } from "../groups"
import type { VerifyReport } from "../report"
import { pageBox, pageLayers } from "./layers"
import { pageScript } from "./script"
import { layerColour, pageStyle } from "./style"

/** Findings of one group that the page lists; the rest is counted. */
const mostListed = 200

/** The report as one HTML file that needs nothing else: the board's picture, its layers to switch, findings at their places. */
export function verifyPage(
  title: string,
  fab: string,
  report: Pick<VerifyReport, "findings" | "files" | "notChecked" | "checks">,
  board: BoardGeometry,
): string {
  const layers = pageLayers(board)
  const box = pageBox(board)
  const view = [box.minX, -box.maxY, box.maxX - box.minX, box.maxY - box.minY]
    .map((n) => n.toFixed(3))
    .join(" ")
  const marks: string[] = []
  const radius = Math.max(0.4, (box.maxX - box.minX) / 120)
  const groups = groupFindings(report.findings).map(({ severity, worst, findings }) => {
    const items = findings.slice(0, mostListed).map((finding) => {
      const { at } = finding
      if (at !== undefined)
        marks.push(
          `<circle id="m${marks.length}" class="${severity}" cx="${at.x}" cy="${-at.y}" r="${radius.toFixed(3)}"/>`,
        )
      const place =
        at === undefined ? "" : ` data-x="${at.x}" data-y="${at.y}" data-mark="${marks.length - 1}"`
      return `<li><button${place}>${html(line(finding))}</button></li>`
    })
    const more =
      findings.length > mostListed ? `<li class="soft">and ${findings.length - mostListed} more</li>` : ""
    const many =
      findings.length > 1 ? ` <span class="soft">and ${findings.length - 1} more like it</span>` : ""
    return `<details><summary><b class="${severity}">${severity}</b> ${html(line(worst))}${many}</summary><ol>${items.join("")}${more}</ol></details>`
  })
  const count = (severity: string, words: string): string => {
    const many = report.findings.filter((one) => one.severity === severity).length
    return many === 0
      ? `no ${words}`
      : `<b class="${severity}">${many} ${many === 1 ? words.slice(0, -1) : words}</b>`
  }
  const picture = layers.map(({ id, path, shown }) => {
    const fill =
      id === "outline"
        ? `fill="none" stroke="${layerColour(id)}" stroke-width="0.15"`
        : `fill="${layerColour(id)}" fill-opacity="${id === "holes" ? 1 : 0.8}"`
    return `<path id="l-${id}" fill-rule="evenodd" ${fill}${shown ? "" : ' style="display:none"'} d="${path}"/>`
  })
  const switches = [...layers]
    .reverse()
    .map(
      ({ id, name, file, shown }) =>
        `<label title="${html(file)}"><input type="checkbox" value="l-${id}"${shown ? " checked" : ""}><i style="background:${layerColour(id)}"></i>${name}</label>`,
    )
  const rows = report.files.map(
    ({ file, as, by }) =>
      `<tr><td>${html(file)}</td><td>${html(as)}</td><td class="soft">${html(by)}</td></tr>`,
  )
  const figures = report.checks.flatMap(({ figures = [] }) =>
    figures.map(
      ({ name, value, unit = "", limit }) =>
        `<tr><td>${html(name)}</td><td>${html(`${value} ${unit}`)}</td><td class="soft">${limit === undefined ? "" : `limit ${limit}`}</td></tr>`,
    ),
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}: verified</title><style>${pageLook()}${pageStyle}</style></head><body>
<header><h1>${html(title)}</h1><p>${count("error", "errors")}, ${count("warning", "warnings")}, ${count("info", "remarks")}; against the limits of ${html(fab)}</p></header>
<main><section id="picture"><svg viewBox="${view}" role="img" aria-label="the board, seen from the top">${picture.join("")}<g class="marks" id="l-marks">${marks.join("")}</g></svg>
<div id="tools"><button id="fit">whole board</button><button id="flip" aria-pressed="false">from below</button><label><input type="checkbox" value="l-marks" checked>findings</label>${switches.join("")}</div></section>
<section id="words"><h2>Findings</h2>${groups.join("") || "<p>None.</p>"}
<h2>Not checked</h2><ul>${report.notChecked.map((sentence) => `<li>${html(sentence)}</li>`).join("")}</ul>
<h2>What was taken for what</h2><table>${rows.join("")}</table>
<h2>Measured</h2><table>${figures.join("")}</table></section></main>
<script>${pageScript}</script></body></html>
`
}

const line = ({ file, message, at }: Finding): string =>
  `${file === undefined || message.includes(file) ? "" : `${file}: `}${message}${at === undefined ? "" : ` at (${at.x.toFixed(2)}, ${at.y.toFixed(2)})`}`

const html = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
