import { beforeAll, describe, expect, it } from "vitest"
import { board as definition, elementOf } from "../mep-smd"
import { complaints, type Elements, netRows, padRows, renderBare } from "./circuit-view"
import { expectedNets, expectedOpen, expectedPads } from "./mep-netlist"

let circuit: Elements

beforeAll(async () => {
  circuit = await renderBare(elementOf, definition.variants["esp32-controlled"]?.notFitted ?? [])
})

const of = (type: string) => circuit.filter((element) => element.type === type)
const sorted = (list: string) => list.split(" ").sort()
const pad = (name: string) => padRows(circuit).filter((row) => row.name === name)

describe("netlist", () => {
  it("is the original's, pin for pin", () => {
    const { nets, unconnected } = netRows(circuit)
    expect(nets).toEqual(
      Object.fromEntries(Object.entries(expectedNets).map(([name, pins]) => [name, sorted(pins)])),
    )
    expect(unconnected).toEqual(sorted(expectedOpen))
  })

  it("has 26 nets, 71 pins on them and 30 open", () => {
    const { nets, unconnected } = netRows(circuit)
    expect(Object.keys(nets)).toHaveLength(26)
    expect(Object.values(nets).flat()).toHaveLength(71)
    expect(unconnected).toHaveLength(30)
  })

  it("marks power and ground nets as such", () => {
    const named = (flag: string) =>
      of("source_net")
        .filter((net) => net[flag] === true)
        .map(({ name }) => name)
        .sort()
    expect(named("is_ground")).toEqual(["GND"])
    expect(named("is_power")).toEqual(["BUCK_OUT", "V24", "V3V3", "VCC_RS232"])
  })

  it("leaves nothing for tscircuit to complain of but parts that no maker's number is known for", () => {
    const unnumbered = ["J1", "J2", "J3", "J4", "J7"]
    const found = complaints(circuit)
    expect(found.filter((text) => !text.includes("missing a manufacturer part number"))).toEqual([])
    expect(found).toHaveLength(unnumbered.length)
    for (const name of unnumbered) expect(found.some((text) => text.includes(`.${name}"`))).toBe(true)
    const records = Object.entries(definition.parts).filter(([, { mpn }]) => mpn === undefined)
    expect(records.map(([name]) => name).sort()).toEqual(unnumbered)
  })
})

describe("mechanics", () => {
  it("has the original's outline: 70 x 28 mm with a 28 x 8 mm notch, 1.6 mm thick", () => {
    const corners = new Set(definition.outline.map(({ x, y }) => `${x},${y}`))
    expect(corners).toEqual(
      new Set(["-35,-14", "-26,-14", "-26,-6", "2,-6", "2,-14", "35,-14", "35,14", "-35,14"]),
    )
    const [board] = of("pcb_board")
    expect(board?.thickness).toBe(1.6)
    expect(board?.outline).toEqual(definition.outline)
  })

  it("has two unplated holes of 3.2 mm", () => {
    expect(of("pcb_hole").map(({ x, y, hole_diameter }) => [x, y, hole_diameter])).toEqual([
      [-30, -11, 3.2],
      [30, -11, 3.2],
    ])
  })

  it.each(expectedPads)("has %s where the original has it", (name, x, y, width, height) => {
    const [found, ...more] = pad(name)
    expect(more).toEqual([])
    expect(found?.x).toBeCloseTo(x, 3)
    expect(found?.y).toBeCloseTo(y, 3)
    expect(found?.width).toBeCloseTo(width, 6)
    expect(found?.height).toBeCloseTo(height, 6)
    const side = name < "J5" ? "bottom" : name < "J7" ? "both" : "top"
    expect(found?.side).toBe(side)
    expect(found?.drill).toBe(side === "both" ? 1 : undefined)
  })

  it("has square pads at pin 1 of J5 and J6 only", () => {
    const square = padRows(circuit).filter(({ drill, shape }) => drill !== undefined && shape !== "circle")
    expect(square.map(({ name }) => name).sort()).toEqual(["J5.1", "J6.1"])
  })

  it("keeps every pad 0.3 mm off the board's edge and out of the antenna's zone", () => {
    for (const { name, x, y, width, height } of padRows(circuit)) {
      const [left, right, bottom, top] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2]
      expect(Math.min(left + 35, 35 - right, bottom + 14, 14 - top), name).toBeGreaterThanOrEqual(0.3)
      const aside = Math.max(-26 - right, left - 2, bottom + 6)
      expect(aside, `${name} to the notch`).toBeGreaterThanOrEqual(0.3)
    }
  })

  it("has the antenna's zone wholly over the notch", () => {
    const [zone] = definition.keepouts
    expect(zone?.minX).toBeCloseTo(-21, 6)
    expect(zone?.maxX).toBeCloseTo(-3, 6)
    expect(zone?.minY).toBeGreaterThan(-14)
    expect(zone?.maxY).toBeLessThanOrEqual(-6)
    expect(of("pcb_keepout")).toHaveLength(1)
  })

  it("gives every part one courtyard, on its side", () => {
    const courtyards = circuit.filter(({ type }) => /^pcb_courtyard_/.test(String(type)))
    for (const part of of("pcb_component")) {
      const own = courtyards.filter((yard) => yard.pcb_component_id === part.pcb_component_id)
      expect(own.map(({ layer }) => layer)).toEqual([part.layer])
    }
  })

  it("puts C1 to C5 and the buck module on the bottom, all else on top", () => {
    const bottom = definition.placements.filter(({ side }) => side === "bottom")
    expect(bottom.map(({ designator }) => designator).sort()).toEqual(sorted("C1 C2 C3 C4 C5 J1 J2 J3 J4"))
  })

  it("has every part centred where the table says", () => {
    const names = new Map(of("source_component").map((part) => [part.source_component_id, part.name]))
    const centres = new Map(
      of("pcb_component").map((part) => [
        names.get(part.source_component_id),
        part.center as { x: number; y: number },
      ]),
    )
    expect(centres.size).toBe(definition.placements.length)
    for (const { designator, x, y } of definition.placements) {
      expect(centres.get(designator)?.x, designator).toBeCloseTo(x, 6)
      expect(centres.get(designator)?.y, designator).toBeCloseTo(y, 6)
    }
  })

  it("leaves room for a screw head of 6 mm at every mounting hole", () => {
    for (const hole of definition.mountingHoles) {
      for (const { name, x, y, width, height } of padRows(circuit)) {
        const dx = Math.max(0, Math.abs(hole.x - x) - width / 2)
        const dy = Math.max(0, Math.abs(hole.y - y) - height / 2)
        expect(Math.hypot(dx, dy), `${hole.designator} to ${name}`).toBeGreaterThan(3)
      }
    }
  })
})

describe("solder", () => {
  const paste = () => {
    const names = new Map(circuit.flatMap((e) => (e.type === "pcb_smtpad" ? [[e.pcb_smtpad_id, e]] : [])))
    return of("pcb_solder_paste").map((opening) => ({ opening, pad: names.get(opening.pcb_smtpad_id) }))
  }

  it("has paste on every pad a machine may solder, and on no other", () => {
    // 8 parts of two pads on top and 5 on the bottom, U1's 16, U2's 38 and nine thermal squares.
    expect(paste()).toHaveLength((8 + 5) * 2 + 16 + 38 + 9)
    expect(paste().filter(({ pad: smt }) => smt?.width === 4 || smt?.width === 0.74)).toEqual([])
  })

  it("covers 50 to 80 % of the thermal pad and all of the others", () => {
    for (const { opening, pad: smt } of paste()) {
      const share =
        ((opening.width as number) * (opening.height as number)) /
        ((smt?.width as number) * (smt?.height as number))
      if (smt?.width === 0.9 && smt.height === 0.9) {
        expect(share).toBeGreaterThan(0.5)
        expect(share).toBeLessThan(0.8)
      } else expect(share).toBeCloseTo(1, 6)
    }
  })
})

describe("silkscreen in the footprints", () => {
  it("has lines of at least 0.15 mm, 0.15 mm clear of every pad on its side, and on the board", () => {
    const pads = padRows(circuit)
    for (const line of of("pcb_silkscreen_line")) {
      const { x1, y1, x2, y2, stroke_width, layer } = line as Record<string, number> & { layer: unknown }
      const half = Number(stroke_width) / 2
      expect(stroke_width).toBeGreaterThanOrEqual(0.15)
      const [left, right] = [Math.min(Number(x1), Number(x2)) - half, Math.max(Number(x1), Number(x2)) + half]
      const [low, high] = [Math.min(Number(y1), Number(y2)) - half, Math.max(Number(y1), Number(y2)) + half]
      expect(Math.min(left + 35, 35 - right, low + 14, 14 - high)).toBeGreaterThanOrEqual(0)
      expect(Math.max(-26 - right, left - 2, low + 6)).toBeGreaterThanOrEqual(0)
      for (const { name, x, y, width, height, side } of pads) {
        if (side !== "both" && side !== layer) continue
        const dx = Math.max(0, x - width / 2 - right, left - x - width / 2)
        const dy = Math.max(0, y - height / 2 - high, low - y - height / 2)
        expect(Math.hypot(dx, dy), `${name} to a line at ${x1}, ${y1}`).toBeGreaterThanOrEqual(0.15 - 1e-9)
      }
    }
  })

  it("prints no text by itself: texts are the board's", () => {
    expect(of("pcb_silkscreen_text").filter(({ pcb_component_id }) => Boolean(pcb_component_id))).toEqual([])
  })
})

describe("variants", () => {
  const unplaced = (elements: Elements) => {
    const names = new Map(
      elements.flatMap((e) => (e.type === "source_component" ? [[e.source_component_id, e.name]] : [])),
    )
    return elements
      .filter((e) => e.type === "pcb_component" && e.do_not_place === true)
      .map((e) => names.get(e.source_component_id))
  }

  it("fits R4 and not R3 by default", () => {
    expect(definition.defaultVariant).toBe("esp32-controlled")
    expect(unplaced(circuit)).toEqual(["R3"])
  })

  it("fits R3 and not R4 where the MAX3232 is always on, with the same copper", async () => {
    const other = await renderBare(elementOf, definition.variants["always-on"]?.notFitted ?? [])
    expect(unplaced(other)).toEqual(["R4"])
    expect(padRows(other)).toEqual(padRows(circuit))
  })

  it("leaves exactly one of R3 and R4 empty in every variant", () => {
    for (const { notFitted } of Object.values(definition.variants)) {
      expect(notFitted.filter((name) => name === "R3" || name === "R4")).toHaveLength(1)
    }
  })
})
