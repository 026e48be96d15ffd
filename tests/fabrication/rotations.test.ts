import { describe, expect, it } from "vitest"
import { chipDiode, chipResistor } from "../../components/packages/chip"
import { esp32Wroom32ePackage } from "../../components/packages/esp32-wroom-32e"
import { pinHeader } from "../../components/packages/pin-header"
import { sod323 } from "../../components/packages/sod"
import { soic } from "../../components/packages/soic"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { landMiddle } from "../../src/fabricate/assembly"
import type { LandAtFab, Package } from "../../src/model/package"

/**
 * The machine puts JLCPCB's land, as its library draws it, down at the CPL's midpoint and angle. Every pad of it must
 * meet our pad of the same number. Nothing here uses the offsets that are tested: JLCPCB's lands are written down from
 * their own drawings' zero, and our pads are placed by tscircuit's convention.
 */

function landAt(home: Package): LandAtFab {
  const land = home.fab?.jlcpcb?.land
  if (land === undefined || "unconfirmed" in land) throw new Error(`no land for ${home.name}`)
  return land
}

interface Pad {
  readonly pin: number
  readonly x: number
  readonly y: number
}

/** SOIC in JLCPCB's library: pin 1 bottom left, counter-clockwise; rows 4.95 mm apart here, pitch 1.27. */
function soicAtJlcpcb(pins: number): Pad[] {
  const [row, half] = [pins / 2, ((pins / 2 - 1) * 1.27) / 2]
  return Array.from({ length: pins }, (_, i) => ({
    pin: i + 1,
    x: i < row ? -half + 1.27 * i : half - 1.27 * (i - row),
    y: i < row ? -2.475 : 2.475,
  }))
}

/**
 * ESP32-WROOM-32E in JLCPCB's library: antenna to the left, pins 1 to 14 along the bottom, 15 to 24 on the right,
 * 25 to 38 along the top. Its origin is 16.78 mm from the antenna's end, pin 1 is 7.49 mm from it; only the pins along
 * the module are compared, since the bottom row's pads are longer there.
 */
const wroomAtJlcpcb: Pad[] = [
  ...Array.from({ length: 14 }, (_, i) => ({ pin: 1 + i, x: 7.49 - 16.78 + 1.27 * i, y: -8.75 })),
  ...Array.from({ length: 14 }, (_, i) => ({ pin: 25 + i, x: 7.49 - 16.78 + 1.27 * (13 - i), y: 8.75 })),
]

const chipAtJlcpcb: Pad[] = [
  { pin: 1, x: -1.025, y: 0 },
  { pin: 2, x: 1.025, y: 0 },
]

const parts: [Package, readonly Pad[]][] = [
  [soic(16), soicAtJlcpcb(16)],
  [soic(14), soicAtJlcpcb(14)],
  [soic(8), soicAtJlcpcb(8)],
  [esp32Wroom32ePackage, wroomAtJlcpcb],
  [chipResistor("0805"), chipAtJlcpcb],
]

const turn = (p: { x: number; y: number }, ccwDeg: number) => {
  const angle = (ccwDeg * Math.PI) / 180
  return {
    x: p.x * Math.cos(angle) - p.y * Math.sin(angle),
    y: p.x * Math.sin(angle) + p.y * Math.cos(angle),
  }
}

/** tscircuit: a bottom part is mirrored left to right, then turned counter-clockwise as seen from the top. */
function ourPad(pad: Pad, at: { x: number; y: number }, rotation: number, side: "top" | "bottom") {
  const turned = turn({ x: side === "top" ? pad.x : -pad.x, y: pad.y }, rotation)
  return { x: at.x + turned.x, y: at.y + turned.y }
}

/** JLCPCB: the angle counts counter-clockwise looking at the part's own side; the midpoint is as seen from the top. */
function machinePad(pad: Pad, mid: { x: number; y: number }, angle: number, side: "top" | "bottom") {
  const turned = turn(pad, angle)
  return { x: mid.x + (side === "top" ? turned.x : -turned.x), y: mid.y + turned.y }
}

/** Largest distance between a pad as the machine places it and our pad of the same pin, mm. */
function misfit(
  ours: readonly Pad[],
  theirs: readonly Pad[],
  land: LandAtFab,
  rotation: number,
  side: "top" | "bottom",
): number {
  const at = { x: -12, y: 4.12, rotationDeg: rotation, side }
  const mid = landMiddle(at, land)
  const angle = jlcpcb.rotation(at, land)
  return Math.max(
    ...theirs.map((pad) => {
      const own = ours.find((candidate) => candidate.pin === pad.pin) ?? { pin: 0, x: 1e3, y: 1e3 }
      const a = ourPad(own, at, rotation, side)
      const b = machinePad(pad, mid, angle, side)
      return Math.hypot(a.x - b.x, a.y - b.y)
    }),
  )
}

const sides = ["top", "bottom"] as const
const cases = parts.flatMap(([home, theirs]) =>
  sides.flatMap((side) =>
    [0, 90, 180, 270].map((rotation) => ({
      name: home.name,
      land: landAt(home),
      ours: home.land.pads,
      theirs,
      side,
      rotation,
    })),
  ),
)

/** Turning a two-ended part round: JLCPCB may swap the ends of a resistor. */
const swapped = (pads: readonly Pad[]) => pads.map((pad) => ({ ...pad, x: -pad.x, y: -pad.y }))

describe("JLCPCB's land falls on ours", () => {
  it.each(cases)("$name, $side, $rotation degrees", ({ land, ours, theirs, side, rotation }) => {
    const fits = [theirs, ...(land.symmetric ? [swapped(theirs)] : [])]
    expect(Math.min(...fits.map((pads) => misfit(ours, pads, land, rotation, side)))).toBeLessThan(0.01)
  })

  it.each(cases.filter(({ name }) => name !== "0805"))(
    "and on no other angle: $name, $side, $rotation degrees",
    ({ land, ours, theirs, side, rotation }) => {
      for (const error of [90, 180, 270])
        expect(
          misfit(ours, theirs, { ...land, offsetDeg: land.offsetDeg + error }, rotation, side),
        ).toBeGreaterThan(1)
    },
  )

  it("would miss an ESP32 placed by the middle of our pads", () => {
    const land = { ...landAt(esp32Wroom32ePackage), midpoint: { x: 0, y: 0 } }
    expect(misfit(esp32Wroom32ePackage.land.pads, wroomAtJlcpcb, land, 180, "top")).toBeCloseTo(0.26, 6)
  })
})

describe("published figures", () => {
  const land = landAt(soic(16))

  it("top: KiCad's angle plus 270 for SOIC", () => {
    const angles = [0, 90, 180, 270].map((rotationDeg) =>
      jlcpcb.rotation({ x: 0, y: 0, rotationDeg, side: "top" }, land),
    )
    expect(angles).toEqual([270, 0, 90, 180])
  })

  it("bottom: (180 - KiCad's angle) + offset, where KiCad's angle is ours less half a turn", () => {
    for (const kicad of [0, 90, 180, 270]) {
      const published = (180 - kicad + 270 + 360) % 360
      expect(jlcpcb.rotation({ x: 0, y: 0, rotationDeg: (kicad + 180) % 360, side: "bottom" }, land)).toBe(
        published,
      )
    }
  })

  it("says of every other package why no machine may place it", () => {
    const headers = [pinHeader(2, 2, { mount: "smd", pitch: 1.27 }), pinHeader(2, 3), pinHeader(1, 6)]
    for (const { fab } of [sod323, chipDiode("0805"), ...headers])
      expect(fab?.jlcpcb?.land).toHaveProperty("unconfirmed")
  })
})
