import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import type { Stage } from "../stage"

const condition = (page: Page, net: string): Promise<string | null> =>
  page.locator(`.power [data-net="${net}"]`).getAttribute("data-condition")

const verdict = (page: Page): Promise<string | null> => page.locator("[data-use]").getAttribute("data-use")

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  const boxes = page.locator(".jumper-controls fieldset").first().getByRole("checkbox")
  for (const box of await boxes.all()) await box.uncheck()
  for (const name of names)
    await page.locator(".jumper-controls label", { hasText: name }).getByRole("checkbox").check()
}

export function jumperSuite(get: () => Stage): void {
  describe("the jumper panel", () => {
    it("says what every state of the checks says", () => {
      const { input, data } = get()
      const { states = [] } = data.jumpers ?? {}
      const { jumper } = input.definition
      const switched = (jumper?.switched ?? []).map(({ id }) => id)
      expect(jumper?.states).toHaveLength(6)
      for (const state of jumper?.states ?? []) {
        const joined = state.joins.map((pair) => [...pair].sort().join("-")).sort()
        const shown = states.filter(
          ({ joined: places, on }) =>
            places.join() === joined.join() &&
            switched.every((id) => on.includes(id) === state.supplies.includes(id)),
        )
        expect(shown.length).toBeGreaterThan(0)
        for (const one of shown) {
          expect(one.use).toBe(state.use)
          expect(one.risks.length > 0).toBe(state.use !== "legal")
        }
      }
    })

    it("shows running, programming and setting the buck", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Jumpers" }).click()
      await expect.poll(() => verdict(page)).toBe("legal")
      await expect.poll(() => condition(page, "V3V3")).toBe("powered")
      await expect.poll(() => condition(page, "VCC_RS232")).toBe("when GPIO32 is high")
      await page.getByLabel("Variant").selectOption("always-on")
      await expect.poll(() => condition(page, "VCC_RS232")).toBe("powered")
      await page.getByLabel("Variant").selectOption("esp32-controlled")
      await choose(page)
      await expect.poll(() => condition(page, "BUCK_OUT")).toBe("powered")
      await expect.poll(() => condition(page, "V3V3")).toBe("off")
      await choose(page, "1–2")
      await page.getByLabel("3.3 V at J5").check()
      await expect.poll(() => verdict(page)).toBe("legal")
      await expect.poll(() => condition(page, "V3V3")).toBe("powered")
    })

    it("shows the hazards: wrong ways round, and two supplies on one wire", async () => {
      const { page } = get()
      await choose(page, "3–4")
      await expect.poll(() => verdict(page)).toBe("hazard")
      await expect.poll(() => page.locator(".risks").textContent()).toContain("drive one wire")
      await page.getByLabel("3.3 V at J5").uncheck()
      await choose(page, "2–4")
      await expect.poll(() => verdict(page)).toBe("hazard")
      await expect.poll(() => condition(page, "V3V3")).toBe("at risk")
      await choose(page, "1–3")
      await expect.poll(() => verdict(page)).toBe("hazard")
    })

    it("takes clicks on the drawing of the header", async () => {
      const { page } = get()
      await page.locator('.jumper[data-place="J7.3-J7.4"] line').dispatchEvent("click")
      await expect.poll(() => verdict(page)).toBe("legal")
      await expect.poll(() => page.locator(".verdict strong").textContent()).toContain("J7 3-4")
    })
  })
}
