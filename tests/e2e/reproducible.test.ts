import { spawn } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listFiles } from "../../src/project/files"
import { ProjectCopy } from "./project-copy"

/** A clock ten years ahead, loaded before anything else. */
const laterYear = `
const real = Date
const shift = 10 * 365 * 24 * 3600 * 1000
globalThis.Date = class extends real {
  constructor(...args) { super(...(args.length === 0 ? [real.now() + shift] : args)) }
  static now() { return real.now() + shift }
}
`

interface Build {
  readonly code: number | null
  readonly output: string
  readonly folder: string
}

function build(
  project: ProjectCopy,
  environment: NodeJS.ProcessEnv,
  umask: string,
  boards = "",
): Promise<Build> {
  const command = `umask ${umask} && exec "${process.execPath}" src/mep.mjs build --force ${boards}`
  const child = spawn("sh", ["-c", command], {
    cwd: project.root,
    env: { ...process.env, SOURCE_DATE_EPOCH: "1790000000", ...environment },
  })
  let output = ""
  child.stdout.on("data", (text) => (output += text))
  child.stderr.on("data", (text) => (output += text))
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, output, folder: join(project.root, "dist", "mep-smd") }))
  })
}

describe("the same source gives the same bytes", () => {
  const here = new ProjectCopy()
  const there = new ProjectCopy()
  let builds: [Build, Build]

  beforeAll(async () => {
    const clock = join(there.root, "later-year.mjs")
    writeFileSync(clock, laterYear)
    const home = join(there.root, "home")
    mkdirSync(home)
    builds = await Promise.all([
      build(here, { TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" }, "022"),
      build(
        there,
        {
          TZ: "Pacific/Auckland",
          LANG: "da_DK.UTF-8",
          LC_ALL: "da_DK.UTF-8",
          HOME: home,
          USER: "somebody",
          NODE_OPTIONS: `--import ${clock}`,
        },
        "077",
        // Here every board is built, there the one that is compared.
        "--board mep-smd",
      ),
    ])
  })
  afterAll(() => {
    here.remove()
    there.remove()
  })

  it("in two folders, time zones, locales, umasks, homes and years, built at the same time", () => {
    const [a, b] = builds
    expect(a.code, a.output).toBe(0)
    expect(b.code, b.output).toBe(0)
    const files = listFiles(a.folder)
    expect(files.length).toBeGreaterThan(40)
    expect(listFiles(b.folder)).toEqual(files)
    const different = files.filter(
      (file) => !readFileSync(join(a.folder, file)).equals(readFileSync(join(b.folder, file))),
    )
    expect(different).toEqual([])
  })
})
