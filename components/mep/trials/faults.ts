import type { Measure, Scenario } from "../../../src/model/simulation"
import { step } from "../../../src/simulate/waveform"
import { esp, jumperOf, limited, type MepPlaces, port, runs, volts } from "./common"

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
