import { describe, expect, it, test } from "vitest"
import { chipCapacitor, chipDiode, chipFuse, chipLed, chipResistor } from "../../components/packages/chip"
import { pinHeader } from "../../components/packages/pin-header"
import { soic } from "../../components/packages/soic"
import { sot23 } from "../../components/packages/sot23"
import { terminalBlock } from "../../components/packages/terminal-block"
import { axialResistor, dip, radialCapacitor } from "../../components/packages/through-hole"
import { allParts } from "../../components/parts"
import type { LandPad, Package, SilkMark } from "../../src/model/package"
import { fitBody } from "../../src/model3d/place"
import { boundsOf } from "../../src/model3d/solid"

const typical = { mm: 0.8, source: "test", trust: "typical" } as const
const sizes = ["0402", "0603", "0805", "1206"] as const

/** Every family in several sizes, and whatever a part has. */
const packages: Package[] = [
  ...sizes.flatMap((size) => [
    chipResistor(size),
    chipCapacitor(size, typical),
    chipDiode(size),
    chipLed(size, typical),
    chipFuse(size, typical),
  ]),
  ...([8, 14, 16] as const).map(soic),
  ...([3, 5, 6] as const).map(sot23),
  ...([1, 2] as const).flatMap((columns) =>
    [2, 3, 10].flatMap((rows) => [
      pinHeader(columns, rows),
      pinHeader(columns, rows, { pitch: 1.27 }),
      pinHeader(columns, rows, { mount: "right-angle" }),
      pinHeader(columns, rows, { mount: "socket" }),
      ...(columns === 2
        ? [
            pinHeader(columns, rows, { mount: "smd" }),
            pinHeader(columns, rows, { mount: "smd", pitch: 1.27 }),
          ]
        : []),
    ]),
  ),
  terminalBlock(2),
  terminalBlock(4),
  dip(8),
  dip(16),
  axialResistor(),
  radialCapacitor(),
  ...allParts.map((part) => part.package),
]
const each = packages.map((one, i): [string, Package] => [`${one.name} ${one.body?.id ?? ""} ${i}`, one])

const sides = ({ x, y, width, height }: LandPad) => ({
  minX: x - width / 2,
  maxX: x + width / 2,
  minY: y - height / 2,
  maxY: y + height / 2,
})

/** From the ink to a pad, by looking at points 0.02 mm apart. */
function inkToPad(mark: SilkMark, pad: LandPad): number {
  const ink =
    mark.kind === "pin-one"
      ? [mark.at]
      : Array.from({ length: 501 }, (_, i) => ({
          x: mark.from.x + ((mark.to.x - mark.from.x) * i) / 500,
          y: mark.from.y + ((mark.to.y - mark.from.y) * i) / 500,
        }))
  const box = sides(pad)
  const distance = ({ x, y }: { x: number; y: number }) =>
    pad.shape === "circle"
      ? Math.hypot(x - pad.x, y - pad.y) - pad.width / 2
      : Math.hypot(Math.max(box.minX - x, 0, x - box.maxX), Math.max(box.minY - y, 0, y - box.maxY))
  return Math.min(...ink.map(distance)) - (mark.kind === "pin-one" ? 0.25 : 0.075)
}

describe.each(each)("%s", (_name, { land, body, fab, source }) => {
  it("says where it comes from", () => expect(source.trim()).not.toBe(""))

  it("has its origin in the middle of the box round its pads", () => {
    const boxes = land.pads.filter(({ paste }) => typeof paste !== "number").map(sides)
    const middle = (low: "minX" | "minY", high: "maxX" | "maxY") =>
      (Math.min(...boxes.map((box) => box[low])) + Math.max(...boxes.map((box) => box[high]))) / 2
    expect(middle("minX", "maxX")).toBeCloseTo(0, 6)
    expect(middle("minY", "maxY")).toBeCloseTo(0, 6)
  })

  it("keeps its pads apart, in its courtyard, and clear of its ink", () => {
    const { courtyard } = land
    const points =
      courtyard.shape === "outline"
        ? courtyard.points
        : [-1, 1].map((s) => ({
            x: courtyard.x + (s * courtyard.width) / 2,
            y: courtyard.y + (s * courtyard.height) / 2,
          }))
    for (const pad of land.pads) {
      const box = sides(pad)
      expect(box.minX).toBeGreaterThanOrEqual(Math.min(...points.map(({ x }) => x)))
      expect(box.maxX).toBeLessThanOrEqual(Math.max(...points.map(({ x }) => x)))
      expect(box.minY).toBeGreaterThanOrEqual(Math.min(...points.map(({ y }) => y)))
      expect(box.maxY).toBeLessThanOrEqual(Math.max(...points.map(({ y }) => y)))
      // JLCPCB prints nothing nearer than 0.15 mm to a mask opening.
      for (const mark of land.silk) expect(inkToPad(mark, pad), JSON.stringify(mark)).toBeGreaterThan(0.15)
      for (const other of land.pads) {
        if (other === pad) continue
        const b = sides(other)
        const gap = Math.max(box.minX - b.maxX, b.minX - box.maxX, box.minY - b.maxY, b.minY - box.maxY)
        expect(gap).toBeGreaterThan(0.15)
      }
    }
  })

  it("has holes with copper round them", () => {
    for (const { holeMm, width, height } of land.pads)
      if (holeMm !== undefined) expect((Math.min(width, height) - holeMm) / 2).toBeGreaterThanOrEqual(0.17)
  })

  it("carries a body that stands on its pads and is as high as it says", () => {
    if (!body) return
    const lands = land.pads.map((pad) => ({
      designator: "X",
      pin: String(pad.pin),
      x: pad.x,
      y: pad.y,
      halfWidth: pad.width / 2,
      halfHeight: pad.height / 2,
      rotationDeg: 0,
      side: "top" as const,
    }))
    const fit = fitBody(body, lands, ({ pin }) => pin)
    expect(fit.offPad).toEqual([])
    expect(fit.unmatched).toEqual([])
    const top = Math.max(
      ...body.shapes.filter((shape) => !shape.marking).map((shape) => boundsOf(shape).max[2]),
    )
    expect(top).toBeCloseTo(body.height.mm, 6)
  })

  it("tells a fab's machine an angle only with evidence", () => {
    for (const { land: known } of Object.values(fab ?? {}))
      expect("unconfirmed" in known ? known.unconfirmed : known.evidence).toMatch(/\w{4}/)
  })
})

test("a cathode has its bar beside pin 1, and a resistor none", () => {
  const left = (land: Package["land"]) =>
    land.silk.filter((mark) => mark.kind === "line" && mark.from.x === mark.to.x && mark.from.x < 0)
  expect(left(chipDiode("0805").land)).toHaveLength(1)
  expect(left(chipLed("0603", typical).land)).toHaveLength(1)
  expect(left(chipResistor("0805").land)).toHaveLength(0)
  for (const { land, body } of [chipDiode("0805"), chipLed("0603", typical)]) {
    expect(land.pads.find(({ pin }) => pin === 1)?.x).toBeLessThan(0)
    expect(body?.polarity).toBe("cathode")
  }
})

test("a socket takes each pin of a header that is turned over and pushed in", () => {
  const header = pinHeader(2, 3).land.pads
  const socket = pinHeader(2, 3, { mount: "socket" }).land.pads
  for (const pin of header) {
    const hole = socket.find((one) => one.pin === pin.pin)
    expect([hole?.x, hole?.y]).toEqual([-pin.x, pin.y])
  }
})

test("bodies that look different have different ids: files are named after them", () => {
  const byId = new Map<string, string>()
  for (const body of packages.flatMap((one) => one.body ?? [])) {
    const looks = JSON.stringify(body.shapes)
    expect(byId.get(body.id) ?? looks, body.id).toBe(looks)
    byId.set(body.id, looks)
  }
})
