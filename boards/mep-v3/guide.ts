import { j6Step } from "../../components/mep/guide"
import { meterSteps } from "../../components/mep/guide-firmware"
import type { AssemblyGuide, GuideStep } from "../../src/model/guide"

/**
 * From the order at JLCPCB to a meter that is read. Limits are the circuit's own, by its simulation and data sheets
 * (README of this board); the firmware's steps are those of MEP-SW-ESP32's README and NES-MEP-UI.ino.
 */

const order: readonly GuideStep[] = [
  {
    id: "order-board",
    title: "Order the boards",
    text: [
      "At https://cart.jlcpcb.com/quote upload the Gerber zip: 4 layers, 70 x 28 mm, 1.6 mm, the notch in one long side.",
      "Surface finish: ENIG or lead-free HASL. Via covering: tented, the default. Holes are 0.3 mm in 0.5 mm, which costs nothing extra.",
      "Look at the viewer: four copper layers in the order top, inner 1, inner 2, bottom; inner 1 is one sheet of ground.",
    ],
    warnings: ["A quote for two layers leaves the inner ones out: that board does nothing."],
  },
  {
    id: "order-assembly",
    title: "Order the assembly",
    text: [
      "PCB Assembly, Standard, both sides: the module needs Standard, and the converter stands on the bottom. Upload bom.csv and cpl.csv of standard-both.",
      "Standard wants 70 x 70 mm and up: let JLCPCB add rails.",
      "Eight numbers are extended parts, each with a fee for loading. C92059 (C10, C11), C70065 (F1) and C132016 (U5) rest on few public lists: open their pages and compare maker's number, package and pin 1 before paying.",
    ],
    warnings: [
      "Not in stock: take the same maker's number or ask; a 40 V converter or a 36 V one at U3 does not stand the clamp's 45 V.",
    ],
    parts: ["C10", "C11", "F1", "U5", "U3"],
  },
  {
    id: "order-preview",
    title: "Look at the placement preview",
    text: [
      "No rotation of this board has been through an order. Compare each part with a pin 1 against the assembly drawing: U1 to U7, Q1 to Q6, the diodes with a line (D1, D2, D4 to D8), C10 and C11 (the dark half is minus), J7 (mouth to the left edge).",
      "D3 and D9 to D11 clamp both ways and have no line. Write to JLCPCB where one is turned; they turn it.",
    ],
    warnings: [
      "C10 or C11 turned round opens with a bang at 24 V. D2 turned round: no supply. D6 turned round: the converter's switch feeds ground.",
    ],
    parts: ["U1", "U2", "U3", "U4", "U5", "C10", "C11", "D2", "D6", "J7"],
  },
]

const bench: readonly GuideStep[] = [
  {
    id: "ohms",
    title: "Ohmmeter, nothing connected",
    text: [
      "TP3 (3V3) to TP8 (GND): more than 500 ohm. TP2 (VIN) to TP8: rises to more than 10 kohm as the cans charge.",
      "TP1 (24 V) to TP8: more than 10 kohm, both ways round.",
    ],
    warnings: ["Less: look for a bridge at U3, J7 and U4 before any supply."],
    parts: ["TP1", "TP2", "TP3", "TP8"],
    nets: ["V24", "VIN", "V3V3"],
  },
  {
    id: "reversed",
    title: "24 V the wrong way round",
    text: [
      "Bench supply at 24 V, limit 20 mA: plus to TP8 (GND), minus to TP1 (24 V). Less than 1 mA may flow (simulated: 0.12 mA).",
    ],
    warnings: ["The limit is reached: D2 is turned round, or D3 is no two-way clamp. Stop."],
    parts: ["TP1", "TP8", "D2", "D3"],
  },
  {
    id: "first-power",
    title: "12 V, then 24 V",
    text: [
      "Plus to TP1, minus to TP8, 12 V, limit 30 mA: TP3 has 3.15 to 3.43 V.",
      "Then 24 V, limit 60 mA: TP3 the same, TP2 23 V or more. An empty module takes some 15 to 25 mA; a running access point at most 38 mA on average (1 W at 26 V).",
    ],
    warnings: [
      "The limit is reached as you switch on: the cans take up to 2.5 A for a millisecond, so let the supply settle. Still there after a second: off.",
    ],
    parts: ["TP1", "TP8", "TP2", "TP3", "U3"],
    nets: ["VIN", "V3V3"],
    jumpers: "SJ1 open",
  },
  {
    id: "reset-order",
    title: "Reset waits for the supply",
    text: [
      "Scope on TP7 (EN) and TP3 as 24 V come: EN stays low for 120 ms and more after TP3 has 3.0 V, then rises above 2.5 V (simulated: 218 ms).",
      "Without a scope: SW2 (reset) held, TP7 is below 0.4 V; let go, it is at TP3's voltage.",
    ],
    parts: ["TP7", "TP3", "U5", "SW2"],
    nets: ["ESP_EN"],
  },
  {
    id: "usb-power",
    title: "5 V at USB, with and without 24 V",
    text: [
      "24 V off, USB into a port that gives 0.5 A: TP3 as before, TP1 below 0.5 V.",
      "24 V on as well: VBUS stays within 50 mV of what it was. USB off again: the board runs on.",
    ],
    warnings: [
      "A weak hub (less than 4.75 V) may not start it: use a port of the computer itself.",
      "With 24 V on and nothing plugged in, J5's 5 V pin reads up to 23 V through a meter of 10 Mohm, and VBUS about 6 V: D5 and D4 leak 0.04 mA at most. That is no fault, and a cable pulls it down.",
    ],
    parts: ["J7", "TP1", "TP3", "D4", "D5"],
    nets: ["VBUS", "V24", "V3V3"],
  },
]

const flash: readonly GuideStep[] = [
  {
    id: "driver",
    title: "Connect USB",
    text: [
      "A USB-C cable with data. The computer sees a CH340 (1a86:7523). Linux has its driver; Windows and macOS fetch it, or WCH has it on its site (CH341SER).",
      "Nothing to press: DTR and RTS reset the module into download mode. The order of buttons, should a tool not do so: hold BOOT (SW1), press RESET (SW2), let both go.",
    ],
    warnings: ["No port appears: a cable for charging only, or U4 without a joint."],
    parts: ["J7", "U4", "SW1", "SW2"],
  },
  {
    id: "flash",
    title: "Flash the firmware",
    text: [
      'Arduino: board "ESP32 Dev Module", flash mode QIO, erase all flash before the first upload; library PubSubClient. The firmware is DabblerDK/MEP-SW-ESP32, folder NES-MEP-UI, unchanged.',
      'Or esptool: "esptool.py --port PORT chip_id" first. To see: "Chip is ESP32", and the upload ends with hashes verified.',
      "J5 does the same with an FTDI TTL-232R-3V3: its red wire's 5 V are right here, they feed the converter. It resets nothing: buttons as above.",
    ],
    parts: ["U2", "J7", "J5"],
  },
  {
    id: "start",
    title: "Let it start",
    text: [
      'A console at 115200 baud on the same port. To see: "Preferences initialized", then "Setting up AP (Access Point) esp32-mep" and "AP IP address: 192.168.4.1".',
    ],
    warnings: [
      "It starts again and again: the supply sags when the radio sends. Give it 24 V at TP1 as well, limit 100 mA.",
    ],
    parts: ["U2"],
  },
  {
    id: "access-point",
    title: "Join its access point, upload the web files",
    text: [
      'Wi-Fi "esp32-mep", password 12345678 (123456 in older versions).',
      'Open http://192.168.4.1/recovery: "Format SPIFFS", then upload update.wwws from the firmware\'s folder NES-MEP-UI-SPIFFS. Power off and on.',
      "To see: http://192.168.4.1/ has a menu bar at its top.",
    ],
  },
  {
    id: "rs232",
    title: "Measure the RS-232 side",
    text: [
      "4 s after power-up the firmware has switched U1 on: TP4 3.1 V or more, TP5 (V+) 5.0 V or more, TP6 (V-) -5.0 V or lower.",
      "3 kohm from TP9 (ENABLE, J6.3) to TP8: 4.4 V or more while the firmware asks (simulated: 4.8 V with the weakest transceiver).",
    ],
    warnings: ["TP4 at 0 V: Q3 or Q4. V+ or V- under 5 V: a capacitor of the pump without a joint."],
    parts: ["TP4", "TP5", "TP6", "TP9", "U1", "Q3", "Q4", "J6"],
    nets: ["VCC_RS232", "V_POS", "V_NEG", "MEP_ENABLE"],
    jumpers: "SJ1 open",
  },
  {
    id: "loop-back",
    title: "Loop-back test, without a meter",
    text: [
      "Menu Configure (empty login): any MBK key of 20 letters that are not all 0 (with 0s the firmware sends nothing). Save and restart. Join J6.5 (TXD) with J6.2 (RXD) and open the start page.",
      'To see: "Requests are looping back to me. Are you debugging?" (MEP-SW-ESP32 issue 7). Wire off again.',
    ],
    warnings: ["Only these two: J6.4, between J6.2 and J6.6, carries 24 V."],
    parts: ["J6", "U1", "R5", "R6"],
    nets: ["MEP_TXD", "MEP_RXD", "TXD2_TTL", "RXD2_TTL"],
  },
  {
    id: "long-run",
    title: "Ten minutes of Wi-Fi at the port's limit",
    text: [
      "24 V at TP1, limit 42 mA, USB off, the module in your Wi-Fi and its page open on a phone: no restart in ten minutes.",
    ],
    warnings: [
      "Restarts: look at TP2 with a scope. Below 12 V the storage is too small for your bench supply.",
    ],
    parts: ["TP1", "TP2"],
    nets: ["VIN"],
  },
]

/** Steps of all MEP boards; the others' J7 is a jumper, this one's is USB. */
const shared = (...ids: readonly string[]): GuideStep[] =>
  meterSteps.flatMap(({ jumpers: _jumper, ...step }) => (ids.includes(step.id) ? [step] : []))

/** The meter's steps but the jumper's: this board has none to set back. */
const inMeter: readonly GuideStep[] = [
  ...shared("key", "configure"),
  {
    id: "unplug",
    title: "Take everything off",
    text: [
      "Bench supply, USB and wires off. The meter feeds the board through J6; USB is for the bench, not for the meter's cabinet.",
    ],
    parts: ["J6", "J7"],
  },
  ...shared("plug"),
  {
    id: "nine-volts",
    title: "A meter that does not answer: close SJ1",
    text: [
      "Some meters are said to want 8 to 9 V at ENABLE (MEP-SW-ESP32 issue 7). Bridge SJ1 with solder: ENABLE then has 8.9 V into 3 kohm, about 9.5 V without load, from the meter's own 24 V.",
      "Measure TP9 as in the RS-232 step first: 8.5 to 10 V. SJ1 closed costs up to 0.07 W of the port's 1 W.",
    ],
    warnings: ["The first thing to ask is whether the power company has switched the port on."],
    parts: ["SJ1", "TP9"],
    nets: ["MEP_ENABLE"],
    jumpers: "SJ1 closed",
  },
]

export const guide: AssemblyGuide = {
  phases: [
    { title: "Order", steps: order },
    { title: "Soldering", steps: [j6Step] },
    { title: "First power", steps: bench },
    { title: "First flash and start, over USB-C", steps: flash },
    { title: "In the meter", steps: inMeter },
  ],
}
