import type { Scenario } from "../../../src/model/simulation"
import { step } from "../../../src/simulate/waveform"
import { gpio } from "../circuit"
import { jumperOf, loads, type MepPlaces, port, runs, volts } from "./common"

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
