import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { bundleOptions, cacheFolder } from "../bundler.mjs"
import { previewSource } from "../pipeline/preview-source"

/**
 * Bundles a board with its locked routes into one JavaScript module that tscircuit's own command exports: its loader
 * of TSX needs bun, its export runs under Node. Packages stay outside, as tscircuit loads them.
 * @returns the module's path, relative to the project.
 */
export async function tscircuitEntry(root: string, boardId: string): Promise<string> {
  const { build } = await import("esbuild")
  // In a folder of its own: tscircuit reads everything beside the file it exports.
  const folder = join(cacheFolder(root), `bench-${boardId}`)
  mkdirSync(folder, { recursive: true })
  await build({
    ...bundleOptions(root),
    plugins: [], // tscircuit's command brings its packages itself
    stdin: {
      resolveDir: root,
      loader: "tsx",
      contents: `import "./src/project/polyfills"\n${await previewSource(root, boardId)}`,
    },
    outfile: join(folder, "board.mjs"),
  })
  return `node_modules/.cache/mep/bench-${boardId}/board.mjs`
}
