import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"

/** The pages people read: what they name must be there. */
const pages = ["README.md", "CONTRIBUTING.md", ...readdirSync("docs").map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
)

const scripts = Object.keys(
  (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts,
)

/** Folders whose paths the pages may name; what a build leaves in `dist/` is not there in a clone. */
const folders = ["boards", "components", "docs", "fabrication", "src", "tests", ".github", ".ci"]

/** Made by the reader's own hands while following a page. */
const toBeMade = ["boards/mep-mini/", "docs/benchmark.md", "docs/faults.md"]

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? "")

/** Text between backquotes, and of fenced blocks. */
function codeOf(text: string): string[] {
  const fenced = all(text, /```\w*\n([\s\S]*?)```/g)
  return [...fenced, ...all(text.replace(/```[\s\S]*?```/g, ""), /`([^`\n]+)`/g)]
}

const scriptsNamed = (text: string): string[] =>
  codeOf(text).flatMap((code) => all(code, /npm run ([\w:]+)/g))

const pathsNamed = (text: string): string[] =>
  codeOf(text).filter((code) => folders.some((folder) => new RegExp(`^${folder}/[\\w./-]*$`).test(code)))

const linksOf = (text: string): string[] =>
  all(text, /\]\(([^)\s]+)\)/g).filter((target) => !/^(https?:|#)/.test(target))

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8")

  test("names scripts that exist", () => {
    expect(scriptsNamed(text).filter((name) => !scripts.includes(name))).toEqual([])
  })

  test("names files that exist", () => {
    const missing = pathsNamed(text).filter((path) => !existsSync(path) && !toBeMade.includes(path))
    expect(missing).toEqual([])
  })

  test("links to files that exist", () => {
    const missing = linksOf(text).filter((link) => !existsSync(join(dirname(page), link.split("#")[0] ?? "")))
    expect(missing).toEqual([])
  })
})

test("every page of docs/ is in its list", () => {
  const listed = linksOf(readFileSync("docs/README.md", "utf8"))
  const named = readFileSync("docs/README.md", "utf8")
  const pagesOfDocs = pages.filter((page) => page.startsWith("docs/") && page !== "docs/README.md")
  expect(
    pagesOfDocs.filter((page) => !listed.includes(page.replace("docs/", "")) && !named.includes(page)),
  ).toEqual([])
})

test("the readers of pages see what is wrong", () => {
  const text = "`npm run biuld` `src/nowhere.ts` [x](nowhere.md)\n```sh\nnpm run chekc\n```\n"
  expect(scriptsNamed(text)).toEqual(["chekc", "biuld"])
  expect(pathsNamed(text)).toEqual(["src/nowhere.ts"])
  expect(linksOf(text)).toEqual(["nowhere.md"])
})
