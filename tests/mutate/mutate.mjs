// Starts the mutation tests: bundles their TypeScript, as src/mep.mjs does with the command line. Plain JavaScript:
// Node runs it without a loader.
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"
import { bundleOptions } from "../../src/bundler.mjs"

const root = fileURLToPath(new URL("../../", import.meta.url))
const outfile = join(root, "node_modules/.cache/mutate/mutate.mjs")
const args = process.argv.slice(2)
// A worker is started from what was just bundled.
if (args[0] !== "--worker")
  await build({
    ...bundleOptions(root),
    entryPoints: [join(root, "tests/mutate/main.ts")],
    outfile,
  })
const { main } = await import(pathToFileURL(outfile).href)
process.exitCode = await main(root, fileURLToPath(import.meta.url), args)
