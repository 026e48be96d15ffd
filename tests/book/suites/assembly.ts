import { describe, expect, it } from "vitest"
import { attributesOf } from "../dom"
import type { Stage } from "../stage"
import { clear, marked } from "./board"

/** The author's warnings, each by words that must be in the step. */
const warnings: readonly (readonly [step: string, words: RegExp])[] = [
  ["fake-max3232", /15 \(GND\) and 16 \(VCC\).*more than 15 kOhm/],
  ["u2", /thermal pad needs no solder.*R2/],
  ["d1", /line on the part\).*D1/],
  ["j6", /flush with the bottom/],
  ["buck", /VIN- corner towards C1 to C5.*No pin headers/],
  ["set-buck", /All jumpers off J7.*3\.4 to 3\.5 V.*Before U2 ever gets power/],
  ["adapter", /VCC must be 3\.3 V too/],
  ["flash", /ESP32 Dev Module.*QIO.*erase all flash/],
  ["debug", /only GND, TXD and RXD/],
]

export function assemblySuite(get: () => Stage): void {
  describe("the assembly steps", () => {
    it("carry the author's warnings, in an order that harms nothing", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Assembly" }).click()
      for (const [step, words] of warnings) {
        const text = (await page.locator(`[data-step="${step}"]`).textContent()) ?? ""
        expect(text, step).toMatch(words)
      }
      const order = await attributesOf(page.locator("[data-step]"), "data-step")
      const at = (step: string): number => order.indexOf(step)
      expect(at("fake-max3232")).toBeLessThan(at("u1"))
      expect(at("buck")).toBeLessThan(at("set-buck"))
      expect(at("set-buck")).toBeLessThan(at("first-power"))
      expect(at("first-power")).toBeLessThan(at("flash"))
    })

    it("show on the board what is ticked, and blink what is next, both sides in order", async () => {
      const { page } = get()
      const next = () => attributesOf(page.locator("[data-next]"), "data-next")
      const placed = () => attributesOf(page.locator("[data-placed]"), "data-placed")
      await page.getByRole("tab", { name: "Assembly" }).click()
      await expect.poll(() => next().then(({ length }) => length)).toBeGreaterThan(0)
      const seen: string[] = []
      const left = async () =>
        Number(/of (\d+)/.exec((await page.locator(".next-part").textContent()) ?? "")?.[1])
      const all = await left()
      for (let step = 0; step < all && (await page.locator(".next-part").count()) > 0; step++) {
        seen.push(...(await next()))
        if (step % 2 === 0) await page.getByRole("button", { name: "Placed" }).click()
        else await page.keyboard.press("n")
        await expect.poll(async () => (await placed()).sort()).toEqual([...seen].sort())
      }
      expect(seen).toHaveLength(all)
      const { data } = get()
      expect(
        new Set(seen.map((one) => data.parts.find(({ designator }) => designator === one)?.side)).size,
      ).toBe(2)
      await page.evaluate("localStorage.clear()")
      await page.reload()
      await page.getByRole("tab", { name: "Assembly" }).click()
      await expect.poll(() => placed()).toEqual([])
    })

    it("point their parts out", async () => {
      const { page } = get()
      await page.locator('[data-step="capacitors"] .step-title').click()
      await expect.poll(() => marked(page, "part")).toEqual(["C1", "C2", "C3", "C4", "C5"])
      await clear(page)
    })

    it("show how the jumpers sit", async () => {
      const { page } = get()
      await page.locator('[data-step="set-buck"] .chip-jumper').click()
      await expect.poll(() => page.locator(".verdict strong").textContent()).toContain("J7 open")
      await page.getByRole("tab", { name: "Assembly" }).click()
      await page.locator('[data-step="first-power"] .chip-jumper').click()
      await expect.poll(() => page.locator(".verdict strong").textContent()).toContain("J7 3-4")
      await page.getByRole("tab", { name: "Assembly" }).click()
    })

    it("leave out what a machine has done", async () => {
      const { page } = get()
      await page.getByLabel("Plan").selectOption("standard-both")
      await expect.poll(() => page.locator('[data-step="capacitors"]').count()).toBe(0)
      await expect.poll(() => page.locator('[data-step="buck"]').count()).toBe(1)
      await page.getByRole("button", { name: "Assembled" }).click()
      const hand = get().data.sets.find(
        (set) => set.variant === "esp32-controlled" && set.plan === "standard-both",
      )?.hand
      await expect.poll(() => page.locator(".by-hand").count()).toBe(Object.keys(hand ?? {}).length)
      await page.getByLabel("Plan").selectOption("hand")
      await expect.poll(() => page.locator('[data-step="capacitors"]').count()).toBe(1)
      await expect.poll(() => page.locator(".by-hand").count()).toBe(0)
    })

    it("cross empty places out on the board and in the drawing, by variant", async () => {
      const { page } = get()
      await page.getByRole("button", { name: "Assembled" }).click()
      const empty = page.locator("[data-empty]")
      await expect.poll(() => attributesOf(empty, "data-empty")).toEqual(["R3"])
      await page.keyboard.press("v")
      await expect.poll(() => attributesOf(empty, "data-empty")).toEqual(["R4"])
      await page.getByRole("tab", { name: "Drawings" }).click()
      const crossed = page.locator('[data-sheet="drawing-top"] [data-fitted="false"]')
      await expect.poll(() => crossed.first().getAttribute("data-part")).toBe("R4")
      await page.keyboard.press("v")
      await expect.poll(() => crossed.first().getAttribute("data-part")).toBe("R3")
      await page.getByRole("tab", { name: "Board", exact: true }).click()
      await page.getByRole("button", { name: "Bare" }).click()
    })
  })
}
