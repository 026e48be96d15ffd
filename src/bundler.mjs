// Bundling with esbuild, for the launcher and for boards. Plain JavaScript: the launcher needs it before anything can
// be compiled.
//
// tscircuit is 17 MB of JavaScript in hundreds of modules; importing it as published takes 1.8 s. So it is bundled
// once per lockfile, together with V8's compiled code, and loads in about 0.6 s, where it is needed at all. Our own
// bundles reach it through `vendorPlugin`.
import { createHash } from "node:crypto"
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire, Module } from "node:module"
import { join } from "node:path"
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

/** Whether packages come from the vendor bundle or as installed: they are built otherwise. */
export const vendorState = () => (globalThis[registry] === undefined ? "installed" : "bundled")

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
export const stages = {
  compile: "src/compile/made-circuit.ts",
  layout: "src/compile/layout-checks.ts",
  verify: "src/pipeline/verify-job.ts",
  model: "src/pipeline/model-files.ts",
  documents: "src/pipeline/documents.ts",
  metrics: "src/metrics/measure.ts",
}

/** Where the bundle of the command line has what {@link stageCodes} says. */
export const stageCodesFile = "stages.json"

/** sha256 of a stage's code and of all it imports from the project, comments aside. */
export async function stageCode(root, stage) {
  const made = new URL(stageCodesFile, import.meta.url)
  const codes = existsSync(made) ? JSON.parse(readFileSync(made, "utf8")) : await stageCodes(root, [stage])
  return codes[stage]
}

/** {@link stageCode} of stages, as they are on the disk now. */
export async function stageCodes(root, names = Object.keys(stages)) {
  const { build } = await import("esbuild")
  const codes = names.map(async (name) => {
    const { outputFiles } = await build({
      ...bundleOptions(root),
      entryPoints: [stages[name]],
      write: false,
      minifyWhitespace: true,
    })
    return [name, createHash("sha256").update(outputFiles[0].contents).digest("hex")]
  })
  return Object.fromEntries(await Promise.all(codes))
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
