import { describe, expect, it } from "vitest"
import type { Stage } from "../stage"

export function checksSuite(get: () => Stage): void {
  describe("the checks", () => {
    it("list every check with its figures", async () => {
      const { page, input } = get()
      await page.getByRole("tab", { name: "Checks" }).click()
      await expect.poll(() => page.locator(".figures details").count()).toBe(input.report.checks.length)
      await page.getByText("space between copper of different nets").click()
      await expect
        .poll(() => page.locator(".figures").textContent())
        .toContain("smallest space on the top copper")
      for (const { title } of input.metrics ?? [])
        await expect.poll(() => page.getByRole("heading", { name: title }).count()).toBe(1)
      await expect
        .poll(() => page.locator(".badge").textContent())
        .toContain(String(input.report.checks.length))
    })

    it("go to the place of a finding", async () => {
      const { page } = get()
      await page.locator('[data-finding="0"]').getByRole("button", { name: "Show on board" }).click()
      await expect.poll(() => page.locator("[data-side=bottom] [data-marked-place]").count()).toBe(1)
      await expect.poll(() => page.locator("[data-side=top] [data-marked-place]").count()).toBe(0)
      await expect
        .poll(() => page.locator("[data-side=bottom] .board-svg > g").getAttribute("transform"))
        .toMatch(/scale\([3-9]/)
      // What was gone to lies in the middle of the drawing.
      const middle = await page.locator("[data-side=bottom] .board-svg").boundingBox()
      const mark = await page.locator("[data-marked-place] circle").boundingBox()
      if (middle === null || mark === null) throw new Error("not shown")
      expect(mark.x + mark.width / 2).toBeCloseTo(middle.x + middle.width / 2, -1)
      await page.getByRole("button", { name: "Whole view: back" }).click()
      await page.keyboard.press("Escape")
    })
  })
}
