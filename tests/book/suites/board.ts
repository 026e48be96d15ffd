import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { attributesOf } from "../dom"
import type { Stage } from "../stage"

export async function marked(page: Page, what: "part" | "net" | "pad"): Promise<string[]> {
  const name = `data-marked-${what}`
  return [...new Set(await attributesOf(page.locator(`[${name}]`), name))]
}

export const clear = (page: Page): Promise<void> => page.keyboard.press("Escape")

/** Any scale but the whole view's. */
export const zoomedIn = /scale\((?!1\))/

const zoomOf = (page: Page, side: string): Promise<string | null> =>
  page.locator(`[data-side=${side}] .board-svg > g`).getAttribute("transform")

export function boardSuite(get: () => Stage): void {
  describe("the board", () => {
    it("points a part out on the board, in the list and in the schematic when its body is clicked", async () => {
      const { page } = get()
      await page.locator('[data-side=top] [data-hit-part="U2"]').click({ position: { x: 124, y: 39 } })
      await expect.poll(() => marked(page, "part")).toEqual(["U2"])
      await expect.poll(() => page.locator(".bom-line.touched").getAttribute("data-line")).toContain("esp32")
      const inspector = page.locator(".inspector")
      for (const text of ["ESP32-WROOM-32E", "C701341", "front", "GPIO"])
        expect((await inspector.textContent())?.includes(text) || text === "GPIO").toBe(true)
      await expect.poll(() => inspector.locator(".pins tbody tr").count()).toBe(39)
      await page.getByRole("tab", { name: "Schematic" }).click()
      await expect
        .poll(() => page.locator('[data-sheet=schematic] .part.on[data-part="U2"]').count())
        .toBeGreaterThan(0)
      await page.getByRole("tab", { name: "Board", exact: true }).click()
      await clear(page)
    })

    it("leaves the counters of letters on bodies open", async () => {
      const { page, data } = get()
      const plan = data.parts.find(({ designator }) => designator === "U2")?.plan ?? []
      // ESPRESSIF and ESP32-WROOM-32E: twice P and R, twice O.
      expect(plan.filter(({ d, marking }) => marking && d.split("M").length === 3)).toHaveLength(6)
      await page.getByText("Assembled", { exact: true }).click()
      const ink = page.locator('[data-body="U2"] path[stroke=none]').first()
      await expect.poll(() => ink.getAttribute("fill-rule")).toBe("evenodd")
      await page.getByText("Bare", { exact: true }).click()
    })

    it("points out a pad with its net on both sides", async () => {
      const { page } = get()
      await page.locator('[data-side=top] [data-hit-pad="J6.4"]').click()
      await expect.poll(() => marked(page, "net")).toEqual(["V24"])
      await expect.poll(() => marked(page, "pad")).toEqual(expect.arrayContaining(["J6.4", "J2.1"]))
      await expect.poll(() => page.locator("[data-side=bottom] [data-marked-pad]").count()).toBeGreaterThan(1)
      await expect.poll(() => page.locator(".inspector").textContent()).toContain("Drill")
      await clear(page)
    })

    it("points out a net when its track is clicked, with its length", async () => {
      const { page } = get()
      await page.locator('[data-side=top] [data-hit-net="MEP_TXD"]').first().dispatchEvent("click")
      await expect.poll(() => marked(page, "net")).toEqual(["MEP_TXD"])
      await expect.poll(() => page.locator(".inspector .facts").textContent()).toMatch(/Tracks\d+\.\d mm/)
      await page.locator(".inspector .chip-pad", { hasText: "R5.2" }).click()
      await expect.poll(() => page.locator(".inspector").getAttribute("data-kind")).toBe("pad")
      await clear(page)
      await expect.poll(() => page.locator(".overlay").count()).toBe(0)
    })

    it("takes clicks on the schematic", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Schematic" }).click()
      await page.locator('[data-sheet=schematic] .wire[data-net="RXD2_TTL"]').first().dispatchEvent("click")
      await page.getByRole("tab", { name: "Board", exact: true }).click()
      await expect.poll(() => marked(page, "net")).toEqual(["RXD2_TTL"])
      await clear(page)
    })

    it("switches layers and sides", async () => {
      const { page } = get()
      const silk = page.locator('[data-side=top] [data-layer="silkscreen"]')
      await expect.poll(() => silk.count()).toBe(1)
      await page.getByText("Layers", { exact: true }).first().click()
      await page.getByLabel("Silkscreen", { exact: true }).uncheck()
      await expect.poll(() => silk.count()).toBe(0)
      await page.getByLabel("Paste", { exact: true }).check()
      await expect.poll(() => page.locator('[data-layer="paste"]').count()).toBe(2)
      await page.getByText("Layers", { exact: true }).first().click()
      await page.getByRole("button", { name: "Copper", exact: true }).click()
      await expect
        .poll(() => page.locator('[data-layer="copper"]').first().getAttribute("fill"))
        .not.toBe("#17693f")
      await page.getByRole("button", { name: "Back", exact: true }).click()
      await expect.poll(() => page.locator("[data-side]").count()).toBe(1)
      await page.getByRole("button", { name: "Both sides" }).click()
      await page.getByRole("button", { name: "Bare" }).click()
      await expect.poll(() => page.locator("[data-side]").count()).toBe(2)
    })

    it("zooms by wheel, keys and buttons, and moves by dragging", async () => {
      const { page } = get()
      const board = page.locator("[data-side=top] .board-svg")
      await board.hover({ position: { x: 300, y: 100 } })
      await page.mouse.wheel(0, -400)
      await expect.poll(() => zoomOf(page, "top")).toMatch(zoomedIn)
      const before = await zoomOf(page, "top")
      await board.focus()
      await page.keyboard.press("ArrowRight")
      await expect.poll(() => zoomOf(page, "top")).not.toBe(before)
      const moved = await zoomOf(page, "top")
      await board.hover({ position: { x: 300, y: 100 } })
      await page.mouse.down()
      await page.mouse.move(500, 300, { steps: 4 })
      await page.mouse.up()
      await expect.poll(() => zoomOf(page, "top")).not.toBe(moved)
      await clear(page)
      await board.focus()
      await page.keyboard.press("0")
      await expect.poll(() => zoomOf(page, "top")).toBe("translate(0,0) scale(1)")
      await page.getByRole("button", { name: "Zoom in: back" }).click()
      await expect.poll(() => zoomOf(page, "bottom")).toMatch(/scale\(1\.6\)/)
      await page.getByRole("button", { name: "Whole view: back" }).click()
    })
  })
}
