import { describe, expect, it } from "vitest"
import { launch } from "../chromium"
import { propertyOf } from "../dom"
import type { Stage } from "../stage"

export function model3dSuite(get: () => Stage): void {
  describe("the model", () => {
    it("falls back to the picture where there is no WebGL", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "3D" }).click()
      const picture = page.getByRole("img", { name: /assembled, from above/ })
      await picture.waitFor()
      await expect.poll(() => propertyOf(picture, "naturalWidth")).toBeGreaterThan(600)
      await page.keyboard.press("b")
    })

    it("turns and picks parts where there is", async () => {
      const browser = await launch(true)
      try {
        const page = await get().open({ viewport: { width: 1110, height: 420 } }, browser)
        // WebGL in software: a picture may take seconds.
        page.setDefaultTimeout(30_000)
        await page.getByRole("tab", { name: "3D" }).click()
        const canvas = page.locator(".canvas-host canvas")
        await canvas.waitFor()
        const before = await canvas.screenshot()
        const box = await canvas.boundingBox()
        if (box === null) throw new Error("not shown")
        await page.mouse.move(box.x + 200, box.y + 200)
        await page.mouse.down()
        await page.mouse.move(box.x + 320, box.y + 240, { steps: 3 })
        await page.mouse.up()
        expect((await canvas.screenshot()).equals(before)).toBe(false)
        await page.getByRole("button", { name: "Front", exact: true }).click()
        // U2's shield is a third of the way across, a little left of the middle.
        await page.mouse.click(box.x + box.width * 0.36, box.y + box.height * 0.5)
        await expect.poll(() => page.locator(".inspector h2").textContent()).toContain("U2")
        await page.setViewportSize({ width: 390, height: 844 })
        await expect
          .poll(async () => (await page.locator(".view3d").boundingBox())?.height, { message: "on a phone" })
          .toBeGreaterThan(150)
      } finally {
        await browser.close()
      }
    })
  })
}
