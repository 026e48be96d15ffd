import { spawnSync } from "node:child_process"
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, dirname, join } from "node:path"
import { z } from "zod"
import { cacheFolder } from "../bundler.mjs"

/** One thing that was looked at. */
export interface Examined {
  readonly name: string
  /** `missing`: optional and not there. `bad`: nothing works well until it is mended. */
  readonly state: "ok" | "missing" | "bad"
  /** What was found, or what it is needed for and what to do. */
  readonly text: string
}

/** Looks at the machine, and changes nothing but an empty cache folder. */
export function examine(root: string, environment: NodeJS.ProcessEnv): Examined[] {
  return [
    node(root),
    packages(root),
    caches(cacheFolder(root)),
    writable("dist/", join(root, "dist"), "packages are written there"),
    writable("boards/", join(root, "boards"), "new, route and accept write there"),
    writable("temporary files", tmpdir(), "diff builds revisions there"),
    ...tools.map((tool) => findTool(tool, environment)),
  ]
}

const packageFile = z.object({
  version: z.string().optional(),
  engines: z.object({ node: z.string() }).optional(),
  dependencies: z.record(z.string()).default({}),
  devDependencies: z.record(z.string()).default({}),
})

const readPackage = (folder: string) =>
  packageFile.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")))

/** An older one never comes here: the launcher has stopped it. */
const node = (root: string): Examined => ({
  name: "Node",
  state: "ok",
  text: `${process.versions.node} (needs ${readPackage(root).engines?.node ?? "any"})`,
})

/** Every package that package.json names, at the very version it names. */
function packages(root: string): Examined {
  const { dependencies, devDependencies } = readPackage(root)
  const wrong = Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, wanted]) => {
    const folder = join(root, "node_modules", name)
    if (!existsSync(join(folder, "package.json"))) return [`${name} is not there`]
    const { version } = readPackage(folder)
    return version === wanted ? [] : [`${name} is ${version}, wanted ${wanted}`]
  })
  const count = Object.keys({ ...dependencies, ...devDependencies }).length
  return wrong.length === 0
    ? { name: "packages", state: "ok", text: `${count} at the versions of package.json` }
    : {
        name: "packages",
        state: "bad",
        text: `${wrong.slice(0, 3).join("; ")}${wrong.length > 3 ? `; ${wrong.length - 3} more` : ""}: npm ci`,
      }
}

function caches(folder: string): Examined {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    return { name: "caches", state: "bad", text: `${folder} cannot be written: bundles are kept there` }
  }
  const size = `${(sizeOf(folder) / 1e6).toFixed(0)} MB`
  return { name: "caches", state: "ok", text: `${folder}: ${size}; may be deleted, all of it is made again` }
}

/** Bytes of the files in a folder; what another process deletes meanwhile counts nothing. */
function sizeOf(path: string): number {
  try {
    const stat = lstatSync(path)
    if (!stat.isDirectory()) return stat.size
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
  } catch {
    return 0
  }
}

/** Asks the folder, or the nearest one above it that is there: it would be made. */
function writable(name: string, path: string, why: string): Examined {
  let there = path
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  try {
    accessSync(there, constants.W_OK)
    if (!statSync(there).isDirectory()) throw new Error("a file")
    return { name, state: "ok", text: `${path} can be written` }
  } catch {
    return { name, state: "bad", text: `${path} cannot be written: ${why}` }
  }
}

interface Tool {
  readonly name: string
  /** Names of the program, the best first. */
  readonly programs: readonly string[]
  /** Variable that names the program's path. */
  readonly variable?: string
  readonly neededFor: string
}

const tools: readonly Tool[] = [
  {
    name: "git",
    programs: ["git"],
    neededFor: "the commit's date in files (else 1980, or SOURCE_DATE_EPOCH) and diff of revisions",
  },
  { name: "gerbv", programs: ["gerbv"], neededFor: "tests that read the Gerbers with a second program" },
  {
    name: "Chromium",
    programs: ["chromium", "chromium-browser", "google-chrome"],
    variable: "MEP_CHROMIUM",
    neededFor: "tests that look at the book; MEP_CHROMIUM names another one",
  },
  {
    name: "KiCad",
    programs: ["kicad-cli"],
    neededFor: "opening the exported KiCad project; no build or test asks for it",
  },
]

function findTool({ name, programs, variable, neededFor }: Tool, environment: NodeJS.ProcessEnv): Examined {
  const named = variable === undefined ? undefined : environment[variable]
  const path =
    named !== undefined && existsSync(named)
      ? named
      : programs.flatMap((program) => onPath(program, environment) ?? [])[0]
  return path === undefined
    ? { name, state: "missing", text: `not found; for ${neededFor}` }
    : { name, state: "ok", text: [path, versionOf(path)].filter((text) => text !== "").join(": ") }
}

function onPath(program: string, environment: NodeJS.ProcessEnv): string | undefined {
  const endings = process.platform === "win32" ? (environment.PATHEXT ?? ".EXE").split(";") : [""]
  return (environment.PATH ?? environment.Path ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => endings.map((ending) => join(folder, `${program}${ending}`)))
    .find((path) => existsSync(path) && statSync(path).isFile())
}

/** The version it says it has, or nothing: it may want a display, or open a window. */
function versionOf(path: string): string {
  if (process.platform === "win32" && !/git/i.test(path)) return ""
  const { stdout, stderr } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 5000 })
  return /\d+\.\d+[\w.]*/.exec(`${stdout ?? ""} ${stderr ?? ""}`)?.[0] ?? ""
}
