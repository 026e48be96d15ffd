import { escapeMarkup as escapeHtml } from "../../model/markup"
import type { BookData } from "../data"
import type { BookClient } from "../input"

/** Nothing may be loaded but what is in the page itself: a browser enforces what we promise. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "connect-src data: blob:",
].join("; ")

/** The page around the data: styles, data and code, each inline. */
export function bookPage(data: BookData, client: BookClient): string {
  const { title, revision } = data.board
  const name = `${title} revision ${revision}`
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(name)}</title>`,
    `<link rel="icon" href="${icon}">`,
    `<style>${client.style.replaceAll("</", "<\\/")}</style>`,
    "</head>",
    "<body>",
    `<div id="book"><noscript><p>${escapeHtml(name)}: this page needs JavaScript.</p></noscript></div>`,
    `<script type="application/json" id="book-data">${scriptJson(data)}</script>`,
    `<script type="text/plain" id="viewer3d-code">${scriptText(client.viewer3d)}</script>`,
    `<script>${scriptText(client.script)}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n")
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%230d6b43' d='M2 6h28v20h-14v-7h-10v7h-4z'/%3E%3Ccircle cx='24' cy='12' r='2.4' fill='%23fff'/%3E%3C/svg%3E"

/** JSON that cannot end the script element it stands in. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c")

/** esbuild escapes end tags in strings; this holds for whatever else might carry one, and for `<!--`. */
const scriptText = (code: string): string =>
  code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")
