import { type MepPlaces, port, volts } from "../../../components/mep/trials/common"
import type { Scenario } from "../../../src/model/simulation"
import { step } from "../../../src/simulate/waveform"

/** F1's least, 1.6 ohm (TECHFUSE nSMD010), out of its model's 9: what damps plugging in least. */
export const thinnestFuse = (scenario: Scenario): Scenario => ({
  ...scenario,
  id: `${scenario.id}-least-fuse`,
  title: `${scenario.title}, the fuse at its least`,
  what: `${scenario.what} F1 has 1.6 ohm, the least it is sold with.`,
  bench: [
    ...scenario.bench,
    { id: "fuse", title: "F1 at 1.6 ohm", kind: "resistor", at: ["F1.1", "F1.2"], ohms: 1.95 },
  ],
})

/** A surge between the port's wires: IEC 61000-4-5, level 1 (0.5 kV), 42 ohm as for lines that are no mains. */
export function surge(places: MepPlaces): Scenario {
  const at = 20e-3
  const [crest, least, half] = [500, 24, 250]
  return {
    id: "surge",
    title: "A surge of 0.5 kV at the port",
    what: "24 V are there and the cans charged; then 1.2/50 us of 0.5 kV through 42 ohm and F1's 1.6 ohm at least: the clamp has to keep it from the cans and the converter. No document says what a meter's port may see.",
    seconds: at + 1e-3,
    stepSeconds: 2e-6,
    bench: [
      {
        ...{ id: "port", title: "24 V through 42 ohm, and the surge", at: places.port, kind: "supply" },
        ...{ ohms: 42, henries: 1e-6 },
        volts: [
          [0, 0],
          [1e-3, 0],
          [2e-3, 24],
          [at, 24],
          [at + 1.2e-6, crest],
          [at + 50e-6, half],
          [at + 200e-6, least],
        ],
      },
      { id: "fuse", title: "F1 at 1.6 ohm", kind: "resistor", at: ["F1.1", "F1.2"], ohms: 1.95 },
    ],
    measures: [
      {
        id: "surge-input",
        title: "highest voltage at C10 and U3",
        figure: { kind: "max", of: volts(places.input.at) },
        atMost: places.input.maxVolts,
        parts: ["C10", "C11", "U3", "D3"],
        advice: "a clamp that gives less, or more resistance before it",
        source: places.input.source,
      },
      {
        id: "surge-diode",
        title: "highest current through D2",
        figure: { kind: "max", of: { amperes: "D2.A" } },
        atMost: 50,
        parts: ["D2"],
        source: "SS210 of all makers: 50 A for 8.3 ms; the cans take the surge before D3 has to",
      },
      {
        id: "surge-supply",
        title: `highest voltage at ${places.module}`,
        figure: { kind: "max", of: volts(places.supply) },
        atMost: 3.6,
        parts: [places.module],
        source: "ESP32-WROOM-32E data sheet: 3.0 to 3.6 V",
      },
    ],
    panels: [
      {
        title: "Behind the fuse, and at the input",
        traces: [
          { label: "V24_FUSED", of: volts("V24_FUSED") },
          { label: "VIN", of: volts(places.input.at) },
        ],
        from: at - 50e-6,
      },
      {
        title: "Where the surge goes",
        traces: [
          { label: "D2, to the cans", of: { amperes: "D2.A" } },
          { label: "D3, the clamp", of: { amperes: "D3.1" } },
        ],
        from: at - 50e-6,
        to: at + 300e-6,
      },
    ],
  }
}

/** The meter's 24 V alone, nothing in USB and J5: what stands at their open pins, and what the board takes. */
export function idle(places: MepPlaces): Scenario {
  const seconds = 0.6
  const open = (id: string, what: string, pin: string, diode: string) =>
    ({
      id,
      title: `${what} open, 24 V at J6`,
      figure: { kind: "max", of: volts(pin) },
      atMost: 5.5,
      severity: "warning",
      parts: [pin.split(".")[0] ?? "", diode],
      advice: "10 kohm from it to ground",
      source: "USB 2.0, 7.2.2: no more than 5.5 V anywhere at VBUS; the same for a 5 V adapter",
    }) as const
  return {
    id: "idle",
    title: "24 V alone, USB and J5 open",
    what: "The meter's 24 V, the access point idle at 0.1 A, nothing plugged in at USB and J5: D4 and D5 leak 0.1 mA at 60 V at most, and nothing takes it away.",
    seconds,
    stepSeconds: 100e-6,
    bench: [
      {
        ...{ id: "port", title: "24 V, stiff", at: places.port, kind: "supply" },
        ...{ volts: step(1e-3, 0, 24, 1e-3), ohms: port.ohms, henries: port.henries },
      },
    ],
    measures: [
      open("open-j5", "J5's 5 V pin", "J5.5V", "D5"),
      open("open-usb", "USB's VBUS", "J7.A4B9", "D4"),
      {
        id: "idle-current",
        title: "mean current from 24 V, receiving, the bridge awake",
        figure: { kind: "mean", of: { amperes: "port" }, from: 0.4, to: seconds },
        atMost: 1 / 26,
        parts: ["U3"],
        source: '"max 1 W": dabbler.dk; 38 mA at 26 V',
      },
    ],
    panels: [
      {
        title: "Open pins",
        traces: [
          { label: "J5, 5 V", of: volts("J5.5V") },
          { label: "VBUS", of: volts("J7.A4B9") },
        ],
      },
      { title: "Current from 24 V", traces: [{ label: "port", of: { amperes: "port" } }], from: 0.1 },
    ],
  }
}
