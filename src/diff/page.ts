import { readFileSync } from "node:fs"
import { join } from "node:path"
import { svgPath } from "../read"
import { pageLook } from "../typeface/page-look"
import type { Diff } from "./diff"
import type { PageBoard, PageData } from "./page-data"
import { dataUrl, type SchematicPair } from "./schematic"
import { bySection, remarks, unbuiltLines } from "./summary"

/** The page's own code and style. */
export interface PageCode {
  readonly script: string
  readonly style: string
}

/** Bundles the page's code; some 50 ms. */
export async function bundlePage(root: string): Promise<PageCode> {
  const { build } = await import("esbuild")
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["src/diff/client/main.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  })
  return {
    script: result.outputFiles[0]?.text ?? "",
    style: `${pageLook()}\n${readFileSync(join(root, "src/diff/client/style.css"), "utf8")}`,
  }
}

/** One HTML file that needs nothing else: both boards' layers over each other, and the changes to jump to. */
export function makePage(diff: Diff, code: PageCode, steps?: PageData["steps"]): string {
  const data: PageData = {
    old: diff.old,
    fresh: diff.fresh,
    unbuilt: unbuiltLines(diff),
    boards: diff.boards.map(pageBoard),
    notes: [
      ...diff.removedBoards.map((id) => `${id}: removed`),
      ...diff.addedBoards.map((id) => `${id}: new board`),
      ...remarks(diff),
    ],
    ...(steps === undefined ? {} : { steps }),
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${text(`What changes: ${diff.old} → ${diff.fresh}`)}</title>
<link rel="icon" href="data:,">
<style>
${code.style}</style>
</head>
<body>
<noscript>This page draws with JavaScript; the changes in words are in summary.md beside it.</noscript>
<script type="application/json" id="diff-data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script>
${code.script.replaceAll("</script", "<\\/script")}</script>
</body>
</html>
`
}

function pageBoard(board: Diff["boards"][number]): PageBoard {
  return {
    board: board.board,
    alone: board.alone ?? false,
    box: board.box,
    ...(board.schematic === undefined ? {} : { schematic: sheets(board.schematic) }),
    layers: board.layers.map(({ layer, title, side, added, removed, unchanged }) => ({
      layer,
      title,
      ...(side === undefined ? {} : { side }),
      added: svgPath(added),
      removed: svgPath(removed),
      unchanged: svgPath(unchanged),
    })),
    sections: bySection(board).map(({ title, changes }) => ({
      title,
      changes: changes.map(({ text: words, spots }) => ({ text: words, spots })),
    })),
  }
}

const sheets = ({ old, fresh }: SchematicPair): NonNullable<PageBoard["schematic"]> => ({
  ...(old === undefined ? {} : { old: dataUrl(old) }),
  fresh: dataUrl(fresh),
})

const text = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
