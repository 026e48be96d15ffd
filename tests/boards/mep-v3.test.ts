import { expect, it, describe as suite } from "vitest"
import smd from "../../boards/mep-smd/index"
import { partAt } from "../../boards/mep-smd/placement"
import v3 from "../../boards/mep-v3/index"
import { placements } from "../../boards/mep-v3/placement"
import { describe } from "../../src/board/describe"

const { board, nets, findings } = describe(v3, { fab: "jlcpcb", plans: ["standard-both"] })

/** Every pin on a net: "U2.28". */
const on = (net: string): string[] =>
  [...nets]
    .flatMap(([part, pins]) => [...pins].filter(([, n]) => n === net).map(([pin]) => `${part}.${pin}`))
    .sort()
const at = (part: string, pin: number) => nets.get(part)?.get(pin)

suite("MEP-HW 3.00's netlist", () => {
  it("is described without a fault", () => expect(findings).toEqual([]))

  it("is of 85 places on four layers", () => {
    expect(board.layers).toBe(4)
    expect(placements).toHaveLength(85)
    expect(new Set(placements.map(({ designator }) => designator)).size).toBe(85)
    expect(nets.size).toBe(85)
  })

  /** ESP32-WROOM-32E's pins (Espressif's data sheet, table 3): IO5 29, IO16 27, IO17 28, IO32 8, IO2 24, IO4 26, IO12 14. */
  it("has the published firmware's outputs where it drives them", () => {
    expect([29, 27, 28, 8].map((pin) => at("U2", pin))).toEqual([
      "MEP_ENABLE_TTL",
      "RXD2_TTL",
      "TXD2_TTL",
      "RS232_POWER",
    ])
  })

  it("brings the firmware's three inputs to a pad each, and to nothing else", () => {
    expect(on("FAIL_SAFE")).toEqual(["TP10.1", "U2.24"])
    expect(on("NO_AP")).toEqual(["TP11.1", "U2.26"])
    expect(on("CLEAR_CONFIG")).toEqual(["TP12.1", "U2.14"])
  })

  it("has J6 as the boards before: 1 GND, 2 RXD, 3 ENABLE, 4 24 V, 5 TXD, 6 open", () => {
    expect([1, 2, 3, 4, 5, 6].map((pin) => at("J6", pin))).toEqual([
      "GND",
      "MEP_RXD",
      "MEP_ENABLE",
      "V24",
      "MEP_TXD",
      undefined,
    ])
  })

  it("feeds 3V3 by the coil alone: nothing from USB or J5", () => {
    expect(on("V3V3").filter((pin) => /^[JDF]/.test(pin))).toEqual([])
    expect(on("VIN").filter((pin) => pin.startsWith("D"))).toEqual(["D2.1", "D4.1", "D5.1"])
  })
})

suite("MEP-HW 3.00's mechanics", () => {
  it("has J6 and the module where MEP-HW-SMD has them, outline and holes too", () => {
    for (const name of ["J6", "U2"]) {
      expect(placements.find(({ designator }) => designator === name)).toEqual(partAt(name))
    }
    expect(v3.outline).toEqual(smd.outline)
    expect(v3.mountingHoles).toEqual(smd.mountingHoles)
  })

  it("holds J6's six pads to the meter's places", () => {
    expect(Object.keys(v3.fixedPads ?? {})).toEqual(["J6.1", "J6.2", "J6.3", "J6.4", "J6.5", "J6.6"])
  })
})
