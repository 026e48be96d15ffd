import { escapeMarkup } from "../model/markup"
import { sha256 } from "../package/manifest"
import { pageLook } from "../typeface/page-look"

/** A book taken apart: its data, and the hashes by which a page knows that it is behind. */
export interface ServedBook {
  readonly html: string
  /** JSON of the two elements with data in it, the first picture's and the rest. */
  readonly data: string
  readonly dataHash: string
  /** What 3D needs, JSON too: it is fetched when it changed. */
  readonly model: string
  readonly codeHash: string
}

const elementOf = (id: string): string => `<script type="application/json" id="${id}">`

/** Adds to a book what keeps it up to date while it is served: the script, and the right to talk to this server. */
export function servedBook(book: string, script: string): ServedBook {
  const [start, end] = inside(book, "book-data")
  const [laterStart, laterEnd] = inside(book, "book-later")
  const [modelStart, modelEnd] = inside(book, "book-model")
  const data = `{"first":${book.slice(start, end)},"later":${book.slice(laterStart, laterEnd)}}`
  const model = book.slice(modelStart, modelEnd)
  const dataHash = hash(data)
  const codeHash = hash(
    book.slice(0, start) +
      book.slice(end, laterStart) +
      book.slice(laterEnd, modelStart) +
      book.slice(modelEnd) +
      script,
  )
  const html = book
    .replace("connect-src ", "connect-src 'self' ")
    .replace(/<\/body>\s*<\/html>\s*$/, () => `${scriptTag(script, dataHash, codeHash)}\n</body>\n</html>\n`)
  return { html, data, dataHash, model, codeHash }
}

/** Where the text of an element begins and ends. */
function inside(book: string, id: string): readonly [number, number] {
  const start = book.indexOf(elementOf(id)) + elementOf(id).length
  const end = book.indexOf("</script>", start)
  if (start < elementOf(id).length || end < 0) throw new Error(`the book has no ${id} to serve`)
  return [start, end]
}

/** Stands in until the board compiles for the first time. */
export function waitingPage(board: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(board)}</title>
<link rel="icon" href="data:,">
<style>${pageLook()}body{display:grid;place-items:center;min-height:90vh;padding:0 1rem}</style>
</head>
<body>
<p>The book of <b>${escapeMarkup(board)}</b> opens here as soon as the board compiles.</p>
${scriptTag(script, "", "")}
</body>
</html>
`
}

const scriptTag = (script: string, data: string, code: string): string =>
  `<script data-book-data="${data}" data-book-code="${code}">${script.replaceAll("</script", "<\\/script")}</script>`

const hash = (text: string): string => sha256(Buffer.from(text)).slice(0, 16)

/** Bundles the script for the page; some 20 ms. */
export async function bundleScript(root: string): Promise<string> {
  const { build } = await import("esbuild")
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["src/dev/client/main.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    loader: { ".css": "text" },
    tsconfigRaw: {},
    logLevel: "silent",
  })
  return result.outputFiles[0]?.text ?? ""
}
