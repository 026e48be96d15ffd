import type { Scenario } from "../../../src/model/simulation"
import { pulses, step } from "../../../src/simulate/waveform"
import {
  esp,
  jumperOf,
  limited,
  loads,
  type MepPlaces,
  port,
  runs,
  transceiverOn,
  volts,
  withCopper,
} from "./common"

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
