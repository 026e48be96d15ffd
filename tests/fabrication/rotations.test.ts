import { describe, expect, it } from "vitest"
import { wroom32ePads } from "../../components/lands/Esp32Wroom32eLand"
import { soic16Pin } from "../../components/lands/Soic16Land"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { landMiddle } from "../../src/fabricate/assembly"
import type { LandAtFab } from "../../src/model/package"

/**
 * The machine puts JLCPCB's land, as its library draws it, down at the CPL's midpoint and angle. Every pad of it must
 * meet our pad of the same number. Nothing here uses the offsets that are tested: JLCPCB's lands are written down from
 * their own drawings' zero, and our pads are placed by tscircuit's convention.
 */

function landAt(name: string): LandAtFab {
  const land = jlcpcb.packages?.[name]?.land
  if (land === undefined || "unconfirmed" in land) throw new Error(`no land for ${name}`)
  return land
}

interface Pad {
  readonly pin: number
  readonly x: number
  readonly y: number
}

/** SOIC-16 in JLCPCB's library: pin 1 bottom left, counter-clockwise; rows 4.95 mm apart here, pitch 1.27. */
const soicAtJlcpcb: Pad[] = Array.from({ length: 16 }, (_, i) => ({
  pin: i + 1,
  x: i < 8 ? -4.445 + 1.27 * i : 4.445 - 1.27 * (i - 8),
  y: i < 8 ? -2.475 : 2.475,
}))

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

const parts: [string, Pad[], Pad[]][] = [
  [
    "SOIC-16 3.9x9.9mm",
    Array.from({ length: 16 }, (_, i) => ({ pin: i + 1, ...soic16Pin(i + 1) })),
    soicAtJlcpcb,
  ],
  ["ESP32-WROOM-32E 18x25.5mm", wroom32ePads(), wroomAtJlcpcb],
  ["0805", chipAtJlcpcb, chipAtJlcpcb],
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
  ours: Pad[],
  theirs: Pad[],
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
const cases = parts.flatMap(([name, ours, theirs]) =>
  sides.flatMap((side) => [0, 90, 180, 270].map((rotation) => ({ name, ours, theirs, side, rotation }))),
)

/** Turning a two-ended part round: JLCPCB may swap the ends of a resistor. */
const swapped = (pads: Pad[]) => pads.map((pad) => ({ ...pad, x: -pad.x, y: -pad.y }))

describe("JLCPCB's land falls on ours", () => {
  it.each(cases)("$name, $side, $rotation degrees", ({ name, ours, theirs, side, rotation }) => {
    const land = landAt(name)
    const fits = [theirs, ...(land.symmetric ? [swapped(theirs)] : [])]
    expect(Math.min(...fits.map((pads) => misfit(ours, pads, land, rotation, side)))).toBeLessThan(0.01)
  })

  it.each(cases.filter(({ name }) => name !== "0805"))(
    "and on no other angle: $name, $side, $rotation degrees",
    ({ name, ours, theirs, side, rotation }) => {
      const land = landAt(name)
      for (const error of [90, 180, 270])
        expect(
          misfit(ours, theirs, { ...land, offsetDeg: land.offsetDeg + error }, rotation, side),
        ).toBeGreaterThan(1)
    },
  )

  it("would miss an ESP32 placed by the middle of our pads", () => {
    const [, ours, theirs] = parts[1] as (typeof parts)[number]
    const land = { ...landAt("ESP32-WROOM-32E 18x25.5mm"), midpoint: { x: 0, y: 0 } }
    expect(misfit(ours, theirs, land, 180, "top")).toBeCloseTo(0.26, 6)
  })
})

describe("published figures", () => {
  const soic = landAt("SOIC-16 3.9x9.9mm")

  it("top: KiCad's angle plus 270 for SOIC", () => {
    const angles = [0, 90, 180, 270].map((rotationDeg) =>
      jlcpcb.rotation({ x: 0, y: 0, rotationDeg, side: "top" }, soic),
    )
    expect(angles).toEqual([270, 0, 90, 180])
  })

  it("bottom: (180 - KiCad's angle) + offset, where KiCad's angle is ours less half a turn", () => {
    for (const kicad of [0, 90, 180, 270]) {
      const published = (180 - kicad + 270 + 360) % 360
      expect(jlcpcb.rotation({ x: 0, y: 0, rotationDeg: (kicad + 180) % 360, side: "bottom" }, soic)).toBe(
        published,
      )
    }
  })

  it("says of every other package why no machine may place it", () => {
    for (const name of ["SOD-323", "2x2 1.27mm SMD", "2x3 2.54mm right angle", "1x6 2.54mm"])
      expect(jlcpcb.packages?.[name]?.land).toHaveProperty("unconfirmed")
  })
})
