import type { MetricRow } from "../metrics/rows"
import type { RouteCase } from "./route-bench"

/** `npm run metrics` line by line, a column a case: what an edit makes worse is marked. */

export interface BoardCases {
  readonly boardId: string
  readonly cases: readonly RouteCase[]
}

/** Figures of which more is better; of all others less is. */
const moreIsBetter = new Set([
  "copper-to-edge",
  "clearance",
  "clearance-power",
  "ground-vias",
  "spokes",
  "sensitive-to-hot-net-least-looked-at-to-mm-",
  "nearest-to-an-antenna-s-zone",
])
/** Lines that say where something is rather than how good it is. */
const told = /^(clearance-|silk|via-size|ground-sides|relief)/

const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 20 ? 2 : 1)

/** "17", "**17**" for a line that was met and is missed now, "17 (worse)" for one that is only worse. */
function cell(now: MetricRow | undefined, before: MetricRow | undefined): string {
  if (now === undefined) return ""
  const text =
    now.value === undefined || !Number.isFinite(now.value)
      ? now.verdict === "missed"
        ? "missed"
        : now.ours.replace(/ mm$/, "")
      : short(now.value)
  if (before === undefined) return text
  if (now.verdict === "missed" && before.verdict !== "missed") return `**${text}**`
  if (now.value === undefined || before.value === undefined) return text
  const change = moreIsBetter.has(now.id) ? before.value - now.value : now.value - before.value
  return change > 5e-3 ? `${text} -` : text
}

/** The table of one board, head first. */
export function routeTable({ cases }: BoardCases): string[][] {
  const first = cases.find(({ judged }) => judged !== undefined)?.judged
  const base = cases[0]?.title === "as committed" ? cases[0].judged : undefined
  const lines = (first?.lines ?? []).filter(({ id }) => !told.test(id))
  const of = (one: RouteCase, id: string): MetricRow | undefined =>
    one.judged?.lines.find((line) => line.id === id)
  const own = (one: RouteCase): MetricRow[] => one.judged?.lines.filter(({ id }) => !told.test(id)) ?? []
  const missed = (one: RouteCase): string => {
    if (one.judged === undefined) return ""
    const lost = own(one).filter(
      ({ id, verdict }) =>
        verdict === "missed" && base?.lines.find((line) => line.id === id)?.verdict !== "missed",
    )
    return String(lost.length)
  }
  return [
    ["", ...cases.map(({ title }) => title)],
    ["million places", ...cases.map(({ effort }) => effort?.toFixed(2) ?? "")],
    ["processor s", ...cases.map(({ seconds }) => seconds?.toFixed(1) ?? "")],
    ["nets laid", ...cases.map(({ laid }) => (laid === undefined ? "" : String(laid.length)))],
    ["not lawful or not joined", ...cases.map(({ judged }) => (judged ? String(judged.faults) : ""))],
    ...lines.map(({ id, what, asked }) => [
      `${what.trim()}${asked === "" ? "" : ` (${asked})`}`,
      ...cases.map((one) =>
        cell(of(one, id), one === cases[0] ? undefined : base?.lines.find((line) => line.id === id)),
      ),
    ]),
    [
      "warnings of the checks of copper",
      ...cases.map(({ judged }) => (judged ? String(judged.findings.length) : "")),
    ],
    ["**lines met before, missed now**", ...cases.map(missed)],
  ]
}

/** Why a case has no copper, and what the checks say of it. */
export const routeNotes = ({ cases }: BoardCases): string[] =>
  cases.flatMap(({ title, blocked, judged }) => [
    ...(blocked === undefined ? [] : [`${title}: ${blocked}`]),
    ...(judged?.findings ?? []).slice(0, 4).map((finding) => `${title}: ${finding}`),
  ])

const markdown = (table: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = table
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...body.map(line)].join("\n")
}

/** docs/routing.md */
export function routePage(
  boards: readonly BoardCases[],
  machine: string,
  pictures: readonly { readonly file: string; readonly title: string }[],
): string {
  return `# How good the copper is

Written by \`npm run bench -- route --write\`, with the pictures. Each edit is made on a copy of the board's source
(\`boards/<id>/edits.json\`), \`route\` brings the copper up to date, and the lines of \`npm run metrics\` are held
against those of the copper as committed: **bold** is a line that was met and is missed now, a minus behind a figure is
one that got worse and keeps its limit. Beside them the whole board from nothing, by our router and by two of other
houses; for these the poured net's vias are ours.

${machine}

${boards
  .map(
    (board) => `## ${board.boardId}

${markdown(routeTable(board))}
${routeNotes(board)
  .map((note) => `\n- ${note}`)
  .join("")}
`,
  )
  .join("\n")}
## Pictures

Before on the left, after on the right; red is the top, blue the bottom, pale what stayed as it was.

${pictures.map(({ file, title }) => `### ${title}\n\n![${title}, before and after](${file})\n`).join("\n")}
## What the figures count

- *million places*: what the search looked at. The same on every machine; \`--effort\` bounds it, and a search ends there.
- *processor s*: user and system time of this process, rendering left out. Not that of Java.
- *tscircuit's autorouter*: \`@tscircuit/capacity-autorouter\`, on the problem that \`route\` gives it for a suggestion.
- *Freerouting*: through our Specctra design (\`npm run route -- --dsn FILE\`) and its session back. It needs Java and its
  published jar, <https://github.com/freerouting/freerouting/releases>: \`MEP_FREEROUTING=path/to/freerouting.jar npm run
  bench -- route\`.
`
}
