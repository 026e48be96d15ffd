import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { pathToFileURL } from "node:url"
import { build, type Loader, type Plugin } from "esbuild"
import { bundleOptions } from "../../src/bundler.mjs"

/** Test files below the given folders or files, sorted; paths from the root. */
export function testFiles(root: string, wanted: readonly string[], left: readonly string[]): string[] {
  return readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .map((path) => `tests/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.test\.tsx?$/.test(path))
    .filter((path) => wanted.some((one) => within(path, one)) && !left.some((one) => within(path, one)))
    .sort()
}

/** Whether a path is the given one or below it. */
export const within = (path: string, parent: string): boolean =>
  path === parent || path.startsWith(`${parent}/`)

/**
 * All test files and what they import in one module, `files: path -> load`, with other text for some sources. Tests get
 * their `describe` and `it` from the harness.
 */
export async function bundleTests(
  root: string,
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
  outfile: string,
): Promise<void> {
  const shared = bundleOptions(root)
  const sources: Plugin = {
    name: "mutate",
    setup(setup) {
      setup.onResolve({ filter: /^vitest$/ }, () => ({ path: "vitest", namespace: "harness" }))
      setup.onLoad({ filter: /.*/, namespace: "harness" }, () => ({
        contents: `module.exports = globalThis[Symbol.for("mep.mutate")]`,
        loader: "js",
      }))
      setup.onLoad({ filter: /\.(tsx?|mjs)$/ }, ({ path }) => {
        // The bundler speaks of `import.meta.url` in texts of its own.
        if (path.includes("/node_modules/") || path.endsWith("src/bundler.mjs")) return undefined
        const name = relative(root, path).replaceAll("\\", "/")
        const text = texts.get(name) ?? readFileSync(path, "utf8")
        const loader: Loader = path.endsWith("x") ? "tsx" : path.endsWith(".mjs") ? "js" : "ts"
        return {
          contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
          loader,
        }
      })
    },
  }
  await build({
    ...shared,
    plugins: [sources, ...(shared.plugins ?? [])],
    stdin: {
      resolveDir: root,
      contents: `export const files = {${files.map((file) => `${JSON.stringify(file)}: () => import("./${file}")`)}}`,
    },
    outfile,
  })
}
