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

const sizes = [
  [390, 844],
  [768, 1024],
  [1280, 800],
] as const
const panels = ["Parts", "Nets", "Assembly", "Jumpers", "Checks", "Order", "Files"]

/** Tabs through the page from its beginning. @returns what had the focus; the last is where it left the page. */
async function walked(page: Page, most: number): Promise<string[]> {
  await page.evaluate("document.activeElement.blur()")
  const seen: string[] = []
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab")
    const at = (await page.evaluate(
      "document.activeElement === document.body ? 'left' : [...document.querySelectorAll('*')].indexOf(document.activeElement) + ' ' + document.activeElement.outerHTML.slice(0, 60)",
    )) as string
    seen.push(at)
    if (at === "left" || (seen.length > 1 && at === seen[0])) break
  }
  return seen
}

export function accessibilitySuite(get: () => Stage): void {
  describe("every size", () => {
    it.each(sizes)(
      "%d px: axe finds nothing, nothing is wider than the screen, and Tab gets out of each panel",
      async (width, height) => {
        const page = await get().open({ viewport: { width, height } })
        await page.evaluate(axe)
        for (const name of panels) {
          await page.getByRole("tab", { name, exact: true }).click()
          expect(await serious(page, "{}"), name).toEqual([])
          expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBe(width)
          if (width < 1280) continue // the same elements in the same order
          const way = await walked(page, 400)
          expect(
            way.at(-1) === "left" || way.at(-1) === way[0],
            `${name}: ${way.slice(-3).join(" | ")}`,
          ).toBe(true)
          expect(new Set(way).size, name).toBeGreaterThanOrEqual(way.length - 1)
        }
        await page.context().close()
      },
    )
  })

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
