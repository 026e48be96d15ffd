import { describe, expect, it } from "vitest"
import type { Stage } from "../stage"

const tabs = ["Parts", "Assembly", "Jumpers", "Checks", "Order", "Files"]
const views = ["Board", "Schematic", "Drawings", "3D"]

export function screenSuite(get: () => Stage): void {
  describe("keyboard, themes, screens and paper", () => {
    it("moves through tabs by arrow keys and shortcuts", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Parts", exact: true }).click()
      await page.keyboard.press("ArrowRight")
      await expect
        .poll(() => page.getByRole("tab", { name: "Nets" }).getAttribute("aria-selected"))
        .toBe("true")
      await page.keyboard.press("End")
      await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("Files")
      await page.keyboard.press("4")
      await expect
        .poll(() => page.getByRole("tab", { name: "Jumpers" }).getAttribute("aria-selected"))
        .toBe("true")
      await page.keyboard.press("s")
      await expect.poll(() => page.locator("[data-sheet=schematic]").count()).toBe(1)
      await page.keyboard.press("b")
      await page.keyboard.press("?")
      await expect.poll(() => page.locator("dialog").isVisible()).toBe(true)
      await page.keyboard.press("Escape")
      await expect.poll(() => page.locator("dialog").isVisible()).toBe(false)
      await page.keyboard.press("1")
    })

    it("shows where the focus is", async () => {
      const { page } = get()
      await page.getByLabel("Search parts").focus()
      await page.keyboard.press("Tab")
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
      expect(outline).toBe("solid")
    })

    it("is light or dark as the system says, or as chosen", async () => {
      const dark = await get().open({ colorScheme: "dark" })
      const ground = () => dark.evaluate("getComputedStyle(document.documentElement).backgroundColor")
      const atNight = await ground()
      await dark.getByRole("button", { name: /Colours/ }).click()
      await expect.poll(() => ground()).not.toBe(atNight)
      await dark.reload()
      await expect.poll(() => ground()).not.toBe(atNight)
      await dark.context().close()
    })

    it("fits a screen of 360 px, by touch", async () => {
      const phone = await get().open({
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      })
      const width = () => phone.evaluate("document.documentElement.scrollWidth")
      for (const name of tabs) {
        await phone.getByRole("tab", { name, exact: true }).tap()
        await expect.poll(() => width(), { message: name }).toBe(360)
      }
      for (const name of views) {
        await phone.getByRole("tab", { name, exact: true }).tap()
        await expect.poll(() => width(), { message: name }).toBe(360)
      }
      await phone.getByRole("tab", { name: "Board", exact: true }).tap()
      await phone.locator('[data-side=top] [data-hit-pad="U1.8"]').tap()
      await expect.poll(() => phone.locator(".inspector").textContent()).toContain("U1.8")
      await pinch(phone)
      await expect
        .poll(() => phone.locator("[data-side=top] .board-svg > g").getAttribute("transform"))
        .toMatch(/scale\((1\.[1-9]|[2-9])/)
      await phone.context().close()
    })

    it("prints parts, drawings and steps", async () => {
      const { page } = get()
      await page.emulateMedia({ media: "print" })
      const sheet = page.locator(".print-sheet")
      await sheet.waitFor()
      await expect.poll(() => sheet.isVisible()).toBe(true)
      await expect.poll(() => page.locator(".page").isVisible()).toBe(false)
      await expect.poll(() => sheet.locator("tbody tr").count()).toBeGreaterThan(8)
      await expect.poll(() => sheet.locator(".print-drawing svg").count()).toBe(2)
      await expect.poll(() => sheet.textContent()).toContain("flush with the solder side")
      await expect.poll(() => sheet.locator("[data-empty]").count()).toBe(1)
      await page.emulateMedia({ media: null })
      await page.locator(".page").waitFor()
    })
  })
}

/** Two fingers moving apart on the front. */
async function pinch(page: import("playwright-core").Page): Promise<void> {
  const box = await page.locator("[data-side=top] .board-svg").boundingBox()
  if (box === null) throw new Error("not shown")
  const client = await page.context().newCDPSession(page)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", spread: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd"
          ? []
          : [
              { x: middle.x - spread, y: middle.y, id: 0 },
              { x: middle.x + spread, y: middle.y, id: 1 },
            ],
    })
  await touch("touchStart", 20)
  for (const spread of [30, 45, 60, 80]) await touch("touchMove", spread)
  await touch("touchEnd", 0)
}
