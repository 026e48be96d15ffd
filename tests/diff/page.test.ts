import type { AnyCircuitElement } from "circuit-json"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { elementsOf } from "../../src/circuit/elements"
import { type Diff, diffSources } from "../../src/diff/diff"
import { bundlePage, makePage } from "../../src/diff/page"
import { readSnapshot, type Snapshot } from "../../src/diff/snapshot"
import { fabricate } from "../../src/fabricate/fabricate"
import type { Board } from "../../src/model/board"
import { orderFiles } from "../../src/pipeline/assemble-package"
import { browserMissing, launch } from "../book/chromium"
import { attributesOf } from "../book/dom"
import { laidBoard } from "../mep-smd-compiled"

/** The real board, and the same with R1 one millimetre to the right, laid over each other in a browser. */

let diff: Diff
let browser: Browser
const date = new Date("2026-01-02T03:04:05Z")

function packed(circuit: readonly AnyCircuitElement[], board: Board): Snapshot {
  const fabrication = fabricate(circuit, board, jlcpcb, { createdAt: "2026-01-02T03:04:05Z" })
  return readSnapshot(orderFiles(board, circuit, fabrication, jlcpcb.process, date), "test", [jlcpcb])
}

/** A copy in which all that belongs to R1 lies `by` mm further right. */
function withR1Moved(circuit: readonly AnyCircuitElement[], by: number): AnyCircuitElement[] {
  const copy = structuredClone([...circuit])
  const source = elementsOf(copy, "source_component").find(({ name }) => name === "R1")
  const part = elementsOf(copy, "pcb_component").find(
    ({ source_component_id: id }) => id === source?.source_component_id,
  )
  if (part === undefined) throw new Error("no R1")
  part.center.x += by
  if (part.footprint_origin !== undefined) part.footprint_origin.x += by
  for (const pad of elementsOf(copy, "pcb_smtpad")) {
    if (pad.pcb_component_id === part.pcb_component_id && "x" in pad) pad.x += by
  }
  return copy
}

beforeAll(async () => {
  const { circuit, definition } = await laidBoard()
  diff = diffSources(
    { label: "before", boards: [packed(circuit, definition)], notes: [] },
    { label: "after", boards: [packed(withR1Moved(circuit, 1), definition)], notes: [] },
  )
  if (!browserMissing) browser = await launch(false)
})
afterAll(() => browser?.close())

describe("the real board with R1 moved", () => {
  it("says where R1 went, in the drawing and for the machine", () => {
    const texts = diff.boards[0]?.changes.map(({ text }) => text) ?? []
    expect(texts).toContain("R1: moved by 1.00 mm (+1.00, 0.00)")
    expect(texts.some((text) => /^top solder mask: [1-9]/.test(text))).toBe(true)
    expect(texts.filter((text) => /^bottom /.test(text))).toEqual([])
  })

  it.skipIf(browserMissing)(
    "shows it: jumps to the place, turns the board over, hides layers, goes nowhere else",
    async () => {
      const page = await browser.newPage({ viewport: { width: 1300, height: 850 } })
      const complaints: string[] = []
      page.on("console", (message) => complaints.push(message.text()))
      page.on("pageerror", (error) => complaints.push(error.message))
      page.on("request", (request) => {
        if (!request.url().startsWith("data:")) complaints.push(request.url())
      })
      await page.setContent(makePage(diff, await bundlePage(process.cwd())))
      expect(await page.locator(".stage svg .layer").count()).toBe(10)

      await page.getByRole("button", { name: /R1: moved/ }).click()
      expect(await page.locator("svg > g").first().getAttribute("transform")).toMatch(/scale\(([2-9]|1\d)/)
      expect(await page.locator('[data-layer="copper-top"] .added').getAttribute("d")).toMatch(/^M/)
      expect(await page.locator('[data-layer="silk-bottom"]').isVisible()).toBe(false)

      await page.getByText("Bottom", { exact: true }).click()
      expect(await page.locator("svg > g > g").first().getAttribute("transform")).toMatch(/scale\(-1 1\)/)
      expect(await page.locator('[data-layer="copper-top"]').isVisible()).toBe(false)

      await page.getByText("Old", { exact: true }).click()
      expect(await page.locator(".stage").getAttribute("data-show")).toBe("old")
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  it.skipIf(browserMissing)("leads from a step of a time line to the one before and after it", async () => {
    const page = await browser.newPage()
    const code = await bundlePage(process.cwd())
    const all = ["index.html", "c4.html", "c3.html", undefined, "c1.html"]
    const ways = async (at: number): Promise<Record<string, string>> => {
      const steps = all.map((href, i) => ({
        ...{ title: `step ${i}`, told: "", here: i === at },
        ...(href === undefined ? {} : { href }),
      }))
      await page.setContent(makePage(diff, code, steps))
      const links = page.locator("nav[aria-label=Steps] a")
      const [rel, href] = [await attributesOf(links, "rel"), await attributesOf(links, "href")]
      return Object.fromEntries(rel.map((name, i) => [name, href[i] ?? ""]))
    }
    expect(await ways(0)).toEqual({ prev: "c4.html" })
    expect(await ways(1)).toEqual({ prev: "c3.html" })
    // What does not build has no page: it is stepped over.
    expect(await ways(2)).toEqual({ prev: "c1.html", next: "c4.html" })
    expect(await ways(4)).toEqual({ next: "c3.html" })
    await page.close()
  })
})
