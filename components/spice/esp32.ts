import type { SpiceModel } from "../../src/model/simulation"
import { rises } from "./switches"

type Model = Exclude<SpiceModel, { leftOut: string }>

/**
 * The ESP32-WROOM-32E as its supply sees it: a load that the scenario drives, off while EN is low or its supply is under
 * 2.4 V, and outputs of 33 ohm.
 *
 * ESP32-WROOM-32E data sheet, "Current Consumption Characteristics" and "Recommended Operating Conditions"; ESP32 data
 * sheet, "DC Characteristics": 20 mA at 0.8 of 3.3 V is 33 ohm; EN is high from 0.75 of the supply; the brown-out
 * detector of the core's default is at 2.43 V.
 * @param outputs pins that the firmware drives: each is a control, 1 high, -1 low, 0 let go
 */
export const esp32 = (...outputs: readonly string[]): Model => ({
  pins: ["3V3", "GND", "EN", "IO0", ...outputs],
  open: "others",
  controls: {
    amperes: {
      usual: 0.1,
      what: "amperes that it takes while it runs: 0.1 receiving, 0.183 to 0.239 sending",
    },
    ...Object.fromEntries(
      outputs.map((pin) => [`drive_${pin}`, { usual: 0, what: "1 drives it high, -1 low, 0 lets it go" }]),
    ),
  },
  body: [
    `B1 on 0 V = ${rises("V(VDD_3V3,GND)", 2.4, 0.1)} * ${rises("V(EN,GND)", "0.75*V(VDD_3V3,GND)", 0.1)}`,
    "B2 VDD_3V3 GND I = V(on) * V(amperes)",
    // The module's own capacitors.
    "C1 VDD_3V3 GND 1e-6",
    "R1 EN GND 1e7",
    // GPIO0's own pull-up, 45 kohm.
    "B3 VDD_3V3 IO0 I = V(on) * V(VDD_3V3,IO0) / 45k",
    ...outputs.flatMap((pin) => [
      `B4_${pin} VDD_3V3 ${pin} I = V(on) * max(0, V(drive_${pin})) * V(VDD_3V3,${pin}) / 33`,
      `B5_${pin} ${pin} GND I = V(on) * max(0, -V(drive_${pin})) * V(${pin},GND) / 33`,
      `D1_${pin} ${pin} VDD_3V3 DESD`,
      `D2_${pin} GND ${pin} DESD`,
    ]),
    ".model DESD D(Is=1e-12 N=1.2 Rs=20)",
  ],
  source:
    "ESP32-WROOM-32E data sheet: current by mode, supply 3.0 to 3.6 V and 0.5 A; ESP32 data sheet, DC Characteristics: outputs 20 mA at 0.8 of the supply, EN from 0.75 of it; brown-out at 2.43 V",
  without: "what its firmware does (the scenario says it), pull-ups and pull-downs of other pins",
})
