import type { ReactElement } from "react"
import { beforeAll, describe, expect, it } from "vitest"
import { BuckPadLand } from "../../components/lands/BuckPadLand"
import { Chip0805Land } from "../../components/lands/Chip0805Land"
import { Esp32Wroom32eLand } from "../../components/lands/Esp32Wroom32eLand"
import { Header1x6Land, Header2x2SmdLand, Header2x3RightAngleLand } from "../../components/lands/HeaderLands"
import { Soic16Land } from "../../components/lands/Soic16Land"
import { padRows, renderBare } from "../boards/circuit-view"
import * as library from "./land-numbers"

const lands: Readonly<Record<string, { element: ReactElement; pads: readonly library.LibraryPad[] }>> = {
  soic16: { element: Soic16Land(), pads: library.soic16 },
  wroom32e: { element: Esp32Wroom32eLand(), pads: library.wroom32e },
  chip0805: { element: Chip0805Land({}), pads: library.chip0805 },
  header1x6: { element: Header1x6Land(), pads: library.header1x6 },
  header2x3: { element: Header2x3RightAngleLand(), pads: library.header2x3 },
  header2x2: { element: Header2x2SmdLand(), pads: library.header2x2 },
  buckPad: { element: BuckPadLand({ right: true, upper: true }), pads: library.buckPad },
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
      footprint={lands[land]?.element ?? ""}
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
