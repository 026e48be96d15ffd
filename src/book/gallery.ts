import { readFileSync } from "node:fs"
import { join } from "node:path"
import { risksWords } from "../model/finding"
import { escapeMarkup } from "../model/markup"
import type { Manifest } from "../package/manifest"
import { pageLook } from "../typeface/page-look"

/** A package that lies beside the gallery, in the folder of its board's name. */
export interface GalleryBoard {
  readonly manifest: Manifest
  readonly folder: string
  /** Known risks. */
  readonly accepted: number
  /** Built, but not as it was accepted: nothing to order. */
  readonly draft: boolean
  /** Its last release; absent where it has none. */
  readonly release?: Release
}

export interface Release {
  /** "v2.00-B" */
  readonly name: string
  /** What has changed since, in a few words. */
  readonly told: string
  /** The page of it, beside the gallery. */
  readonly page: string
}

/** By this a gallery is known as one of ours, which another may replace. */
export const galleryMark = '<meta name="generator" content="mep site">'

const style = "src/book/client/style/gallery.css"

/** Pictures to show a board by: the first that its package has. */
const pictures = ["3d.png", "top.png"]

/** What is worth a link of its own, where the package has it; all else is in the book. */
const downloads: readonly (readonly [RegExp, string])[] = [
  [/^[^/]+-gerbers\.zip$/, "Gerbers and drills"],
  [/^kicad\/[^/]+\.kicad_pcb$/, "KiCad board"],
  [/^3d\/.*\.step$/, "3D model (STEP)"],
  [/schematic\.pdf$/, "Schematic (PDF)"],
  [/^report\.json$/, "Checks (JSON)"],
]

/** One static page over all boards: picture, book and downloads of each. It loads nothing from elsewhere. */
export function galleryPage(root: string, title: string, boards: readonly GalleryBoard[]): string {
  const css = readFileSync(join(root, style), "utf8")
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${galleryMark}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}: boards</title>
<link rel="icon" href="data:,">
<style>${`${pageLook()}\n${css}`.replaceAll("</", "<\\/")}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
<p class="quiet">${boards.length} ${boards.length === 1 ? "board" : "boards"}: pictures, books to build from, and files to order with.</p>
</header>
<main>
${boards.map(card).join("\n")}
</main>
</body>
</html>
`
}

function card({ manifest, folder, accepted, draft, release }: GalleryBoard): string {
  const { title, revision, date, files } = manifest
  const paths = Object.keys(files)
  const link = (path: string): string =>
    escapeMarkup([folder, ...path.split("/")].map(encodeURIComponent).join("/"))
  const book = link("index.html")
  const picture = pictures.find((path) => paths.includes(path))
  const risks = accepted === 0 ? "" : `, ${risksWords(accepted)}`
  const offered = downloads.flatMap(([pattern, what]) => {
    const path = paths.find((one) => pattern.test(one))
    return path === undefined ? [] : [`<li><a href="${link(path)}" download>${what}</a></li>`]
  })
  return `<article>
${picture === undefined ? "" : `<a class="picture" href="${book}" tabindex="-1" aria-hidden="true"><img src="${link(picture)}" alt="" loading="lazy"></a>`}
<h2><a href="${book}">${escapeMarkup(title)}</a></h2>
<p class="quiet">revision ${escapeMarkup(revision)} · ${escapeMarkup(date.slice(0, 10))}</p>
<p>${draft ? "<strong>Draft: not to be ordered</strong>" : `Checks passed${risks}`}</p>
<p>${sinceRelease(release)}</p>
<p><a class="open" href="${book}">Open the book</a></p>
<ul>${offered.join("")}</ul>
</article>`
}

const sinceRelease = (release: Release | undefined): string =>
  release === undefined
    ? "No release yet"
    : `<a class="since" href="${escapeMarkup(release.page.split("/").map(encodeURIComponent).join("/"))}">Since release ${escapeMarkup(release.name)}: ${escapeMarkup(release.told)}</a>`
