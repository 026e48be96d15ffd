import type { Scenario } from "../../src/model/simulation"
import type { MepPlaces } from "./trials/common"
import { enableIntoLoad } from "./trials/enable"
import { reversed } from "./trials/faults"
import { bursts, radioPeak, retriedFrame } from "./trials/radio"
import { pluggedIn, startUp } from "./trials/supply"

/**
 * What a MEP board is tried with before anyone solders it: the meter's port and the bench, the radio's bursts, the reset,
 * ENABLE into its load. A board says where these things are on it; the trials are the same for all of them.
 */

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
