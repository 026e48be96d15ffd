import type { Part } from "../../src/model/part"
import { can63, fnr5040 } from "../packages/power"
import { sot23, sot236 } from "../packages/sot23"
import { supervisor } from "../spice/ics"
import { electrolytic, inductor } from "../spice/passives"
import { ends, family, lcsc, machine, pin } from "./helpers"

const document = "TI SNVSA24 (LMR16006)"

/** Its SHDN may float: an own current source pulls it up (pin functions). */
export const lmr16006x: Part = {
  id: "u-lmr16006x",
  kind: "converter",
  value: "LMR16006X",
  description: "Step-down converter, 4 to 60 V, 0.6 A, 0.7 MHz, external diode",
  package: sot236("bottom right"),
  pins: [
    pin(1, "CB", "passive"),
    pin(2, "GND", "ground", ["ground"]),
    { ...pin(3, "FB", "input"), sensitive: "a feedback" },
    pin(4, "SHDN", "passive"),
    pin(5, "VIN", "power-in"),
    { ...pin(6, "SW", "power-out"), switches: true },
  ],
  pinout: {
    names: "CB GND FB SHDN VIN SW",
    source: `${document}, section 6, as three public projects read it`,
  },
  manufacturer: "Texas Instruments",
  mpn: "LMR16006XDDCR",
  ordering: family("LMR16006XDDC[RT]", `${document}: X = 0.7 MHz (Y = 2.1 MHz), DDC = SOT-23-6, R, T = reel`),
  ratings: {
    supplyMinV: 4,
    supplyMaxV: 60,
    maxVoltageV: 60,
    maxCurrentA: 0.6,
    quiescentCurrentA: 28e-6,
    switchingFrequencyHz: 0.7e6,
    referenceVoltageV: 0.765,
    source: `${document}: input 4 to 60 V (65 V absolute), 0.6 A, 28 uA in ECO mode, feedback 0.747 to 0.782 V, switch limit 1.2 A (1.7 A at most)`,
  },
  numbers: lcsc(
    "C87080",
    "extended",
    "four public projects of 2026 map C87080 to LMR16006XDDCR, one with the data sheet LCSC has for C87080",
  ),
  assembly: machine,
  height: { mm: 1.45, source: "drawn as SOT-23-6, A max; TI's DDC is lower" },
  polarised: true,
  needs: [
    {
      kind: "capacitor",
      what: "the high side's supply",
      pin: "CB",
      to: ["SW"],
      minFarads: 100e-9,
      source: `${document}, Bootstrap Capacitor Selection`,
    },
    {
      kind: "capacitor",
      what: "the input's hot loop",
      pin: "VIN",
      to: ["GND"],
      minFarads: 2.2e-6,
      source: `${document}, Input Capacitor Selection`,
    },
  ],
  assumed: {
    efficiency: {
      value: 0.78,
      reason: "24 V to 3.3 V at 0.1 A with a Schottky diode: the data sheet's curves for it were not at hand",
    },
  },
}

export const coil22uH: Part = {
  id: "l-fnr5040s-22u",
  kind: "inductor",
  value: "22uH",
  description: "Shielded coil 22 uH 20 %, 1.5 A, saturates at 1.6 A or more",
  package: fnr5040,
  pins: ends,
  manufacturer: "Changjiang",
  mpn: "FNR5040S220MT",
  ordering: family("FNR5040S220MT", "Changjiang: FNR, 5.0 x 4.0 mm, 220 = 22 uH, M = 20 %"),
  ratings: {
    inductanceH: 22e-6,
    tolerancePercent: 20,
    maxCurrentA: 1.5,
    saturationCurrentA: 1.6,
    coilResistanceOhm: 0.168,
    source:
      "Changjiang FNR5040S data sheet, page 13, as a public project quotes it: Isat 1.60 A (-30 % L), Irms 1.50 A, 0.129 ohm typical, 0.168 at most",
  },
  numbers: lcsc(
    "C167971",
    "extended",
    "public projects of 2026 map C167971 to Changjiang's FNR5040S220MT, one with LCSC's own data sheet for C167971",
  ),
  assembly: machine,
  height: { mm: 4.2, source: "Changjiang FNR5040S: 4.0 +- 0.2, as its land in KiCad's library has it" },
  polarised: false,
  spice: inductor(0.129, "Changjiang FNR5040S as above: 22 uH, 0.129 ohm typical; it saturates at 1.6 A"),
}

export const can47uF50V: Part = {
  id: "c-can63-47u-50v",
  kind: "capacitor",
  value: "47uF 50V",
  description: "Aluminium electrolytic capacitor 47 uF 20 % 50 V, 6.3 x 7.7 mm",
  package: can63(7.7, "Panasonic FT series, size code D8: 6.3 x 7.7 mm"),
  pins: [
    { number: 1, name: "+", label: "P", role: "passive" },
    { number: 2, name: "-", label: "N", role: "passive" },
  ],
  manufacturer: "Panasonic",
  mpn: "EEE-FT1H470AP",
  ordering: family(
    "EEE-?FT1H470AP",
    "Panasonic EEE-FT: 1H = 50 V, 470 = 47 uF, A = high temperature reflow, P = reel",
  ),
  ratings: {
    capacitanceF: 47e-6,
    tolerancePercent: 20,
    maxVoltageV: 50,
    dielectric: "aluminium electrolytic",
    source: "Analog Devices' evaluation boards' lists: EEE-FT1H470AP 47 uF 20 % 50 V, -55 to +105 C, case D",
  },
  numbers: lcsc(
    "C92059",
    "extended",
    "a public project of 2026 (MP2645A-BMS, task 04_power_supply) has C92059 as EEE-FT1H470AP on a 6.3 mm can's land",
    "medium",
  ),
  assembly: machine,
  height: { mm: 8, source: "Panasonic SMD cans: L 7.7 +- 0.3" },
  polarised: true,
  spice: electrolytic(
    0.34,
    "Panasonic EEE-FT: 47 uF; 0.34 ohm at 100 kHz is usual for 50 V in 6.3 x 7.7 mm, its own table was not read",
    "P",
    "N",
  ),
}

/** Open drain, low below its threshold and 200 ms after. */
export const tlv803s: Part = {
  id: "u-tlv803s",
  kind: "ic",
  value: "TLV803S",
  description: "Voltage supervisor 2.93 V, open drain, 200 ms",
  package: sot23(3),
  pins: [
    pin(1, "GND", "ground", ["ground"]),
    pin(2, "RESET", "passive", ["logic-3v3"]),
    pin(3, "VDD", "power-in", ["logic-3v3"]),
  ],
  pinout: {
    names: "GND RESET VDD",
    source: "TI SBVS157E, page 4, DBZ package, as a public project quotes it",
  },
  manufacturer: "Texas Instruments",
  mpn: "TLV803SDBZR",
  ordering: family("TLV803SDBZ[RT]", "TI SBVS157: S = 2.93 V, DBZ = SOT-23, R, T = reel"),
  ratings: {
    supplyMinV: 1.1,
    supplyMaxV: 6,
    thresholdVoltageV: 2.93,
    source: "TI SBVS157 (TLV803), Recommended Operating Conditions and threshold of TLV803S",
  },
  numbers: lcsc("C132016", "extended", "four public projects map C132016 to TLV803SDBZR"),
  assembly: machine,
  height: { mm: 1.12, source: "JEDEC TO-236AB, A max" },
  polarised: true,
  spice: supervisor({
    ...{ pins: { vcc: "VDD", gnd: "GND", reset: "RESET" }, thresholdVolts: 2.93, hysteresisVolts: 0.03 },
    ...{ delaySeconds: 0.2, quiescentAmperes: 9e-6 },
    source: "TI SBVS157: TLV803S, 2.93 V, 30 mV, 200 ms usual, open drain, 9 uA",
  }),
}
