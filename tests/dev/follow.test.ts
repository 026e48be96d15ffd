import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { browserMissing, launch } from "../book/chromium"
import { ProjectCopy } from "../e2e/project-copy"

/** A whole session at the keyboard, on a copy of the project and in a real browser. */

/** Generous: this machine may be busy with other tests. */
const patience = 120_000

let project: ProjectCopy
let dev: ChildProcess
let output = ""
let browser: Browser
let page: Page
const complaints: string[] = []
const placement = () => join(project.root, "boards", "mep-smd", "placement.ts")

interface Told {
  readonly status: string
  readonly panel: string
  readonly data: string
}

/** What the page says beside the book. An expression: the tests are not compiled for a browser. */
const told = (): Promise<Told> =>
  page.evaluate<Told>(`(() => {
    const root = document.querySelector("mep-dev")?.shadowRoot
    const panel = root?.querySelector("section")
    return {
      status: root?.querySelector("button[data-status]")?.dataset.status ?? "",
      panel: !panel || panel.hidden ? "" : panel.textContent,
      data: document.documentElement.dataset.bookData ?? "",
    }
  })()`)

/** How far a side of the board is zoomed in; "" where none is. */
const zoomed = (): Promise<string> =>
  page.evaluate<string>(`
    [...document.querySelectorAll("svg g[transform]")]
      .map((one) => one.getAttribute("transform"))
      .find((text) => /scale\\((?!1\\))/.test(text)) ?? ""`)

/** Nothing is wrong with R1 and its nets; the rest of the board is not this test's business. */
const mended = {
  status: expect.stringMatching(/^(sound|findings)$/),
  panel: expect.not.stringMatching(/R1|Does not compile/),
}

beforeAll(async () => {
  if (browserMissing) return
  project = new ProjectCopy()
  project.keepBoard("mep-smd")
  // Before the first good build there is nothing to show, and the page says so.
  writeFileSync(placement(), `${readFileSync("boards/mep-smd/placement.ts", "utf8")}\n)`)
  dev = spawn(process.execPath, ["src/mep.mjs", "dev", "--no-open", "--no-types", "--port", "0"], {
    cwd: project.root,
    env: { ...process.env, SOURCE_DATE_EPOCH: "1790000000", NO_COLOR: "1" },
  })
  dev.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk
  })
  dev.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    dev.once("close", () => reject(new Error(output)))
    dev.stdout?.on("data", () => {
      const found = output.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  browser = await launch(false)
  page = await browser.newPage({ viewport: { width: 1300, height: 850 } })
  page.on("pageerror", (error) => complaints.push(error.message))
  await page.goto(url)
})
afterAll(async () => {
  await browser?.close()
  dev?.kill()
  project?.remove()
})

it(
  "follows the board: broken, mended, stale, mended; zoom and selection stay",
  async () => {
    await expect.poll(told, { timeout: patience, interval: 300 }).toMatchObject({
      status: "broken",
      panel: expect.stringMatching(/Does not compile.*boards\/mep-smd\/placement\.ts:\d+ Unexpected "\)"/),
    })
    expect(output).toMatch(/error: boards\/mep-smd\/placement\.ts:\d+: Unexpected "\)"/)

    const sound = readFileSync("boards/mep-smd/placement.ts", "utf8")
    writeFileSync(placement(), sound)
    await page.locator("#book-data").waitFor({ state: "attached", timeout: patience })
    await expect.poll(told, { timeout: patience, interval: 300 }).toMatchObject(mended)

    // Something chosen, and a mark that a reload would wipe away.
    await page.getByRole("button", { name: "R1", exact: true }).first().click()
    await page
      .getByRole("button", { name: /zoom in/i })
      .first()
      .click()
    await page.getByRole("tab", { name: "Checks" }).click()
    await expect.poll(zoomed).toMatch(/scale/)
    const zoom = await zoomed()
    await page.evaluate('document.body.setAttribute("data-same-page", "yes")')

    const shown = (await told()).data
    writeFileSync(placement(), sound.replace('part("R1", 0.3,', 'part("R1", 0.8,'))
    await expect.poll(told, { timeout: patience, interval: 300 }).toMatchObject({
      status: "findings",
      panel: expect.stringMatching(/boards\/mep-smd\/\w+\.\w+:\d+ .*R1/),
      data: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    // The book shown may still be the sound one: its head does not say so.
    await expect.poll(() => page.locator(".badge").textContent()).toMatch(/^\d+ problems?\b/)
    expect(output).toMatch(/R1\.1 moved from/)
    await expect.poll(async () => (await told()).data, { timeout: patience, interval: 300 }).not.toBe(shown)
    const moved = (await told()).data

    writeFileSync(placement(), sound)
    await expect.poll(told, { timeout: patience, interval: 300 }).toMatchObject(mended)
    await expect.poll(async () => (await told()).data, { timeout: patience, interval: 300 }).not.toBe(moved)
    expect(await page.locator("body").getAttribute("data-same-page")).toBe("yes")
    expect(await page.getByRole("tab", { name: "Checks" }).getAttribute("aria-selected")).toBe("true")
    expect(await zoomed()).toBe(zoom)
    expect(await page.evaluate<string>("document.body.innerText")).toMatch(/part R1/)
    expect(complaints).toEqual([])
    expect(existsSync(join(project.root, "dist"))).toBe(false)
  },
  5 * patience,
)
