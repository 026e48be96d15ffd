import { describe, expect, it } from "vitest"
import { needs } from "../../src/check/erc/needs"
import { noConnectPins, supplyPins } from "../../src/check/erc/supply-pins"
import { claimed, type ErcFault, grave, input, itCatches, move, rules, setPart, swap } from "./erc-fixture"

const bootStrap = claimed("erc/boot-strap")

const faults: readonly ErcFault[] = [
  {
    what: "EN's pull-up missing",
    rule: needs,
    change: (d) => move(d, "R1.2", "GND"),
    id: "erc/pull-up",
    says: /U2\.3 \(EN\).*has none/,
  },
  {
    what: "EN's pull-up 0 ohm",
    rule: needs,
    change: (d) => setPart(d, "R1", { ohms: 0 }),
    id: "erc/pull-up",
    says: /R1 \(0 ohm\)/,
  },
  {
    what: "IO0's pull-up too large",
    rule: needs,
    change: (d) => setPart(d, "R2", { ohms: 101e3 }),
    id: "erc/pull-up",
    says: /1 kohm to 100 kohm.*R2 \(101 kohm\)/,
  },
  {
    what: "two pull-ups on IO0",
    rule: needs,
    change: (d) => swap(d, "R1.1", "U2.25"),
    id: "erc/pull-up",
    says: /U2\.3/,
  },
  {
    what: "IO0 not on the jumper",
    rule: bootStrap,
    change: (d) => move(d, "J7.1"),
    id: "erc/boot-strap",
    says: /J7\.1-J7\.2/,
  },
  {
    what: "IO0 grounded by a resistor",
    rule: bootStrap,
    change: (d) => swap(d, "R2.2", "J1.1"),
    id: "erc/boot-strap",
    says: /R2/,
  },
  {
    what: "large capacitor at IO0",
    rule: bootStrap,
    change: (d) => {
      move(d, "C5.1", "IO0_PROGRAM")
      setPart(d, "C5", { farads: 101e-9 })
    },
    id: "erc/boot-strap",
    says: /C5 of 101 nF/,
  },
  {
    what: "MTDI pulled up",
    rule: needs,
    change: (d) => {
      d.nets.MTDI = ["U2.14"]
      move(d, "R2.1", "MTDI")
    },
    id: "erc/low-strap",
    says: /U2\.14 \(IO12\).*R2/,
  },
  {
    what: "IO2 on 3V3",
    rule: needs,
    change: (d) => move(d, "U2.24", "V3V3"),
    id: "erc/low-strap",
    says: /U2\.24 \(IO2\).*net V3V3/,
  },
  {
    what: "thermal pad forgotten",
    rule: supplyPins,
    change: (d) => {
      move(d, "U2.39")
      d.pins.delete("U2.39")
    },
    id: "erc/supply-pin",
    says: /U2\.39 \(GND\) is missing/,
  },
  {
    what: "a ground pin open",
    rule: supplyPins,
    change: (d) => move(d, "U2.15"),
    id: "erc/supply-pin",
    says: /U2\.15 \(GND\) is on no net/,
  },
  {
    what: "module fed from the buck directly",
    rule: claimed("erc/original"),
    change: (d) => move(d, "U2.2", "BUCK_OUT"),
    id: "erc/original",
    says: /U2\.2 is on net BUCK_OUT.*joins it with J5\.3/,
  },
  {
    what: "module's supply on a signal",
    rule: supplyPins,
    change: (d) => move(d, "U2.2", "RS232_POWER"),
    id: "erc/supply-pin",
    says: /U2\.2 \(3V3\) is on net RS232_POWER, it must be on a supply of logic-3v3/,
  },
  {
    what: "module's supply on another supply",
    rule: supplyPins,
    change: (d) => move(d, "U2.2", "V24"),
    id: "erc/supply-pin",
    says: /U2\.2 \(3V3\) is on net V24/,
  },
  {
    what: "flash pin used",
    rule: noConnectPins,
    change: (d) => swap(d, "U2.8", "U2.17"),
    id: "erc/no-connect",
    says: /U2\.17 \(NC\)/,
  },
  {
    what: "pin 32 used",
    rule: noConnectPins,
    change: (d) => move(d, "U2.32", "ESP_TXD0"),
    id: "erc/no-connect",
    says: /U2\.32/,
  },
]

describe("electrical rules", () => {
  itCatches(faults)

  it.each([
    ["pull-up", 999, false],
    ["pull-up", 1e3, true],
    ["pull-up", 100e3, true],
    ["pull-up", 100_001, false],
  ])("limits of the %s: %d ohm", (_, ohms, good) => {
    expect(rules(grave(needs(input((d) => setPart(d, "R2", { ohms }))))).length === 0).toBe(good)
  })

  it("a capacitor of 100 nF may stay at IO0", () => {
    expect(rules(bootStrap(input((d) => move(d, "C5.1", "IO0_PROGRAM"))))).toEqual([])
  })
})
