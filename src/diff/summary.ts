import { type Change, sections } from "./change"
import type { BoardDiff } from "./compare"
import { type Diff, isSame } from "./diff"
import { count, list } from "./words"

/** Lines of one section before the rest is left to the page: a comment on a pull request holds 65,536 characters. */
const mostLines = 60

/** Changes of one board under their headings, in reading order; empty sections left out. */
export function bySection(
  board: BoardDiff,
): { readonly title: string; readonly changes: readonly Change[] }[] {
  return sections.flatMap(([id, title]) => {
    const changes = board.changes.filter(({ section }) => section === id)
    return changes.length === 0 ? [] : [{ title, changes }]
  })
}

/** Plain lines for the terminal. */
export function terminalLines(diff: Diff): string[] {
  const lines = unbuiltLines(diff)
  for (const board of diff.boards) {
    lines.push(
      board.alone
        ? `${board.board}: ${diff.fresh} by itself`
        : `${board.board}: ${diff.old} → ${diff.fresh}: ${verdict(board)}`,
    )
    for (const { title, changes } of bySection(board)) {
      lines.push(`${title}:`, ...changes.map(({ text }) => `  ${text}`))
    }
  }
  return [...lines, ...boardLines(diff)]
}

const verdict = ({ changes }: BoardDiff): string =>
  changes.length === 0 ? "no difference" : count(changes.length, "change")

/** Why there is nothing to compare with. */
export const unbuiltLines = ({ old, fresh, unbuilt }: Diff): string[] =>
  unbuilt === undefined
    ? []
    : [
        `The old revision ${old} does not build: ${unbuilt}`,
        `What it lacks is shown of ${fresh} by itself: there is nothing to compare it with.`,
      ]

const boardLines = (diff: Diff): string[] => [
  ...diff.removedBoards.map((id) => `${id}: removed`),
  ...diff.addedBoards.map((id) => `${id}: new board`),
]

/** What was not held against each other, and other remarks: once each. */
export const remarks = (diff: Diff): string[] => [
  ...new Set([
    ...diff.notes,
    ...diff.boards.flatMap(({ notCompared }) => notCompared.map((text) => `Not compared: ${text}`)),
  ]),
]

/**
 * Markdown for a comment on a pull request. What lies beside it is linked as `./name`: whoever publishes the folder
 * puts its address there.
 */
export function markdown(diff: Diff, pictures: readonly Pictures[] = []): string {
  const lines = [`## What changes on the board${diff.boards.length > 1 ? "s" : ""}`, ""]
  lines.push(`From ${escaped(diff.old)} to ${escaped(diff.fresh)}.`, "")
  for (const line of unbuiltLines(diff)) lines.push(`**${escaped(line)}**`, "")
  for (const line of boardLines(diff)) lines.push(`**${escaped(line)}**`, "")
  for (const board of diff.boards) lines.push(...boardMarkdown(board, pictures))
  for (const remark of remarks(diff)) lines.push(`> ${escaped(remark)}`, "")
  if (!isSame(diff)) {
    const overlaid = diff.boards.some(({ alone }) => !alone)
    const picture = overlaid ? "Both boards' layers laid over each other are" : "The board's layers are"
    lines.push(`${picture} [on the page](./index.html).`, "")
  }
  return `${lines.join("\n").trimEnd()}\n`
}

/** Instead of a summary, where nothing could be compared. */
export const failureMarkdown = (message: string): string =>
  `## What changes on the boards\n\n**Nothing can be shown:** ${escaped(message)}\n`

/** Pictures of a board, files beside the summary. */
export interface Pictures {
  readonly board: string
  readonly files: readonly { readonly name: string; readonly title: string }[]
}

function boardMarkdown(board: BoardDiff, pictures: readonly Pictures[]): string[] {
  const groups = bySection(board)
  const { alone } = board
  if (groups.length === 0) return [`### ${escaped(board.board)}: no difference`, ""]
  const counts = groups.map(({ title, changes }) => `${changes.length} in ${title.toLowerCase()}`)
  const lines = [
    `### ${escaped(board.board)}: ${alone ? "by itself" : verdict(board)}`,
    "",
    ...(alone ? [] : [`${list(counts, 20)}.`, ""]),
  ]
  for (const { files } of pictures.filter((one) => one.board === board.board)) {
    for (const { name, title } of files)
      lines.push(`[![${escaped(title)}](./${encodeURIComponent(name)})](./index.html)`, "")
  }
  for (const { title, changes } of groups) {
    const shown = changes.slice(0, mostLines).map(({ text }) => `- ${escaped(text)}`)
    if (changes.length > mostLines) shown.push(`- … and ${changes.length - mostLines} more on the page`)
    const long = shown.length > 12
    if (long)
      lines.push(
        `<details><summary><b>${title}</b> (${changes.length})</summary>`,
        "",
        ...shown,
        "",
        "</details>",
        "",
      )
    else lines.push(`**${title}**`, "", ...shown, "")
  }
  return lines
}

/** Names and messages come from the boards: nothing in them is markup, and nobody is called by it. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]#|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("@", "@\u200b")
