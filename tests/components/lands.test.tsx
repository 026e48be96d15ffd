import type { ReactElement } from "react"
import { beforeAll, describe, expect, it } from "vitest"
import { buckCorner } from "../../components/packages/buck-corner"
import { chipDiode, chipResistor } from "../../components/packages/chip"
import { esp32Wroom32ePackage } from "../../components/packages/esp32-wroom-32e"
import { pinHeader } from "../../components/packages/pin-header"
import { sma, sod123, sod323 } from "../../components/packages/sod"
import { soic } from "../../components/packages/soic"
import { sot23 } from "../../components/packages/sot23"
import { dip } from "../../components/packages/through-hole"
import { landElement } from "../../src/board/land"
import type { Package } from "../../src/model/package"
import { padRows, renderBare } from "../boards/circuit-view"
import * as library from "./land-numbers"

const lands: Readonly<Record<string, { of: Package; pads: readonly library.LibraryPad[] }>> = {
  soic16: { of: soic(16), pads: library.soic16 },
  soic14: { of: soic(14), pads: library.soic14 },
  soic8: { of: soic(8), pads: library.soic8 },
  wroom32e: { of: esp32Wroom32ePackage, pads: library.wroom32e },
  chip0402: { of: chipResistor("0402"), pads: library.chip0402 },
  chip0603: { of: chipResistor("0603"), pads: library.chip0603 },
  chip0805: { of: chipDiode("0805"), pads: library.chip0805 },
  chip1206: { of: chipResistor("1206"), pads: library.chip1206 },
  header1x6: { of: pinHeader(1, 6), pads: library.header1x6 },
  header2x3: { of: pinHeader(2, 3, { mount: "right-angle" }), pads: library.header2x3 },
  header2x2: { of: pinHeader(2, 2, { mount: "smd", pitch: 1.27 }), pads: library.header2x2 },
  socket2x3: { of: pinHeader(2, 3, { mount: "socket" }), pads: library.socket2x3 },
  header2x5fine: { of: pinHeader(2, 5, { pitch: 1.27 }), pads: library.header2x5fine },
  sod123: { of: sod123, pads: library.sod123 },
  sod323: { of: sod323, pads: library.sod323 },
  sma: { of: sma, pads: library.sma },
  sot23: { of: sot23(3), pads: library.sot23 },
  sot235: { of: sot23(5), pads: library.sot235 },
  sot236: { of: sot23(6), pads: library.sot236 },
  dip8: { of: dip(8), pads: library.dip8 },
  buckPad: { of: buckCorner(true, true), pads: library.buckPad },
}

const rotations = [0, 90, 180, 270] as const
const sides = ["top", "bottom"] as const

interface Case {
  readonly name: string
  readonly land: string
  readonly rotation: (typeof rotations)[number]
  readonly side: (typeof sides)[number]
  readonly x: number
  readonly y: number
}

/** Every land as drawn; three that differ in symmetry at every turn on both sides. */
const cases: Case[] = Object.keys(lands)
  .flatMap((land) => {
    const everywhere = ["soic16", "chip0805", "header2x3"].includes(land)
    return (everywhere ? sides : (["top"] as const)).flatMap((side) =>
      (everywhere ? rotations : ([0] as const)).map((rotation) => ({ land, rotation, side })),
    )
  })
  .map((one, index) => ({
    ...one,
    name: `U${index + 1}`,
    x: ((index % 6) - 2.5) * 30,
    y: (Math.floor(index / 6) - 2.5) * 40,
  }))

/** Where a pad of the library's drawing comes to lie: y up, mirrored for the bottom, turned, then put in place. */
function placed(pads: readonly library.LibraryPad[], { rotation, side, x, y }: Case): string[] {
  const xs = pads.flatMap(([, px, , w]) => [px - w / 2, px + w / 2])
  const ys = pads.flatMap(([, , py, , h]) => [-py - h / 2, -py + h / 2])
  const middleX = (Math.min(...xs) + Math.max(...xs)) / 2
  const middleY = (Math.min(...ys) + Math.max(...ys)) / 2
  return pads
    .map(([pin, px, py, w, h]) => {
      const dx = (side === "bottom" ? -1 : 1) * (px - middleX)
      const dy = -py - middleY
      const [turnedX, turnedY] = (
        {
          0: [dx, dy],
          90: [-dy, dx],
          180: [-dx, -dy],
          270: [dy, -dx],
        } as const
      )[rotation]
      return line(
        pin,
        x + turnedX,
        y + turnedY,
        ...((rotation % 180 === 0 ? [w, h] : [h, w]) as [number, number]),
      )
    })
    .sort()
}

const line = (pin: string, ...numbers: number[]) =>
  [pin, ...numbers.map((mm) => (Math.round(mm * 1000) / 1000 + 0).toFixed(3))].join(" ")

const found = new Map<string, string[]>()

beforeAll(async () => {
  const circuit = await renderBare(
    () => (
      <board width={400} height={400} schematicDisabled routingDisabled placementDrcChecksDisabled>
        {cases.map(({ name, land, rotation, side, x, y }) => (
          <Part key={name} {...{ name, land, rotation, side, x, y }} />
        ))}
      </board>
    ),
    [],
  )
  for (const { name, x, y, width, height } of padRows(circuit)) {
    const [part = "", pin = ""] = name.split(".")
    found.set(part, [...(found.get(part) ?? []), line(pin, x, y, width, height)])
  }
})

function Part({ name, land, rotation, side, x, y }: Case): ReactElement {
  return (
    <chip
      name={name}
      footprint={lands[land] ? landElement(lands[land].of.land) : ""}
      pcbX={x}
      pcbY={y}
      pcbRotation={rotation}
      layer={side}
      noSchematicRepresentation
    />
  )
}

describe("land patterns", () => {
  it.each(cases)("$land at $rotation degrees on the $side is where the library's comes to lie", (one) => {
    expect(found.get(one.name)?.sort()).toEqual(placed(lands[one.land]?.pads ?? [], one))
  })

  it("would notice a pin swap, a mirrored part and a wrong turn", () => {
    const one = cases.find(({ land, side }) => land === "soic16" && side === "bottom") as Case
    const right = placed(library.soic16, one)
    expect(placed(library.soic16, { ...one, side: "top" })).not.toEqual(right)
    expect(placed(library.soic16, { ...one, rotation: 180 })).not.toEqual(right)
    const swapped = library.soic16.map(
      ([pin, ...rest]): library.LibraryPad => [pin === "1" ? "2" : pin === "2" ? "1" : pin, ...rest],
    )
    expect(placed(swapped, one)).not.toEqual(right)
  })
})
