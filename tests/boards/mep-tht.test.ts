import { expect, it, describe as suite } from "vitest"
import smd from "../../boards/mep-smd/index"
import tht from "../../boards/mep-tht/index"
import { describe } from "../../src/board/describe"

const read = describe(tht, { fab: "jlcpcb", plans: ["hand"] })

/** Pads of MEP-HW-THT v1.10, mm: from its published board. */
const pads: Readonly<Record<string, readonly [number, number]>> = {
  ...{
    "C1.1": [27, 2],
    "C1.2": [27, -3],
    "C2.1": [23, 2],
    "C3.1": [6, 2],
    "C4.1": [10, -3],
    "C4.2": [10, 2],
  },
  ...{ "C5.1": [5, 5], "C5.2": [0, 5], "D1.1": [10, -6], "D1.2": [10, -8.54], "R1.1": [-27, 10] },
  ...{ "R1.2": [-27, 12.54], "R2.1": [-27, 4.46], "R3.1": [25, -6], "R4.1": [0, -1], "R5.2": [22, -8.54] },
  ...{ "R6.2": [3, 1.54], "R7.1": [7, -6], "U1.1": [27, 5], "U1.8": [9.22, 5], "U1.9": [9.22, 12.62] },
  ...{
    "U1.16": [27, 12.62],
    "J5.1": [17, -12],
    "J5.6": [4.3, -12],
    "J6.1": [14, -8],
    "J6.6": [19.08, -5.46],
  },
  ...{ "J7.1": [4, 12], "J7.2": [1.46, 12], "J7.3": [4, 9.46], "J7.4": [1.46, 9.46], "J2.1": [-4, -1] },
}

suite("mep-tht", () => {
  it.each(Object.entries(pads))("has %s where v1.10 has it", (name, [x, y]) => {
    const [designator = "", pin] = name.split(".")
    const place = read.board.placements.find((row) => row.designator === designator)
    const pad = read.board.parts[designator]?.package.land.pads.find((one) => String(one.pin) === pin)
    if (place === undefined || pad === undefined) throw new Error(`no ${name}`)
    const angle = (place.rotationDeg * Math.PI) / 180
    const px = place.side === "bottom" ? -pad.x : pad.x
    const at = [
      place.x + px * Math.cos(angle) - pad.y * Math.sin(angle),
      place.y + px * Math.sin(angle) + pad.y * Math.cos(angle),
    ]
    expect(Math.hypot((at[0] ?? 0) - x, (at[1] ?? 0) - y)).toBeLessThan(0.01)
  })

  it("joins the same pins as mep-smd", () => {
    const joined = (of: typeof read) => [...of.nets].map(([part, pins]) => [part, [...pins].sort()]).sort()
    expect(joined(read)).toEqual(joined(describe(smd, { fab: "jlcpcb", plans: ["hand"] })))
  })
})
