import { lstatSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { UserError } from "../../model/finding"
import { ReadError, readZip } from "../../read"
import { limits } from "../../read/limits"

/** Path inside the package (forward slashes) -> content. */
export type Contents = ReadonlyMap<string, Uint8Array>

/** Reads a folder or a zip whole into memory, within bounds. Links are not followed: they could lead anywhere. */
export function readContents(path: string): Contents {
  let stats: ReturnType<typeof lstatSync>
  try {
    stats = lstatSync(path)
    if (stats.isSymbolicLink()) stats = lstatSync(join(path, "."))
  } catch {
    throw new UserError(`${path}: there is no such file or folder`)
  }
  if (stats.isDirectory()) return withinZips(readFolder(path), path)
  if (stats.size > limits.zipTotalBytes) throw new UserError(`${path}: too large to be a package`)
  try {
    return withinZips(
      unwrap(new Map(readZip(readFileSync(path), path).map(({ name, bytes }) => [name, bytes]))),
      path,
    )
  } catch (error) {
    if (error instanceof ReadError || error instanceof UserError) throw error
    throw new UserError(`${path}: cannot be read`, { cause: error })
  }
}

function readFolder(root: string): Contents {
  const files = new Map<string, Uint8Array>()
  let total = 0
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path, `${prefix}${entry.name}/`)
      else if (entry.isFile()) {
        total += lstatSync(path).size
        if (files.size >= limits.zipEntries || total > limits.zipTotalBytes)
          throw new UserError(`${root}: too many or too large files to be a package`)
        files.set(`${prefix}${entry.name}`, readFileSync(path))
      } else throw new UserError(`${prefix}${entry.name}: neither file nor folder, but a link or a device`)
    }
  }
  try {
    walk(root, "")
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`${root}: cannot be read (${error instanceof Error ? error.message : "unknown"})`)
  }
  return files
}

/** What operating systems leave in folders and zips: `__MACOSX/`, `._name`, `.DS_Store`, `Thumbs.db`, `desktop.ini`. */
export const isJunk = (path: string): boolean =>
  path
    .split("/")
    .some((piece) => /^(__MACOSX|\._.*|\.DS_Store|Thumbs\.db|desktop\.ini|\.git|\.svn|~\$.*)$/i.test(piece))

/**
 * A zip (or folder) that holds nothing but another zip, a note beside it at most: read on inside, and say so.
 * @throws UserError where several zips leave the choice open.
 */
function withinZips(files: Contents, path: string, depth = 0): Contents {
  const real = [...files].filter(([name]) => !isJunk(name))
  const zips = real.filter(([name]) => /\.zip$/i.test(name))
  const [only] = zips
  if (only === undefined || real.some(([name, bytes]) => isFabrication(name, bytes))) return files
  if (zips.length > 1)
    throw new UserError(
      `${path}: holds ${zips.length} zips and no Gerbers of its own: unpack it and give one of ${zips
        .map(([name]) => name)
        .slice(0, 8)
        .join(", ")}`,
    )
  if (depth > 2) throw new UserError(`${path}: zips in zips in zips`)
  const [name, bytes] = only
  const inside = unwrap(new Map(readZip(bytes, name).map((entry) => [entry.name, entry.bytes])))
  return withinZips(inside, `${path}/${name}`, depth + 1)
}

const isFabrication = (name: string, bytes: Uint8Array): boolean =>
  name === "manifest.json" ||
  name === "circuit.json" ||
  /%FS|^M48|%MO(MM|IN)/m.test(textOf(bytes.subarray(0, 4000)))

/** Zips made of one folder (`gerbers/...`, a CI artifact) are read as if they held its contents. */
function unwrap(files: Map<string, Uint8Array>): Contents {
  const tops = new Set(
    [...files.keys()]
      .filter((name) => !isJunk(name))
      .map((name) => (name.includes("/") ? name.slice(0, name.indexOf("/") + 1) : "")),
  )
  const [top] = tops
  if (tops.size !== 1 || top === undefined || top === "") return files
  return unwrap(
    new Map([...files].map(([name, bytes]) => [name.startsWith(top) ? name.slice(top.length) : name, bytes])),
  )
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes)
}
