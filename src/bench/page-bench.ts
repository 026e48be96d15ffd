import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser, CDPSession, Page } from "playwright-core"
import { launchChromium } from "./chromium"
import { measure, median } from "./measure"
import { saveSeen } from "./save-in-dev"

/** A figure of the page as somebody sees it. */
export interface PageRow {
  readonly id: string
  readonly title: string
  readonly value: number
  readonly unit: "ms" | "MB"
  readonly limit: number
  /** Of the browser's threads for the same, ms: what to compare where other work keeps the cores busy. */
  readonly cpuMs?: number
}

/** How many times slower than this machine the phone is. */
const slowdown = 4

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

export interface PageBenchOptions {
  readonly root: string
  readonly boardId: string
  readonly runs: number
  readonly progress: (text: string) => void
}

/** Builds the board, opens its book in Chromium, and follows saves in `dev` there. */
export async function benchTheBook({ root, boardId, runs, progress }: PageBenchOptions): Promise<PageRow[]> {
  const scratch = mkdtempSync(join(tmpdir(), "mep-bench-"))
  const browser = await launchChromium(["--disable-3d-apis"])
  try {
    progress("building the board")
    await measure(root, ["src/mep.mjs", "build", "--board", boardId, "--quiet", "--out", scratch], scratch)
    const rows = await pageBench(join(scratch, boardId), browser, runs, progress)
    progress("saves in dev")
    const seen = await saveSeen(root, boardId, runs, scratch, browser)
    const least = (of: "findingsMs" | "pictureMs"): number => Math.min(...seen.map((one) => one[of]))
    const unit = "ms" as const
    return [
      ...rows,
      {
        id: "findings",
        title: "a save in `dev` to its findings",
        value: least("findingsMs"),
        unit,
        limit: 700,
      },
      {
        id: "picture",
        title: "a save in `dev` to its picture",
        value: least("pictureMs"),
        unit,
        limit: 1000,
      },
    ]
  } finally {
    await browser.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The built book in a browser: its size, when a phone shows it, and how it moves. */
export async function pageBench(
  folder: string,
  browser: Browser,
  runs: number,
  progress: (text: string) => void,
): Promise<PageRow[]> {
  const file = join(folder, "index.html")
  const url = pathToFileURL(file).href
  const loads: Load[] = []
  const pans: Pan[] = []
  for (let run = 1; run <= runs; run++) {
    progress(`the page, run ${run} of ${runs}`)
    loads.push(await load(browser, url))
    pans.push(await pan(browser, url))
  }
  return [
    {
      id: "size",
      title: "the page, all in one file",
      value: statSync(file).size / 1e6,
      unit: "MB",
      limit: 4,
    },
    {
      id: "load",
      title: `from opening to the board in sight, on a phone ${slowdown} times slower`,
      value: Math.min(...loads.map(({ shownMs }) => shownMs)),
      unit: "ms",
      limit: 1000,
      cpuMs: Math.min(...loads.map(({ mainMs }) => mainMs)),
    },
    {
      id: "pan",
      title: "between two pictures while the board is dragged (median)",
      value: Math.min(...pans.map(({ frameMs }) => frameMs)),
      unit: "ms",
      limit: 17,
      cpuMs: Math.min(...pans.map(({ cpuMs }) => cpuMs)),
    },
  ]
}

interface Load {
  readonly shownMs: number
  readonly mainMs: number
}

/** Chromium's time of the first picture that has anything in it: the page draws all at once. */
async function load(browser: Browser, url: string): Promise<Load> {
  const { page, client, close } = await open(browser, phone)
  try {
    await client.send("Performance.enable", { timeDomain: "threadTicks" })
    await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
    await page.goto(url)
    await page.locator("[data-side=top] .board-svg").waitFor()
    const shownMs = await page.evaluate<number>(
      "new Promise((done) => new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.name === 'first-contentful-paint') done(one.startTime) }).observe({ type: 'paint', buffered: true }))",
    )
    const { metrics } = await client.send("Performance.getMetrics")
    const taskSeconds = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0
    return { shownMs, mainMs: taskSeconds * 1000 }
  } finally {
    await close()
  }
}

interface Pan {
  readonly frameMs: number
  readonly cpuMs: number
}

/** Mouse moves of one drag. */
const moves = 90

/** Times of the page's frames while the board is dragged, and the processor time of all of Chromium, a frame. */
async function pan(browser: Browser, url: string): Promise<Pan> {
  const { page, close } = await open(browser, { viewport: { width: 1440, height: 900 } })
  const whole = await browser.newBrowserCDPSession()
  try {
    await page.goto(url)
    const board = page.locator("[data-side=top] .board-svg")
    const box = await board.boundingBox()
    if (box === null) throw new Error("the board is not shown")
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.wheel(0, -300)
    await page.waitForTimeout(500)
    await page.mouse.down()
    const before = await processorMs(whole)
    await page.evaluate(
      "{ const times = window.benchFrames = []; const tick = (now) => { times.push(now); requestAnimationFrame(tick) }; requestAnimationFrame(tick) }",
    )
    for (let step = 1; step <= moves; step++) {
      const angle = (step / moves) * 4 * Math.PI
      await page.mouse.move(middle.x + 150 * Math.sin(angle), middle.y + 60 * (1 - Math.cos(angle)))
      await page.waitForTimeout(8)
    }
    const times = await page.evaluate<number[]>("window.benchFrames")
    const after = await processorMs(whole)
    await page.mouse.up()
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    return { frameMs: median(gaps), cpuMs: (after - before) / Math.max(gaps.length, 1) }
  } finally {
    await whole.detach()
    await close()
  }
}

/** Of all processes of the browser. */
async function processorMs(client: CDPSession): Promise<number> {
  const { processInfo } = await client.send("SystemInfo.getProcessInfo")
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

async function open(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0],
): Promise<{ readonly page: Page; readonly client: CDPSession; readonly close: () => Promise<void> }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  return { page, client: await context.newCDPSession(page), close: () => context.close() }
}
