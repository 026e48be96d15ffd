import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isIntact, readManifestOf } from "../../src/package/intact"
import { placePackage } from "../../src/package/place"
import { packageOf } from "./sample"

const kills = 50

let folder: string
let child: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mep-kill-"))
  child = join(folder, "child.mjs")
  await build({
    stdin: {
      resolveDir: resolve("tests/package"),
      contents: `
        import { placePackage } from "../../src/package/place"
        import { packageOf } from "./sample"
        const packages = [packageOf("A"), packageOf("B")]
        process.stdout.write("ready")
        for (let i = 0; ; i++) placePackage(process.argv[2], packages[i % 2])`,
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

/** Starts writing packages over and over, and kills the process some milliseconds later. */
function writeAndKill(target: string, afterMs: number): Promise<void> {
  const process_ = spawn(process.execPath, [child, target], { stdio: ["ignore", "pipe", "inherit"] })
  return new Promise((done) => {
    process_.stdout.once("data", () => setTimeout(() => process_.kill("SIGKILL"), afterMs))
    process_.once("close", () => done())
  })
}

describe(`a package killed with SIGKILL at ${kills} moments`, () => {
  it("is whole each time, and the next build needs no help", async () => {
    const target = join(folder, "dist", "mep-smd")
    placePackage(target, packageOf("A"))
    let seed = 42
    for (let kill = 0; kill < kills; kill++) {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      await writeAndKill(target, (seed % 4000) / 100)
      // Between two renames, microseconds long, the whole old package stands beside its place.
      const whole = existsSync(target) ? target : join(folder, "dist", ".mep-smd.old")
      const manifest = readManifestOf(whole)
      expect(manifest, `kill ${kill}`).toBeDefined()
      if (manifest !== undefined) expect(isIntact(whole, manifest), `kill ${kill}`).toBe(true)
    }
    expect(placePackage(target, packageOf("B"))).toBeUndefined()
    expect(readdirSync(join(folder, "dist"))).toEqual(["mep-smd"])
  })
})
