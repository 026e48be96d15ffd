import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { cacheFolder } from "../bundler.mjs"
import { bundleError } from "../project/bundle-error"
import { listFiles } from "../project/files"
import { fontFaceCss } from "../typeface/font"
import { tokensCss } from "../typeface/page-look"
import type { BookClient } from "./input"
import { zipped } from "./zipped"

const clientFolder = "src/book/client"

/** Files outside the client's folder that are bundled with it. */
const shared = [
  "src/natural-order.ts",
  "src/fabricate/csv.ts",
  "src/model/finding.ts",
  "src/typeface/page-look.ts",
  "src/book/bundle.ts",
  "package-lock.json",
]

/**
 * Bundles the page's code with esbuild, once per content (kept under `node_modules/.cache/mep`); the same source gives
 * the same bytes everywhere.
 * @throws UserError with file and line when the client does not bundle.
 */
export async function bundleClient(root: string): Promise<BookClient> {
  const cache = cacheFolder(root)
  const file = join(cache, `book-${contentHash(root)}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as BookClient
  const client = await bundle(root)
  mkdirSync(cache, { recursive: true })
  const fresh = `${file}.${process.pid}`
  try {
    writeFileSync(fresh, JSON.stringify(client))
    renameSync(fresh, file)
  } catch {
    // A cache that cannot be kept costs time, not correctness.
    rmSync(fresh, { force: true })
  }
  return client
}

function contentHash(root: string): string {
  const files = listFiles(join(root, clientFolder)).map((name) => `${clientFolder}/${name}`)
  const hash = createHash("sha256")
  for (const name of [...files, ...shared]) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name), "utf8").replaceAll("\r\n", "\n"))
      .update("\0")
  }
  return hash.digest("hex").slice(0, 16)
}

async function bundle(root: string): Promise<BookClient> {
  const { build, transform } = await import("esbuild")
  const run = async (entry: string, globalName?: string): Promise<string> => {
    const result = await build({
      absWorkingDir: root,
      entryPoints: [`${clientFolder}/${entry}`],
      bundle: true,
      write: false,
      minify: true,
      format: "iife",
      ...(globalName === undefined ? {} : { globalName }),
      platform: "browser",
      target: ["chrome111", "firefox113", "safari16.4"],
      jsx: "automatic",
      jsxImportSource: "preact",
      tsconfigRaw: {},
      define: { "process.env.NODE_ENV": '"production"' },
      legalComments: "eof",
      charset: "ascii",
      logLevel: "silent",
    }).catch((error: unknown) => {
      throw bundleError(error)
    })
    return result.outputFiles[0]?.text ?? ""
  }
  const [script, panel, viewer3d, tokens, style] = await Promise.all([
    run("main.tsx"),
    run("panel-page.ts"),
    run("viewer3d/viewer3d.ts", "mepViewer3d"),
    transform(tokensCss, { loader: "css", minify: true }).then(({ code }) => code),
    run("style/book.css"),
  ])
  return {
    script,
    panel,
    style: `${fontFaceCss()}\n${tokens}${style}`,
    viewer3d: zipped(Buffer.from(viewer3d)),
  }
}
