import type { BenchItem, Measure, Quantity, Scenario } from "../../src/model/simulation"
import { pulses, step } from "../../src/simulate/waveform"
import { gpio } from "./circuit"

/**
 * What a MEP board is tried with before anyone solders it: the meter's port and the bench, the radio's bursts, the reset,
 * ENABLE into its load. A board says where these things are on it; the trials are the same for all of them.
 */

/** Where on a board the things are that the trials need. Pins ("U2.3V3") or nets. */
export interface MepPlaces {
  /** 24 V and ground at the meter's port. */
  readonly port: readonly [string, string]
  /** What stands the port's voltage: the regulator's input and the part that has it. */
  readonly input: {
    readonly at: string
    readonly part: string
    readonly maxVolts: number
    readonly source: string
  }
  /** Supply of the ESP32. */
  readonly supply: string
  /** What the copper between converter and module may take of it at 0.5 A: a simulation has none. */
  readonly copperVolts: number
  readonly reset: string
  /** By then the module runs, s: what delays its reset, and some. */
  readonly startedBy: number
  readonly module: string
  readonly transceiver: string
  /** Supply of the transceiver. */
  readonly transceiverSupply: string
  readonly enable: string
  readonly txd: string
  /** Parts that a finding names. */
  readonly converter: string
  readonly enableDiode: string
  /** Jumper state in which it runs from the meter. */
  readonly running?: string
}

const volts = (at: string, against?: string): Quantity => ({
  volts: at,
  ...(against === undefined ? {} : { against }),
})

/** The meter's port: what is known of it, and what is taken for the rest. */
const port = {
  // "+24 or +26 VDC, max 1 W": dabbler.dk and the original's README.
  watts: 1,
  // Not documented: six times the 42 mA that are 1 W at 24 V. Boards are in use, and start: a source that holds to
  // 42 mA at any voltage would never bring them up.
  amperes: 0.25,
  usualVolts: 24,
  // Not documented: 1 ohm, and a microhenry for a metre of wire in pair; the plug itself is shorter.
  ohms: 1,
  henries: 1e-6,
  // What a 1 W converter has at its output, at least.
  farads: 4.7e-6,
} as const

/** The port as a source that gives 1 W and no more: a current limit at its voltage. */
const limited = (at: readonly [string, string], volts: number, from: number): BenchItem => ({
  id: "port",
  title: `meter's port, ${volts} V, ${port.watts} W and no more`,
  at,
  kind: "supply",
  volts: step(from, 0, volts, 1e-3),
  ohms: port.ohms,
  henries: port.henries,
  limitAmperes: port.amperes,
  limitWatts: port.watts,
  farads: port.farads,
})

/** Highest and lowest a supply may go, ESP32-WROOM-32E data sheet, "Recommended Operating Conditions". */
const esp = { least: 3.0, most: 3.6, source: "ESP32-WROOM-32E data sheet: 3.0 to 3.6 V" } as const

const withCopper = ({ copperVolts }: MepPlaces): string =>
  `${esp.source}, and ${copperVolts} V that the copper may take, which is not simulated`

/** That it runs at all while it is measured: a module in reset loads nothing, and would hold every limit. */
const runs = (places: MepPlaces, id: string, from: number, to: number): Measure => ({
  id: `${id}-runs`,
  title: `lowest voltage at EN meanwhile: ${places.module} runs`,
  figure: { kind: "min", of: volts(places.reset), from, to },
  atLeast: 0.75 * 3.3,
  parts: [places.module],
  advice: "it was in reset, and nothing else that was measured here means anything",
  source: "ESP32 data sheet, DC Characteristics: 0.75 of the supply",
})

const jumperOf = (places: MepPlaces) => (places.running === undefined ? {} : { jumper: places.running })

/** Plugged into the meter, which is on: the leads' inductance and the input's capacitors ring. */
export function pluggedIn(places: MepPlaces, volts24: number): Scenario {
  const { input } = places
  return {
    id: `plug-in-${volts24}v`,
    title: `Plugged in at ${volts24} V`,
    what: `The port has ${volts24} V as the plug makes contact, stiff (0.1 ohm) and through 1 uH of lead: the worst that the board's input capacitors meet.`,
    seconds: 2e-3,
    stepSeconds: 2e-6,
    ...jumperOf(places),
    bench: [
      {
        ...{ id: "port", title: `meter's port, ${volts24} V, stiff`, at: places.port, kind: "supply" },
        ...{ volts: step(50e-6, 0, volts24, 1e-6), ohms: 0.1, henries: port.henries },
      },
    ],
    measures: [
      {
        id: "input-peak",
        title: `highest voltage at ${input.part}`,
        figure: { kind: "max", of: volts(input.at) },
        atMost: input.maxVolts,
        parts: [input.part],
        advice: "a capacitor with some resistance, or a clamp, takes the ringing away",
        source: input.source,
      },
      {
        id: "plug-in-supply-peak",
        title: `highest voltage at ${places.module}`,
        figure: { kind: "max", of: volts(places.supply) },
        atMost: esp.most,
        parts: [places.module, places.converter],
        advice: "the converter overshoots as it starts",
        source: esp.source,
      },
      {
        id: "inrush",
        title: "highest current at the plug",
        figure: { kind: "max", of: { amperes: "port" } },
      },
    ],
    panels: [
      {
        title: "Port and input",
        traces: [
          { label: "at the port", of: volts(places.port[0]) },
          { label: `at ${input.part}`, of: volts(input.at) },
        ],
      },
      { title: "Current at the plug", traces: [{ label: "into the board", of: { amperes: "port" } }] },
    ],
  }
}

/** ENABLE and TXD into the heaviest receivers of TIA-232-F. */
const loads = ({ enable, txd, port: [, ground] }: MepPlaces): BenchItem[] => [
  { id: "meter-enable", title: "meter's ENABLE input", kind: "resistor", at: [enable, ground], ohms: 3000 },
  { id: "meter-txd", title: "meter's receiver", kind: "resistor", at: [txd, ground], ohms: 3000 },
]

/** The transceiver fed, ENABLE on, TXD at rest. */
const transceiverOn = {
  [`drive_${gpio.transceiverPower}`]: 1,
  [`drive_${gpio.txd2}`]: 1,
  [`drive_${gpio.mepEnable}`]: -1,
} as const

/** 802.11b at 1 Mbit/s: 1536 bytes and a preamble are 12.5 ms; 0.239 A is the most the module takes while it sends. */
const frame = { seconds: 12.5e-3, amperes: 0.239, receiving: 0.1 } as const

interface Frames {
  readonly id: string
  /** Before the names of its measures. */
  readonly measure: string
  readonly title: string
  readonly what: string
  /** From one beginning to the next. */
  readonly every: number
  readonly count: number
}

const usualBursts: Frames = {
  ...{ id: "bursts", measure: "burst", title: "Bursts of the radio over the port's 1 W" },
  what: "The longest frames at the radio's strongest (12.5 ms at 0.239 A, every 50 ms; 0.1 A between them)",
  ...{ every: 50e-3, count: 4 },
}

const retries: Frames = {
  ...{ id: "retries", measure: "retry", title: "A frame that nobody acknowledges" },
  what: "The longest frame at the radio's strongest, sent seven times with a millisecond between (12.5 ms at 0.239 A each), as the radio does at the edge of its reach",
  ...{ every: 13.5e-3, count: 7 },
}

/** The radio sends at its strongest while the port gives 1 W. */
function sending(places: MepPlaces, frames: Frames): Scenario {
  const begin = Math.max(0.25, places.startedBy + 0.1)
  const seconds = begin + frames.count * frames.every
  const while_ = { from: begin - 5e-3, to: seconds }
  return {
    id: frames.id,
    title: frames.title,
    what: `${frames.what}, transceiver and ENABLE on, while the port gives ${port.watts} W and no more: what is missing comes from capacitors.`,
    seconds,
    stepSeconds: 100e-6,
    ...jumperOf(places),
    bench: [limited(places.port, port.usualVolts, 1e-3), ...loads(places)],
    drive: {
      [places.module]: {
        ...transceiverOn,
        amperes: pulses({
          ...{ at: begin, length: frame.seconds, every: frames.every, count: frames.count },
          ...{ low: frame.receiving, high: frame.amperes, edge: 20e-6 },
        }),
      },
    },
    measures: [
      {
        id: `${frames.measure}-supply`,
        title: `lowest voltage at ${places.module} while it sends`,
        figure: { kind: "min", of: volts(places.supply), ...while_ },
        atLeast: esp.least + places.copperVolts,
        parts: [places.module],
        advice: "more storage at the converter's input, or a converter that takes less",
        source: withCopper(places),
      },
      {
        id: `${frames.measure}-supply-peak`,
        title: `highest voltage at ${places.module} meanwhile`,
        figure: { kind: "max", of: volts(places.supply), ...while_ },
        atMost: esp.most,
        parts: [places.module, places.converter],
        advice: "the converter overshoots as a frame ends",
        source: esp.source,
      },
      {
        id: `${frames.measure}-input`,
        title: "lowest voltage at the converter's input",
        figure: { kind: "min", of: volts(places.input.at), ...while_ },
        atLeast: 12,
        severity: "warning",
        parts: [places.module, places.converter],
        advice: "storage at the input: what the port does under 12 V is not known",
        source: "half of 24 V: a meter's port that falls lower may switch off, which no document tells",
      },
      runs(places, frames.measure, begin - 5e-3, seconds),
      {
        id: `${frames.measure}-power`,
        title: "mean power into the board",
        figure: { kind: "mean", of: { watts: "port" }, from: begin, to: seconds },
      },
    ],
    panels: [
      {
        title: "Port",
        traces: [
          { label: "24 V at the port", of: volts(places.port[0]) },
          { label: "converter's input", of: volts(places.input.at) },
        ],
        ...while_,
      },
      {
        title: "Supply of the ESP32",
        traces: [{ label: `at ${places.module}`, of: volts(places.supply) }],
        ...while_,
      },
      {
        title: "Power into the board",
        traces: [{ label: "from the port", of: { watts: "port" } }],
        ...while_,
      },
    ],
  }
}

export const bursts = (places: MepPlaces): Scenario => sending(places, usualBursts)
export const retriedFrame = (places: MepPlaces): Scenario => sending(places, retries)

/** The radio's first calibration: the steepest load there is. */
export function radioPeak(places: MepPlaces): Scenario {
  const at = places.startedBy + 10e-3
  const seconds = at + 4e-3
  return {
    id: "radio-peak",
    title: "The radio's steepest load",
    what: "From 0.04 A to 0.5 A within 5 us and back after 0.3 ms, as the radio calibrates itself: what the converter cannot follow has to come from the capacitors at the module.",
    seconds,
    // ngspice goes slower by itself where something happens.
    stepSeconds: Math.max(5e-6, seconds / 5000),
    ...jumperOf(places),
    bench: [
      {
        ...{ id: "port", title: "24 V, stiff", at: places.port, kind: "supply" },
        ...{ volts: step(1e-3, 0, 24, 1e-3), ohms: port.ohms, henries: port.henries },
      },
    ],
    drive: {
      [places.module]: {
        amperes: pulses({ at, length: 0.3e-3, every: 1, count: 1, low: 0.04, high: 0.5, edge: 5e-6 }),
      },
    },
    measures: [
      {
        id: "radio-peak-supply",
        title: `lowest voltage at ${places.module}`,
        figure: { kind: "min", of: volts(places.supply), from: at - 1e-3, to: seconds },
        atLeast: esp.least + places.copperVolts,
        severity: "warning",
        parts: [places.module],
        advice: "bulk capacitance at the module",
        source: withCopper(places),
      },
      {
        id: "radio-release-supply",
        title: `highest voltage at ${places.module}, as the load goes`,
        figure: { kind: "max", of: volts(places.supply), from: at - 1e-3, to: seconds },
        atMost: esp.most,
        parts: [places.module],
        advice: "bulk capacitance at the module",
        source: esp.source,
      },
      runs(places, "radio-peak", at - 1e-3, seconds),
    ],
    panels: [
      {
        title: "Supply of the ESP32",
        traces: [{ label: `at ${places.module}`, of: volts(places.supply) }],
        from: at - 0.5e-3,
        to: at + 2e-3,
      },
    ],
  }
}

/** The supply comes up through the port's limit: what EN does meanwhile. */
export function startUp(places: MepPlaces): Scenario {
  const booted = places.startedBy + 0.19
  return {
    id: "start-up",
    title: "Start-up and reset",
    what: "The meter switches its port on, 1 W and no more. The module takes 0.05 A as it boots, and 0.1 A once it has: supply and EN come up.",
    seconds: booted + 0.1,
    stepSeconds: 50e-6,
    ...jumperOf(places),
    bench: [limited(places.port, port.usualVolts, 1e-3)],
    drive: { [places.module]: { amperes: step(booted, 0.05, 0.1, 1e-3) } },
    measures: [
      {
        id: "reset-order",
        title: "from 3.0 V at the module until EN is high",
        figure: {
          kind: "delay",
          from: { of: volts(places.supply), above: esp.least },
          until: { of: volts(places.reset), above: 0.75 * 3.3 },
        },
        atLeast: 50e-6,
        severity: "warning",
        parts: [places.module],
        advice: "a capacitor at EN, or a supervisor",
        source:
          "Espressif's hardware design guidelines: EN goes high 50 us or more after the supply is up (t_STBL)",
      },
      {
        id: "start-supply",
        title: `${places.module}'s supply at the end`,
        figure: { kind: "end", of: volts(places.supply) },
        atLeast: esp.least,
        atMost: esp.most,
        parts: [places.module, places.converter],
        advice: "it does not start",
        source: esp.source,
      },
      {
        id: "start-enabled",
        title: "EN at the end",
        figure: { kind: "end", of: volts(places.reset) },
        atLeast: 0.75 * 3.3,
        parts: [places.module],
        advice: "the module stays in reset",
        source: "ESP32 data sheet, DC Characteristics: 0.75 of the supply",
      },
      {
        id: "start-peak",
        title: `highest voltage at ${places.module}`,
        figure: { kind: "max", of: volts(places.supply) },
        atMost: esp.most,
        parts: [places.module, places.converter],
        source: esp.source,
      },
    ],
    panels: [
      { title: "Port", traces: [{ label: "24 V at the port", of: volts(places.port[0]) }], to: 0.1 },
      ...[
        { title: "Supply and EN" },
        // The port takes a millisecond to come on, and the converter another.
        { title: "Supply and EN as they come up", from: 1e-3, to: 5e-3 },
      ].map((part) => ({
        ...part,
        traces: [
          { label: "3V3", of: volts(places.supply) },
          { label: "EN", of: volts(places.reset) },
        ],
      })),
    ],
  }
}

/** ENABLE and TXD into the meter: what reaches it, and what the transceiver's supply has left. */
export function enableIntoLoad(
  places: MepPlaces,
  wanted: { readonly volts: number; readonly source: string },
): Scenario {
  const fed = places.startedBy
  const on = fed + 20e-3
  const seconds = on + 50e-3
  return {
    id: "enable",
    title: "ENABLE into its load",
    what: "The firmware feeds the transceiver, then pulls ENABLE's input low. ENABLE and TXD go into 3 kohm each, the heaviest receiver of TIA-232-F, the transceiver as weak as its data sheet allows.",
    seconds,
    stepSeconds: 50e-6,
    ...jumperOf(places),
    bench: [
      {
        ...{ id: "port", title: "24 V, stiff", at: places.port, kind: "supply" },
        ...{ volts: step(1e-3, 0, 24, 1e-3), ohms: port.ohms, henries: port.henries },
      },
      ...loads(places),
    ],
    drive: {
      [places.module]: {
        [`drive_${gpio.transceiverPower}`]: step(fed, 0, 1, 1e-6),
        [`drive_${gpio.txd2}`]: 1,
        [`drive_${gpio.mepEnable}`]: step(on, 1, -1, 1e-6),
      },
    },
    measures: [
      {
        id: "enable-level",
        title: "ENABLE at the meter, on",
        figure: { kind: "min", of: volts(places.enable), from: on + 5e-3, to: seconds },
        atLeast: wanted.volts,
        severity: "warning",
        parts: [places.enableDiode],
        advice: "a diode with less drop, or a higher supply",
        source: wanted.source,
      },
      {
        id: "enable-signal",
        title: "ENABLE at the meter, on, as a signal",
        figure: { kind: "min", of: volts(places.enable), from: on + 5e-3, to: seconds },
        atLeast: 3,
        parts: [places.enableDiode],
        source: "TIA-232-F: +3 V and above",
      },
      {
        id: "enable-off",
        title: "ENABLE at the meter, off, at its lowest",
        figure: { kind: "min", of: volts(places.enable) },
        atLeast: -0.5,
        parts: [places.enableDiode],
        advice: "the diode has to keep the driver's negative half away",
        source: "dabbler.dk: the meter wants 0 V or more",
      },
      {
        id: "enable-off-high",
        title: "ENABLE at the meter, off, at its highest",
        figure: { kind: "max", of: volts(places.enable), from: fed + 5e-3, to: on - 1e-3 },
        atMost: 0.5,
        parts: [places.enableDiode],
        source: "off is off: less than a diode's drop",
      },
      {
        id: "txd-level",
        title: "TXD at rest, at its highest",
        figure: { kind: "max", of: volts(places.txd), from: on, to: seconds },
        atMost: -3,
        parts: [places.transceiver],
        source: "TIA-232-F: -3 V and below at a receiver",
      },
      {
        id: "transceiver-supply",
        title: "the transceiver's supply, loaded",
        figure: { kind: "min", of: volts(places.transceiverSupply), from: on + 5e-3, to: seconds },
        atLeast: 3,
        parts: [places.transceiver],
        advice: "less resistance between it and the supply",
        source: "TI SLLS410: 3.0 V at least with 100 nF",
      },
      runs(places, "enable", on, seconds),
    ],
    panels: [
      {
        title: "RS-232 side",
        traces: [
          { label: "ENABLE", of: volts(places.enable) },
          { label: "TXD", of: volts(places.txd) },
        ],
      },
      {
        title: "Supplies",
        traces: [
          { label: "3V3", of: volts(places.supply) },
          { label: "transceiver", of: volts(places.transceiverSupply) },
        ],
      },
    ],
  }
}

/** A bench supply connected the wrong way round, its limit at 60 mA. */
export function reversed(places: MepPlaces, more: readonly Measure[] = []): Scenario {
  return {
    id: "reversed",
    title: "24 V the wrong way round",
    what: "A bench supply at 24 V with its current limited to 60 mA, plus on ground and minus on 24 V.",
    seconds: 50e-3,
    stepSeconds: 50e-6,
    ...jumperOf(places),
    bench: [
      {
        ...{
          id: "bench",
          title: "24 V, 60 mA, reversed",
          at: [places.port[1], places.port[0]],
          kind: "supply",
        },
        ...{ volts: step(1e-3, 0, 24, 1e-3), ohms: 1, henries: 1e-6, limitAmperes: 60e-3, farads: 1e-6 },
      },
    ],
    measures: [
      {
        id: "reversed-input",
        title: "lowest voltage at the converter's input",
        figure: { kind: "min", of: volts(places.input.at) },
        atLeast: -0.3,
        severity: "warning",
        parts: [places.port[0].split(".")[0] ?? "", places.converter],
        advice: "a diode or transistor in the supply keeps it away",
        source: "absolute limits of converters' inputs: -0.3 V",
      },
      {
        id: "reversed-supply",
        title: `lowest voltage at ${places.module}`,
        figure: { kind: "min", of: volts(places.supply) },
        atLeast: -0.3,
        parts: [places.module],
        source: "ESP32 data sheet, absolute limits: -0.3 V",
      },
      ...more,
    ],
    panels: [
      {
        title: "Input and supply",
        traces: [
          { label: "converter's input", of: volts(places.input.at) },
          { label: "3V3", of: volts(places.supply) },
        ],
      },
      {
        title: "Current of the bench supply",
        traces: [{ label: "from the bench", of: { amperes: "bench" } }],
      },
    ],
  }
}

/** 5 V at a second way in while the meter's 24 V are there, and before: nothing may flow back into it. */
export function twoSupplies(
  places: MepPlaces,
  second: { readonly at: readonly [string, string]; readonly title: string },
): Scenario {
  const both = places.startedBy + 0.05
  const off = both + 0.1
  const seconds = off + 0.1
  return {
    id: "two-supplies",
    title: `5 V at ${second.title} and 24 V at once`,
    what: `5 V at ${second.title} first, the meter's 24 V once it runs, then 5 V off again: the board runs throughout and gives nothing back.`,
    seconds,
    stepSeconds: 50e-6,
    ...jumperOf(places),
    bench: [
      {
        ...{
          id: "usb",
          title: `5 V at ${second.title}`,
          at: second.at,
          kind: "supply",
          ohms: 0.2,
          henries: 0.5e-6,
        },
        volts: [
          [0, 0],
          [1e-3, 0],
          [2e-3, 5],
          [off, 5],
          [off + 1e-3, 0],
        ],
      },
      limited(places.port, port.usualVolts, both),
      // Off, a port is no open end: its own regulator's divider, or a lamp's worth of leakage.
      { id: "port-off", title: "the port's own load", kind: "resistor", at: places.port, ohms: 10e3 },
    ],
    measures: [
      {
        id: "back-feed-usb",
        title: `lowest current out of ${second.title}`,
        figure: { kind: "min", of: { amperes: "usb" }, from: 10e-3, to: off - 5e-3 },
        atLeast: -1e-3,
        parts: [second.at[0].split(".")[0] ?? ""],
        advice: "a diode keeps the port's voltage away from it",
        source: "USB 2.0, 7.2.1: a device gives nothing to VBUS",
      },
      {
        id: "back-feed-port",
        title: "highest voltage at the port while the meter is off",
        figure: { kind: "max", of: volts(places.port[0]), from: 0, to: both - 5e-3 },
        atMost: 0.5,
        parts: [places.port[0].split(".")[0] ?? ""],
        advice: "a diode keeps 5 V away from the port",
        source: "nothing may feed a meter",
      },
      {
        id: "hand-over-low",
        title: `lowest voltage at ${places.module} throughout`,
        figure: { kind: "min", of: volts(places.supply), from: places.startedBy, to: seconds },
        atLeast: esp.least,
        parts: [places.module],
        source: esp.source,
      },
      {
        id: "hand-over-high",
        title: `highest voltage at ${places.module} throughout`,
        figure: { kind: "max", of: volts(places.supply) },
        atMost: esp.most,
        parts: [places.module],
        source: esp.source,
      },
      runs(places, "hand-over", places.startedBy, seconds),
    ],
    panels: [
      {
        title: "Ways in",
        traces: [
          { label: "port", of: volts(places.port[0]) },
          { label: second.title, of: volts(second.at[0]) },
          { label: "converter's input", of: volts(places.input.at) },
        ],
      },
      { title: "Supply of the ESP32", traces: [{ label: "3V3", of: volts(places.supply) }] },
      { title: `Current out of ${second.title}`, traces: [{ label: second.title, of: { amperes: "usb" } }] },
    ],
  }
}

/** The circuit of the v2.00 family: the buck module on J1-J4, everything else as published. */
const original: MepPlaces = {
  port: ["J6.+24V", "J6.GND"],
  input: {
    at: "J2.VIN+",
    part: "J2",
    maxVolts: 40,
    source: "XLSEMI XL1509 data sheet: 40 V, as the capacitor on its module has 50 V",
  },
  supply: "U2.3V3",
  // What `supplyDrop` claims of the copper.
  copperVolts: 0.1,
  reset: "U2.EN",
  startedBy: 10e-3,
  module: "U2",
  transceiver: "U1",
  transceiverSupply: "U1.VCC",
  enable: "J6.ENABLE",
  txd: "J6.TXD",
  converter: "J4",
  enableDiode: "D1",
  running: "J7 3-4",
}

/** What boards of the v2.00 family are tried with. */
export const mepScenarios: readonly Scenario[] = [
  pluggedIn(original, 24),
  pluggedIn(original, 26),
  startUp(original),
  bursts(original),
  retriedFrame(original),
  radioPeak(original),
  enableIntoLoad(original, { volts: 5, source: '"+5 VDC or +12 VDC": dabbler.dk, 2021-10-27' }),
  reversed(original),
]
