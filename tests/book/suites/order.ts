import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { attributesOf } from "../dom"
import type { Stage } from "../stage"

export function orderSuite(get: () => Stage): void {
  describe("ordering and files", () => {
    it("gives the form's settings, the via's class among them", async () => {
      const { page } = get()
      await page.getByRole("tab", { name: "Order" }).click()
      const table = await page.locator(".settings").textContent()
      for (const text of ["70 x 28 mm", "1.6 mm", "Tented", "0.3 mm/(0.4/0.45 mm)", "no extra cost"])
        expect(table).toContain(text)
      // U2's lands: 1.27 mm apart, 0.9 mm wide, 0.05 mm of opening beyond each.
      expect(table).toContain("bridges of 0.1 mm, and the narrowest here is 0.27 mm (U2.")
      for (const text of ["README.md", "docs/order-at-jlcpcb.md"].map((name) => readFileSync(name, "utf8")))
        expect(text.replace(/\s+/g, " ")).toContain(
          "limit for its bridges is at most 0.27 mm, the narrowest here",
        )
      await expect.poll(() => page.locator(".order-steps").textContent()).not.toContain("cpl.csv")
      await expect
        .poll(() => page.locator(".order-steps").textContent())
        .toContain("hand-assembly.csv of the plan is the shopping list")
      await expect
        .poll(() => page.locator(".downloads-inline a").allTextContents())
        .toEqual(["mep-smd-gerbers.zip", "hand-assembly.csv"])
      const limits = await page.locator("h3:has-text('Limits this board keeps') + .scroll-x").textContent()
      expect(limits).toContain("width of a track")
      expect(limits).not.toContain("assembly")
      await page.keyboard.press("p")
      await page.getByLabel("Plan").selectOption("economic-top")
      await expect.poll(() => page.locator(".order-steps").textContent()).toContain("Economic")
      await expect
        .poll(() => page.locator(".downloads-inline a").allTextContents())
        .toEqual(["mep-smd-gerbers.zip", "bom.csv", "cpl.csv"])
      await page.getByLabel("Plan").selectOption("hand")
    })

    it("links every file with the hash that it has", async () => {
      const { page, folder, input } = get()
      await page.getByRole("tab", { name: "Files" }).click()
      const paths = await attributesOf(page.locator(".files li a"), "href")
      const hashes = await page.locator(".files li .hash").allTextContents()
      expect([...paths].sort()).toEqual(Object.keys(input.files).sort())
      for (const [index, path] of paths.entries())
        expect(
          createHash("sha256")
            .update(readFileSync(join(folder, path)))
            .digest("hex"),
          path,
        ).toBe(hashes[index])
    })
  })
}
