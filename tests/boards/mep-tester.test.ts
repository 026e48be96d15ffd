import { expect, it, describe as suite } from "vitest"
import tester from "../../boards/mep-tester/index"
import { meterPort } from "../../components/mep/parts"
import { ohmsOf } from "../../components/parts/passives"
import { describe } from "../../src/board/describe"
import type { Part } from "../../src/model/part"

const { board, nets, written, findings } = describe(tester, { fab: "jlcpcb", plans: [] })
const at = (designator: string, pin: number) => nets.get(designator)?.get(pin)
const part = (designator: string) => board.parts[designator] as Part
const ohms = (designator: string) => ohmsOf(part(designator).value)

/** What the module has on its J6, by `components/mep/circuit.tsx` and the published netlist. */
const moduleJ6 = { 1: "GND", 2: "MEP_RXD", 3: "MEP_ENABLE", 4: "V24", 5: "MEP_TXD", 6: undefined }

suite("netlist", () => {
  it("is described without a fault", () => expect(findings).toEqual([]))

  it("has on socket pin n the net of module pin n", () => {
    for (const [pin, net] of Object.entries(moduleJ6)) expect(at("J2", Number(pin))).toBe(net)
  })

  it("loops TXD to RXD by a jumper on J3, and only there", () => {
    expect([at("J3", 1), at("J3", 2)]).toEqual(["MEP_TXD", "MEP_RXD"])
    const on = (net: string) =>
      [...nets].filter(([, pins]) => [...pins.values()].includes(net)).map(([name]) => name)
    expect(on("MEP_TXD").sort()).toEqual(["J2", "J3", "TP4"])
    expect(on("MEP_RXD").sort()).toEqual(["J2", "J3", "TP5"])
  })

  it("has fuse and diode before anything else on 24 V", () => {
    const pinsOn = (net: string) =>
      [...nets].flatMap(([name, pins]) =>
        [...pins].filter(([, n]) => n === net).map(([pin]) => `${name}.${pin}`),
      )
    expect(pinsOn("V24_IN").sort()).toEqual(["F1.1", "J1.1"])
    // Pin 1 of a diode is the cathode.
    expect(pinsOn("V24_FUSED").sort()).toEqual(["D1.2", "F1.2"])
    expect(pinsOn("V24").sort()).toEqual(["D1.1", "J2.4", "R1.1", "R2.1", "TP1.1"])
  })

  it("has the TL431's K below the LED, REF at the divider, A on ground", () => {
    // TI SLVS543, DBZ package: 1 cathode, 2 reference, 3 anode.
    expect([1, 2, 3].map((pin) => at("U1", pin))).toEqual(["ENABLE_K", "ENABLE_REF", "GND"])
    expect([at("D3", 1), at("D3", 2)]).toEqual(["ENABLE_K", "ENABLE_A"])
    expect([at("D4", 1), at("D4", 2)]).toEqual(["ENABLE_REF", "GND"])
    expect([at("R4", 1), at("R4", 2), at("R5", 1), at("R5", 2)]).toEqual([
      "MEP_ENABLE",
      "ENABLE_REF",
      "ENABLE_REF",
      "GND",
    ])
  })
})

suite("figures", () => {
  it("lights D3 from 4.3 to 5.2 V, resistors and reference at their worst", () => {
    const threshold = (off: number) =>
      2.495 * (1 + off * 0.01) * (1 + (ohms("R4") * (1 + off * 0.01)) / (ohms("R5") * (1 - off * 0.01)))
    expect(threshold(0)).toBeCloseTo(4.54, 2)
    expect(threshold(-1)).toBeGreaterThan(4.3)
    expect(threshold(1)).toBeLessThan(5.2)
  })

  it("loads ENABLE no heavier than an RS-232 receiver may", () => {
    const load = 3600
    expect(JSON.stringify(written)).toContain('"resistance":"3.6k"')
    const divider = ohms("R4") + ohms("R5")
    const all = (load * divider) / (load + divider)
    expect(all).toBeGreaterThanOrEqual(3000)
    expect(all).toBeLessThan(7000)
  })

  it("gives the LEDs 2 mA and their resistors no more than they stand, up to 26 V", () => {
    const least = (volts: number, led: string, drop: number) =>
      volts - 0.6 - drop - (part(led).ratings?.forwardVoltageV ?? 99)
    const power = least(24, "D2", 0) / ohms("R1")
    expect(power).toBeGreaterThan(2e-3)
    // The TL431 keeps about 2 V; the LED's 2 V are across R6 too.
    const enable = least(24, "D3", 2) / ohms("R2") - 2 / ohms("R6")
    expect(enable).toBeGreaterThan(2e-3)
    for (const [resistor, volts] of [
      ["R1", 26 - 1.8],
      ["R2", 26 - 1.6 - 1.9],
    ] as const) {
      const amperes = volts / ohms(resistor)
      expect(amperes).toBeLessThan(5e-3)
      expect(amperes * volts).toBeLessThan(0.9 * (part(resistor).ratings?.powerW ?? 0))
    }
  })
})

suite("J2 and the module's J6 face to face", () => {
  const socket = board.placements.find(({ designator }) => designator === "J2")
  const pads = (record: Part) => record.package.land.pads
  const body = meterPort.package.body
  const lift = (body?.height.mm ?? 0) - 2 * 2.54
  /**
   * The posts seen in their own direction from behind, mm: `x` along the module's row, `up` off its board. The column
   * farther from the plastic (odd pins) bends into the upper row.
   */
  const post = (pin: number) => {
    const pad = pads(meterPort).find((one) => one.pin === pin)
    if (pad === undefined) throw new Error(`no pin ${pin}`)
    return { x: -pad.y, up: lift + (pad.x < 0 ? 1.5 : 0.5) * 2.54 }
  }
  /** The socket's holes on the tester: turned by 90 degrees, (x, y) is at (-y, x). */
  const hole = (pin: number) => {
    const pad = pads(part("J2")).find((one) => one.pin === pin)
    if (pad === undefined || socket === undefined) throw new Error(`no pin ${pin}`)
    expect([socket.rotationDeg, socket.side]).toEqual([90, "top"])
    return { x: socket.x - pad.y, y: socket.y + pad.x }
  }
  /** The module's top face on the tester: its row of even posts is in the tester's row that is nearer to the edge. */
  const face = hole(2).y - post(2).up

  it("meet pin by pin, the module upright and its parts towards the tester", () => {
    for (const pin of [1, 2, 3, 4, 5, 6]) {
      expect(hole(pin).x - hole(1).x).toBeCloseTo(post(pin).x - post(1).x, 6)
      expect(hole(pin).y).toBeCloseTo(face + post(pin).up, 6)
    }
  })

  it("leave the module's board and its ESP32 (3.3 mm) clear of the tester's edge", () => {
    const edge = Math.min(...board.outline.map(({ y }) => y))
    expect(edge - face).toBeGreaterThan(0.5)
    // Beside the tab; the nearest part on the module's face, U1, ends 7.8 mm from the middle of J6.
    const back = Math.min(...board.outline.map(({ y }) => y).filter((y) => y > edge))
    expect(back - face).toBeGreaterThan(3.3 + 0.5)
    const tab = board.outline.filter(({ y }) => y === edge).map(({ x }) => x - (socket?.x ?? 0))
    expect(Math.min(...tab)).toBeGreaterThan(-7.3)
  })
})
