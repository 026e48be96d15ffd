import type { Part } from "../../src/model/part"
import { smaBoth, smaPlaced, sod123, sod323Both, sod323Placed } from "../packages/sod"
import { sot23, sot236 } from "../packages/sot23"
import { clampBothWays, fittedDiode, railClamp, zener } from "../spice/diodes"
import { cathodeAnode, ends, family, lcsc, listed, machine, pin } from "./helpers"

const sodHeight = { mm: 1.1, source: "JEITA SC-76 (SOD-323), A max" }
const smaHeight = { mm: 2.4, source: "JEDEC DO-214AC, A max" }

/** Clamps both ways: a supply the wrong way round finds it shut. 26 V from a meter, and 7 % on top, leave it alone. */
export const smaj28ca: Part = {
  id: "d-smaj28ca",
  spice: clampBothWays({
    ...{ volts: 33.6, atAmperes: 1e-3, ohms: 1.25, farads: 300e-12 },
    source: `${listed}: SMAJ28CA breaks down at 34.4 V at most (one of the two conducts forwards: 0.8 V of it) and rises to 45.4 V at 8.8 A: 1.25 ohm. The highest of its kind`,
  }),
  kind: "diode",
  value: "SMAJ28CA",
  description: "Transient clamp, both ways, 28 V stand-off, 45.4 V at 8.8 A",
  package: smaBoth,
  pins: ends,
  manufacturer: "hongjiacheng",
  mpn: "SMAJ28CA",
  ordering: family("SMAJ28CA", "SMAJ of all makers: 28 = stand-off in volts, C = both ways, A = 5 %"),
  ratings: {
    reverseVoltageV: 28,
    standoffVoltageV: 28,
    clampVoltageV: 45.4,
    maxCurrentA: 8.8,
    forwardVoltageV: 45.4,
    source: `${listed}: SMAJ28CA 28 V, 34.4 V, 45.4 V at 8.8 A, 400 W (10/1000 us), 1 uA; conducts alike both ways`,
  },
  numbers: lcsc(
    "C19077546",
    "preferred",
    `${listed}: C19077546 is hongjiacheng's SMAJ28CA in SMA, Preferred`,
  ),
  assembly: machine,
  height: smaHeight,
  polarised: false,
}

/** For a line that may stand at +-15 V. */
export const clamp15V: Part = {
  id: "d-h15vnd3b",
  spice: clampBothWays({
    ...{ volts: 19.3, atAmperes: 1e-3, ohms: 2.25, farads: 30e-12 },
    source: `${listed}: H15VND3B 20 V, 38 V at 8 A: 2.25 ohm, 30 pF`,
  }),
  kind: "diode",
  value: "H15VND3B",
  description: "Transient clamp, both ways, 15 V stand-off, 38 V at 8 A",
  package: sod323Both,
  pins: ends,
  manufacturer: "hongjiacheng",
  mpn: "H15VND3B",
  ordering: family("H15VND3B", "hongjiacheng's numbers on LCSC: volts, D3 = SOD-323, B = both ways"),
  ratings: {
    reverseVoltageV: 15,
    standoffVoltageV: 15,
    clampVoltageV: 38,
    maxCurrentA: 8,
    forwardVoltageV: 38,
    source: `${listed}: H15VND3B 15 V, 20 V, 38 V at 8 A (8/20 us), 30 pF; conducts alike both ways`,
  },
  numbers: lcsc("C20615813", "preferred", `${listed}: C20615813 is hongjiacheng's H15VND3B, Preferred`),
  assembly: machine,
  height: sodHeight,
  polarised: false,
}

/** Four lines clamped between ground and a supply of 5 V or less. */
export const srv054: Part = {
  id: "u-srv05-4",
  spice: railClamp({
    ...{ lines: ["IO1", "IO2", "IO3", "IO4"], rail: "VREF", ground: "GND" },
    ...{ volts: 6, atAmperes: 1e-3, ohms: 2, farads: 1e-12 },
    source: `Semtech SRV05-4: 6 V at 1 mA at least; ${listed}: 15 V at 4 A, 1 pF`,
  }),
  kind: "ic",
  value: "SRV05-4",
  description: "Clamp for four lines, 5 V, 1 pF",
  package: sot236("bottom left"),
  pins: [
    pin(1, "IO1", "passive"),
    pin(2, "GND", "ground", ["ground"]),
    pin(3, "IO2", "passive"),
    pin(4, "IO3", "passive"),
    pin(5, "VREF", "passive"),
    pin(6, "IO4", "passive"),
  ],
  pinout: { names: "IO1 GND IO2 IO3 VREF IO4", source: "Semtech SRV05-4 data sheet, pin configuration" },
  manufacturer: "hongjiacheng",
  mpn: "SRV05-4",
  ordering: family("SRV05-4", "the type's own number, Semtech's: 05 = 5 V, 4 lines"),
  ratings: {
    maxVoltageV: 5,
    standoffVoltageV: 5,
    clampVoltageV: 15,
    source: `${listed}: SRV05-4 5 V, 15 V at 4 A (8/20 us), 1 pF`,
  },
  numbers: lcsc(
    "C7420376",
    "preferred",
    `${listed}: C7420376 is hongjiacheng's SRV05-4 in SOT-23-6, Preferred`,
  ),
  assembly: machine,
  height: { mm: 1.45, source: "JEDEC MO-178, A max" },
  polarised: true,
}

export const ss210: Part = {
  id: "d-ss210-sma",
  spice: fittedDiode({
    at: [
      [0.5, 0.1],
      [0.85, 2],
    ],
    ...{ n: 1.05, reverseVolts: 100, reverseAmperes: 0.5e-3 },
    source: `${listed}: 0.85 V at 2 A, 0.5 mA at 100 V, both at most; 0.5 V at 0.1 A is usual for 100 V`,
  }),
  kind: "diode",
  value: "SS210",
  description: "Schottky diode 100 V 2 A",
  package: smaPlaced,
  pins: cathodeAnode,
  manufacturer: "MDD",
  mpn: "SS210",
  ordering: family("SS210", "SS2xx of all makers: 2 = 2 A, 10 = 100 V"),
  ratings: {
    reverseVoltageV: 100,
    maxCurrentA: 2,
    forwardVoltageV: 0.85,
    source: `${listed}: SS210 100 V, 2 A, 0.85 V at 2 A, 0.5 mA at 100 V`,
  },
  numbers: lcsc("C14996", "basic", `${listed}: C14996 is MDD's SS210 in SMA, Basic`),
  assembly: machine,
  height: smaHeight,
  polarised: true,
}

export const b16ws: Part = {
  id: "d-b16ws-sod323",
  spice: fittedDiode({
    at: [
      [0.4, 0.1],
      [0.7, 1],
    ],
    ...{ n: 1.05, reverseVolts: 60, reverseAmperes: 0.1e-3 },
    source: `${listed}: 0.7 V at 1 A, 0.1 mA at 60 V, both at most; 0.4 V at 0.1 A is usual for 60 V`,
  }),
  kind: "diode",
  value: "B16WS",
  description: "Schottky diode 60 V 1 A",
  package: sod323Placed,
  pins: cathodeAnode,
  manufacturer: "hongjiacheng",
  mpn: "B16WS",
  ordering: family("B16WS", "hongjiacheng's numbers on LCSC: 1 = 1 A, 6 = 60 V, WS = SOD-323"),
  ratings: {
    reverseVoltageV: 60,
    maxCurrentA: 1,
    forwardVoltageV: 0.7,
    source: `${listed}: B16WS 60 V, 1 A, 0.7 V at 1 A, 0.1 mA at 60 V`,
  },
  numbers: lcsc("C7420327", "preferred", `${listed}: C7420327 is hongjiacheng's B16WS in SOD-323, Preferred`),
  assembly: machine,
  height: sodHeight,
  polarised: true,
}

export const zener10V: Part = {
  id: "d-mmsz5240b",
  spice: zener(10, 17, `${listed}: MMSZ5240B 9.5 to 10.5 V at 20 mA, 17 ohm`),
  kind: "diode",
  value: "MMSZ5240B",
  description: "Zener diode 10 V 5 % 0.5 W",
  package: sod123,
  pins: cathodeAnode,
  manufacturer: "hongjiacheng",
  mpn: "MMSZ5240B",
  ordering: family("MMSZ5240B", "MMSZ52xxB of all makers: 40 = 10 V, B = 5 %"),
  ratings: {
    zenerVoltageV: 10,
    reverseVoltageV: 10,
    maxCurrentA: 0.05,
    forwardVoltageV: 0.9,
    powerW: 0.5,
    source: `${listed}: MMSZ5240B 9.5 to 10.5 V, 17 ohm, 0.5 W; 0.9 V at 10 mA forwards as onsemi's MMSZ5221B series`,
  },
  numbers: lcsc(
    "C19077425",
    "preferred",
    `${listed}: C19077425 is hongjiacheng's MMSZ5240B in SOD-123, Preferred`,
  ),
  assembly: machine,
  height: { mm: 1.35, source: "SOD-123 outline, A max" },
  polarised: true,
}

/** Two diodes whose cathodes are joined. */
export const bav70: Part = {
  id: "d-bav70",
  kind: "ic",
  value: "BAV70",
  description: "Two switching diodes, cathodes joined, 70 V 0.2 A",
  package: sot23(3),
  pins: [pin(1, "A1", "passive"), pin(2, "A2", "passive"), pin(3, "K", "passive")],
  pinout: { names: "A1 A2 K", source: "Nexperia BAV70 data sheet, pinning" },
  manufacturer: "JSCJ",
  mpn: "BAV70",
  ordering: family("BAV70", "the type's own number; W and T at its end are other packages"),
  ratings: {
    reverseVoltageV: 70,
    maxCurrentA: 0.2,
    forwardVoltageV: 1.25,
    source: `${listed}: BAV70 70 V, 0.2 A, 1.25 V at 150 mA`,
  },
  numbers: lcsc("C68978", "basic", `${listed}: C68978 is JSCJ's BAV70 in SOT-23, Basic`),
  assembly: machine,
  height: { mm: 1.15, source: "SOT-23 outline, A max" },
  polarised: true,
}
