import { describe, expect, it } from "vitest"
import type { Stage } from "../stage"
import { clear, marked } from "./board"

export function partsSuite(get: () => Stage): void {
  describe("the parts list", () => {
    it("groups by value and points a whole line out", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Parts", exact: true }).click()
      await page.getByRole("button", { name: "100nF", exact: true }).click()
      await expect.poll(() => marked(page, "part")).toEqual(["C1", "C2", "C3", "C4", "C5"])
      await expect.poll(() => page.locator("[data-side=bottom] [data-marked-part]").count()).toBe(5)
      await clear(page)
    })

    it("searches and sorts", async () => {
      const { page } = get()
      const lines = page.locator(".bom-line")
      const all = await lines.count()
      await page.keyboard.press("/")
      await expect.poll(() => page.evaluate("document.activeElement.type")).toBe("search")
      await page.keyboard.type("0805 r1")
      await expect.poll(() => lines.count()).toBe(1)
      await page.getByLabel("Search parts").fill("nothing like it")
      await expect.poll(() => page.getByText("Nothing matches").count()).toBe(1)
      await page.getByLabel("Search parts").fill("")
      await expect.poll(() => lines.count()).toBe(all)
      await page.locator(".bom").getByRole("button", { name: "Qty" }).click()
      const header = page.locator("th.col-pieces")
      const sorted = await header.getAttribute("aria-sort")
      expect(["ascending", "descending"]).toContain(sorted)
      const counts = (await page.locator("td.col-pieces").allTextContents()).map(Number)
      expect(counts).toEqual([...counts].sort((a, b) => (sorted === "ascending" ? a - b : b - a)))
    })

    it("follows variant and plan", async () => {
      const { page } = get()
      const chips = () => page.locator(".bom .chip-part").allTextContents()
      await expect.poll(() => chips()).toContain("R4")
      await expect.poll(() => chips()).not.toContain("R3")
      await page.getByLabel("Variant").selectOption("always-on")
      await expect.poll(() => chips()).toContain("R3")
      await expect.poll(() => chips()).not.toContain("R4")
      await expect.poll(() => page.locator(".fit.machine").count()).toBe(0)
      await page.getByLabel("Plan").selectOption("standard-both")
      const machine = get().input.assembly.find(
        (set) => set.variant === "always-on" && set.plan === "standard-both",
      )
      await expect.poll(() => page.locator(".fit.machine").count()).toBe(machine?.bom.length)
      await page.getByLabel("Variant").selectOption("esp32-controlled")
      await page.getByLabel("Plan").selectOption("hand")
    })
  })
}
