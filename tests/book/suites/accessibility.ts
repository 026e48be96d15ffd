import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import type { Stage } from "../stage"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

async function serious(page: Page, options: string): Promise<string[]> {
  const violations = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html: html.slice(0, 160), failureSummary })) })))`,
  )) as Violation[]
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`,
    )
}

export function accessibilitySuite(get: () => Stage): void {
  describe("axe", () => {
    it.each(["light", "dark"] as const)(
      "finds nothing serious on any tab and view, %s",
      async (colorScheme) => {
        // Colours are all that differs in the dark.
        const options = colorScheme === "light" ? "{}" : "{ runOnly: ['color-contrast'] }"
        const page = await get().open({ colorScheme })
        await page.evaluate(axe)
        await page.locator(".bom .chip-part", { hasText: "U1" }).click()
        for (const name of ["Parts", "Assembly", "Jumpers", "Checks", "Order", "Files"]) {
          await page.getByRole("tab", { name, exact: true }).click()
          expect(await serious(page, options), name).toEqual([])
        }
        for (const name of ["Schematic", "Drawings"]) {
          await page.getByRole("tab", { name, exact: true }).click()
          expect(await serious(page, options), name).toEqual([])
        }
        await page.keyboard.press("?")
        expect(await serious(page, options), "help").toEqual([])
        await page.context().close()
      },
    )
  })
}
