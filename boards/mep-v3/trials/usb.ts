import { esp, type MepPlaces, runs, volts, withCopper } from "../../../components/mep/trials/common"
import type { BenchItem, Scenario } from "../../../src/model/simulation"
import { pulses, step } from "../../../src/simulate/waveform"

const socket = ["J7.A4B9", "J7.A1B12"] as const

/** A host and its cable. */
const host = (hostVolts: number, ohms: number): BenchItem => ({
  ...{ id: "usb", title: `host, ${hostVolts} V`, at: socket, kind: "supply" },
  ...{ volts: step(1e-3, 0, hostVolts, 10e-6), ohms, henries: 0.5e-6 },
})

/** Plugged into a host, the board empty: 5 V meet 104 uF behind D4. */
export const usbPlugged = (places: MepPlaces): Scenario => ({
  id: "usb-plug-in",
  title: "Plugged into USB",
  what: "The host has 5 V as the plug makes contact, 0.2 ohm of host and cable, 0.5 uH; nothing at J6. What rushes into the capacitors is D4's, and the host's, to stand.",
  seconds: 6e-3,
  stepSeconds: 2e-6,
  bench: [host(5, 0.2)],
  measures: [
    {
      id: "usb-inrush",
      title: "highest current at the plug",
      figure: { kind: "max", of: { amperes: "usb" } },
      atMost: 25,
      parts: ["D4"],
      advice: "resistance before D4",
      source: "1 A Schottky diodes of all makers: 25 A for 8.3 ms; B16WS's own table was not found",
    },
    {
      id: "usb-inrush-charge",
      title: "charge in the first millisecond",
      figure: { kind: "integral", of: { amperes: "usb" }, from: 1e-3, to: 2e-3 },
      atMost: 50e-6,
      severity: "warning",
      parts: ["C10", "C11", "D4"],
      advice: "a resistor or a load switch before D4",
      source: "USB 2.0, 7.2.4.1: no more than 10 uF at 5 V as it is plugged in: 50 uC",
    },
    {
      id: "usb-plug-in-input",
      title: "highest voltage at the converter's input",
      figure: { kind: "max", of: volts(places.input.at) },
      atMost: 10,
      parts: ["U3", "C10"],
      source: "twice the host's voltage would be ringing that nothing damps",
    },
  ],
  panels: [
    {
      title: "USB and input",
      traces: [
        { label: "VBUS", of: volts("J7.A4B9") },
        { label: "VIN", of: volts(places.input.at) },
        { label: "3V3", of: volts(places.supply) },
      ],
    },
    { title: "Current at the plug", traces: [{ label: "into the board", of: { amperes: "usb" } }] },
  ],
})

/** The radio over the weakest USB port that is allowed. */
export function weakUsb(places: MepPlaces): Scenario {
  const at = 0.35
  const seconds = at + 0.15
  return {
    id: "usb-weak",
    title: "The radio over a weak USB port",
    what: "4.75 V at the host and 0.5 ohm of cable, the least that USB 2.0 lets a port with 0.5 A have: bursts of 0.239 A, transceiver on, as in the first start.",
    seconds,
    stepSeconds: 100e-6,
    bench: [host(4.75, 0.5)],
    drive: {
      [places.module]: {
        amperes: pulses({ at, length: 12.5e-3, every: 50e-3, count: 3, low: 0.1, high: 0.239, edge: 20e-6 }),
        drive_IO32: 1,
        drive_IO17: 1,
        drive_IO5: 1,
      },
    },
    measures: [
      {
        id: "usb-weak-supply",
        title: `lowest voltage at ${places.module} while it sends`,
        figure: { kind: "min", of: volts(places.supply), from: at - 5e-3, to: seconds },
        atLeast: esp.least + places.copperVolts,
        parts: [places.module, places.converter],
        advice: "less drop before the converter, or in it",
        source: withCopper(places),
      },
      {
        id: "usb-weak-input",
        title: "lowest voltage at the converter's input",
        figure: { kind: "min", of: volts(places.input.at), from: at - 5e-3, to: seconds },
        atLeast: 4,
        severity: "warning",
        parts: [places.converter, "D4"],
        source: "TI SNVSA24: 4 V at least",
      },
      runs(places, "usb-weak", at - 5e-3, seconds),
    ],
    panels: [
      {
        title: "USB, input, supply",
        traces: [
          { label: "VBUS", of: volts("J7.A4B9") },
          { label: "VIN", of: volts(places.input.at) },
          { label: "3V3", of: volts(places.supply) },
        ],
        from: at - 5e-3,
      },
    ],
  }
}

/**
 * esptool's reset (espressif/esptool, reset.py, ClassicReset): IO0 high and EN low for 0.1 s, then IO0 low and EN let go
 * for 50 ms, then IO0 let go. The lines of the bridge are low where esptool sets them.
 */
export function automaticReset(places: MepPlaces): Scenario {
  const at = 0.35
  const [released, done] = [at + 0.1, at + 0.15]
  const seconds = done + 30e-3
  return {
    id: "automatic-reset",
    title: "esptool resets it over USB",
    what: "esptool's own sequence on DTR and RTS: as EN comes up, IO0 is low, so that the module starts in download mode, and afterwards it is let go.",
    seconds,
    stepSeconds: 50e-6,
    bench: [host(5, 0.2)],
    drive: {
      U4: {
        // Between the two there is as long as two commands take over USB.
        level_RTS: [
          [0, 1],
          [at, 1],
          [at + 1e-6, 0],
          [released + 1e-3, 0],
          [released + 1.001e-3, 1],
        ],
        level_DTR: [
          [0, 1],
          [released, 1],
          [released + 1e-6, 0],
          [done, 0],
          [done + 1e-6, 1],
        ],
      },
    },
    measures: [
      {
        id: "reset-before",
        title: "EN before it, at its lowest",
        figure: { kind: "min", of: volts(places.reset), from: at - 20e-3, to: at - 1e-3 },
        atLeast: 0.75 * 3.3,
        parts: ["U5", "Q1"],
        source: "ESP32 data sheet, DC Characteristics: 0.75 of the supply",
      },
      {
        id: "reset-pulled",
        title: "EN while it is held, at its highest",
        figure: { kind: "max", of: volts(places.reset), from: at + 10e-3, to: released },
        atMost: 0.25 * 3.3,
        parts: ["Q1", "R23"],
        advice: "Q1 has to pull 10 kohm and 1 uF down",
        source: "ESP32 data sheet, DC Characteristics: 0.25 of the supply",
      },
      {
        id: "reset-strap",
        title: "IO0 as EN comes up, at its highest",
        figure: { kind: "max", of: volts("U2.IO0"), from: released + 3e-3, to: done - 1e-3 },
        atMost: 0.25 * 3.3,
        parts: ["Q2", "R24"],
        advice: "Q2 has to hold IO0 low until EN is high",
        source: "ESP32 data sheet, DC Characteristics: 0.25 of the supply",
      },
      {
        id: "reset-in-time",
        title: "EN 15 ms before IO0 is let go",
        figure: { kind: "min", of: volts(places.reset), from: done - 15e-3, to: done },
        atLeast: 0.75 * 3.3,
        parts: ["C6", "R1"],
        advice: "C6 smaller: EN comes up after IO0 is let go",
        source: "esptool lets go of IO0 after 50 ms (reset_delay)",
      },
      {
        id: "reset-after",
        title: "IO0 at the end",
        figure: { kind: "end", of: volts("U2.IO0") },
        atLeast: 0.75 * 3.3,
        parts: ["R2", "Q2"],
        source: "ESP32 data sheet, DC Characteristics: 0.75 of the supply",
      },
    ],
    panels: [
      {
        title: "Bridge",
        traces: [
          { label: "DTR", of: volts("U4.DTR") },
          { label: "RTS", of: volts("U4.RTS") },
        ],
        from: at - 20e-3,
      },
      {
        title: "Module",
        traces: [
          { label: "EN", of: volts(places.reset) },
          { label: "IO0", of: volts("U2.IO0") },
        ],
        from: at - 20e-3,
      },
    ],
  }
}

/** A cable at J5 speaks while the bridge rests high: who wins at RXD0. */
export const twoAdapters = (places: MepPlaces): Scenario => ({
  id: "two-adapters",
  title: "A cable at J5 and the bridge at once",
  what: "USB feeds the board and its bridge rests high; a cable at J5 sends a low through 100 ohm of its own.",
  seconds: 20e-3,
  stepSeconds: 50e-6,
  bench: [
    host(5, 0.2),
    {
      ...{ id: "cable", title: "cable's TXD, 3.3 V", at: ["J5.RXD0", "J5.GND"], kind: "supply" },
      ...{
        volts: pulses({ at: 12e-3, length: 4e-3, every: 1, count: 1, low: 3.3, high: 0, edge: 1e-6 }),
        ohms: 100,
      },
    },
  ],
  measures: [
    {
      id: "adapter-low",
      title: "RXD0 while the cable sends a low",
      figure: { kind: "max", of: volts("U2.RXD0"), from: 13e-3, to: 15e-3 },
      atMost: 0.25 * 3.3,
      parts: ["R22", "R25"],
      advice: "R22 larger",
      source: "ESP32 data sheet, DC Characteristics: 0.25 of the supply",
    },
    {
      id: "adapter-high",
      title: "RXD0 at rest",
      figure: { kind: "min", of: volts("U2.RXD0"), from: 8e-3, to: 11e-3 },
      atLeast: 0.75 * 3.29,
      parts: [places.module],
      source: "ESP32 data sheet, DC Characteristics: 0.75 of the supply",
    },
  ],
  panels: [{ title: "RXD0", traces: [{ label: "RXD0", of: volts("U2.RXD0") }], from: 5e-3 }],
})
