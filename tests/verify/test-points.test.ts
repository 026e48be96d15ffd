import { expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { verifyContents } from "../../src/verify/verify"
import { packageFiles, testPoints } from "./package-fixture"

const found = (spoil: (text: string) => string): string[] => {
  const files = packageFiles()
  files.set("test-points.csv", spoil(testPoints))
  const contents = new Map(
    [...files].map(([path, content]) => [path, typeof content === "string" ? Buffer.from(content) : content]),
  )
  return verifyContents(contents, jlcpcb)
    .findings.filter(({ rule }) => rule === "pkg/test-points")
    .map(({ message }) => message)
}

it.each([
  ["as it is", (text: string) => text, []],
  [
    "a point that moved",
    (text: string) => text.replace("5.000,0.000", "5.001,0.000"),
    ["R1.2 is not at 5.001, 0.000"],
  ],
  ["another net", (text: string) => text.replace("B,5", "A,5"), ["R1.2 is on B, not on A", "no point for B"]],
  [
    "another side",
    (text: string) => text.replace("top", "bottom"),
    ["R1.2 is reached from top, not from bottom"],
  ],
  ["a net that is gone", (text: string) => text.replace(/B,5.*\n/, ""), ["no point for B"]],
  [
    "a pad that there is not",
    (text: string) => text.replace("R1.2", "R9.2"),
    ["R9.2 is not at 5.000, 0.000"],
  ],
])("holds a jig's list to the circuit: %s", (_, spoil, wanted) => {
  expect(found(spoil)).toEqual(wanted)
})
