import { describe, expect, it } from "vitest"
import { chipResistor } from "../../components/packages/chip"
import { esp32Wroom32ePackage } from "../../components/packages/esp32-wroom-32e"
import { soic as soicPackage } from "../../components/packages/soic"
import { sot23 } from "../../components/packages/sot23"
import jlcpcb from "../../fabrication/jlcpcb/index"
import type { ExpectedPad } from "../../src/verify/netlist"
import { checkPlacement } from "../../src/verify/package/placement"

const turn = (x: number, y: number, deg: number): [number, number] => {
  const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)]
  return [x * cos - y * sin, x * sin + y * cos]
}

/** A part at (3, -2): its pins at JLCPCB's zero seen from its own side, mirrored on the bottom, then turned. */
function pads(pins: Record<string, [number, number]>, side: "top" | "bottom", deg: number): ExpectedPad[] {
  return Object.entries(pins).map(([pin, [px, py]]) => {
    const [sx, sy] = turn(px, py, deg)
    return { designator: "U1", pin, net: undefined, x: 3 + (side === "bottom" ? -sx : sx), y: -2 + sy, side }
  })
}

const soic = {
  "1": [-4.445, -2.5],
  "8": [4.445, -2.5],
  "9": [4.445, 2.5],
  "16": [-4.445, 2.5],
} satisfies Record<string, [number, number]>
const chip = { "1": [-1, 0], "2": [1, 0] } satisfies Record<string, [number, number]>
/** Pins 1-14 below, 25-38 above, about JLCPCB's middle: the rows' middle is 1.035 mm towards the antenna, left. */
const esp = {
  "1": [-9.29, -8.75],
  "14": [7.22, -8.75],
  "25": [7.22, 8.75],
  "38": [-9.29, 8.75],
} satisfies Record<string, [number, number]>

/** Pin 1 bottom right, counting upwards, pin 3 alone on the left: no two side by side. */
const three = { "1": [0.94, -0.95], "2": [0.94, 0.95], "3": [-0.94, 0] } satisfies Record<
  string,
  [number, number]
>

const homes = [sot23(3), soicPackage(16), chipResistor("0805"), esp32Wroom32ePackage]
const byPins = (name: string) => homes.find((home) => home.name === name)?.fab?.jlcpcb?.byPins

const cases: [string, Record<string, [number, number]>, boolean][] = [
  ["SOIC-16 3.9x9.9mm", soic, false],
  ["SOT-23", three, false],
  ["0805", chip, true],
  ["ESP32-WROOM-32E 18x25.5mm", esp, false],
]

describe.each(cases)("%s in the CPL", (name, pins, symmetric) => {
  const rules = (side: "top" | "bottom", pinsAt: number, said: number, dx = 0): string[] =>
    checkPlacement(
      {
        designator: "U1",
        package: name,
        side,
        x: 3 + dx,
        y: -2,
        rotationDeg: said,
        file: "cpl.csv",
        line: 2,
      },
      pads(pins, side, pinsAt),
      byPins(name),
      jlcpcb,
    ).map(({ rule }) => rule)

  it.each([0, 90, 180, 270])("at %i degrees on both sides", (deg) => {
    for (const side of ["top", "bottom"] as const) {
      expect(rules(side, deg, deg)).toEqual([])
      expect(rules(side, deg, (deg + 90) % 360)).toEqual(["pkg/cpl-rotation"])
      expect(rules(side, deg, (deg + 180) % 360)).toEqual(symmetric ? [] : ["pkg/cpl-rotation"])
    }
  })

  it("off its middle", () => {
    expect(rules("top", 0, 0, 0.04)).toEqual([])
    expect(rules("top", 0, 0, 0.06)).toEqual(["pkg/cpl-midpoint"])
  })
})

describe("a package nobody compared, or pins that do not match", () => {
  const row = {
    designator: "U1",
    side: "top",
    x: 3,
    y: -2,
    rotationDeg: 0,
    file: "cpl.csv",
    line: 2,
  } as const
  it("is said", () => {
    const [unknown] = checkPlacement({ ...row, package: "QFN-99" }, pads(chip, "top", 0), undefined, jlcpcb)
    expect(unknown?.message).toContain("was never compared")
    const [wrong] = checkPlacement(
      { ...row, package: "SOIC-16 3.9x9.9mm" },
      pads(chip, "top", 0),
      byPins("SOIC-16 3.9x9.9mm"),
      jlcpcb,
    )
    expect(wrong?.message).toContain("its pins are not")
  })
})
