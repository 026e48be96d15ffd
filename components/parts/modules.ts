import type { Need, Part, Pin } from "../../src/model/part"
import { buckBody } from "../packages/buck-body"
import { buckCorner } from "../packages/buck-corner"
import { esp32Antenna, esp32Wroom32ePackage } from "../packages/esp32-wroom-32e"
import { buckModuleXl1509 } from "../spice/converters"
import { esp32 } from "../spice/esp32"
import { byHand, family, lcsc, machine, noNumber, pin } from "./helpers"

const io = (number: number, name: string, role: Pin["role"] = "bidirectional"): Pin =>
  pin(number, name, role, ["logic-3v3", "ground"])
const ground = (number: number): Pin => pin(number, "GND", "ground", ["ground"])
/** Not led out on the 32E: on other WROOM modules these are the flash bus. */
const open = (number: number): Pin => pin(number, "NC", "no-connect")

/** ESP32-WROOM-32E pins (data sheet v1.6, table "Pin Definitions"). 39 is the thermal pad. */
const esp32Pins: readonly Pin[] = [
  ground(1),
  pin(2, "3V3", "power-in", ["logic-3v3"], "VDD_3V3"),
  { ...io(3, "EN", "input"), sensitive: "a reset" },
  io(4, "SENSOR_VP", "input"),
  io(5, "SENSOR_VN", "input"),
  io(6, "IO34", "input"),
  io(7, "IO35", "input"),
  io(8, "IO32"),
  io(9, "IO33"),
  io(10, "IO25"),
  io(11, "IO26"),
  io(12, "IO27"),
  io(13, "IO14"),
  io(14, "IO12"),
  ground(15),
  io(16, "IO13"),
  open(17),
  open(18),
  open(19),
  open(20),
  open(21),
  open(22),
  io(23, "IO15"),
  io(24, "IO2"),
  { ...io(25, "IO0"), sensitive: "a boot strap" },
  io(26, "IO4"),
  io(27, "IO16"),
  io(28, "IO17"),
  io(29, "IO5"),
  io(30, "IO18"),
  io(31, "IO19"),
  open(32),
  io(33, "IO21"),
  io(34, "RXD0", "input"),
  io(35, "TXD0", "output"),
  io(36, "IO22"),
  io(37, "IO23"),
  ground(38),
  ground(39),
]

const guidelines = "Espressif's ESP32 hardware design guidelines"
const esp32Needs: readonly Need[] = [
  {
    kind: "pull-up",
    what: "the module's reset",
    pin: "EN",
    minOhms: 1e3,
    maxOhms: 100e3,
    source: `${guidelines}: EN must not float (10 k)`,
  },
  {
    kind: "pull-up",
    what: "the boot strap",
    pin: "IO0",
    minOhms: 1e3,
    maxOhms: 100e3,
    source: `${guidelines}: a pull-up at GPIO0 is recommended`,
  },
  {
    kind: "low-at-reset",
    what: "which selects the flash's voltage at reset (MTDI)",
    pin: "IO12",
    source: "ESP32-WROOM-32E data sheet, Strapping Pins",
  },
  {
    kind: "low-at-reset",
    what: "which must be low to enter download mode",
    pin: "IO2",
    source: "ESP32-WROOM-32E data sheet, Strapping Pins",
  },
  {
    kind: "capacitor",
    what: "bulk capacitor at the module's supply",
    pin: "3V3",
    to: ["GND"],
    minFarads: 10e-6,
    severity: "warning",
    source: guidelines,
  },
  {
    kind: "capacitor",
    what: "capacitor that delays the start",
    pin: "EN",
    to: ["GND"],
    minFarads: 1e-6,
    severity: "info",
    source: guidelines,
  },
]

const wroomFamily = (flash: number) =>
  family(
    `ESP32-WROOM-32E-[NH]${flash}`,
    'ESP32-WROOM-32E data sheet, "Ordering Information": N or H = temperature, MB of flash, R2 = PSRAM',
  )

const wroom32e = {
  kind: "module",
  spice: esp32(),
  value: "ESP32-WROOM-32E",
  package: esp32Wroom32ePackage,
  pins: esp32Pins,
  pinout: {
    names:
      "GND 3V3 EN SENSOR_VP SENSOR_VN IO34 IO35 IO32 IO33 IO25 IO26 IO27 IO14 IO12 " +
      "GND IO13 NC NC NC NC NC NC IO15 IO2 " +
      "IO0 IO4 IO16 IO17 IO5 IO18 IO19 NC IO21 RXD0 TXD0 IO22 IO23 GND GND",
    source: "Espressif's own KiCad symbol (espressif/kicad-libraries), whose pins carry GPIO numbers",
  },
  needs: esp32Needs,
  manufacturer: "Espressif Systems",
  ratings: {
    supplyMinV: 3.0,
    supplyMaxV: 3.6,
    supplyCurrentA: 0.5,
    outputCurrentA: 0.04,
    source:
      "ESP32-WROOM-32E data sheet, Electrical Characteristics: absolute limits, operating conditions, DC",
  },
  assembly: machine,
  height: { mm: 3.25, source: "ESP32-WROOM-32E data sheet, Physical Dimensions: 3.1 +- 0.15" },
  polarised: true,
  keepout: esp32Antenna,
  notes: [
    "No R2 type where GPIO16 is used: its PSRAM takes it.",
    "Solder it flush. The thermal pad may stay unsoldered by hand.",
  ],
} as const satisfies Partial<Part>

export const esp32Wroom32eN4: Part = {
  ...wroom32e,
  id: "u-esp32-wroom-32e-n4",
  description: "Wi-Fi module, 4 MB flash, no PSRAM",
  mpn: "ESP32-WROOM-32E-N4",
  ordering: wroomFamily(4),
  numbers: lcsc("C701341", "extended", "public JLCPCB bills of materials map C701341 to ESP32-WROOM-32E-N4"),
}

export const esp32Wroom32eN16: Part = {
  ...wroom32e,
  id: "u-esp32-wroom-32e-n16",
  description: "Wi-Fi module, 16 MB flash, no PSRAM",
  mpn: "ESP32-WROOM-32E-N16",
  ordering: wroomFamily(16),
  numbers: lcsc(
    "C701343",
    "extended",
    "public bills of materials map C701343 to the N16; one calls it the N8",
    "medium-high",
  ),
}

const efficiency = { value: 0.8, reason: "usual for a 24 V to 3.4 V XL1509 circuit; not measured" }
/** Its trimmer, in the middle of what it is set to, V. */
const setVolts = 3.45

const buck = (corner: string, right: boolean, upper: boolean, onlyPin: Pin): Part => ({
  id: `buck-xl1509-${corner}`,
  kind: "converter",
  value: "Buck module 24V to 3.4-3.5V",
  description: "Adjustable step-down module with XL1509-ADJ, 23 x 17 mm, four corner pads",
  package: buckCorner(right, upper),
  pins: [onlyPin],
  ratings: {
    maxVoltageV: 40,
    maxCurrentA: 2,
    source: "XLSEMI XL1509 data sheet: input 4.5 to 40 V, output 2 A",
  },
  numbers: noNumber("a ready-made module from an auction house; not stocked by LCSC"),
  assembly: byHand("a module soldered flat onto four pads from above, with extra heat"),
  height: {
    unknown: "no drawing; 7 to 9.5 mm from photographs: board 1.2-1.6 mm and capacitor 5.4-7.7 mm",
  },
  polarised: true,
  piece: {
    id: "buck-xl1509",
    designators: 4,
    body: buckBody,
    spice: buckModuleXl1509(setVolts, efficiency.value),
  },
  assumed: { efficiency },
  notes: ["One module on all four pads.", "Set its voltage before anything is fed from it."],
})

/**
 * The corners of a buck module, 24 V to 3.4-3.5 V (XL1509-ADJ, 23 x 17 mm, soldered flat onto four pads): one piece
 * to buy and to fit, four parts, because every pad has a designator of its own. Seen from the top the input is on the
 * right, minus at the top.
 */
export const buckXl1509 = {
  vinNeg: buck("vin-neg", true, true, pin(1, "VIN-", "ground", ["ground"], "VIN_NEG")),
  vinPos: buck("vin-pos", true, false, pin(1, "VIN+", "power-in", undefined, "VIN_POS")),
  outNeg: buck("out-neg", false, true, pin(1, "OUT-", "ground", ["ground"], "OUT_NEG")),
  outPos: buck("out-pos", false, false, pin(1, "OUT+", "power-out", ["logic-3v3"], "OUT_POS")),
} as const
