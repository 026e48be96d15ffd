import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ProjectCopy } from "../e2e/project-copy"

/** Two commits of a copy of the project, built and compared by the command line as a reviewer would. */

let project: ProjectCopy
const git = (...args: string[]): string => {
  const run = spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd: project.root,
    input: "",
    encoding: "utf8",
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout.trim()
}
const commits: string[] = []

/** Temporary folders of this file alone: whatever else runs on the machine makes its own. */
const temporary = mkdtempSync(join(tmpdir(), "mep-diff-"))
const own = { TMPDIR: process.env.TMPDIR, TEMP: process.env.TEMP }
process.env.TMPDIR = process.env.TEMP = temporary
const temporaryFolders = () => readdirSync(temporary).filter((name) => name.startsWith("mep-revision-"))

/** Built revisions are kept with the installed packages, which the copy shares. */
const cache = join("node_modules", ".cache", "mep", "revisions")

beforeAll(() => {
  project = new ProjectCopy()
  project.keepBoard("mep-smd")
  writeFileSync(join(project.root, ".gitignore"), "node_modules\ndist\n")
  git("init", "--quiet")
  git("add", ".")
  git("commit", "--quiet", "-m", "first")
  commits.push(git("rev-parse", "HEAD"))
  const titles = join(project.root, "boards", "mep-smd", "silkscreen", "titles.ts")
  const text = readFileSync(titles, "utf8")
  expect(text).toContain('"ESP32-WROOM-32E"')
  writeFileSync(titles, text.replace('"ESP32-WROOM-32E"', '"ESP32-WROOM-32F"'))
  git("commit", "--quiet", "-am", "second")
  commits.push(git("rev-parse", "HEAD"))
  const board = join(project.root, "boards", "mep-smd", "index.tsx")
  writeFileSync(board, readFileSync(board, "utf8").replace("<MepCircuit", "<MepCircuit <"))
  git("commit", "--quiet", "-am", "broken")
  git("tag", "broken")
  git(
    "tag",
    "nothing",
    git("commit-tree", git("hash-object", "-t", "tree", "-w", "--stdin"), "-m", "nothing"),
  )
  git("reset", "--quiet", "--hard", "HEAD~1")
})
afterAll(() => {
  // Other tests run in this process after it.
  for (const [name, value] of Object.entries(own)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    if (commits.some((commit) => name.startsWith(commit)))
      rmSync(join(cache, name), { recursive: true, force: true })
  }
  project.remove()
  rmSync(temporary, { recursive: true, force: true })
})

describe("diff of two revisions", () => {
  it("builds both and says what changed, on the terminal, in Markdown and on a page", () => {
    const run = project.mep("diff", "HEAD~1", "HEAD", "--out", "diff", "--exit-code")
    expect(run.err + run.out).not.toMatch(/does not build/)
    expect(run.code).toBe(1)
    expect(run.out).toMatch(/mep-smd: HEAD~1 \([0-9a-f]{10}\) → HEAD \([0-9a-f]{10}\): \d+ change/)
    expect(run.out).toMatch(/ {2}top silkscreen: \d\.\d+ mm² added, \d\.\d+ mm² removed/)
    expect(run.out).not.toMatch(/Netlist:|Placement:|Routing:/)
    const summary = readFileSync(join(project.root, "diff", "summary.md"), "utf8")
    expect(summary).toMatch(/^## What changes on the board\n/)
    expect(summary).toContain("- top silkscreen:")
    expect(readFileSync(join(project.root, "diff", "index.html"), "utf8")).toContain("<!doctype html>")
  })

  it("has built each once: again is quick, and a revision is the same as itself", () => {
    const started = Date.now()
    const run = project.mep("diff", "HEAD", "HEAD", "--json")
    expect(run.code).toBe(0)
    expect(JSON.parse(run.out)).toMatchObject({ same: true, boards: [{ board: "mep-smd", changes: [] }] })
    expect(run.err).toBe("")
    expect(existsSync(join(project.root, "dist", "mep-smd"))).toBe(false)
    expect(Date.now() - started).toBeLessThan(30_000)
  })

  it.each([
    ["broken", /boards\/mep-smd\/index\.tsx:\d+:\d+: Expected/],
    ["nothing", /that revision has no boards that could be built/],
  ])("says that the old revision (%s) does not build, and shows the new one by itself", (old, reason) => {
    const run = project.mep("diff", old, "HEAD", "--out", "alone")
    expect(run.code, run.err).toBe(0)
    const [first, , board] = run.out.split("\n")
    expect(first).toMatch(/^The old revision (broken|nothing) \([0-9a-f]{10}\) does not build: /)
    expect(first).toMatch(reason)
    expect(first).not.toContain("mep-revision-")
    expect(board).toMatch(/^mep-smd: HEAD \([0-9a-f]{10}\) by itself$/)
    expect(run.out).toMatch(/\nNetlist:\n {2}26 nets with \d+ pins\n/)
    expect(run.out).not.toMatch(/added|new board/)
    const summary = readFileSync(join(project.root, "alone", "summary.md"), "utf8")
    expect(summary).toMatch(/\*\*The old revision .* does not build: .*\*\*\n/)
    expect(summary).toContain("### mep-smd: by itself")
    expect(readFileSync(join(project.root, "alone", "index.html"), "utf8")).toContain("does not build")
    expect(project.mep("diff", old, "HEAD", "--exit-code", "--quiet").code).toBe(1)
  })

  it("fails where the new revision does not build, and leaves no temporary folder", () => {
    const before = temporaryFolders()
    const run = project.mep("diff", "HEAD", "broken", "--quiet")
    expect(run.err).toMatch(/^mep: broken \([0-9a-f]{10}\) does not build: boards\/mep-smd\/index\.tsx:\d+/)
    expect(run.code).toBe(1)
    expect(temporaryFolders()).toEqual(before)
  })

  it.skipIf(process.platform === "win32")("takes its temporary folder with it when interrupted", async () => {
    const before = temporaryFolders()
    git("tag", "unbuilt", git("commit-tree", "HEAD^{tree}", "-m", "unbuilt"))
    const child = spawn(process.execPath, ["src/mep.mjs", "diff", "unbuilt", "HEAD"], { cwd: project.root })
    const ended = new Promise((resolve) => child.once("close", resolve))
    await expect.poll(() => temporaryFolders().length, { timeout: 20_000 }).toBe(before.length + 1)
    child.kill("SIGINT")
    expect(await ended).toBe(130)
    expect(temporaryFolders()).toEqual(before)
  })

  it.each([
    [["nowhere", "HEAD"], 2, "mep: nowhere: no such folder or zip, and no git revision of that name\n"],
    [["--upload-pack=x", "HEAD"], 2, /^mep: unknown option '--upload-pack=x'/],
    [["package.json", "HEAD"], 1, "mep: package.json: not a zip file, or cut off\n"],
    [
      ["HEAD", "HEAD", "--out", "package.json/x"],
      2,
      /^mep: .*package\.json.x: cannot be written \(E[A-Z]+\)\n$/,
    ],
  ])("%j is refused in one line", (args, code, message) => {
    const run = project.mep("diff", ...args, "--quiet")
    expect(run.err.replace(/^comparing\n/, "")).toMatch(message)
    expect(run.err.trim().split("\n")).toHaveLength(1)
    expect(run.code).toBe(code)
  })
})
