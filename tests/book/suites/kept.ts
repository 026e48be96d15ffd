import { describe, expect, it } from "vitest"
import { apart } from "../../../src/book/later"
import { propertyOf } from "../dom"
import type { Stage } from "../stage"
import { marked, zoomedIn } from "./board"

export function keptSuite(get: () => Stage): void {
  describe("what is kept", () => {
    it("keeps ticks, part by part, over a reload", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Parts", exact: true }).click()
      await page.getByLabel("sourced: 100nF").check()
      await page.getByRole("button", { name: "Single parts of 0R" }).click()
      await page.getByLabel("placed: R5").check()
      await page.reload()
      await expect.poll(() => page.getByLabel("sourced: 100nF").isChecked()).toBe(true)
      await expect.poll(() => page.locator(".progress").textContent()).toContain("sourced 5/")
      await expect.poll(() => propertyOf(page.getByLabel("placed: 0R"), "indeterminate")).toBe(true)
      await page.getByRole("button", { name: "Single parts of 0R" }).click()
      await expect.poll(() => page.getByLabel("placed: R5").isChecked()).toBe(true)
      await expect.poll(() => page.getByLabel("placed: R6").isChecked()).toBe(false)
    })

    it("keeps zoom and selection when new data comes in and over a reload", async () => {
      const { page } = get()
      await page.locator(".bom .chip-part", { hasText: "U1" }).click()
      await page.getByRole("button", { name: "Show on board" }).click()
      const board = page.locator("[data-side=top] .board-svg > g")
      await expect.poll(() => board.getAttribute("transform")).toMatch(zoomedIn)
      const zoom = await board.getAttribute("transform")
      const data = { ...get().data, board: { ...get().data.board, title: "MEP edited" } }
      await page.evaluate(`mepBook.load(${JSON.stringify(apart(data))})`)
      await expect.poll(() => page.locator("h1").textContent()).toBe("MEP edited")
      await expect.poll(() => board.getAttribute("transform")).toBe(zoom)
      await expect.poll(() => marked(page, "part")).toEqual(["U1"])
      await page.reload()
      await expect.poll(() => marked(page, "part")).toEqual(["U1"])
      await expect.poll(() => board.getAttribute("transform")).toBe(zoom)
      await page.getByRole("button", { name: "Whole view: front" }).click()
      await page.keyboard.press("Escape")
    })

    it("works where the browser keeps nothing, and says so", async () => {
      const context = await get().browser.newContext()
      await context.addInitScript(
        'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } })',
      )
      const page = await context.newPage()
      await page.goto(get().url)
      await page.getByLabel("sourced: 100nF").check()
      await expect.poll(() => page.getByText("This browser keeps nothing").count()).toBe(1)
      await expect.poll(() => page.locator(".progress").textContent()).toContain("sourced 5/")
      await context.close()
    })
  })
}
