import { beforeAll, describe, expect, it } from "vitest"
import { board as definition } from "../mep-smd"
import type { PadRow } from "./circuit-view"
import { nearest, type Shape, type SideName, type Spot } from "./ink"
import { expectedNets } from "./mep-netlist"
import {
  type Printed,
  type PrintedText,
  padOn,
  partOf,
  printBoard,
  sides,
  textToPad,
} from "./silkscreen-view"

/** Whether the legends say what is true, where it is true. */

let board: Printed

beforeAll(async () => {
  board = await printBoard()
})

const places = definition.placements
const textsOn = (side: SideName) => board.texts.filter((text) => text.side === side)
const padsOn = (side: SideName) => board.pads.filter((pad) => padOn(pad, side))

function pad(name: string): PadRow {
  const found = board.pads.find((row) => row.name === name)
  if (found === undefined) throw new Error(`no pad ${name}`)
  return found
}

function the(text: string, side: SideName): PrintedText {
  const [found, ...more] = textsOn(side).filter((row) => row.text === text)
  if (found === undefined || more.length > 0) throw new Error(`"${text}" is not once on the ${side}`)
  return found
}

const nearestPad = (text: PrintedText): PadRow =>
  nearest(padsOn(text.side), (candidate) => textToPad(text, candidate))

const netOf = (name: string) =>
  Object.entries(expectedNets).find(([, pins]) => pins.split(" ").includes(name))?.[0]

/** From left to right as one sees the side. */
const across = (side: SideName, { x }: Spot) => (side === "top" ? x : -x)

describe("designators", () => {
  const designatorOf = (text: string) => text.split(" ")[0] ?? text

  it.each(places.map(({ designator, side }) => [designator, side] as const))(
    "has %s on its side",
    (name, side) => {
      expect(textsOn(side).filter(({ text }) => designatorOf(text) === name)).toHaveLength(1)
    },
  )

  it("stand nearer to their own part than to any other", () => {
    const names = new Set(places.map(({ designator }) => designator))
    const designators = board.texts.filter(({ text }) => names.has(designatorOf(text)))
    expect(designators.length).toBeGreaterThanOrEqual(names.size)
    for (const text of designators) expect(partOf(nearestPad(text)), text.text).toBe(designatorOf(text.text))
  })

  it("name both sides' through-hole headers", () => {
    for (const name of ["J5", "J6"]) {
      const on = sides.filter((side) => textsOn(side).some(({ text }) => designatorOf(text) === name))
      expect(on).toEqual(sides)
    }
  })
})

describe("what stays visible when the parts are on", () => {
  const center = (text: PrintedText): Shape => text.box
  const overlaps = (a: Shape, b: Shape) =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2
  const body = (x1: number, y1: number, x2: number, y2: number): Shape => ({
    x: (x1 + x2) / 2,
    y: (y1 + y2) / 2,
    width: x2 - x1,
    height: y2 - y1,
  })
  // Outlines of bodies on the board: U2's module, U1, J6's plastic and pins, J7's; the buck module.
  const bodies = {
    top: [
      body(-21, -12, -3, 13.5),
      body(3.3, 3.1, 7.2, 13.1),
      body(12.7, -4, 20.4, 4.6),
      body(5.7, -8.7, 8.3, -5.3),
    ],
    bottom: [body(-25, -3, -2, 14)],
  }

  it("is all but the value of U2, J6's upper numbers, and the buck's corners and order number", () => {
    const hidden = board.texts.filter((text) =>
      bodies[text.side].some((area) => overlaps(area, center(text))),
    )
    expect(hidden.map(({ text }) => text).sort()).toEqual(
      ["4", "5", "6", "ESP32-WROOM-32E", "BUCK", "J1", "J2", "J3", "J4", "JLCJLCJLCJLC"].sort(),
    )
  })
})

describe("J5", () => {
  const words: Record<string, string> = { GND: "GND", V3V3: "3V3", ESP_RXD0: "RX", ESP_TXD0: "TX" }

  it.each(sides)("has every pin's name beside it on the %s", (side) => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const pin = pad(`J5.${number}`)
      const [word, ...more] = textsOn(side).filter(
        ({ box }) =>
          Math.abs(box.y - pin.y) < 0.2 &&
          across(side, box) > across(side, pin) &&
          Math.abs(box.x - pin.x) < 4,
      )
      expect(more).toEqual([])
      expect(word?.text, `J5.${number}`).toBe(words[netOf(`J5.${number}`) ?? ""] ?? "-")
    }
  })

  it("says from whose side, and warns of 5 V", () => {
    expect(netOf("U2.34")).toBe("ESP_RXD0")
    expect(the("RX = ESP IN", "top").turned).toBe(false)
    expect(the("3.3V ONLY", "top").turned).toBe(true)
  })
})

describe("J6", () => {
  /** Official MEP pin -> name and net (dabbler.dk, 2021-10-27). */
  const official: readonly (readonly [number, string, string | undefined, number])[] = [
    [1, "GND", "GND", 1],
    [2, "ENABLE", "MEP_ENABLE", 3],
    [3, "TXD", "MEP_TXD", 5],
    [4, "RXD", "MEP_RXD", 2],
    [5, "24V", "V24", 4],
    [6, "NC", undefined, 6],
  ]

  it.each(sides)("has the meter's numbers at the pins on the %s", (side) => {
    for (const [number, , net, j6] of official) {
      expect(netOf(`J6.${j6}`)).toBe(net)
      expect(nearestPad(the(String(number), side)).name).toBe(`J6.${j6}`)
    }
  })

  it.each(sides)("has a map on the %s whose cells lie as the pins do", (side) => {
    const cells = official.map(([number, name, , j6]) => ({
      cell: the(`${number} ${name}`, side).box,
      pin: pad(`J6.${j6}`),
    }))
    for (const a of cells) {
      for (const b of cells) {
        expect(a.cell.y > b.cell.y + 0.5).toBe(a.pin.y > b.pin.y + 0.5)
        expect(a.cell.x > b.cell.x + 4).toBe(a.pin.x > b.pin.x + 1)
      }
    }
  })

  it("says on the solder side that the pins end level with it", () => {
    expect(the("J6 PINS FLUSH", "bottom").ink.length).toBeGreaterThan(0)
  })
})

describe("J7", () => {
  const middle = (...names: string[]): Spot => ({
    x: names.reduce((sum, name) => sum + pad(name).x, 0) / names.length,
    y: names.reduce((sum, name) => sum + pad(name).y, 0) / names.length,
  })
  const pairs = {
    "1-2": ["J7.1", "J7.2"],
    "3-4": ["J7.3", "J7.4"],
    "1-3": ["J7.1", "J7.3"],
    "2-4": ["J7.2", "J7.4"],
  }
  const pairOf = ({ x, y }: Spot) =>
    nearest(Object.entries(pairs), ([, names]) => {
      const at = middle(...names)
      return Math.hypot(at.x - x, at.y - y)
    })[0]

  it("has PROG where a jumper pulls IO0 low and RUN where one feeds the board", () => {
    expect([netOf("J7.1"), netOf("J7.2")]).toEqual(["IO0_PROGRAM", "GND"])
    expect([netOf("J7.3"), netOf("J7.4")]).toEqual(["BUCK_OUT", "V3V3"])
    expect(pairOf(the("PROG", "top").box)).toBe("1-2")
    expect(pairOf(the("RUN", "top").box)).toBe("3-4")
  })

  it("draws a jumper along both legal pairs", () => {
    const bars = board.ink.top.filter(({ width }) => Math.abs(width - 0.25) < 0.01)
    const upright = bars.filter(({ from, to }) => from.x === to.x && Math.abs(from.y - to.y) > 1)
    const at = upright.map(({ from, to }) => pairOf({ x: from.x, y: (from.y + to.y) / 2 }))
    expect(at.sort()).toEqual(["1-2", "3-4"])
  })

  it("crosses out the other two", () => {
    const crosses = textsOn("top").filter(({ text }) => text === "X")
    expect(crosses.map(({ box }) => pairOf(box)).sort()).toEqual(["1-3", "2-4"])
  })
})

describe("the buck module", () => {
  const corners: Record<string, string> = { "VIN-": "J1", "VIN+": "J2", "OUT-": "J3", "3.4-3.5V OUT+": "J4" }

  it.each(Object.entries(corners))("has %s beside %s, outside its outline", (text, corner) => {
    const { box } = the(text, "bottom")
    const end = text === "3.4-3.5V OUT+" ? { x: box.x - box.width / 2, y: box.y } : box
    const at = nearest(
      ["J1", "J2", "J3", "J4"].map((name) => pad(`${name}.1`)),
      ({ x, y }) => Math.hypot(x - end.x, y - end.y),
    )
    expect(at.name).toBe(`${corner}.1`)
    const [module] = [{ minX: -25, maxX: -2, minY: -3, maxY: 14 }]
    const out =
      box.x - box.width / 2 > module.maxX ||
      box.x + box.width / 2 < module.minX ||
      box.y + box.height / 2 < module.minY
    expect(out).toBe(true)
  })

  it("has input at the meter's 24 V and the capacitors' side, minus on ground", () => {
    expect(["J1.1", "J2.1", "J3.1", "J4.1"].map(netOf)).toEqual(["GND", "V24", "GND", "BUCK_OUT"])
    const capacitors = places.filter(({ designator }) => /^C\d$/.test(designator))
    for (const { x } of capacitors) expect(x).toBeGreaterThan(pad("J1.1").x)
  })

  it("says how it is set and fitted", () => {
    for (const line of ["SET 3.4-3.5V, J7 OPEN", "VIN- TO C1-C5 SIDE", "FLAT, NO PIN HEADERS"]) {
      expect(the(line, "bottom").ink.length).toBeGreaterThan(0)
    }
  })
})

describe("the rest", () => {
  it("marks D1's cathode with K and a bar", () => {
    expect(nearestPad(the("K", "top")).name).toBe("D1.1")
    const { x, y } = pad("D1.1")
    const bar = board.ink.top.filter(
      ({ from, to }) =>
        from.y === to.y &&
        Math.abs(from.x - to.x) > 1.2 &&
        Math.hypot((from.x + to.x) / 2 - x, from.y - y) < 1,
    )
    expect(bar).toHaveLength(1)
    expect(Math.abs(bar[0]?.from.y ?? 0)).toBeGreaterThan(Math.abs(y))
  })

  it("has a dot at pin 1 of U1, U2, J6 and J7", () => {
    const dots = board.circuit.filter(({ type }) => type === "pcb_silkscreen_circle")
    const pins = dots.map(({ center }) => {
      const { x, y } = center as Spot
      return nearest(padsOn("top"), (at) =>
        Math.hypot(
          Math.max(0, Math.abs(at.x - x) - at.width / 2),
          Math.max(0, Math.abs(at.y - y) - at.height / 2),
        ),
      ).name
    })
    expect(pins.sort()).toEqual(["J6.1", "J7.1", "U1.1", "U2.1"])
  })

  it("says that R3 and R4 exclude each other", () => {
    expect(partOf(nearestPad(the("R3 OR R4", "top")))).toBe("R3")
  })

  it("has title, revision, origin and the place for the order number", () => {
    the(definition.title, "top")
    the(`v${definition.revision}`, "top")
    the(`${definition.title} v${definition.revision}`, "bottom")
    the("origin dabbler.dk", "top")
    // JLCPCB prints its number where it finds this word.
    the("JLCJLCJLCJLC", "bottom")
  })
})
