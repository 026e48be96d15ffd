#!/usr/bin/env node
// Verifies other people's Gerber sets and prints what became of each: `node tests/tools/foreign-sets.mjs FOLDER`.
// With `--fetch LIST` the repositories of LIST (one https address a line) are cloned into FOLDER first.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import { basename, join, resolve } from "node:path"

const seconds = 60
const [folder, option, list] = process.argv.slice(2)
if (folder === undefined) throw new Error("usage: foreign-sets.mjs FOLDER [--fetch LIST]")
const root = resolve(folder)
mkdirSync(root, { recursive: true })

if (option === "--fetch")
  for (const address of readFileSync(list, "utf8")
    .split("\n")
    .map((line) => line.trim())) {
    if (!/^https:\/\/[\w./-]+$/.test(address)) continue
    const into = join(root, address.split("/").slice(-2).join("+"))
    if (!existsSync(into))
      spawnSync("git", ["clone", "--depth", "1", "--", address, into], { stdio: "inherit" })
  }

/** Zips, and folders that hold three Gerbers or more. */
function setsIn(path) {
  const found = []
  const entries = readdirSync(path, { withFileTypes: true })
  const gerbers = entries.filter((entry) => entry.isFile() && isGerber(join(path, entry.name)))
  if (gerbers.length > 2) found.push(path)
  for (const entry of entries) {
    const inside = join(path, entry.name)
    if (entry.isDirectory() && entry.name !== ".git") found.push(...setsIn(inside))
    else if (entry.isFile() && /\.zip$/i.test(entry.name)) found.push(inside)
  }
  return found
}

const isGerber = (path) =>
  /\.(g\w{1,3}|art|pho|cmp|sol)$/i.test(path) && readFileSync(path).subarray(0, 4000).includes("%FS")

const rows = []
for (const set of setsIn(root)) {
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=800", "src/mep.mjs", "verify", set, "--json", "--all"],
    { encoding: "utf8", timeout: seconds * 1000, maxBuffer: 2 ** 30 },
  )
  let report
  try {
    report = JSON.parse(run.stdout)
  } catch {
    report = undefined
  }
  if (report?.files?.some(({ role }) => role === "copper-top") === false) continue
  const count = (severity) => report?.findings.filter((finding) => finding.severity === severity).length
  rows.push(report === undefined ? "refused" : count("error") === 0 ? "no error" : "errors")
  const said =
    report === undefined
      ? run.stderr.trim().split("\n").pop()
      : `${count("error")} errors, ${count("warning")} warnings`
  process.stdout.write(`${basename(set)}: ${said || `no answer in ${seconds} s`}\n`)
}
for (const kind of ["no error", "errors", "refused"])
  process.stdout.write(`${kind}: ${rows.filter((row) => row === kind).length}\n`)
