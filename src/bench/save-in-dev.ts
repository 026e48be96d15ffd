import { spawn } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Browser, Page } from "playwright-core"
import { UserError } from "../model/finding"
import { copyProject } from "../project/copy"

/** What `dev` prints when Gerbers and findings are fresh. */
const fresh = /\d+ errors, .* in [\d.]+ s/

const limitMs = 120_000

/**
 * Milliseconds from a save to fresh Gerbers and findings in a running `dev`, for each of `saves` saves of the
 * placement table, in a copy of the project.
 */
export const saveInDev = (root: string, boardId: string, saves: number, scratch: string): Promise<number[]> =>
  inDev(root, boardId, scratch, async ({ untilFresh, save }) => {
    const times: number[] = []
    // The first save warms the process up, as the first of a working day does.
    for (let number = 0; number <= saves; number++) {
      const started = performance.now()
      save()
      await untilFresh()
      if (number > 0) times.push(performance.now() - started)
    }
    return times
  })

/** When somebody who looks at the page sees what a save brought. */
export interface Seen {
  readonly findingsMs: number
  readonly pictureMs: number
}

/** The page's policy forbids what Playwright would wait with. */
async function until(page: Page, condition: string): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await page.waitForTimeout(20))
    if (await page.evaluate<boolean>(`Boolean(${condition})`)) return
  throw new UserError(`dev's page did not get to ${condition}`, { exitCode: 1 })
}

/** Two frames after the page's state or data changed: then it is on the screen. */
const watcher = `
  window.benchSeen = {}
  const painted = (what) => requestAnimationFrame(() => setTimeout(() => (window.benchSeen[what] ??= Date.now())))
  const chip = document.querySelector("mep-dev").shadowRoot.querySelector("button:last-of-type")
  new MutationObserver(() => / errors, /.test(chip.textContent) && painted("findings")).observe(chip, { childList: true, characterData: true, subtree: true })
  new MutationObserver(() => painted("picture")).observe(document.documentElement, { attributes: true, attributeFilter: ["data-book-data"] })`

/** The same as a browser with the page open shows it. */
export const saveSeen = (
  root: string,
  boardId: string,
  saves: number,
  scratch: string,
  browser: Browser,
): Promise<Seen[]> =>
  inDev(root, boardId, scratch, async ({ url, save }) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    try {
      page.setDefaultTimeout(limitMs)
      await page.goto(url)
      await page.locator(".page-header").waitFor()
      const settled = () =>
        until(page, "!/follow|shown as it was|rebuilt/.test(document.querySelector('.badge').textContent)")
      const seen: Seen[] = []
      for (let number = 0; number <= saves; number++) {
        await settled()
        await page.evaluate(watcher)
        const started = Date.now()
        save()
        await until(page, "window.benchSeen.findings && window.benchSeen.picture")
        const { findings, picture } = await page.evaluate<{ findings: number; picture: number }>(
          "window.benchSeen",
        )
        if (number > 0) seen.push({ findingsMs: findings - started, pictureMs: picture - started })
      }
      return seen
    } finally {
      await page.close()
    }
  })

interface RunningDev {
  readonly url: string
  readonly untilFresh: () => Promise<void>
  /** Another move of a part each time. */
  readonly save: () => void
}

/** In a copy of the project, once the board has been shown for the first time. */
async function inDev<T>(
  root: string,
  boardId: string,
  scratch: string,
  use: (dev: RunningDev) => Promise<T>,
): Promise<T> {
  const copy = join(scratch, "project")
  copyProject(root, copy)
  const dev = spawn(
    process.execPath,
    ["src/mep.mjs", "dev", "--board", boardId, "--port", "0", "--no-open", "--no-types"],
    { cwd: copy, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, NO_COLOR: "1" } },
  )
  try {
    let url = ""
    let waiting: (() => void) | undefined
    let ended: ((error: Error) => void) | undefined
    createInterface({ input: dev.stdout })
      .on("line", (line) => {
        url = /https?:\/\/\S+/.exec(line)?.[0] ?? url
        if (fresh.test(line)) waiting?.()
      })
      .on("close", () => ended?.(new UserError("dev ended before it was asked to", { exitCode: 1 })))
    const untilFresh = (): Promise<void> =>
      within(
        new Promise((resolve, reject) => {
          waiting = resolve
          ended = reject
        }),
      )
    await untilFresh()
    const file = join(copy, "boards", boardId, "placement.ts")
    const source = readFileSync(file, "utf8")
    let saves = 0
    return await use({ url, untilFresh, save: () => writeFileSync(file, moved(source, ++saves)) })
  } finally {
    dev.kill()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The first part of a placement table moved by so many tenths of a micrometre: no result is kept for it. */
const moved = (source: string, tenths: number): string =>
  source.replace(
    /("[A-Z]+\d+", )(-?\d+(?:\.\d+)?)/,
    (_, name: string, x: string) => `${name}${Number(x) + tenths / 1e4}`,
  )

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new UserError(`dev said nothing for ${limitMs / 1000} s`, { exitCode: 1 })
    timer = setTimeout(() => reject(error), limitMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
