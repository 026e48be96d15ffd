import type { Measure, Scenario } from "../model/simulation"
import { quantityKey } from "../simulate/deck"
import { quantityUnit } from "../simulate/measure"
import type { Curve } from "../simulate/reduce"
import { quantityWords, type Simulated } from "../simulate/simulate"
import { fontFaceCss, fontFamily, measureText } from "../typeface/font"
import { type Axis, tickText, timeAxis, valueAxis } from "./plot-axis"
import { escapeXml, num, text } from "./svg-elements"

/** Whose simulation it is, for the foot of the sheet. */
export interface SheetSubject {
  readonly title: string
  readonly revision: string
  /** ISO, 2026-01-31. */
  readonly date: string
}

interface Sheet {
  readonly widthMm: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly panelMm: number
  readonly gapMm: number
  readonly footMm: number
}

/** To be printed, and for a page that says title and source itself, and has less room. */
const printed: Sheet = { widthMm: 190, left: 16, right: 6, top: 17, panelMm: 46, gapMm: 17, footMm: 14 }
const onPage: Sheet = { widthMm: 112, left: 11, right: 3, top: 7, panelMm: 36, gapMm: 16, footMm: 3 }

/** Told apart by their dashes too, where there is no colour. */
const curves = [
  { name: "curve-1", printed: "#1a5fb4", dash: "" },
  { name: "curve-2", printed: "#b35900", dash: "2.2 0.9" },
  { name: "curve-3", printed: "#00706b", dash: "0.7 0.7" },
  { name: "curve-4", printed: "#7b3fa0", dash: "3 0.8 0.6 0.8" },
] as const

/** Every rule names the drawing it is for: a page holds several, and pictures of other kinds beside them. */
const styleSheet = (embedFont: boolean): string =>
  [
    ...(embedFont ? [fontFaceCss()] : []),
    ...[
      `text{font-family:"${fontFamily}",sans-serif}`,
      ".bold{font-weight:600}",
      ".paper{fill:var(--dwg-paper, #ffffff)}",
      ".t-ink{fill:var(--dwg-ink, #1f2430)}",
      ".t-quiet{fill:var(--dwg-quiet, #5c6370)}",
      ".t-warning{fill:var(--dwg-warning, #b3261e)}",
      ".halo{paint-order:stroke;stroke:var(--dwg-paper, #ffffff);stroke-width:0.7;stroke-linejoin:round}",
      "path{fill:none;stroke-linejoin:round;stroke-linecap:butt}",
      ".axis{stroke:var(--dwg-ink, #1f2430);stroke-width:0.25}",
      ".grid{stroke:var(--dwg-faint, #a3a9b3);stroke-width:0.1}",
      ".limit{stroke:var(--dwg-warning, #b3261e);stroke-width:0.3;stroke-dasharray:1.6 1}",
      ...curves.map(
        ({ name, printed, dash }) =>
          `.${name}{stroke:var(--dwg-${name}, ${printed});stroke-width:0.4${dash === "" ? "" : `;stroke-dasharray:${dash}`}}`,
      ),
    ].map((rule) => `.simulation ${rule}`),
  ].join("\n")

/**
 * A scenario's pictures on one sheet, its panels one under the other, limits as dashed lines.
 * @param forPage for a page that shows several: without font, title and foot, which the page has
 */
export function drawSimulation(
  scenario: Scenario,
  result: Simulated,
  subject: SheetSubject,
  options: { readonly forPage: boolean },
): string {
  const sheet = options.forPage ? onPage : printed
  const height =
    sheet.top + scenario.panels.length * (sheet.panelMm + sheet.gapMm) + sheet.footMm - sheet.gapMm + 6
  const label = escapeXml(`${subject.title}: ${scenario.title}`)
  const panels = scenario.panels.flatMap((_, index) =>
    drawPanel(
      sheet,
      scenario,
      index,
      result.panels[index] ?? [],
      sheet.top + index * (sheet.panelMm + sheet.gapMm),
    ),
  )
  const foot = height - 3.2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.widthMm}mm" height="${num(height)}mm" viewBox="0 0 ${sheet.widthMm} ${num(height)}" role="img" aria-label="${label}" class="drawing simulation">`,
    `<title>${label}</title>`,
    `<style>\n${styleSheet(!options.forPage)}\n</style>`,
    `<rect class="paper" width="${sheet.widthMm}" height="${num(height)}"/>`,
    ...panels,
    ...(options.forPage
      ? []
      : [
          text(scenario.title, [6, 8], 2.6, { weight: 600 }),
          text(`${subject.title} v${subject.revision}, ${subject.date}`, [6, foot], 1.6, { kind: "quiet" }),
          text(
            `ngspice over the board's netlist: ${scenario.id}.cir, models in results.md`,
            [sheet.widthMm - sheet.right, foot],
            1.6,
            { kind: "quiet", anchor: "end" },
          ),
        ]),
    "</svg>",
    "",
  ].join("\n")
}

/** Limits that belong to one of these traces, each once; where they hold over part of the time, that part. */
function limitsOf(scenario: Scenario, index: number) {
  const panel = scenario.panels[index]
  const shown = new Set(panel?.traces.map(({ of }) => quantityKey(of)))
  const limits = scenario.measures.flatMap((measure: Measure) => {
    const { figure, atLeast, atMost } = measure
    if (
      figure.kind === "integral" ||
      figure.kind === "mean" ||
      !("of" in figure) ||
      !shown.has(quantityKey(figure.of))
    )
      return []
    const from = figure.kind === "end" ? 0 : (figure.from ?? 0)
    const to = figure.to ?? scenario.seconds
    return [
      ...(atLeast === undefined ? [] : [{ value: atLeast, words: "at least", from, to }]),
      ...(atMost === undefined ? [] : [{ value: atMost, words: "at most", from, to }]),
    ]
  })
  return [...new Map(limits.map((limit) => [`${limit.value} ${limit.words}`, limit])).values()]
}

function drawPanel(
  sheet: Sheet,
  scenario: Scenario,
  index: number,
  shown: readonly Curve[],
  top: number,
): string[] {
  const panel = scenario.panels[index]
  const first = panel?.traces[0]
  if (panel === undefined || first === undefined) return []
  const unit = quantityUnit(first.of)
  const limits = limitsOf(scenario, index)
  const values = shown.flatMap(({ points }) => points.map(([, value]) => value))
  const [least, most] = extent(values)
  // A limit far off would press the curve flat: then a word stands for it.
  const room = Math.max((most - least) * 1.5, Math.abs(most) * 0.6, 1e-3)
  const near = limits.filter(({ value }) => value > least - room && value < most + room)
  const far = limits.filter((limit) => !near.includes(limit))
  const [low, high] = extent([...values, ...near.map(({ value }) => value)])
  const y = valueAxis(low, high, unit)
  const x = timeAxis(panel.from ?? 0, panel.to ?? scenario.seconds)
  const bottom = top + sheet.panelMm
  const plotWidth = sheet.widthMm - sheet.left - sheet.right
  const toX = (share: number): number => sheet.left + share * plotWidth
  const toY = (value: number): number => bottom - ((value - y.from) / (y.to - y.from)) * sheet.panelMm
  const timeX = (time: number): number => toX(Math.min(1, Math.max(0, (time - x.from) / (x.to - x.from))))
  return [
    text(panel.title, [sheet.left, top - 3], 1.9, { weight: 600 }),
    ...grid(sheet, x, y, timeX, toY, top, bottom),
    ...near.map(
      ({ value, from, to }) =>
        `<path class="limit" d="M${num(timeX(from))} ${num(toY(value))}H${num(timeX(to))}"/>`,
    ),
    ...shown.map(
      ({ points }, n) =>
        `<path class="${curves[n % curves.length]?.name}" d="M${points.map(([share, value]) => `${num(toX(share))} ${num(toY(value))}`).join("L")}"/>`,
    ),
    ...near.map(({ value, words, from, to }) => {
      const middle = (timeX(from) + timeX(to)) / 2
      const half = measureText(`${words} ${quantityWords(value, unit)}`, 1.5).widthMm / 2 + 1
      /** How much of the curves is behind a word that begins so high. */
      const behind = (baseline: number): number =>
        baseline > bottom - 0.3 || baseline - 1.5 < top + 0.3
          ? 1e9
          : shown
              .flatMap(({ points }) => stretches(points))
              .filter(
                ([x0, x1, low, high]) =>
                  toX(x1) > middle - half &&
                  toX(x0) < middle + half &&
                  toY(low) > baseline - 2 &&
                  toY(high) < baseline + 0.6,
              ).length
      const [above, below] = [toY(value) - 0.9, toY(value) + 2.3]
      const [first, second] = words === "at least" ? [below, above] : [above, below]
      const baseline = behind(second) < behind(first) ? second : first
      return text(`${words} ${quantityWords(value, unit)}`, [middle, baseline], 1.5, {
        kind: "warning halo",
        anchor: "middle",
      })
    }),
    ...legend(
      panel.traces.map(({ label }) => label),
      far.map(({ words, value }) => `${words} ${quantityWords(value, unit)}`),
      [sheet.widthMm - sheet.right, top - 3],
    ),
  ]
}

/** Pieces of a curve between two points: from, to, lowest, highest. */
const stretches = (
  points: readonly (readonly [number, number])[],
): (readonly [number, number, number, number])[] =>
  points.flatMap(([x, y], i) => {
    const next = points[i + 1]
    return next === undefined ? [] : [[x, next[0], Math.min(y, next[1]), Math.max(y, next[1])] as const]
  })

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [values[0] ?? 0, values[0] ?? 1],
  )
}

function grid(
  sheet: Sheet,
  x: Axis,
  y: Axis,
  timeX: (time: number) => number,
  toY: (value: number) => number,
  top: number,
  bottom: number,
): string[] {
  const right = sheet.widthMm - sheet.right
  return [
    ...x.ticks.map((tick) => `<path class="grid" d="M${num(timeX(tick))} ${num(top)}V${num(bottom)}"/>`),
    ...y.ticks.map((tick) => `<path class="grid" d="M${sheet.left} ${num(toY(tick))}H${num(right)}"/>`),
    `<path class="axis" d="M${sheet.left} ${num(top)}V${num(bottom)}H${num(right)}"/>`,
    ...x.ticks.map((tick) =>
      text(tickText(tick, x), [timeX(tick), bottom + 3.2], 1.5, { anchor: "middle", kind: "quiet" }),
    ),
    ...y.ticks.map((tick) =>
      text(tickText(tick, y), [sheet.left - 1.2, toY(tick) + 0.75], 1.5, { anchor: "end", kind: "quiet" }),
    ),
    text(`time in ${x.unit}`, [right, bottom + 6.6], 1.5, { anchor: "end", kind: "quiet" }),
    text(y.unit, [sheet.left - 1.2, top - 3], 1.5, { anchor: "end", kind: "quiet" }),
  ]
}

/** Labels from the right, each behind a piece of its line; limits that are out of the picture before them. */
function legend(
  labels: readonly string[],
  far: readonly string[],
  [edge, base]: readonly [number, number],
): string[] {
  const out: string[] = []
  let right = edge
  for (const [n, label] of [...labels.entries()].reverse()) {
    const { widthMm } = measureText(label, 1.6)
    out.push(
      text(label, [right, base], 1.6, { anchor: "end" }),
      `<path class="${curves[n % curves.length]?.name}" d="M${num(right - widthMm - 8)} ${num(base - 0.8)}h6.8"/>`,
    )
    right -= widthMm + 12
  }
  if (far.length > 0)
    out.push(
      text(`${far.join(", ")}: out of the picture`, [right, base], 1.5, { anchor: "end", kind: "warning" }),
    )
  return out
}
