import type { MepPlaces } from "../../components/mep/trials/common"
import { enableIntoLoad } from "../../components/mep/trials/enable"
import { reversed, twoSupplies } from "../../components/mep/trials/faults"
import { bursts, radioPeak, retriedFrame } from "../../components/mep/trials/radio"
import { pluggedIn, startUp } from "../../components/mep/trials/supply"
import type { Scenario } from "../../src/model/simulation"
import { idle, surge, thinnestFuse } from "./trials/port"
import { automaticReset, twoAdapters, usbPlugged, weakUsb } from "./trials/usb"

/** Where things are on MEP-HW 3.00. SJ1 closed costs power, so that is what the radio is tried with. */
const places: MepPlaces = {
  port: ["J6.+24V", "J6.GND"],
  input: {
    at: "U3.VIN",
    part: "C10",
    maxVolts: 50,
    source: "Panasonic EEE-FT1H470AP (C10, C11): 50 V; U3 has 60 V (TI SNVSA24)",
  },
  supply: "U2.3V3",
  // What `supplyDrop` claims of the copper.
  copperVolts: 0.05,
  reset: "U2.EN",
  // U5 holds EN for 200 ms, R1 and C6 for 14 ms more.
  startedBy: 0.24,
  module: "U2",
  transceiver: "U1",
  transceiverSupply: "U1.VCC",
  enable: "J6.ENABLE",
  txd: "J6.TXD",
  converter: "U3",
  enableDiode: "D1",
}
const at5V: MepPlaces = { ...places, running: "SJ1 open" }
const at9V: MepPlaces = { ...places, running: "SJ1 closed" }

/** U5 waits far longer than the module asks for: a limit of its own, or a supervisor that fails would not show. */
const orderly = (scenario: Scenario): Scenario => ({
  ...scenario,
  measures: scenario.measures.map((measure) =>
    measure.id === "reset-order"
      ? {
          ...measure,
          severity: "error",
          atLeast: 0.14,
          parts: ["U5", "U2"],
          source: `${measure.source}; TI SBVS157: U5 holds it for 200 ms, usually`,
        }
      : measure,
  ),
})

/** A port that holds to what 1 W is at 24 V, at any voltage: U5 keeps the module off until the cans are charged. */
function hardestPort(scenario: Scenario): Scenario {
  const amperes = 1 / 24
  const seconds = scenario.seconds + 0.2
  return {
    ...scenario,
    id: "start-up-hardest",
    title: "Start-up from 42 mA and no more",
    what: "The meter switches its port on, and it never gives more than 42 mA, which are 1 W at 24 V only: a board that asks for its power at once would hang at the converter's least input.",
    seconds,
    bench: scenario.bench.map((item) =>
      item.kind === "supply" ? { ...item, title: "meter's port, 24 V, 42 mA", limitAmperes: amperes } : item,
    ),
    // The cans take tens of milliseconds to fill.
    panels: scenario.panels.map((panel) =>
      panel.title.endsWith("come up") ? { ...panel, from: 5e-3, to: 30e-3 } : panel,
    ),
    measures: [
      ...scenario.measures,
      {
        id: "hardest-input",
        title: "converter's input at the end",
        figure: { kind: "end", of: { volts: places.input.at } },
        atLeast: 20,
        parts: ["U3"],
        advice: "it hangs: the converter has to wait for more input",
        source: "24 V less fuse and diode, and some",
      },
    ],
  }
}

/** SJ1 closed: a supply of some 9 V, not the driver's 5 V. */
function nineVolts(scenario: Scenario): Scenario {
  return {
    ...scenario,
    id: "enable-9v",
    title: "ENABLE into its load, SJ1 closed",
    what: `${scenario.what} SJ1 is closed: about 9.5 V from VIN through R17 and D7.`,
    measures: [
      ...scenario.measures,
      {
        id: "enable-9v-most",
        title: "ENABLE at the meter, on, at its highest",
        figure: { kind: "max", of: { volts: places.enable } },
        atMost: 12,
        parts: ["D8", "D7"],
        source: '"+5 VDC or +12 VDC": dabbler.dk, 2021-10-27',
      },
      {
        id: "gate-9v",
        title: "between Q6's source and gate, at its highest",
        figure: { kind: "max", of: { volts: "Q6.S", against: "Q6.G" } },
        atMost: 16,
        parts: ["R15", "R16", "Q6"],
        advice: "R15 larger",
        source: "its gate stands 20 V (onsemi BSS84); a fifth less, for 30.9 V of a surge at 24 V",
      },
    ],
  }
}

const said = "MEP-SW-ESP32 issue 7: a meter that wanted 8 to 9 V worked at a 9 V battery"

/** What MEP-HW 3.00 is tried with before anyone makes it. */
export const scenarios: readonly Scenario[] = [
  pluggedIn(at5V, 24),
  pluggedIn(at5V, 26),
  thinnestFuse(pluggedIn(at5V, 26)),
  surge(places),
  orderly(startUp(at9V)),
  orderly(hardestPort(startUp(at9V))),
  bursts(at9V),
  retriedFrame(at9V),
  radioPeak(at5V),
  enableIntoLoad(at5V, { volts: 4.4, source: "v2.00's level, which meters are reported to take" }),
  nineVolts(enableIntoLoad(at9V, { volts: 8.5, source: said })),
  reversed(at5V, [
    {
      id: "reversed-current",
      title: "what the bench supply gives into it",
      figure: { kind: "max", of: { amperes: "bench" }, from: 10e-3 },
      atMost: 1e-3,
      parts: ["D2", "D3"],
      advice: "D2 or D3 conducts the wrong way",
      source: "nothing is to flow but what leaks",
    },
  ]),
  twoSupplies(at5V, { at: ["J7.A4B9", "J7.A1B12"], title: "USB" }),
  {
    ...twoSupplies(at5V, { at: ["J5.5V", "J5.GND"], title: "J5" }),
    id: "two-supplies-j5",
  },
  idle(places),
  usbPlugged(places),
  weakUsb(places),
  automaticReset(places),
  twoAdapters(places),
]
