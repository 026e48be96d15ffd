import { UserError } from "../model/finding"
import { lockDifferences } from "./differences"
import { type Lock, lockFile } from "./lock"

/**
 * A board that is not as it was accepted, or never was. Its package is for looking at: nothing in it can be uploaded
 * to a fab as it is, and every picture and page says DRAFT.
 */
export interface Draft {
  readonly board: string
  /** Why, in plain words, a line each. */
  readonly differences: readonly string[]
}

/** @param accepted absent where the board has no lock file yet */
export function differencesOf(boardId: string, accepted: Lock | undefined, now: Lock): string[] {
  return accepted === undefined
    ? [`nothing of this board has been accepted yet: npm run accept -- --board ${boardId}`]
    : lockDifferences(accepted, now)
}

export const draftOf = (board: string, differences: readonly string[]): Draft | undefined =>
  differences.length === 0 ? undefined : { board, differences }

/** What a build prints of a draft, first and last. */
export const draftLines = ({ board, differences }: Draft): string[] => [
  `warning: ${board} is a draft: not as accepted in ${lockFile(board)}`,
  ...differences.map((difference) => `  ${difference}`),
  `  accept it (npm run accept -- --board ${board}) or put it back: a draft has no zip to order from`,
]

/** For `--frozen`. @throws UserError that lists the differences: nothing can waive them. */
export function requireAccepted(draft: Draft | undefined): void {
  if (draft === undefined) return
  const [, ...lines] = draftLines(draft)
  throw new UserError(
    [`${draft.board} is not as accepted in ${lockFile(draft.board)}`, ...lines].join("\n"),
    {
      exitCode: 1,
    },
  )
}

/** What `report.json` says of it. */
export const reportFields = (draft: Draft | undefined): { readonly draft?: readonly string[] } =>
  draft === undefined ? {} : { draft: draft.differences }

const draftName = "draft/DRAFT-"

/**
 * The files of a draft's package: without the zip, and what a fab could make it from in a folder and under names
 * that say so wherever they are copied to.
 */
export function draftFiles<T>(files: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(
    [...files].flatMap(([path, content]) =>
      /^[^/]+\.zip$/.test(path) ? [] : [[draftPath(path), content] as const],
    ),
  )
}

const draftPath = (path: string): string =>
  path.startsWith("gerbers/")
    ? `${draftName}${path.slice("gerbers/".length)}`
    : /^[^/]+(\.ipc|-ipc2581\.xml)$/.test(path)
      ? `${draftName}${path}`
      : path

/** The word DRAFT as strokes in a box of 28 x 6: pictures are drawn without fonts. */
const word =
  "M0 0V6H2L4 4V2L2 0ZM6 6V0H9L10 1V2L9 3H6M8 3L10 6M12 6L14 0L16 6M12.7 4H15.3M22 0H18V6M18 3H21M24 0H28M26 0V6"

/** DRAFT across an SVG that has a viewBox. */
export function markSvg(svg: string): string {
  const box = /viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/.exec(svg)?.slice(1).map(Number)
  const end = svg.lastIndexOf("</svg>")
  if (box === undefined || end === -1) throw new Error("no SVG with a viewBox to mark as a draft")
  const [x, y, width, height] = box as [number, number, number, number]
  const scale = Math.min((0.8 * width) / 28, (0.5 * height) / 6)
  const at = [x + width / 2 - 14 * scale, y + height / 2 - 3 * scale].map(round).join(" ")
  const path = (colour: string, stroke: number): string =>
    `<path d="${word}" stroke="${colour}" stroke-width="${stroke}"/>`
  const mark =
    `<g transform="translate(${at}) scale(${round(scale)})" fill="none" stroke-linejoin="round" opacity="0.4">` +
    `${path("#fff", 0.6)}${path("#c8102e", 0.35)}</g>`
  return `${svg.slice(0, end)}${mark}\n${svg.slice(end)}`
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4

const style =
  "#draft{position:fixed;z-index:99;left:0;right:0;bottom:0;max-height:50vh;overflow:auto;background:#c8102e;" +
  "color:#fff;font:600 15px/1.4 sans-serif;padding:6px 16px}#draft summary{cursor:pointer}" +
  "#draft ul{margin:6px 0 4px;padding-left:20px;font-weight:400}body{padding-bottom:34px}"

/** A page that says on its face and in its title that the board is a draft, and why. */
export function markPage(html: string, { board, differences }: Draft): string {
  if (!html.includes("<title>") || !html.includes("<body>")) throw new Error("no page to mark as a draft")
  const items = differences.map((difference) => `<li>${escapeHtml(difference)}</li>`).join("")
  const banner =
    `<style>${style}</style><details id="draft"><summary>DRAFT, not to be ordered: ${escapeHtml(board)} is not as ` +
    `accepted (${differences.length})</summary><ul>${items}</ul></details>`
  // Functions, because `$` in a text is nothing special.
  return html.replace("<title>", () => "<title>DRAFT: ").replace("<body>", () => `<body>\n${banner}`)
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
