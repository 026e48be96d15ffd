#!/usr/bin/env node
// Starts the command line: bundles the TypeScript of `src/` once per content (esbuild, some 50 ms) and runs it.
// Plain JavaScript on purpose: Node runs it without a loader on every supported version.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { setFlagsFromString } from "node:v8"
import { appEntries, bundleOptions, cacheFolder, keepCodes } from "./bundler.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const debug = process.argv.includes("--debug")

// As in package.json: an older one ends in an error of some package, far from what is wrong.
const least = [20, 19]
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)

// A reader that has seen enough (`| head`) does not end the work.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error
  })
}

// Node 20 optimises a function as soon as it has run for a while. In a process that lives for seconds that costs a
// quarter more than it gains, so it waits eight times as long. Later versions have a cheaper compiler in between.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=540000")

// What is thrown where nobody waits for it ends like anything else that is a bug.
process.on("uncaughtException", (error) => {
  fail(error)
  process.exit()
})

try {
  if (major < least[0] || (major === least[0] && minor < least[1]))
    throw userError(`needs Node ${least.join(".")} or later, this is ${process.versions.node}`, 2)
  process.setSourceMapsEnabled(true)
  const { main } = await import(pathToFileURL(await bundledApp()).href)
  process.exitCode = await main(process.argv.slice(2), root)
} catch (error) {
  fail(error)
}

/** Says what went wrong, to people on stderr and with --json to programs on stdout, and sets the exit code. */
function fail(error) {
  // A folder that may not be read or written, a full disk: named by Node, and no bug.
  const exitCode = error?.name === "UserError" ? error.exitCode : error?.syscall === undefined ? 3 : 1
  process.stderr.write(`mep: ${debug ? (error?.stack ?? error) : firstLine(error)}\n`)
  if (process.argv.includes("--json"))
    process.stdout.write(`${JSON.stringify({ error: { message: firstLine(error), exitCode } }, null, 2)}\n`)
  process.exitCode = exitCode
}

function userError(message, exitCode) {
  return Object.assign(new Error(message), { name: "UserError", exitCode })
}

/** Path of the bundled command line, made anew when a source file or the lockfile changed. */
async function bundledApp() {
  const sources = ["src", "fabrication"].flatMap((folder) => walk(join(root, folder)))
  const hash = createHash("sha256").update(process.version)
  for (const file of [...sources, join(root, "package-lock.json")]) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0")
  }
  const cache = cacheFolder(root)
  const folder = join(cache, `app-${hash.digest("hex").slice(0, 16)}`)
  if (existsSync(join(folder, "main.mjs"))) return join(folder, "main.mjs")

  const { build } = await import("esbuild")
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const result = await build({
    ...bundleOptions(root),
    entryPoints: appEntries,
    outdir: fresh,
    outExtension: { ".js": ".mjs" },
    splitting: true,
    sourcemap: "linked",
    metafile: true,
  }).catch((error) => error)
  if (result instanceof Error) {
    rmSync(fresh, { recursive: true, force: true })
    const first = result.errors?.[0]
    const place = first?.location ? `${first.location.file}:${first.location.line}: ` : ""
    throw userError(first ? `${place}${first.text}` : result.message, 1)
  }
  keepCodes(root, fresh, result.metafile)
  // A build that runs elsewhere may still load parts of an older bundle, so only yesterday's go.
  const yesterday = statSync(fresh).mtimeMs - 24 * 3600 * 1000
  for (const old of readdirSync(cache)) {
    const path = join(cache, old)
    if (old.startsWith("app-") && statSync(path).mtimeMs < yesterday) {
      rmSync(path, { recursive: true, force: true })
    }
  }
  try {
    renameSync(fresh, folder)
  } catch {
    rmSync(fresh, { recursive: true, force: true }) // another process was first
  }
  return join(folder, "main.mjs")
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => /\.(ts|tsx|mjs|json|css|html|svg)$/.test(file))
}

function firstLine(error) {
  return String(error?.message ?? error).split("\n")[0]
}
