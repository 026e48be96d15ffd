import type { Part } from "../../src/model/part"
import { type ChipSize, chipDiode, chipLed } from "../packages/chip"
import { sma, sod123, sod323OnChip0805 } from "../packages/sod"
import { d1n4007, d1n4148, led as ledModel, schottky1A40V, schottky3A40V } from "../spice/diodes"
import { byHand, cathodeAnode, family, lcsc, machine, noNumber } from "./helpers"

/** Diodes have numbers, but a machine would have to be told which way round. */
const turns = byHand("how JLCPCB's library turns this diode is not confirmed: fit it by hand")

const noFit0805 = "no LCSC number is confirmed for a 1N4007 that fits 0805 lands"

export const diode1n4007On0805: Part = {
  id: "d-1n4007-0805",
  kind: "diode",
  spice: d1n4007,
  value: "1N4007",
  description: "Rectifier diode 1000 V 1 A for 0805 lands",
  package: chipDiode("0805"),
  pins: cathodeAnode,
  mpn: "1N4007",
  ordering: family(
    "1N4007[A-Z]*",
    "onsemi 1N4001-1N4007 data sheet: the last digit is the voltage, 7 = 1000 V",
  ),
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
  spice: d1n4148,
  value: "1N4148WS",
  description: "Switching diode 75 V 0.15 A that fits the lands of an 0805 diode",
  package: sod323OnChip0805,
  pins: cathodeAnode,
  mpn: "1N4148WS",
  ordering: family(
    "1N4148WS(-(7|13)-F)?",
    "Diodes Inc. 1N4148WS data sheet, Ordering Information: WS = SOD-323",
  ),
  ratings: {
    reverseVoltageV: 75,
    maxCurrentA: 0.15,
    forwardVoltageV: 1.25,
    source: "Diodes Inc. 1N4148WS / BAV16WS data sheet: VRRM 75 V, IO 150 mA, VF 1.25 V at 150 mA",
  },
  numbers: lcsc(
    "C2128",
    "unknown",
    "a parts list maps C2128 to 1N4148WS in SOD-323, which fits the 0805 lands; not tried on a board",
    "medium",
  ),
  assembly: turns,
  height: { mm: 1.1, source: "SOD-323 (JEITA SC-76): 1.1 at most" },
  polarised: true,
}

export const diode1n4148w: Part = {
  id: "d-1n4148w-sod123",
  kind: "diode",
  spice: d1n4148,
  value: "1N4148W",
  description: "Switching diode 100 V 0.15 A, SOD-123",
  package: sod123,
  pins: cathodeAnode,
  manufacturer: "Semtech",
  mpn: "1N4148W",
  ordering: family("1N4148W", "Semtech 1N4148W data sheet: W = SOD-123 (WS = SOD-323, WT = SOD-523)"),
  ratings: {
    reverseVoltageV: 75,
    maxCurrentA: 0.15,
    forwardVoltageV: 1.25,
    source: "Semtech 1N4148W data sheet: VR 75 V, IO 150 mA, VF 1.25 V at 150 mA",
  },
  numbers: lcsc(
    "C81598",
    "basic",
    "LCSC's own address and public bills of materials map C81598 to 1N4148W in SOD-123",
  ),
  assembly: machine,
  height: { mm: 1.35, source: "SOD-123 outline, A max" },
  polarised: true,
  notes: [
    "The line (cathode) goes to the bar and the K. Look at it in the placement preview: it is not symmetric.",
  ],
}

export const ss34: Part = {
  id: "d-ss34-sma",
  kind: "diode",
  spice: schottky3A40V,
  value: "SS34",
  description: "Schottky diode 40 V 3 A",
  package: sma,
  pins: cathodeAnode,
  manufacturer: "MDD",
  mpn: "SS34",
  ordering: family("SS34", "SS3x of all makers: 3 = 3 A, 4 = 40 V"),
  ratings: {
    reverseVoltageV: 40,
    maxCurrentA: 3,
    forwardVoltageV: 0.55,
    source:
      "as Comchip's ACDBA340-HF, 40 V 3 A in SMA: VRRM 40 V, IF 3 A, VF 0.55 V at 3 A; MDD's own sheet was not found",
  },
  numbers: lcsc("C8678", "basic", "public JLCPCB bills of materials map C8678 to MDD's SS34 in SMA"),
  assembly: turns,
  height: { mm: 2.4, source: "JEDEC DO-214AC, A max" },
  polarised: true,
}

export const b5819w: Part = {
  id: "d-b5819w-sod123",
  kind: "diode",
  spice: schottky1A40V,
  value: "B5819W",
  description: "Schottky diode 40 V 1 A",
  package: sod123,
  pins: cathodeAnode,
  manufacturer: "JSCJ",
  mpn: "B5819W SL",
  ordering: family("B5819W( SL)?", "JSCJ: 19 = 40 V (17 = 20 V, 18 = 30 V), W = SOD-123, SL = marking"),
  ratings: {
    reverseVoltageV: 40,
    maxCurrentA: 1,
    forwardVoltageV: 0.6,
    source:
      "JSCJ B5817W-B5819W data sheet as public lists quote it: VRRM 40 V, IO 1 A, VF 0.6 V at 1 A; the sheet was not found, Diodes' 1N5819HW has 40 V, 1 A, 0.45 V",
  },
  numbers: lcsc(
    "C8598",
    "basic",
    "public JLCPCB bills of materials map C8598 to JSCJ's B5819W SL in SOD-123",
  ),
  assembly: turns,
  height: { mm: 1.35, source: "SOD-123 outline, A max" },
  polarised: true,
}

interface Led {
  readonly size: ChipSize
  readonly colour: "green" | "red"
  readonly manufacturer: string
  readonly mpn: string
  /** Volts, at amperes. */
  readonly ordering: Part["ordering"]
  readonly drop: readonly [volts: number, amperes: number, source: string]
  readonly numbers: Part["numbers"]
  readonly notes?: readonly string[]
}

/** KENTO: KT-, size in inches, colour. */
const kento = (size: ChipSize, letter: "R" | "G") =>
  family(
    `KT-${size}${letter}`,
    "how KENTO's numbers read on LCSC: size, colour; the maker's sheet was not found",
  )

const led = ({ size, colour, manufacturer, mpn, ordering, drop, numbers, notes }: Led): Part => ({
  id: `led-${size}-${colour}`,
  kind: "led",
  value: `${colour} LED`,
  description: `Chip LED, ${colour}`,
  package: chipLed(size, {
    mm: 0.8,
    source: `${size} chip LEDs are sold 0.4 to 0.8 mm high`,
    trust: "typical",
  }),
  pins: cathodeAnode,
  manufacturer,
  mpn,
  ...(ordering === undefined ? {} : { ordering }),
  ratings: { forwardVoltageV: drop[0], maxCurrentA: drop[1], source: drop[2] },
  numbers,
  assembly: byHand("how JLCPCB's library turns this LED is not confirmed: fit it by hand"),
  height: { unknown: "the maker's drawing was not looked up" },
  polarised: true,
  // A tenth of the current takes 0.15 V less from a chip LED, as their makers' curves have it.
  spice: ledModel({
    at: [
      [drop[0] - 0.15, drop[1] / 10],
      [drop[0], drop[1]],
    ],
    source: `${drop[2]}; a tenth of the current takes 0.15 V less, usual for a chip LED`,
  }),
  ...(notes ? { notes } : {}),
})

const bills = (number: string, mpn: string) => `public JLCPCB bills of materials map ${number} to ${mpn}`

export const ledRed0603 = led({
  size: "0603",
  colour: "red",
  manufacturer: "Hubei KENTO",
  mpn: "KT-0603R",
  ordering: kento("0603", "R"),
  drop: [2.4, 0.02, "KENTO KT-0603R data sheet as public lists quote it: VF 1.8 to 2.4 V at 20 mA"],
  numbers: lcsc(
    "C2286",
    "basic",
    "LCSC's own data sheet address has C2286 and KT-0603R, as have public bills",
  ),
})

export const ledGreen0603 = led({
  size: "0603",
  colour: "green",
  manufacturer: "XINGLIGHT",
  mpn: "XL-1608SYGC-06",
  ordering: family(
    "XL-1608SYGC-06",
    "how XINGLIGHT's numbers read on LCSC: size in metric, SYG = yellow-green; the maker's sheet was not found",
  ),
  drop: [2.2, 0.02, "public lists: VF 2.2 V at 20 mA, 570 nm; the maker's sheet was not looked up"],
  numbers: lcsc("C965805", "unknown", bills("C965805", "XL-1608SYGC-06")),
  notes: ["Yellow-green, about 2 V: the emerald ones (C72043) need 3 V and stay dark on 3.3 V."],
})

export const ledRed0805 = led({
  size: "0805",
  colour: "red",
  manufacturer: "NATIONSTAR",
  mpn: "NCD0805R1",
  ordering: family(
    "NCD0805R1",
    "how NATIONSTAR's numbers read on LCSC: size, R = red; the maker's sheet was not found",
  ),
  drop: [2, 0.02, "public lists quote VF 2.0 V; the maker's sheet was not looked up"],
  numbers: lcsc("C84256", "basic", bills("C84256", "NCD0805R1; a few call it KT-0805R"), "medium-high"),
})

export const ledGreen0805 = led({
  size: "0805",
  colour: "green",
  manufacturer: "Hubei KENTO",
  mpn: "KT-0805G",
  ordering: kento("0805", "G"),
  drop: [3.1, 0.005, "KENTO KT-0805G data sheet as public lists quote it: VF 2.6 to 3.1 V at 5 mA"],
  numbers: lcsc("C2297", "basic", bills("C2297", "KT-0805G")),
  notes: ["Emerald green, 2.6 to 3.1 V: hardly any current is left from 3.3 V."],
})
