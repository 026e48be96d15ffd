// Bundling with esbuild, for the launcher and for boards. Plain JavaScript: the launcher needs it before anything can
// be compiled.
//
// tscircuit is 17 MB of JavaScript in hundreds of modules; importing it as published takes 1.8 s. So it is bundled
// once per lockfile, together with V8's compiled code, and loads in about 0.6 s, where it is needed at all. Our own
// bundles reach it through `vendorPlugin`.
import { createHash } from "node:crypto"
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createRequire, Module } from "node:module"
import { join, relative } from "node:path"
import vm from "node:vm"

/**
 * Packages whose modules come from a vendor bundle, by bundle. Reading a board and writing its files needs `base`; who
 * renders needs `core` too, and takes React from `base`. A thread that only checks needs no renderer.
 */
const bundles = {
  base: ["circuit-json-to-gerber", "react", "react/jsx-runtime"],
  core: ["@flatten-js/core", "@tscircuit/checks", "@tscircuit/core"],
  checks: ["@flatten-js/core", "@tscircuit/checks"],
}
const vendored = [...bundles.base, ...bundles.core]

const registry = Symbol.for("mep.vendor")

/** Options every bundle of this project shares. */
export const bundleOptions = (root) => ({
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  jsx: "automatic",
  jsxDev: true,
  logLevel: "silent",
  plugins: [vendorPlugin(vendored), ownModulesPlugin],
})

/** JSX that remembers where in the source each element is written: messages about a board name its file and line. */
const jsxWithLines = `
import { Fragment, jsx } from "react/jsx-runtime"
const lines = (globalThis[Symbol.for("mep.jsx-lines")] ??= new WeakMap())
export { Fragment }
export function jsxDEV(type, props, key, isStatic, source) {
  const element = jsx(type, props, key)
  if (source) lines.set(element, source)
  return element
}`

/** Resolves the vendored packages to what {@link loadVendor} loaded. */
const vendorPlugin = (packages) => ({
  name: "vendor",
  setup(build) {
    const filter = new RegExp(`^(?:${packages.map((name) => name.replaceAll("/", "\\/")).join("|")})$`)
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "vendor" }))
    build.onLoad({ filter: /.*/, namespace: "vendor" }, ({ path }) => ({
      contents: `module.exports = globalThis[Symbol.for("mep.vendor")][${JSON.stringify(path)}]`,
      loader: "js",
    }))
  },
})

/** Our own JSX runtime; and polyfills, which are in the vendor bundle, as nothing. */
const ownModulesPlugin = {
  name: "own-modules",
  setup(build) {
    build.onResolve({ filter: /^react\/jsx-dev-runtime$/ }, ({ path }) => ({ path, namespace: "jsx-lines" }))
    build.onLoad({ filter: /.*/, namespace: "jsx-lines" }, () => ({ contents: jsxWithLines, loader: "js" }))
    build.onResolve({ filter: /^core-js\// }, ({ path }) => ({ path, namespace: "polyfill" }))
    build.onLoad({ filter: /.*/, namespace: "polyfill" }, () => ({ contents: "" }))
  },
}

/** Folder of everything that can be made again. */
export const cacheFolder = (root) => join(root, "node_modules", ".cache", "mep")

/** Keep V8's compiled code of what was loaded. */
const keepers = []
let loadedFor

/**
 * Loads React and what writes files, bundling them first when the lockfile or Node changed; {@link loadCore} adds the
 * renderer. What is there already is not loaded again.
 * @param part "checks" for tscircuit's checks alone
 * @returns a function that keeps V8's compiled code for the next process; call it when the work is done.
 */
export async function loadVendor(root, part = "base") {
  if (globalThis[registry] === undefined || part !== "base") await load(root, part)
  return () => {
    for (const keep of keepers.splice(0)) keep()
  }
}

/** Loads tscircuit beside what {@link loadVendor} has loaded; nothing where packages are imported as installed. */
export async function loadCore() {
  const modules = globalThis[registry]
  if (loadedFor === undefined || modules["@tscircuit/checks"] !== undefined) return
  await load(loadedFor, "core")
}

async function load(root, part) {
  loadedFor = root
  const key = createHash("sha256")
    .update(`${process.version} ${process.arch} ${bundles[part]}`)
    .update(readFileSync(join(root, "package-lock.json")))
    .update(readFileSync(join(root, "src/project/polyfills.ts")))
    .update(readFileSync(join(root, "src/bundler.mjs")))
    .digest("hex")
    .slice(0, 16)
  const folder = join(cacheFolder(root), `vendor-${part}-${key}`)
  const file = join(folder, "vendor.cjs")
  if (!existsSync(file)) await bundleVendor(root, folder, part)

  const codeFile = join(folder, "vendor.v8")
  const cachedData = existsSync(codeFile) ? readFileSync(codeFile) : undefined
  const script = new vm.Script(Module.wrap(readFileSync(file, "latin1")), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, folder)
  globalThis[registry] = { ...globalThis[registry], ...module.exports.modules }
  keepers.push(() => {
    if (cachedData !== undefined && script.cachedDataRejected === false) return
    try {
      const fresh = `${codeFile}.${process.pid}`
      writeFileSync(fresh, script.createCachedData())
      renameSync(fresh, codeFile)
    } catch {
      // A cache that cannot be kept costs time, not correctness.
    }
  })
}

/** Stages whose results are kept -> the file that is one, with all it imports. */
const stages = {
  source: "src/project/source-hash.ts",
  compile: "src/compile/made-circuit.ts",
  layout: "src/compile/layout-checks.ts",
  verify: "src/pipeline/verify-job.ts",
  model: "src/pipeline/model-files.ts",
  documents: "src/pipeline/documents.ts",
  metrics: "src/metrics/measure.ts",
  simulate: "src/pipeline/simulation-job.ts",
}

/** What the command line is bundled from: the command and its threads. */
export const appEntries = {
  main: "src/cli/main.ts",
  "files-worker": "src/pipeline/files-worker.ts",
  "layout-worker": "src/pipeline/layout-worker.ts",
  "view-worker": "src/pipeline/view-worker.ts",
  "simulation-worker": "src/pipeline/simulation-worker.ts",
}

/** What makes a package: the build, its threads, and the book's page, which is bundled as the book is made. */
const { main: _main, ...threads } = appEntries
const builders = ["src/pipeline/build.ts", ...Object.values(threads)]
const bookClient = "src/book/client"

const codesFile = "codes.json"

/** What a bundle of the command line knows of its own code; nothing where modules are imported one by one. */
function ownCodes() {
  const file = new URL(codesFile, import.meta.url)
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined
}

/** sha256 of a stage's code: its file and all it imports from the project; undefined where that is not known. */
export const stageCode = (stage) => ownCodes()?.stages[stage]

/** sha256 of the code that makes a package; "" where that is not known. */
export const buildCode = () => ownCodes()?.build ?? ""

/** Keeps beside a bundle of the command line what {@link stageCode} and {@link buildCode} say. */
export function keepCodes(root, folder, metafile) {
  writeFileSync(join(folder, codesFile), JSON.stringify(codesOf(root, metafile)))
}

function codesOf(root, { inputs }) {
  const reached = (entries) => {
    const found = new Set(entries)
    for (const path of found) for (const one of inputs[path]?.imports ?? []) found.add(one.path)
    return hashOf([...found].filter((path) => /^(src|fabrication|components)\//.test(path)))
  }
  const hashOf = (files) => {
    const hash = createHash("sha256")
    for (const file of [...new Set([...files, "src/bundler.mjs"])].sort())
      hash.update(`${file}\0${readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n")}\0`)
    return hash.digest("hex")
  }
  const client = readdirSync(join(root, bookClient), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
  return {
    stages: Object.fromEntries(Object.entries(stages).map(([name, file]) => [name, reached([file])])),
    build: `${reached(builders)}${hashOf(client)}`,
  }
}

const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`

async function bundleVendor(root, folder, part) {
  const packages = bundles[part]
  const { build } = await import("esbuild")
  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  await build({
    absWorkingDir: root,
    stdin: {
      resolveDir: root,
      contents: [
        'import "./src/project/polyfills"',
        ...packages.map((name, index) => `import * as m${index} from ${JSON.stringify(name)}`),
        `export const modules = {${packages.map((name, index) => `${JSON.stringify(name)}: m${index}`)}}`,
      ].join("\n"),
    },
    outfile: join(fresh, "vendor.cjs"),
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    // Minified identifiers make rendering four times slower; white space and syntax are safe.
    minifyWhitespace: true,
    minifySyntax: true,
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "__vendorUrl", "process.env.NODE_ENV": '"production"' },
    banner: { js: 'const __vendorUrl = require("node:url").pathToFileURL(__filename).href;' },
    external: ["sharp", "@resvg/resvg-js"],
    plugins: part === "core" ? [vendorPlugin(bundles.base)] : [],
    logLevel: "silent",
  })
  // Plain ASCII, which V8 reads three times as fast; esbuild leaves regular expressions as they are.
  const file = join(fresh, "vendor.cjs")
  writeFileSync(file, readFileSync(file, "utf8").replace(/[\u0080-\uffff]/g, escaped))
  // The pour solver looks for it beside its own code; without it there would be no pours.
  copyFileSync(
    join(root, "node_modules/@tscircuit/manifold-2d/vendor/manifold.wasm"),
    join(fresh, "manifold.wasm"),
  )
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, "vendor.cjs"))) throw error
  }
}
