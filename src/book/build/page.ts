import { escapeMarkup as escapeHtml } from "../../model/markup"
import type { BookData, ModelData } from "../data"
import type { BookClient } from "../input"
import { apart } from "../later"

/** Nothing may be loaded but what is in the page itself: a browser enforces what we promise. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "connect-src data: blob:",
].join("; ")

/**
 * The page around the data: styles, data and code, each inline. What the first picture does not need comes after it. All
 * of it is ASCII: a browser reads that twice as fast, in half the memory.
 */
export function bookPage(data: BookData, model: ModelData, client: BookClient): string {
  const { title, revision } = data.board
  const { first, later } = apart(data)
  const name = ascii(escapeHtml(`${title} revision ${revision}`), (code) => `&#${code};`)
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${name}</title>`,
    `<link rel="icon" href="${icon}">`,
    `<style>${ascii(client.style.replaceAll("</", "<\\/"), (code) => `\\${code.toString(16)} `)}</style>`,
    "</head>",
    "<body>",
    `<div id="book"><noscript><p>${name}: this page needs JavaScript.</p></noscript></div>`,
    `<script type="application/json" id="book-data">${scriptJson(first)}</script>`,
    `<script>${scriptText(client.script)}</script>`,
    `<script type="application/json" id="book-later">${scriptJson(later)}</script>`,
    `<script type="text/plain" id="viewer3d-code">${client.viewer3d}</script>`,
    `<script type="application/json" id="book-model">${scriptJson(model)}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n")
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%230d6b43' d='M2 6h28v20h-14v-7h-10v7h-4z'/%3E%3Ccircle cx='24' cy='12' r='2.4' fill='%23fff'/%3E%3C/svg%3E"

/** JSON that cannot end the script element it stands in. */
const scriptJson = (value: unknown): string => unitsEscaped(JSON.stringify(value).replaceAll("<", "\\u003c"))

/** As JSON and JavaScript write them: by UTF-16 units, in strings. */
const unitsEscaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)

function ascii(text: string, escaped: (code: number) => string): string {
  return text.replace(/[\u{80}-\u{10ffff}]/gu, (character) => escaped(character.codePointAt(0) ?? 0))
}

/** esbuild escapes end tags in strings; this holds for whatever else might carry one, and for `<!--`. */
const scriptText = (code: string): string =>
  code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")
