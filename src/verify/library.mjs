// The library's door for plain Node: bundles `index.ts` (esbuild, once a content) and hands on what it exports.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"
import { bundleOptions, cacheFolder } from "../bundler.mjs"

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { outputFiles } = await build({
  ...bundleOptions(root),
  entryPoints: ["src/verify/index.ts"],
  write: false,
})
const [{ contents }] = outputFiles
const folder = cacheFolder(root)
const path = join(folder, `verify-${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.mjs`)
if (!existsSync(path)) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}

export const {
  verify,
  readContents,
  groupFindings,
  ruleIds,
  readGerber,
  readExcellon,
  readZip,
  toPolygons,
  layerName,
  roleByWord,
  UserError,
} = await import(pathToFileURL(path).href)
