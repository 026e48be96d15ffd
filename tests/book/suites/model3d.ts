import type { Page } from "playwright-core"
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
        await hidesAndCuts(page)
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

/** From a page that shows the front in 3D, with U2 selected: away with it, back again, and a section through all. */
async function hidesAndCuts(page: Page): Promise<void> {
  const canvas = page.locator(".canvas-host canvas")
  const box = await canvas.boundingBox()
  if (box === null) throw new Error("not shown")
  const clickU2 = () => page.mouse.click(box.x + box.width * 0.36, box.y + box.height * 0.5)
  const chosen = () => page.locator(".inspector").textContent()
  const whole = await canvas.screenshot()

  await page.keyboard.press("h")
  await page.getByRole("button", { name: "Show U2" }).waitFor()
  const without = await canvas.screenshot()
  expect(without.equals(whole), "hidden").toBe(false)
  await clickU2()
  await expect.poll(chosen, { message: "what is hidden cannot be hit" }).not.toContain("U2")
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Show all (1 hidden)" }).click()
  await clickU2()
  await expect.poll(chosen, { message: "shown again" }).toContain("U2")
  expect((await canvas.screenshot()).equals(whole), "shown again").toBe(true)

  const height = page.getByRole("slider", { name: /Cut at/ })
  const tallest = Number(await height.getAttribute("max"))
  expect(tallest, "board of 1.6 mm and its tallest part").toBeGreaterThan(4)
  expect(tallest).toBeLessThan(30)
  expect(Number(await height.getAttribute("min")), "parts on the back").toBeLessThan(-4)
  expect(await height.getAttribute("aria-valuetext")).toBe("whole")
  // Above the board, below U2's shield.
  await height.fill("2")
  await expect.poll(() => page.locator(".cut output").textContent()).toBe("2.0 mm")
  const cut = await canvas.screenshot()
  expect(cut.equals(whole), "cut").toBe(false)
  await page.keyboard.press(",")
  await expect.poll(() => page.locator(".cut output").textContent()).toBe("1.9 mm")
  await height.fill("0")
  await page.keyboard.press("Escape")
  await clickU2()
  expect(await chosen(), "what is cut away cannot be hit").not.toContain("U2")
  await page.keyboard.press("c")
  await expect.poll(() => page.locator(".cut output").textContent()).toBe("whole")
  await clickU2()
  await expect.poll(chosen).toContain("U2")
}
