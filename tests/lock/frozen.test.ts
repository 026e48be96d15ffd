import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { silent } from "../../src/model/observer"
import { makeManifest, manifestName } from "../../src/package/manifest"
import { placePackage } from "../../src/package/place"
import type { BuildOptions } from "../../src/pipeline/build-job"
import { dateText, findUnchanged } from "../../src/pipeline/up-to-date"
import { sourceHash } from "../../src/project/source-hash"

const root = mkdtempSync(join(tmpdir(), "mep-frozen-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A package that is up to date, of a board that is a draft or is not. */
async function packaged(name: string, draft: readonly string[] | undefined): Promise<BuildOptions> {
  mkdirSync(join(root, "boards", name), { recursive: true })
  writeFileSync(join(root, "boards", name, "index.tsx"), "")
  writeFileSync(join(root, "package-lock.json"), "{}")
  const date = new Date(0)
  const files = new Map([["report.json", Buffer.from(JSON.stringify(draft === undefined ? {} : { draft }))]])
  const subject = {
    board: name,
    title: name,
    revision: "1",
    date: dateText(date),
    sourceHash: await sourceHash(root, name),
  }
  files.set(manifestName, Buffer.from(JSON.stringify(makeManifest(subject, files))))
  placePackage(join(root, "dist", name), files)
  const out = join(root, "dist")
  return {
    root,
    boardId: name,
    out,
    date,
    observer: silent,
    orderOnly: true,
    force: false,
    timeLimitMs: 1000,
  }
}

describe("a frozen build", () => {
  it("does not take a draft of an earlier build for done", async () => {
    const draft = await packaged("draft", ["thickness: 1.6 -> 0.8 mm"])
    expect((await findUnchanged(draft))?.report.draft).toEqual(["thickness: 1.6 -> 0.8 mm"])
    expect(await findUnchanged({ ...draft, frozen: true })).toBeUndefined()
  })

  it("takes a package that is as accepted", async () => {
    const sound = await packaged("sound", undefined)
    expect((await findUnchanged({ ...sound, frozen: true }))?.status).toBe("unchanged")
  })

  it("builds again when the lock changes: it is part of the source", async () => {
    const before = await packaged("accepted", undefined)
    writeFileSync(join(root, "boards/accepted/board.lock.json"), "{}")
    expect(await findUnchanged(before)).toBeUndefined()
  })
})
