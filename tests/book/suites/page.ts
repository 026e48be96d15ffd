import { describe, expect, it } from "vitest"
import { makeBook } from "../../../src/book/book"
import type { Stage } from "../stage"

export function pageSuite(get: () => Stage): void {
  describe("the file", () => {
    it("stays below 6 MB", () => {
      expect(get().bytes).toBeLessThan(6_000_000)
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
