import { meterPinout } from "../../components/mep/claims"
import { notThisNumber } from "../../src/claims/choice"
import { protectedSupply } from "../../src/claims/protection"
import { netStands, standsReverse } from "../../src/claims/ratings"
import { anodeAt, carries, link } from "../../src/claims/signals"
import { strapByJumper } from "../../src/claims/straps"
import { supplyDrop } from "../../src/claims/supply-drop"
import type { JumperBlock } from "../../src/model/circuit-view"
import type { Claim } from "../../src/model/claim"
import { layoutClaims } from "./layout-claims"

export const claims: readonly Claim[] = [
  strapByJumper("the boot strap", "U2.IO0", ["SW1.1", "SW1.2"], 100e-9),
  link("TXD2 to the driver T2IN", "U2.IO17", [], "U1.T2IN"),
  link("T2OUT to the meter's TXD", "U1.T2OUT", ["R5"], "J6.5"),
  link("the meter's RXD to R2IN", "J6.2", ["R6"], "U1.R2IN"),
  link("R2OUT to RXD2", "U1.R2OUT", [], "U2.IO16"),
  link("MEP enable to the driver T1IN", "U2.IO5", [], "U1.T1IN"),
  link("T1OUT to the meter's ENABLE", "U1.T1OUT", ["D1", "R7"], "J6.3"),
  link("24 V through fuse and diode to the converter", "J6.4", ["F1", "D2"], "U3.VIN"),
  link("USB's 5 V to the converter", "J7.2", ["D4"], "U3.VIN"),
  link("J5's 5 V to the converter", "J5.3", ["D5"], "U3.VIN"),
  link("the adapter's TXD to RXD0", "J5.4", ["R25"], "U2.RXD0"),
  link("TXD0 to the adapter's RXD", "U2.TXD0", ["R26"], "J5.5"),
  link("the bridge's TXD to RXD0", "U4.TXD", ["R22"], "U2.RXD0", 1e3),
  link("TXD0 to the bridge's RXD", "U2.TXD0", [], "U4.RXD"),
  anodeAt("D1", "U1.T1OUT"),
  anodeAt("D4", "J7.2"),
  anodeAt("D5", "J5.3"),
  meterPinout,
  carries(
    "FTDI order of the serial header",
    "J5",
    { 1: "GND", 2: null, 3: "V5_J5", 4: "J5_RXD0", 5: "J5_TXD0", 6: null },
    { 3: "VCC, red: 5 V" },
  ),
  notThisNumber("U2", /R2$/, "its PSRAM takes GPIO16, which is RXD2 here: choose one without R2 at the end"),
  protectedSupply("V24", "J6.4"),
  netStands("VIN", 46, "the clamp lets 45.4 V through at its rated pulse"),
  netStands("V24", 46, "the clamp lets 45.4 V through at its rated pulse"),
  standsReverse(
    "D1",
    25,
    "the driver's -5.5 V against a line that the meter's side may hold at +15 V, and some",
  ),
  standsReverse("D2", 75, "charged to 26 V while the clamp lets -45.4 V through"),
  standsReverse("D4", 46, "the clamped input against a USB without power"),
  standsReverse("D5", 46, "the clamped input against a cable without power"),
  standsReverse("D6", 57, "1.25 times the clamped input (TI SNVSA24, Schottky Diode Selection)"),
  standsReverse("D7", 25, "9 V not wanted, and the line held at +15 V by the meter's side"),
  supplyDrop([["L1.2", "U2.2"]], 0.5, 0.05),
  ...layoutClaims,
]

/** SJ1: what ENABLE is made of. */
export const jumper: JumperBlock = {
  part: "SJ1",
  watch: [["ENABLE_RS232", "BOOST_9V"]],
  mains: [{ id: "meter", title: "24 V at J6", note: "meter or bench supply", pins: ["J6.4"] }],
  switched: [],
  consumers: [
    { net: "VIN", what: "the converter's input" },
    { net: "V3V3", what: "U2, the ESP32" },
    { net: "VCC_RS232", what: "U1, the RS-232 transceiver" },
  ],
  states: [
    { name: "SJ1 open", joins: [], use: "legal", supplies: [], connects: [], note: "ENABLE is about 5 V" },
    {
      name: "SJ1 closed",
      joins: [["SJ1.1", "SJ1.2"]],
      use: "legal",
      supplies: [],
      connects: [["ENABLE_RS232", "BOOST_9V"]],
      note: "ENABLE is about 9.5 V",
    },
  ],
}
