import { notThisNumber } from "../../src/claims/choice"
import { joinsAs } from "../../src/claims/original"
import { protectedSupply } from "../../src/claims/protection"
import { netStands, standsReverse } from "../../src/claims/ratings"
import { anodeAt, carries, link } from "../../src/claims/signals"
import { strapByJumper } from "../../src/claims/straps"
import { supplyDrop } from "../../src/claims/supply-drop"
import type { JumperBlock } from "../../src/model/circuit-view"
import type { Claim } from "../../src/model/claim"
import { enableLevel, transceiverSupply } from "./budgets"
import { gpio } from "./circuit"
import { meterPower } from "./meter-power"
import original from "./original-netlist.json"

const u2 = (pin: string): string => `U2.${pin}`

/** The pins that the published firmware uses; one that `gpio` moves is moved on purpose, and the lock says so. */
const published = { transceiverPower: "IO32", rxd2: "IO16", txd2: "IO17", mepEnable: "IO5" } as const
const movedGpios = Object.fromEntries(
  (Object.keys(published) as (keyof typeof published)[])
    .filter((use) => (gpio[use] as string) !== published[use])
    .flatMap((use) =>
      [gpio[use], published[use]].map((pin) => [`U2.${pin}`, `${use} is at ${gpio[use]} here`]),
    ),
)

/** Directions that the firmware gives to the module's pins. */
export const firmware = {
  [u2(gpio.transceiverPower)]: "output",
  [u2(gpio.rxd2)]: "input",
  [u2(gpio.txd2)]: "output",
  [u2(gpio.mepEnable)]: "output",
} as const

/** From the buck module through the jumper to the ESP32's supply pin. */
export const supplyPath = [
  ["J4.1", "J7.3"],
  ["J7.4", "U2.2"],
] as const

/** What the meter expects at J6 of any MEP board. */
// dabbler.dk, 2021-10-27, "Dabbling the hardware v1.00": official pins 1 GND, 2 ENABLE, 3 TXD, 4 RXD, 5 +24 V.
export const meterPinout: Claim = carries(
  "meter's expansion port",
  "J6",
  { 1: "GND", 2: "MEP_RXD", 3: "MEP_ENABLE", 4: "V24", 5: "MEP_TXD", 6: null },
  {
    1: "official MEP pin 1",
    2: "official MEP pin 4",
    3: "official MEP pin 2",
    4: "official MEP pin 5",
    5: "official MEP pin 3",
    6: "official MEP pin 6",
  },
)

/** What the MEP circuit promises, on every board made of it. */
export const mepClaims: readonly Claim[] = [
  // Both built boards have the module's thermal pad on ground; the published netlist has it too.
  joinsAs(original, movedGpios),
  // Espressif's ESP32 hardware design guidelines: no high-value capacitor at GPIO0.
  strapByJumper("the boot strap", "U2.IO0", ["J7.1", "J7.2"], 100e-9),
  link("TXD2 to the driver T2IN", u2(gpio.txd2), [], "U1.T2IN"),
  link("T2OUT to the meter's TXD", "U1.T2OUT", ["R5"], "J6.5"),
  link("the meter's RXD to R2IN", "J6.2", ["R6"], "U1.R2IN"),
  link("R2OUT to RXD2", "U1.R2OUT", [], u2(gpio.rxd2)),
  link("MEP enable to the driver T1IN", u2(gpio.mepEnable), [], "U1.T1IN"),
  link("T1OUT to the meter's ENABLE", "U1.T1OUT", ["D1", "R7"], "J6.3"),
  link("the adapter's TXD to RXD0", "J5.4", [], "U2.RXD0"),
  link("TXD0 to the adapter's RXD", "U2.TXD0", [], "J5.5"),
  anodeAt("D1", "U1.T1OUT"),
  carries(
    "FTDI order of the programming header",
    "J5",
    { 1: "GND", 2: null, 3: "V3V3", 4: "ESP_RXD0", 5: "ESP_TXD0", 6: null },
    {
      1: "GND, black",
      2: "CTS#, brown",
      3: "VCC, red: 3.3 V, never the 5 V of a TTL-232R-3V3",
      4: "adapter's TXD, orange",
      5: "adapter's RXD, yellow",
      6: "RTS#, green",
    },
  ),
  meterPinout,
  // ESP32-WROOM-32E data sheet, "Ordering Information": R2 is 2 MB of PSRAM.
  notThisNumber("U2", /R2$/, "its PSRAM takes GPIO16, which is RXD2 here: choose one without R2 at the end"),
  netStands("V24", 35, "26 V from the meter and a third on top"),
  standsReverse(
    "D1",
    25,
    "the driver's -5.5 V against a line that the meter's side may hold at +15 V, and some",
  ),
  protectedSupply("V24", "J6.4"),
  transceiverSupply,
  meterPower,
  supplyDrop(supplyPath, 0.5, 0.1),
  enableLevel,
]

/** For boards whose U1 is a SOIC-16. */
// Maxim 19-0273, "Ordering Information": WE is 16 wide SO, SE narrow, UE TSSOP, AE SSOP.
export const narrowMax3232: Claim = notThisNumber(
  "U1",
  /^MAX3232E?[CE][WUAP]E/,
  "it does not fit the land of a narrow SOIC-16: choose CSE or ESE",
)

const running = ["BUCK_OUT", "V3V3"] as const
const programming = ["IO0_PROGRAM", "GND"] as const

/** The states of J7, and what feeds the board in each. */
export const jumper: JumperBlock = {
  part: "J7",
  watch: [running, programming, ["V3V3", "GND"], ["BUCK_OUT", "IO0_PROGRAM"]],
  mains: [{ id: "meter", title: "24 V at J6", note: "meter or bench supply", pins: ["J6.4", "J4.1"] }],
  switched: [
    {
      id: "adapter",
      title: "3.3 V at J5",
      note: "adapter whose VCC was measured; not FTDI's TTL-232R-3V3, whose red wire has 5 V",
      pins: ["J5.3"],
    },
  ],
  consumers: [
    { net: "V24", what: "buck converter's input" },
    { net: "BUCK_OUT", what: "buck converter's output" },
    { net: "V3V3", what: "U2, the ESP32, and J5.3" },
    { net: "VCC_RS232", what: "U1, the MAX3232" },
  ],
  fedByPin: { net: "VCC_RS232", while: "V3V3", words: "GPIO32 is high" },
  states: [
    {
      name: "J7 open",
      joins: [],
      use: "legal",
      supplies: [],
      connects: [],
      note: "setting the buck converter",
    },
    {
      name: "J7 1-2",
      joins: [["J7.1", "J7.2"]],
      use: "legal",
      supplies: ["adapter"],
      connects: [programming],
      note: "programming",
    },
    {
      name: "J7 3-4",
      joins: [["J7.3", "J7.4"]],
      use: "legal",
      supplies: [],
      connects: [running],
      note: "running",
    },
    {
      name: "J7 1-2 and 3-4",
      joins: [
        ["J7.1", "J7.2"],
        ["J7.3", "J7.4"],
      ],
      use: "avoid",
      supplies: ["adapter"],
      connects: [running, programming],
      note: "take 3-4 off before an adapter feeds the board",
    },
    {
      name: "J7 1-3",
      joins: [["J7.1", "J7.3"]],
      use: "hazard",
      supplies: [],
      connects: [["BUCK_OUT", "IO0_PROGRAM"]],
      note: "never",
    },
    {
      name: "J7 2-4",
      joins: [["J7.2", "J7.4"]],
      use: "hazard",
      supplies: [],
      connects: [["V3V3", "GND"]],
      note: "never",
    },
  ],
}
