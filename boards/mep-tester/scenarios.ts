import type { BenchItem, Scenario } from "../../src/model/simulation"
import { step } from "../../src/simulate/waveform"

/** What the tester is tried with: what it says of a module, and what it takes from a person's slips. */

const on = {
  ...{ id: "bench", title: "bench supply, 24 V, 1 A", at: ["J1.+24V", "J1.GND"], kind: "supply" },
  ...{ volts: step(1e-3, 0, 24, 1e-3), ohms: 0.2, henries: 1e-6, limitAmperes: 1, farads: 100e-6 },
} as const satisfies BenchItem

/** 1.2 W at 24 V, 1.4 W at 26 V. */
const running: BenchItem = {
  ...{ id: "module", title: "the module", kind: "resistor", at: ["J2.+24V", "J2.GND"], ohms: 480 },
}

const led = { amperes: "D3.A" } as const

const threshold: Scenario = {
  id: "threshold",
  title: "ENABLE rises from 0 to 6 V",
  what: "A module's ENABLE, 100 ohm, rises slowly: D3 has to be dark while it is too low and lit at what a sound module gives.",
  seconds: 0.07,
  stepSeconds: 20e-6,
  bench: [
    on,
    {
      ...{ id: "module", title: "module's ENABLE", at: ["J2.ENABLE", "J2.GND"], kind: "supply", ohms: 100 },
      volts: [
        [0, 0],
        [10e-3, 0],
        [70e-3, 6],
      ],
    },
  ],
  measures: [
    {
      id: "dark",
      title: "highest current of D3 while ENABLE is under 4.2 V",
      figure: { kind: "max", of: led, from: 5e-3, to: 51e-3 },
      atMost: 0.1e-3,
      parts: ["D3"],
      source: "a red LED is dark to the eye under 0.1 mA",
    },
    {
      id: "lit",
      title: "lowest current of D3 while ENABLE is over 4.8 V",
      figure: { kind: "min", of: led, from: 61e-3, to: 70e-3 },
      atLeast: 1e-3,
      parts: ["D3"],
      source: "1 mA is seen in a lit room",
    },
    {
      id: "led-most",
      title: "highest current of D3",
      figure: { kind: "max", of: led },
      atMost: 20e-3,
      parts: ["D3"],
      source: "NATIONSTAR NCD0805R1: 20 mA",
    },
  ],
  panels: [
    {
      title: "ENABLE",
      traces: [
        { label: "ENABLE", of: { volts: "J2.ENABLE" } },
        { label: "REF", of: { volts: "U1.REF" } },
      ],
    },
    { title: "Current of the LED", traces: [{ label: "D3", of: led }] },
  ],
}

const wrongDiode: Scenario = {
  id: "module-reversed-diode",
  title: "A module whose diode is the wrong way round",
  what: "The module gives -5.5 V at ENABLE: U1's reference must not see it.",
  seconds: 20e-3,
  stepSeconds: 20e-6,
  bench: [
    on,
    {
      ...{ id: "module", title: "module's ENABLE", at: ["J2.ENABLE", "J2.GND"], kind: "supply" },
      ...{ volts: step(10e-3, 0, -5.5, 1e-4), ohms: 300 },
    },
  ],
  measures: [
    {
      id: "reference-low",
      title: "lowest voltage at U1's reference",
      figure: { kind: "min", of: { volts: "U1.REF" } },
      atLeast: -0.5,
      parts: ["D4", "U1"],
      advice: "a diode to ground takes it",
      source: "TI SLVS543, absolute limits: the reference's current -0.05 mA, which flows from some -0.5 V",
    },
    {
      id: "reference-current",
      title: "current out of U1's reference, as a negative figure",
      figure: { kind: "min", of: { amperes: "U1.REF" } },
      atLeast: -50e-6,
      parts: ["D4", "U1"],
      source: "TI SLVS543, absolute limits: -0.05 mA",
    },
  ],
  panels: [
    {
      title: "ENABLE and reference",
      traces: [
        { label: "ENABLE", of: { volts: "J2.ENABLE" } },
        { label: "REF", of: { volts: "U1.REF" } },
      ],
    },
  ],
}

const reversed: Scenario = {
  id: "reversed",
  title: "24 V the wrong way round at J1",
  what: "A bench supply that can give 1 A, plus and minus exchanged.",
  seconds: 50e-3,
  stepSeconds: 50e-6,
  bench: [{ ...on, at: ["J1.GND", "J1.+24V"] }, running],
  measures: [
    {
      id: "reversed-module",
      title: "lowest voltage at the module's 24 V",
      figure: { kind: "min", of: { volts: "J2.+24V" } },
      atLeast: -0.3,
      parts: ["D1"],
      advice: "the diode keeps it away",
      source: "absolute limits of converters' inputs: -0.3 V",
    },
    {
      id: "reversed-current",
      title: "current that flows then",
      figure: { kind: "end", of: { amperes: "bench" } },
      atMost: 2e-3,
      parts: ["D1"],
      source: "B5819W: 1 mA at most at 40 V, reversed",
    },
  ],
  panels: [
    {
      title: "Supply and module",
      traces: [
        { label: "J1", of: { volts: "J1.+24V" } },
        { label: "J2", of: { volts: "J2.+24V" } },
      ],
    },
  ],
}

const shortCircuit: Scenario = {
  id: "module-fault",
  title: "A module whose 24 V are on ground",
  what: "2 ohm from 24 V to ground behind F1, the bench supply good for 1 A: F1 has to trip and stay so.",
  seconds: 3,
  stepSeconds: 2e-3,
  bench: [on, { id: "fault", title: "the fault", kind: "resistor", at: ["J2.+24V", "J2.GND"], ohms: 2 }],
  measures: [
    {
      id: "fault-peak",
      title: "highest current of F1, from the supply's capacitor too",
      figure: { kind: "max", of: { amperes: "F1.1" } },
      parts: ["F1"],
    },
    {
      id: "fault-tripped",
      title: "current after 3 s",
      figure: { kind: "end", of: { amperes: "bench" } },
      atMost: 0.1,
      parts: ["F1"],
      advice: "the fuse does not trip",
      source: "the fuse's hold current: more would not be tripped",
    },
  ],
  panels: [
    { title: "Current of F1", traces: [{ label: "F1", of: { amperes: "F1.1" } }], to: 1 },
    { title: "24 V behind F1", traces: [{ label: "J2", of: { volts: "J2.+24V" } }], to: 1 },
  ],
}

const normal: Scenario = {
  id: "module-on",
  title: "A module that runs",
  what: "24 and then 26 V, the module taking 1.2 W: what is left for it behind fuse and diode.",
  seconds: 0.1,
  stepSeconds: 50e-6,
  bench: [
    {
      ...on,
      volts: [
        [0, 0],
        [1e-3, 24],
        [50e-3, 24],
        [51e-3, 26],
      ],
    },
    running,
  ],
  measures: [
    {
      id: "module-volts",
      title: "24 V that reach the module",
      figure: { kind: "min", of: { volts: "J2.+24V" }, from: 10e-3, to: 0.1 },
      atLeast: 22,
      parts: ["F1", "D1"],
      source: "as from a meter, less a tenth",
    },
    {
      id: "power-led",
      title: "current of D2",
      figure: { kind: "max", of: { amperes: "D2.A" } },
      atLeast: 1e-3,
      atMost: 5e-3,
      parts: ["D2", "R1"],
      source: "1 mA is seen; KENTO KT-0805G's drop is stated at 5 mA",
    },
  ],
  panels: [
    {
      title: "24 V",
      traces: [
        { label: "J1", of: { volts: "J1.+24V" } },
        { label: "J2", of: { volts: "J2.+24V" } },
      ],
    },
  ],
}

export const scenarios: readonly Scenario[] = [normal, threshold, wrongDiode, reversed, shortCircuit]
