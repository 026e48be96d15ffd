import { describe, expect, it } from "vitest"
import { houses } from "../../fabrication/houses"
import { fileDifference } from "../../src/diff/file-difference"
import { compareRebuilt } from "../../src/diff/rebuilt"
import { hand, packageFiles, sealed } from "../verify/package-fixture"
import { SmallBoard } from "../verify/small-board"

type Files = Map<string, string | Uint8Array>

/** What is said of a package that was changed and sealed anew, held against what its source makes. */
function said(change: (files: Files) => unknown, sameSource = true): string[] {
  const files = packageFiles()
  change(files)
  return compareRebuilt(sealed(files), { contents: sealed(packageFiles()) }, sameSource, houses).map(
    ({ severity, file, message }) => `${severity}: ${file ?? ""}: ${message}`,
  )
}

const at = "assembly/one/economic-top/hand-assembly.csv"

describe("a package held against its source's", () => {
  it("is the same, byte by byte, signed or not", () => {
    expect(said(() => undefined)).toEqual([])
    const signed = sealed(packageFiles()).set("manifest.json.sig", Buffer.from("x"))
    expect(compareRebuilt(signed, { contents: sealed(packageFiles()) }, true, houses)).toEqual([])
  })

  it.each<readonly [string, (files: Files) => unknown, RegExp]>([
    [
      "a row",
      (files) => files.set(at, hand.replace("by hand", "by robot")),
      /^error: assembly.*hand-assembly\.csv: not what the source makes: "J1,header,by robot" instead of "J1,header,by hand"$/m,
    ],
    [
      "a file less",
      (files) => files.delete("small.ipc"),
      /^error: small\.ipc: missing: the source makes this file$/m,
    ],
    ["a file more", (files) => files.set("x.txt", "x"), /^error: x\.txt: the source makes no such file$/m],
    [
      "a picture",
      (files) => files.set("top.png", Buffer.from([1])),
      /^error: top\.png: the source makes no such file$/m,
    ],
    [
      "the hashes, too",
      (files) => files.set("x.txt", "x"),
      /^error: manifest\.json: not what the source makes: files\.x\.txt$/m,
    ],
    [
      "copper",
      (files) => files.set("gerbers/small-F_Cu.gtl", new SmallBoard().top.flash("C,0.8", 2, 0).text()),
      /^error: : a layer, source → package: top copper: 0\.50\d mm² added, 0\.000 mm² removed at 1 place$/m,
    ],
  ])("says in words what differs: %s", (_, change, says) => expect(said(change).join("\n")).toMatch(says))

  it("of another source tells the facts, as remarks", () => {
    const facts = said(
      (files) => files.set("gerbers/small-F_Cu.gtl", new SmallBoard().top.flash("C,0.8", 2, 0).text()),
      false,
    )
    expect(facts).toEqual([expect.stringMatching(/^info: : a layer, source → package: top copper/)])
    expect(said((files) => files.set("x.txt", "x"), false)).toEqual([
      "info: : no fact of the board differs, but 2 files do: manifest.json, x.txt",
    ])
  })

  it("is an error where the source no longer builds", () => {
    const [finding] = compareRebuilt(sealed(packageFiles()), { unbuilt: "no net A" }, true, houses)
    expect(finding).toMatchObject({ severity: "error", rule: "pkg/rebuilt" })
    expect(finding?.message).toContain("no net A")
  })
})

describe("one file's difference", () => {
  const differs = (path: string, fresh: string, stored: string): string =>
    fileDifference(path, Buffer.from(fresh), Buffer.from(stored))
  const page = (data: string, words = "x"): string =>
    `<p>${words}</p><script type="application/json" id="book-data">${data}</script>`
  it.each([
    [
      "manifest.json",
      '{"revision":"2.00"}',
      '{"revision":"2.01"}',
      'not what the source makes: revision "2.00" → "2.01"',
    ],
    [
      "index.html",
      page('{"nets":[1],"parts":[]}'),
      page('{"nets":[2],"parts":[]}'),
      "not what the source makes: nets",
    ],
    [
      "index.html",
      page("{}"),
      page("{}", "y"),
      "not what the source makes: its words or its code, the data are the same",
    ],
    ["a.svg", "<a/>\n<b/>\n", "<a/>\n", 'lacks what the source makes: "<b/>"'],
    ["a.csv", "a\nb\n", "b\na\n", "not what the source makes: the same lines in another order or number"],
    ["a.pdf", "abcd", "abXd", "not what the source makes: 4 bytes instead of 4, other from byte 2 on"],
  ])("%s", (path, fresh, stored, says) => expect(differs(path, fresh, stored)).toBe(says))
})
