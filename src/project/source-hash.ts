import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { buildCode } from "../bundler.mjs"
import { boardBundleOptions } from "./boards"
import { bundleError } from "./bundle-error"
import { listFiles } from "./files"
import { keeper } from "./kept"

/** Where the modules of a board may come from. */
const folders = ["boards", "components", "fabrication", "src"]

/**
 * sha256 over what a board's package is made of: the board's modules as they are bundled, so that neither a comment nor
 * a module that it does not import counts; the other files of its folder; the code that builds; the locked packages.
 * Line ends are normalised, so that a checkout with CRLF has the same hash.
 * @throws UserError with file and line where the board does not bundle
 */
export async function sourceHash(root: string, boardId: string): Promise<string> {
  const data = listFiles(join(root, "boards", boardId))
    .filter((file) => !/\.tsx?$/.test(file))
    .map((file) => `boards/${boardId}/${file}`)
  // Bundling takes longer than reading: it is done once for the files as they are.
  const files = folders.flatMap((folder) =>
    existsSync(join(root, folder)) ? listFiles(join(root, folder)).map((file) => `${folder}/${file}`) : [],
  )
  const modules = await keeper(root)("source", [boardId, hashOf(root, files)], () =>
    modulesHash(root, boardId),
  )
  return createHash("sha256")
    .update(`${modules} ${hashOf(root, [...data, "package-lock.json"])} ${buildCode()}`)
    .digest("hex")
}

async function modulesHash(root: string, boardId: string): Promise<string> {
  const { build } = await import("esbuild")
  const { outputFiles } = await build({
    ...boardBundleOptions(root, boardId),
    write: false,
    minifyWhitespace: true,
  }).catch((error: unknown) => {
    throw bundleError(error)
  })
  return createHash("sha256")
    .update(outputFiles?.[0]?.contents ?? "")
    .digest("hex")
}

function hashOf(root: string, files: readonly string[]): string {
  const hash = createHash("sha256")
  for (const file of files) {
    const text = readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n")
    hash.update(`${file}\0${text}\0`)
  }
  return hash.digest("hex")
}
