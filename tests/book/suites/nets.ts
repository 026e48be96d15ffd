import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { attributesOf } from "../dom"
import type { Stage } from "../stage"

export function netsSuite(get: () => Stage): void {
  describe("the nets", () => {
    it("are listed with their measured copper, sorted, selected and linked", async () => {
      const { page, input, data } = get()
      await page.getByRole("tab", { name: "Nets" }).click()
      const rows = page.locator("[data-net-row]")
      await expect.poll(() => rows.count()).toBe(data.nets.length)
      const most = [...(input.netRows ?? [])].sort((a, b) => (b.milliohm ?? 0) - (a.milliohm ?? 0))[0]
      if (most === undefined) throw new Error("nothing is measured")
      const header = page.getByRole("button", { name: /mΩ/ })
      await header.click()
      await header.click()
      await expect.poll(() => rows.first().getAttribute("data-net-row")).toBe(most.net)
      expect(await rows.first().textContent()).toContain(most.milliohm?.toFixed(1))
      await rows.first().getByRole("button").click()
      await expect.poll(() => page.evaluate("location.hash")).toBe(`#net=${most.net}`)
      await expect.poll(() => page.locator(`[data-marked-net="${most.net}"]`).count()).toBeGreaterThan(0)
      await page.keyboard.press("Escape")
    })

    it("are saved as filtered", async () => {
      const { page, data } = get()
      const [net] = data.nets
      if (net === undefined) throw new Error("there is no net")
      await page.getByLabel("Filter nets").fill(net.pins[0] ?? "")
      const download = page.waitForEvent("download")
      await page.getByRole("button", { name: "Save as CSV" }).click()
      const text = readFileSync(await (await download).path(), "utf8")
      expect(text).toContain(`\n${net.name},`)
      expect(text.trim().split("\n").length).toBeLessThan(data.nets.length)
      await page.getByLabel("Filter nets").fill("")
    })
  })

  describe("measuring", () => {
    it("goes by keys from place to place and says the distance", async () => {
      const { page } = get()
      await page.keyboard.press("Escape")
      await page.keyboard.press("b")
      await page.keyboard.press("r")
      await expect.poll(() => page.evaluate("document.activeElement.tagName")).toBe("svg")
      for (const key of ["ArrowRight", "Enter", "ArrowRight", "Enter"]) await page.keyboard.press(key)
      await expect
        .poll(() => page.locator(".ruler-text").first().textContent())
        .toMatch(/^\d+\.\d\d mm \(\d+\.\d\d across, \d+\.\d\d up\): .+ to .+/)
      await page.keyboard.press("Escape")
      await page.keyboard.press("Escape")
      await expect.poll(() => page.locator(".ruler-text").count()).toBe(0)
    })

    it("holds the pointer to the pad under it, on either side, and sets no end by that", async () => {
      const { page, data } = get()
      await page.keyboard.press("r")
      for (const side of ["top", "bottom"] as const) {
        const pad = data.pads.find(({ sides, drillMm }) => drillMm === undefined && sides.includes(side))
        if (pad === undefined) throw new Error(`no pad on the ${side}`)
        const board = page.locator(`[data-side=${side}]`)
        const box = await board.locator(`[data-hit-pad="${pad.name}"]`).first().boundingBox()
        if (box === null) throw new Error(`${pad.name} is not shown`)
        await page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2 + 1)
        await expect.poll(() => board.locator(".ruler-text").textContent()).toContain(`pad ${pad.name}`)
        const marks = board.locator(".ruler > g")
        expect(await attributesOf(marks, "transform")).toEqual([`translate(${pad.x} ${-pad.y})`])
        expect(await page.locator(".ruler > path").count()).toBe(0)
      }
      await page.keyboard.press("Escape")
      await expect.poll(() => page.locator(".ruler-text").count()).toBe(0)
    })
  })
}
