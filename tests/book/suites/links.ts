import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import type { Stage } from "../stage"
import { clear, marked } from "./board"

const hash = (page: Page): Promise<unknown> => page.evaluate("decodeURIComponent(location.hash)")

/** As a link in a chat does it. */
const goTo = (page: Page, link: string): Promise<unknown> =>
  page.evaluate(`location.hash = ${JSON.stringify(link)}`)

export function linkSuite(get: () => Stage): void {
  describe("links", () => {
    it("open what they name, and the address follows the selection", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Files", exact: true }).click()
      await goTo(page, "#U1")
      await expect.poll(() => marked(page, "part")).toEqual(["U1"])
      await expect
        .poll(() => page.getByRole("tab", { name: "Parts", exact: true }).getAttribute("aria-selected"))
        .toBe("true")
      await page.locator(".bom .chip-part", { hasText: "R5" }).click()
      await expect.poll(() => hash(page)).toBe("#R5")
      await goTo(page, "#net=GND")
      await expect.poll(() => page.locator(".inspector h2").textContent()).toBe("net GND")
      await goTo(page, "#nothing-here")
      await expect.poll(() => page.locator(".inspector h2").textContent()).toBe("net GND")
      await clear(page)
      await expect.poll(() => hash(page)).toBe("")
    })

    it("open a page that is not open yet, at a finding among the accepted ones", async () => {
      const { url, data } = get()
      const [waived] = data.checks.waived
      const page = await get().open()
      await page.getByRole("tab", { name: "Checks", exact: true }).click()
      await expect.poll(() => page.locator(".accepted .finding").first().isVisible()).toBe(false)
      await expect
        .poll(() => page.locator(".accepted summary").textContent())
        .toBe(`Accepted with a reason: ${data.checks.waived.length}`)
      await page.goto("about:blank")
      await page.goto(`${url}#finding=${waived?.rule}`)
      const shown = page.locator(".accepted .finding.chosen")
      await expect.poll(() => shown.isVisible()).toBe(true)
      await expect.poll(() => shown.textContent()).toContain(waived?.message)
      await expect.poll(() => hash(page)).toMatch(`#finding=${waived?.rule}:`)
      await page.context().close()
    })
  })

  describe("the search", () => {
    it("finds parts that are left out, nets, pins and findings, and goes there", async () => {
      const { page, data } = get()
      await page.getByRole("tab", { name: "Parts", exact: true }).click()
      const field = page.getByLabel("Search parts")
      const titles = () => page.locator(".elsewhere h3").allTextContents()
      await field.fill("r3")
      await expect.poll(() => titles()).toContain("Not in this list: 1")
      await page.locator(".elsewhere .chip-part", { hasText: "R3" }).click()
      await expect.poll(() => page.locator(".inspector").textContent()).toContain("left empty")
      await field.fill("u1.8")
      await expect.poll(() => titles()).toEqual(["Pins: 1"])
      await field.fill("txd_rs232")
      await expect.poll(() => titles()).toContain("Nets: 1")
      await field.fill(data.checks.waived[0]?.rule ?? "none")
      await page.locator(".elsewhere .chip-finding").first().click()
      await expect.poll(() => page.locator(".inspector").getAttribute("data-kind")).toBe("finding")
      await field.fill("")
      await clear(page)
    })
  })

  describe("a head over a board that is edited", () => {
    it("says what is wrong and where before it says that the board is sound", async () => {
      const { page } = get()
      const badge = page.locator(".badge")
      const sound = await badge.textContent()
      for (const state of ["broken", "working", "findings"]) {
        const told = { state, text: "Does not compile", place: "boards/x/index.tsx:12" }
        await page.evaluate(`mepBook.follow(${JSON.stringify(told)})`)
        await expect.poll(() => badge.textContent()).toBe("Does not compile: boards/x/index.tsx:12")
        await expect.poll(() => badge.getAttribute("class")).toBe(`badge badge-${state}`)
      }
      await page.evaluate("mepBook.follow(undefined)")
      await expect.poll(() => badge.textContent()).toBe(sound)
    })
  })

  describe("a phone of 390 px", () => {
    it("keeps the board in sight while the list moves, and has nothing too small to hit", async () => {
      const phone = await get().open({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      })
      await phone.locator('[data-side=top] [data-hit-pad="U1.8"]').tap()
      await phone.locator(".bom-line").last().scrollIntoViewIfNeeded()
      const inSight = async (side: string) => {
        const box = await phone.locator(`[data-side=${side}] .board-svg`).boundingBox()
        return box !== null && box.y >= 0 && box.y + box.height < 844 / 2
      }
      await expect.poll(() => inSight("top")).toBe(true)
      await expect.poll(() => inSight("bottom")).toBe(true)
      const small = `[...document.querySelectorAll("button, input, select, summary")]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
        .map(([text]) => text)`
      for (const name of ["Parts", "Assembly", "Jumpers", "Checks", "Order", "Files"]) {
        await phone.getByRole("tab", { name, exact: true }).tap()
        expect(await phone.evaluate(small), name).toEqual([])
      }
      await phone.context().close()
    })
  })
}
