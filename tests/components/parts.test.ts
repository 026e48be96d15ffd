import { describe, expect, it, test } from "vitest"
import { allParts } from "../../components/parts"
import { pinHeader, testPoint } from "../../components/parts/connectors"
import { named } from "../../components/parts/helpers"
import { buckXl1509, esp32Wroom32eN4 } from "../../components/parts/modules"
import { ohmsOf, r0603, r0805, r1206 } from "../../components/parts/passives"
import { max3232, tl431 } from "../../components/parts/semiconductors"
import { UserError } from "../../src/model/finding"
import type { Part, Ratings } from "../../src/model/part"

/** What a kind is nothing without. */
const needed: Partial<Record<Part["kind"], readonly (keyof Ratings)[]>> = {
  resistor: ["resistanceOhm"],
  capacitor: ["capacitanceF", "maxVoltageV", "dielectric"],
  diode: ["reverseVoltageV", "maxCurrentA", "forwardVoltageV"],
  led: ["forwardVoltageV", "maxCurrentA"],
  fuse: ["maxCurrentA", "maxVoltageV"],
  transistor: ["maxVoltageV", "maxCurrentA"],
}

/** Everything that is wrong with a record, in words. */
function faultsOf(part: Part): string[] {
  const faults: string[] = []
  const want = (right: boolean, what: string) => {
    if (!right) faults.push(what)
  }
  const { pins, numbers, ratings, needs = [] } = part
  const number = numbers.jlcpcb
  want(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part.id), "an id has lower-case letters, digits and single dashes")
  for (const field of needed[part.kind] ?? []) want(ratings?.[field] !== undefined, `no ${field}`)
  want(ratings === undefined || ratings.source.length > 8, "ratings without a source")
  want(number !== undefined, "neither a number at JLCPCB nor a reason")
  if (number && "number" in number) {
    want(/^C\d+$/.test(number.number), `${number.number} is no LCSC number`)
    want(number.evidence.includes(number.number), "evidence that does not name the number")
    want(part.mpn !== undefined, "a number and no maker's number")
  } else if (number) want(number.none.length > 8, "no reason why there is no number")
  if (part.assembly.by === "machine") {
    want(number !== undefined && "number" in number, "a machine needs a number")
    const land = part.package.fab?.jlcpcb?.land
    want(land !== undefined && !("unconfirmed" in land), "a machine needs a package that is known to the fab")
  } else want(part.assembly.reason.length > 8, "by hand without a reason")
  const padPins = [...new Set(part.package.land.pads.map(({ pin }) => pin))].sort((a, b) => a - b)
  want(
    JSON.stringify(pins.map((pin) => pin.number)) === JSON.stringify(padPins),
    `pins ${pins.map((pin) => pin.number).join(" ")} on pads ${padPins.join(" ")}`,
  )
  for (const pin of pins) {
    want(/^\w+$/.test(pin.label ?? pin.name), `${pin.name} needs a label that tscircuit takes`)
  }
  const known = new Set(pins.flatMap(({ number: n, name }) => [name, String(n)]))
  for (const need of needs) {
    const named =
      need.kind === "capacitor"
        ? [need.pin, ...need.to]
        : need.kind === "grounded-if-unused"
          ? [need.pin, need.output]
          : [need.pin]
    for (const name of named) want(known.has(name), `a need of a pin ${name} that it has not`)
    want(need.source.length > 8, "a need without a source")
  }
  if (part.piece) {
    want(part.package.body === undefined, "a piece's part has a body of its own")
    for (const { name } of pins)
      want(name in (part.piece.body?.terminals ?? {}), `the piece has no terminal ${name}`)
  }
  const drawn = part.package.body?.height.mm ?? 0
  want(!("mm" in part.height) || drawn <= part.height.mm, "drawn higher than it can be")
  return faults
}

describe("a part's record", () => {
  it.each(allParts.map((part): [string, Part] => [part.id, part]))("%s is whole", (_id, part) =>
    expect(faultsOf(part)).toEqual([]),
  )

  const good = r0805["10k"]
  it.each<[string, Partial<Part>, string]>([
    ["an id with a space", { id: "r 10k" }, "an id has"],
    ["no value", { ratings: { source: "data sheet" } }, "no resistanceOhm"],
    ["a machine and no number", { numbers: { jlcpcb: { none: "not stocked" } } }, "a machine needs a number"],
    ["no house's number", { numbers: {} }, "neither a number"],
    [
      "a machine and a land nobody knows",
      { package: tl431.package, assembly: { by: "machine" } },
      "pins 1 2",
    ],
    ["a missing pin", { pins: good.pins.slice(1) }, "pins 2 on pads 1 2"],
    [
      "a name that tscircuit refuses",
      {
        pins: [
          { number: 1, name: "+", role: "passive" },
          { number: 2, name: "2", role: "passive" },
        ],
      },
      "label",
    ],
    [
      "a need of no pin",
      { needs: [{ kind: "low-at-reset", what: "x", pin: "IO9", source: "data sheet" }] },
      "IO9",
    ],
    ["a body too high", { height: { mm: 0.4, source: "data sheet" } }, "drawn higher"],
  ])("would show %s", (_title, change, words) =>
    expect(faultsOf({ ...good, ...change }).join("; ")).toContain(words),
  )

  it("would show a machine that is told nothing of the land", () => {
    const diode = allParts.find(({ id }) => id === "d-ss34-sma") as Part
    expect(faultsOf({ ...diode, assembly: { by: "machine" } })).toEqual([
      "a machine needs a package that is known to the fab",
    ])
  })
})

describe("all parts together", () => {
  test("ids are different, and one LCSC number is one maker's number", () => {
    const ids = allParts.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const numbers = allParts.flatMap(({ numbers: { jlcpcb } }) =>
      jlcpcb && "number" in jlcpcb ? [jlcpcb.number] : [],
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    const mpns = allParts.flatMap(({ mpn }) => mpn ?? [])
    expect(new Set(mpns).size).toBe(mpns.length)
  })

  test("a resistor's maker's number says its size and its value", () => {
    for (const [value, { id, mpn, ratings }] of [r0603, r0805, r1206].flatMap((rows) =>
      Object.entries(rows),
    )) {
      const [, size, digits, zeros = ""] = /^(0603WA|0805W8|1206W4)F(\d{3})([\dJK])T5E$/.exec(mpn ?? "") ?? []
      expect(size?.slice(0, 4), id).toBe(id.split("-")[1])
      // J and K: a tenth and a hundredth.
      const power = { J: -1, K: -2 }[zeros] ?? Number(zeros)
      expect(Number(digits) * 10 ** power, id).toBeCloseTo(ratings?.resistanceOhm ?? Number.NaN, 6)
      expect(ohmsOf(value), id).toBe(ratings?.resistanceOhm)
    }
  })

  test.each([
    ["0R", 0],
    ["4R7", 4.7],
    ["330R", 330],
    ["2k2", 2200],
    ["1M", 1e6],
  ])("%s is %d ohm", (value, ohms) => expect(ohmsOf(value)).toBe(ohms))

  test("a resistance without its letter is refused", () => {
    expect(() => ohmsOf("4700")).toThrow('"4700" is no resistance')
  })

  test("a capacitor's maker's number says its value", () => {
    // Discs are bought by their description, and cans are numbered in microfarads.
    const capacitors = allParts.filter(
      ({ kind, mpn, ratings }) =>
        kind === "capacitor" && mpn !== undefined && ratings?.dielectric !== "aluminium electrolytic",
    )
    expect(capacitors.length).toBeGreaterThan(3)
    for (const { id, mpn, ratings } of capacitors) {
      // Two digits and the number of noughts, in pF.
      const picofarads = Math.round((ratings?.capacitanceF ?? 0) * 1e12)
      const code = `${String(picofarads).slice(0, 2)}${String(picofarads).length - 2}`
      expect(mpn, id).toContain(code)
    }
  })
})

describe("a header with names", () => {
  const header = named(
    pinHeader(1, 3),
    { 1: "GND", 3: { name: "+5V", label: "V5", role: "power-out", domains: ["usb"] } },
    { id: "j-sensor", notes: ["Mind the order."] },
  )

  test("has them on its own copy, and the rest as it was", () => {
    expect(header.pins).toEqual([
      { number: 1, name: "GND", role: "passive" },
      { number: 2, name: "2", role: "passive" },
      { number: 3, name: "+5V", label: "V5", role: "power-out", domains: ["usb"] },
    ])
    expect([header.id, header.notes]).toEqual(["j-sensor", ["Mind the order."]])
    expect(pinHeader(1, 3).pins[0]?.name).toBe("1")
    expect(faultsOf(header)).toEqual([])
  })

  test("cannot name a pin that is not there", () => {
    expect(() => named(pinHeader(1, 3), { 4: "IO" })).toThrow(
      new UserError("j-1x3-254 has no pin 4 to give a name to"),
    )
  })
})

describe("what data sheets ask", () => {
  test("a MAX3232 needs five capacitors of 100 nF and its unused receiver grounded", () => {
    const kinds = (max3232.needs ?? []).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === "capacitor")).toHaveLength(5)
    expect(kinds.filter((kind) => kind === "grounded-if-unused")).toHaveLength(2)
  })

  test("an ESP32 stops only where it must: bulk and start-up capacitors are advice", () => {
    const needs = esp32Wroom32eN4.needs ?? []
    const stopping = needs.filter(({ severity }) => severity === undefined)
    expect(stopping.map((need) => need.pin)).toEqual(["EN", "IO0", "IO12", "IO2"])
    expect(needs.filter(({ severity }) => severity === "warning").map((need) => need.pin)).toEqual(["3V3"])
    expect(needs.filter(({ severity }) => severity === "info").map((need) => need.pin)).toEqual(["EN"])
  })

  test("the corners of the buck module are one piece", () => {
    const corners = Object.values(buckXl1509)
    expect(new Set(corners.map(({ piece }) => piece?.id)).size).toBe(1)
    expect(corners.every(({ piece }) => piece?.designators === corners.length)).toBe(true)
  })

  test("nothing is bought for a test point", () => expect(testPoint.numbers.jlcpcb).toHaveProperty("none"))
})
