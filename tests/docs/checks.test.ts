import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { allParts } from "../../components/parts/index"
import { circuitChecks } from "../../src/check/checks"
import type { BoardSource } from "../../src/model/board"
import type { Claim } from "../../src/model/claim"
import type { Need } from "../../src/model/part"
import { fileRules } from "../../src/verify/rules"

/** `docs/checks.md`: every check with its limit and source, written from the code with WRITE_DOCS=1. */
const page = "docs/checks.md"

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n")

/** Two checks a line. */
const checksTable = (checks: readonly { readonly id: string; readonly title: string }[]): string => {
  const cells = checks.map(({ id, title }) => [`\`${id}\``, title])
  const half = Math.ceil(cells.length / 2)
  const rows = cells.slice(0, half).map((left, index) => [...left, ...(cells[half + index] ?? ["", ""])])
  return table(["check", "asks", "check", "asks"], rows)
}

/** The rules of the files of a package stand as texts where they are found: `pkg/...`. */
function packageRules(): string[] {
  const folder = "src/verify/package"
  const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"))
  const found = texts.flatMap((text) =>
    [...text.matchAll(/"(pkg\/[a-z-]+)"/g)].map((match) => match[1] ?? ""),
  )
  return [...new Set(found)].sort()
}

/** "maxMm 1 to 20": the numbers that claims name, by name; a few as they are, many as their range. */
function limitsOf(claims: readonly Claim[]): string {
  const named = new Map<string, Set<number>>()
  for (const { says } of claims)
    for (const [name, value] of Object.entries(says))
      if (typeof value === "number") named.set(name, (named.get(name) ?? new Set()).add(value))
  const words = [...named].map(([name, values]) => {
    const some = [...values]
    return `${name} ${some.length > 3 ? `${Math.min(...some)} to ${Math.max(...some)}` : some.join(" and ")}`
  })
  return words.join(", ") || "-"
}

/** Claims of one check in one row: what is claimed, and the limits among it. Boards that claim the same share theirs. */
function claimRows(boards: readonly BoardSource[]): string[][] {
  const rows = new Map<string, { boards: string[]; cells: string[] }>()
  for (const { id: board, claims = [] } of boards) {
    const groups = new Map<string, Claim[]>()
    for (const claim of claims) groups.set(claim.id, [...(groups.get(claim.id) ?? []), claim])
    for (const [id, group] of groups) {
      const cells = [`\`${id}\``, group[0]?.title ?? "", String(group.length), limitsOf(group)]
      const key = cells.join("|")
      const row = rows.get(key) ?? { boards: [], cells }
      row.boards.push(board)
      rows.set(key, row)
    }
  }
  return [...rows.values()].map(({ boards, cells }) => [boards.join(", "), ...cells])
}

const amounts = (need: Need): string => {
  if (need.kind === "capacitor") return `at least ${Number((need.minFarads * 1e9).toPrecision(6))} nF`
  if (need.kind === "pull-up" || need.kind === "pull-down") return `${need.minOhms} to ${need.maxOhms} ohm`
  return need.kind === "low-at-reset" ? "low at reset" : "grounded where unused"
}

/** Parts of one family share their needs; needs of one document are one row. */
function needRows(): string[][] {
  const rows = new Map<string, { parts: Set<string>; needs: Set<string>; ends: readonly string[] }>()
  for (const part of allParts)
    for (const need of part.needs ?? []) {
      const ends = [need.severity ?? "error", need.source]
      const family = JSON.stringify([part.needs, ...ends])
      const known = rows.get(family) ?? { parts: new Set(), needs: new Set(), ends }
      known.parts.add(part.value)
      known.needs.add(`${need.pin}: ${need.what}, ${amounts(need)}`)
      rows.set(family, known)
    }
  return [...rows.values()].map(({ parts, needs, ends }) => [
    [...parts].join(", "),
    [...needs].join("; "),
    ...ends,
  ])
}

async function boards(): Promise<BoardSource[]> {
  const names = readdirSync("boards").filter((name) => existsSync(`boards/${name}/index.tsx`))
  const loaded = names.sort().map(async (name) => {
    const board: { default: BoardSource } = await import(`../../boards/${name}/index.tsx`)
    return board.default
  })
  return Promise.all(loaded)
}

async function written(): Promise<string> {
  const all = await boards()
  const sections = [
    "# Every check, with its limit",
    "Written from the code by `WRITE_DOCS=1 npx vitest run tests/docs`; do not edit. What each found on a board stands in\nthat board's `report.json`.",
    "## On the compiled board",
    `In this order, from \`src/check/checks.ts\`. tscircuit's own checks (\`tscircuit/...\`) run beside them.\n\n${checksTable(circuitChecks)}`,
    "## On the written files",
    `From \`src/verify/rules/index.ts\`, for any Gerbers; limits are the fab's.\n\n${checksTable(fileRules)}`,
    `Lists, zip, manifest and netlist of a package of ours: ${packageRules()
      .map((id) => `\`${id}\``)
      .join(", ")}.`,
    "## Limits",
    "By fab house, side by side, with their sources: [fab-houses.md](fab-houses.md).",
    "## What parts ask of any circuit",
    `From the records in \`components/parts/\`; checked by \`erc/needs\`.\n\n${table(["part", "needs", "severity", "source"], needRows())}`,
    "## What boards claim",
    table(["boards", "check", "asks", "claims", "limits"], claimRows(all)),
  ]
  return `${sections.join("\n\n")}\n`
}

test("the page of checks is what the code says", async () => {
  const text = await written()
  if (process.env.WRITE_DOCS === "1") writeFileSync(page, text)
  expect(readFileSync(page, "utf8")).toBe(text)
})

test("the page of checks can be read at one go", async () => {
  expect((await written()).split("\n").length).toBeLessThanOrEqual(120)
})
