import { describe, expect, it } from "vitest"
import { makeBook } from "../../../src/book/book"
import type { Stage } from "../stage"

export function pageSuite(get: () => Stage): void {
  describe("the file", () => {
    it("stays below 4 MB, and is ASCII", () => {
      expect(get().bytes).toBeLessThan(4_000_000)
      expect(get().bytes).toBe(get().html.length)
    })

    it("has all that the first picture needs before what 3D needs", () => {
      const { html } = get()
      const at = (text: string) => html.indexOf(text)
      expect(at('id="viewer3d-code"')).toBeGreaterThan(at("<script>"))
      expect(at('id="book-model"')).toBeGreaterThan(at("<script>"))
      expect(at('id="viewer3d-code"')).toBeLessThan(1_500_000)
    })

    it("loads quickly (1.5 s on an idle machine; the bound here is loose)", async () => {
      const page = await get().open()
      const ready = (await page.evaluate("performance.now()")) as number
      const { duration } = (await page.evaluate(
        "performance.getEntriesByType('navigation')[0].toJSON()",
      )) as { duration: number }
      console.info(`book: ${(get().bytes / 1e6).toFixed(2)} MB, loaded after ${Math.round(duration)} ms`)
      expect(duration).toBeGreaterThan(0)
      expect(ready).toBeLessThan(8000)
      await page.context().close()
    })

    it("is the same for the same input", () => {
      expect(makeBook(get().input)).toBe(get().html)
    })

    it("names nothing outside itself but the files of its package", () => {
      const { html, input } = get()
      const page = html.slice(0, html.indexOf('<script type="application/json"'))
      expect(page.match(/(?:src|href)="(?!data:)[^"]*"/g)).toBeNull()
      expect(html).toContain("default-src 'none'")
      expect(html).not.toContain(process.cwd())
      expect(Object.keys(input.files)).not.toContain("index.html")
    })

    it("cannot be ended early by its data", () => {
      const { html } = get()
      const start = html.indexOf('id="book-data">')
      const data = html.slice(start, html.indexOf("</script>", start))
      expect(data).not.toContain("<svg")
      expect(() => JSON.parse(data.slice('id="book-data">'.length))).not.toThrow()
    })
  })
}
