import { execFile } from "node:child_process"
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { promisify } from "node:util"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { type BookData, bookData, modelData } from "../../src/book/book"
import { bookPage } from "../../src/book/build/page"
import { bundleClient } from "../../src/book/bundle"
import type { BookInput } from "../../src/book/input"
import { launch } from "./chromium"
import { inputFromPackage } from "./sample-input"

const root = resolve(import.meta.dirname, "../..")

/** A book in its package, a browser, and everything the browser complained about. */
export interface Stage {
  readonly folder: string
  readonly url: string
  readonly bytes: number
  readonly input: BookInput
  readonly data: BookData
  readonly html: string
  readonly browser: Browser
  /** The page most tests share; each leaves the selection empty. */
  readonly page: Page
  /** Console errors, page errors and requests that left the page, of every page opened here. */
  readonly complaints: readonly string[]
  readonly open: (options?: BrowserContextOptions, browser?: Browser) => Promise<Page>
  readonly close: () => Promise<void>
}

/** A finding at a place, so that there is one to go to: the sound board has none. */
const placed: BookInput["report"]["findings"][number] = {
  rule: "test/placed",
  severity: "info",
  message: "a place to go to",
  at: { x: 16.54, y: -8, layer: "bottom" },
}

export async function setStage(): Promise<Stage> {
  const out = mkdtempSync(join(tmpdir(), "mep-book-"))
  await buildPackage(out)
  const folder = join(out, "mep-smd")
  const fromPackage = await inputFromPackage(folder, await bundleClient(root))
  const { report } = fromPackage
  const input = { ...fromPackage, report: { ...report, findings: [placed, ...report.findings] } }
  const data = bookData(input)
  const html = bookPage(data, modelData(input), input.client)
  const file = join(folder, "index.html")
  writeFileSync(file, html)
  const url = pathToFileURL(file).href
  const browser = await launch(false)
  const complaints: string[] = []
  const open = async (options: BrowserContextOptions = {}, from: Browser = browser): Promise<Page> => {
    const context = await from.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(5000)
    listen(page, url, complaints)
    await page.goto(url)
    await page.locator(".page-header").waitFor()
    return page
  }
  return {
    folder,
    url,
    bytes: statSync(file).size,
    input,
    data,
    html,
    browser,
    page: await open(),
    complaints,
    open,
    close: async () => {
      await browser.close()
      rmSync(out, { recursive: true, force: true })
    },
  }
}

/** Builds the order package once; MEP_TEST_PACKAGE names one that is built already. */
async function buildPackage(out: string): Promise<void> {
  const built = process.env.MEP_TEST_PACKAGE
  if (built !== undefined) return cpSync(built, join(out, "mep-smd"), { recursive: true })
  const command = ["build", "--only", "order", "--board", "mep-smd", "--out", out]
  await promisify(execFile)(process.execPath, [join(root, "src/mep.mjs"), ...command])
}

function listen(page: Page, url: string, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`)
  })
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`))
  page.on("request", (request) => {
    const to = request.url()
    if (to !== url && !to.startsWith("data:") && !to.startsWith("blob:")) complaints.push(`request: ${to}`)
  })
}
