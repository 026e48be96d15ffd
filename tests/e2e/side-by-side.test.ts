import { readdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isIntact, readManifestOf } from "../../src/package/intact"
import { type Ended, ProjectCopy } from "./project-copy"

/** A project with two boards. */
let project: ProjectCopy
beforeAll(() => {
  project = new ProjectCopy()
  project.keepBoard("mep-smd")
  project.addBoard("mep-mini")
})
afterAll(() => project.remove())

const boards = ["mep-mini", "mep-smd"] as const
const folderOf = (board: string) => join(project.root, "dist", board)
const isWhole = (board: string) => {
  const manifest = readManifestOf(folderOf(board))
  return manifest !== undefined && isIntact(folderOf(board), manifest)
}
const build = (...args: string[]) => project.later().mep("build", "--only", "order", ...args)
const statusOf = ({ out }: Ended) =>
  JSON.parse(out).map(({ board, status }: { board: string; status: string }) => [board, status])

describe("a build of two boards", () => {
  it("goes on at the same time and is told board by board", () => {
    const { code, out, err } = build("--jobs", "2")
    expect(code, err).toBe(0)
    const stages = err.trim().split("\n")
    for (const [one, other] of [boards, [...boards].reverse()])
      expect(stages.indexOf(`${one}: compile`)).toBeLessThan(stages.indexOf(`${other}: package`))
    const [mini, smd] = out.split("mep-smd:\n")
    expect(mini).toMatch(/^mep-mini:\n(.*\n)+mep-mini built: .*\n$/)
    expect(smd).toMatch(/mep-smd built: .*\n$/)
    expect(boards.filter(isWhole)).toEqual(boards)
  })

  it("goes one after the other with --jobs 1", () => {
    const { code, err } = build("--jobs", "1")
    expect(code, err).toBe(0)
    expect(err).toMatch(/mep-mini: package\nmep-smd: compile/)
  })

  it("builds the one where the other has no routes, and exits with 1", () => {
    const run = project.without("boards/mep-mini/routes.json", () => build("--jobs", "2", "--json"))
    expect(statusOf(run)).toEqual([
      ["mep-mini", "failed"],
      ["mep-smd", "built"],
    ])
    expect(run.err).toBe(
      "mep: mep-mini: boards/mep-mini/routes.json: missing: run `npm run route -- --board mep-mini --all`\n",
    )
    expect(run.code).toBe(1)
    expect(boards.filter(isWhole)).toEqual(boards)
  })

  it("builds the one where the other's process dies, and exits with 3", () => {
    const run = project.with(
      "boards/mep-mini/index.tsx",
      "export default defineBoard",
      'process.kill(process.pid, "SIGKILL")\nexport default defineBoard',
      () => build("--jobs", "2", "--json"),
    )
    expect(statusOf(run)).toEqual([
      ["mep-mini", "failed"],
      ["mep-smd", "built"],
    ])
    expect(run.err).toMatch(/^mep: mep-mini: its process ended with SIGKILL\n$/)
    expect(run.code).toBe(3)
  })
})

describe("builds started at the same time", () => {
  it("of two boards, and of one board twice into the same folder: all are sound, nothing is left over", async () => {
    project.later()
    const runs = await Promise.all(
      ["mep-mini", "mep-smd", "mep-smd"].map((board) =>
        project.start("build", "--only", "order", "--board", board),
      ),
    )
    for (const { code, out, err } of runs) expect(code, out + err).toBe(0)
    expect(readdirSync(join(project.root, "dist"))).toEqual(boards)
    expect(boards.filter(isWhole)).toEqual(boards)
  })
})
