import { fontFaceCss, fontFamily } from "../typeface/font"
import type { Ink } from "./shapes"

/** Heights of capitals on A4, mm. ISO 3098 calls 1.8 its smallest; only pin numbers, never alone, are below. */
export const textHeights = {
  pinNumber: 1.5,
  pinName: 1.8,
  field: 2,
  label: 1.8,
  power: 2,
  note: 1.8,
  noteTitle: 2,
  blockTitle: 2.5,
  frame: 2,
  title: 4,
} as const

interface InkStyle {
  /** Variable that a page may set, and what it is on paper. */
  readonly colour: readonly [name: string, printed: string]
  readonly widthMm?: number
  readonly dashMm?: readonly number[]
}

const ink = ["ink", "#1f2430"] as const
const body = ["body", "#5b1f1f"] as const
const wire = ["wire", "#0a5c36"] as const
const quiet = ["quiet", "#5c6370"] as const
const warning = ["warning", "#b3261e"] as const

const inks: Record<Ink, InkStyle> = {
  wire: { colour: wire, widthMm: 0.25 },
  junction: { colour: wire, widthMm: 0 },
  body: { colour: body, widthMm: 0.3 },
  pin: { colour: body, widthMm: 0.2 },
  "pin-name": { colour: ink },
  "pin-number": { colour: quiet },
  designator: { colour: ink },
  value: { colour: ink },
  label: { colour: wire },
  power: { colour: ink, widthMm: 0.25 },
  "no-connect": { colour: quiet, widthMm: 0.2 },
  block: { colour: quiet, widthMm: 0.18 },
  "block-title": { colour: ink },
  outline: { colour: quiet, widthMm: 0.2, dashMm: [1.2, 0.9] },
  note: { colour: ink },
  "note-title": { colour: ink },
  warning: { colour: warning, widthMm: 0.35 },
  frame: { colour: ink, widthMm: 0.18 },
  "frame-heavy": { colour: ink, widthMm: 0.5 },
  "frame-text": { colour: quiet },
  title: { colour: ink },
  hit: { colour: ink, widthMm: 1.6 },
}

/** Stroke width in mm; 0 for inks that only fill or write. */
export const strokeWidth = (of: Ink): number => inks[of].widthMm ?? 0

const colour = ([name, printed]: readonly [string, string]): string => `var(--sch-${name}, ${printed})`

/** The sheet's style: one class an ink (`s-wire` strokes, `f-wire` fills, `t-wire` writes). */
export function styleSheet(): string {
  const rules = Object.entries(inks).flatMap(([name, style]) => {
    const of = colour(style.colour)
    const dash = style.dashMm ? `;stroke-dasharray:${style.dashMm.join(" ")}` : ""
    const width = style.widthMm ?? 0
    return [
      ...(width > 0 ? [`.s-${name}{fill:none;stroke:${of};stroke-width:${width}${dash}}`] : []),
      `.f-${name}{fill:${of}}`,
      `.t-${name}{fill:${of}}`,
    ]
  })
  return [
    fontFaceCss(),
    `text{font-family:"${fontFamily}",sans-serif;font-kerning:normal;text-rendering:geometricPrecision}`,
    ".bold{font-weight:600}",
    "path,circle{stroke-linecap:round;stroke-linejoin:round}",
    ...rules,
    ".s-hit{opacity:0;pointer-events:all}",
    ".paper{fill:var(--sch-paper, #ffffff)}",
    ".tint{fill:var(--sch-tint, #fdf8e9)}",
  ].join("\n")
}
