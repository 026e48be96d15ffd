import type { Scenario } from "../../../src/model/simulation"
import { step } from "../../../src/simulate/waveform"
import { esp, jumperOf, limited, type MepPlaces, port, volts } from "./common"

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
