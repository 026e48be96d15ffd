import { expect, it } from "vitest"
import { stepGerbers } from "../../src/panel/step-gerber"
import { readGerber } from "../../src/read"
import { readFabSet } from "../../src/verify/files/fab-set"
import { checkPanel } from "../../src/verify/panel"

const head = ["G04 #@! TF.FileFunction,Copper,L1,Top*", "%FSLAX46Y46*%", "%MOMM*%", "G01*", "%LPD*%", "G75*"]
const file = (diameter: string, net: string) =>
  `${[...head, `%ADD10C,${diameter}*%`, "D10*", `G04 #@! TO.N,${net}*`, "X001000000Y-02000000D03*", "G04 #@! TD*", "M02*"].join("\n")}\n`

const step = (text: string, number: number, x: number) => ({ text, x, y: 0.5, suffix: `_${number}` })
const panel = stepGerbers(head, [
  step(file("0.5", "A"), 1, 10),
  step(file("0.5", "A"), 2, 20),
  step(file("0.7", "N/C"), 3, 30),
])

it("draws each file at its place, with apertures and nets of its own", () => {
  const { objects } = readGerber(panel, "panel.gtl")
  const flashes = objects.flatMap((one) =>
    one.kind === "flash" && one.aperture.shape.kind === "circle"
      ? [[one.at.x, one.at.y, one.aperture.shape.diameter, one.net]]
      : [],
  )
  expect(flashes).toEqual([
    [11, -1.5, 0.5, "A_1"],
    [21, -1.5, 0.5, "A_2"],
    [31, -1.5, 0.7, "N/C"],
  ])
  expect(panel.match(/%ADD/g)).toHaveLength(2)
})

it("refuses what it cannot step", () => {
  expect(() => stepGerbers(head, [step("%ADD10C,1*%\nD10*\nG02X1Y1I1J1D01*\n", 1, 0)])).toThrow(
    "cannot be stepped",
  )
})

const places = [10, 20].map((x, i) => ({
  number: i + 1,
  board: "one",
  x,
  y: 0.5,
  files: readFabSet([{ name: "one.gtl", text: file("0.5", "A") }]),
  outline: [
    { x: -3, y: -3 },
    { x: 3, y: -3 },
    { x: 3, y: 3 },
    { x: -3, y: 3 },
  ],
}))
const judged = (text: string) =>
  checkPanel(readFabSet([{ name: "panel.gtl", text }]), places, 0.3).map(({ message }) => message)

it.each([
  ["as it is", (text: string) => text, []],
  [
    "a pad that moved",
    (text: string) => text.replace("X021000000", "X021000100"),
    [/place 2: 1 of 1 objects/, /place 2: .* has not/],
  ],
  ["a pad that is gone", (text: string) => text.replace(/X011000000Y.*\n/, ""), [/place 1: 1 of 1/]],
  [
    "another size",
    (text: string) => text.replace("C,0.5*", "C,0.51*"),
    [/place 1/, /place 2/, /has not/, /has not/],
  ],
  [
    "something over a board",
    (text: string) => text.replace("X031000000", "X009000000"),
    [/place 1: .* has not/],
  ],
])("finds every board on the panel: %s", (_, spoil, wanted) => {
  const found = judged(spoil(panel))
  expect(found.length).toBe(wanted.length)
  for (const [i, pattern] of wanted.entries()) expect(found[i]).toMatch(pattern)
})
