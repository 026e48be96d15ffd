import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, it } from "vitest"

/** Runs a shell line in a mount space of its own, where `disk` is a file system of 256 KiB. */
const onSmallDisk = (disk: string, line: string) =>
  spawnSync(
    "unshare",
    ["--map-root-user", "--mount", "sh", "-c", `mount -t tmpfs -o size=256k tmpfs '${disk}' && ${line}`],
    {
      encoding: "utf8",
    },
  )

let folder: string
let child: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mep-full-"))
  child = join(folder, "child.mjs")
  // A small package, then one that does not fit beside it, then one where no byte is free; what is left is printed.
  await build({
    stdin: {
      resolveDir: resolve("tests/package"),
      contents: `
        import { readdirSync, writeFileSync } from "node:fs"
        import { join } from "node:path"
        import { isIntact, readManifestOf } from "../../src/package/intact"
        import { makeManifest } from "../../src/package/manifest"
        import { placePackage } from "../../src/package/place"
        const disk = process.argv[2]
        const subject = { board: "b", title: "T", revision: "1", date: "d", sourceHash: "0".repeat(64) }
        const packed = (text) => {
          const content = new Map([["a.gtl", Buffer.from("a")], ["b.gtl", Buffer.from(text)]])
          return content.set("manifest.json", Buffer.from(JSON.stringify(makeManifest(subject, content))))
        }
        const attempt = (work) => { try { work() } catch (error) { return error.message } }
        placePackage(join(disk, "b"), packed("small"))
        const messages = [attempt(() => placePackage(join(disk, "b"), packed("x".repeat(400_000))))]
        attempt(() => writeFileSync(join(disk, "filler"), "x".repeat(400_000)))
        messages.push(attempt(() => placePackage(join(disk, "b"), packed("tiny"))))
        const manifest = readManifestOf(join(disk, "b"))
        const whole = isIntact(join(disk, "b"), manifest) && manifest.files["b.gtl"].size === 5
        process.stdout.write(JSON.stringify({ messages, whole, left: readdirSync(disk) }))`,
      loader: "ts",
    },
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.skipIf(onSmallDisk(tmpdir(), "true").status !== 0)(
  "a full disk leaves the last package whole and nothing beside it",
  () => {
    const disk = mkdtempSync(join(folder, "disk-"))
    const { stdout, stderr } = onSmallDisk(disk, `'${process.execPath}' '${child}' '${disk}'`)
    expect(stderr).toBe("")
    const message = `cannot write ${join(disk, "b")}: the disk is full; the last package is untouched`
    expect(JSON.parse(stdout)).toEqual({
      messages: [message, message],
      whole: true,
      left: ["b", "filler"],
    })
  },
)
