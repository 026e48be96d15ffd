import type { Need, Part, Pin } from "../../src/model/part"
import { chipDiode } from "../packages/chip"
import { sod323OnChip0805 } from "../packages/sod"
import { soic } from "../packages/soic"
import { byHand, cathodeAnode, lcsc, machine, noNumber, pin } from "./helpers"

const noFit0805 = "no LCSC number is confirmed for a 1N4007 that fits 0805 lands"

export const diode1n4007On0805: Part = {
  id: "d-1n4007-0805",
  kind: "diode",
  value: "1N4007",
  description: "Rectifier diode 1000 V 1 A for 0805 lands",
  package: chipDiode("0805"),
  pins: cathodeAnode,
  mpn: "1N4007",
  ratings: {
    reverseVoltageV: 1000,
    maxCurrentA: 1,
    forwardVoltageV: 1.1,
    source: "onsemi 1N4001-1N4007 data sheet: VRRM 1000 V, IF(AV) 1 A, VF 1.1 V at 1 A",
  },
  numbers: noNumber(`${noFit0805}; SOD-123FL (C64898) overhangs them by 0.25 mm`),
  assembly: byHand(noFit0805),
  height: { unknown: "the original's bill of materials names no maker" },
  polarised: true,
  notes: ["The line (cathode) goes to the bar and the K. A 1N4148WS in SOD-323 (C2128) fits too."],
}

export const diode1n4148wsOn0805: Part = {
  id: "d-1n4148ws",
  kind: "diode",
  value: "1N4148WS",
  description: "Switching diode, instead of the 1N4007 where a machine is to place D1",
  package: sod323OnChip0805,
  pins: cathodeAnode,
  mpn: "1N4148WS",
  ratings: {
    reverseVoltageV: 75,
    maxCurrentA: 0.15,
    forwardVoltageV: 1.25,
    source: "Diodes Inc. 1N4148WS data sheet: VRRM 75 V, IO 150 mA, VF 1.25 V at 150 mA",
  },
  numbers: lcsc(
    "C2128",
    "unknown",
    "a parts list maps C2128 to 1N4148WS in SOD-323, which fits the 0805 lands; not tried on a board",
    "medium",
  ),
  assembly: machine,
  height: { mm: 1.1, source: "SOD-323 (JEITA SC-76): 1.1 at most" },
  polarised: true,
}

/**
 * MAX3232, two RS-232 drivers and receivers on 3.0 to 5.5 V (Maxim 19-0273, "Pin Description"; TI SLLS410 has the
 * same pins under other names: T = D, and the number behind).
 */
const max3232Pins: readonly Pin[] = [
  pin(1, "C1+", "passive", ["charge-pump"], "C1P"),
  pin(2, "V+", "passive", ["charge-pump"], "VP"),
  pin(3, "C1-", "passive", ["charge-pump"], "C1N"),
  pin(4, "C2+", "passive", ["charge-pump"], "C2P"),
  pin(5, "C2-", "passive", ["charge-pump"], "C2N"),
  pin(6, "V-", "passive", ["charge-pump"], "VN"),
  pin(7, "T2OUT", "output", ["rs232"]),
  pin(8, "R2IN", "input", ["rs232", "ground"]),
  pin(9, "R2OUT", "output", ["logic-3v3"]),
  pin(10, "T2IN", "input", ["logic-3v3", "ground"]),
  pin(11, "T1IN", "input", ["logic-3v3", "ground"]),
  pin(12, "R1OUT", "output", ["logic-3v3"]),
  pin(13, "R1IN", "input", ["rs232", "ground"]),
  pin(14, "T1OUT", "output", ["rs232"]),
  pin(15, "GND", "ground", ["ground"]),
  pin(16, "VCC", "power-in", ["logic-3v3"]),
]

/** TI SLLS410, "Typical operating circuit": 0.1 uF at 3.0 to 3.6 V; V+'s capacitor may go to VCC or to ground. */
const source = 'TI SLLS410, "Typical operating circuit"'
const capacitor = (what: string, from: string, ...to: string[]): Need => ({
  kind: "capacitor",
  what,
  pin: from,
  to,
  minFarads: 100e-9,
  source,
})
const max3232Needs: readonly Need[] = [
  capacitor("flying capacitor C1+ to C1-", "C1+", "C1-"),
  capacitor("flying capacitor C2+ to C2-", "C2+", "C2-"),
  capacitor("reservoir at V+", "V+", "VCC", "GND"),
  capacitor("reservoir at V-", "V-", "GND"),
  capacitor("decoupling of VCC", "VCC", "GND"),
  { kind: "grounded-if-unused", what: "the unused receiver", pin: "R1IN", output: "R1OUT", source },
  { kind: "grounded-if-unused", what: "the unused receiver", pin: "R2IN", output: "R2OUT", source },
]

const transceiver = {
  kind: "ic",
  package: soic(16),
  pins: max3232Pins,
  needs: max3232Needs,
  assembly: machine,
  height: { mm: 1.75, source: "JEDEC MS-012: 1.75 at most" },
  polarised: true,
} as const satisfies Partial<Part>

export const max3232: Part = {
  ...transceiver,
  id: "u-max3232ese",
  value: "MAX3232",
  description: "RS-232 transceiver, two drivers and receivers, 3.0 to 5.5 V",
  manufacturer: "Maxim (Analog Devices)",
  mpn: "MAX3232ESE+T",
  ratings: {
    supplyMinV: 3.0,
    supplyMaxV: 5.5,
    quiescentCurrentA: 0.001,
    inputResistanceMinOhm: 3000,
    source: "Maxim 19-0273 (MAX3222/MAX3232/MAX3237/MAX3241), Electrical Characteristics",
  },
  numbers: lcsc(
    "C15846",
    "extended",
    "public JLCPCB bills of materials map C15846 to MAX3232ESE+T, narrow SOIC-16",
  ),
  notes: [
    "Narrow body only (ESE, CSE, EEN), never the wide one (EWE, CWE).",
    "Fakes are common: a good one has more than 15 kohm between pins 15 and 16 out of circuit.",
  ],
}

export const sp3232: Part = {
  ...transceiver,
  id: "u-sp3232een",
  value: "SP3232E",
  description: "RS-232 transceiver, same pins as the MAX3232",
  manufacturer: "MaxLinear",
  mpn: "SP3232EEN-L/TR",
  ratings: {
    supplyMinV: 3.0,
    supplyMaxV: 5.5,
    inputResistanceMinOhm: 3000,
    source: "MaxLinear SP3222E/SP3232E data sheet, Electrical Characteristics",
  },
  numbers: lcsc("C9378", "extended", "public JLCPCB bills of materials map C9378 to SP3232EEN-L/TR"),
}
