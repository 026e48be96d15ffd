import type { Part } from "../../src/model/part"
import { dip, discCapacitor, standingDiode, standingResistor } from "../packages/through-hole"
import { d1n4148 } from "../spice/diodes"
import { ceramicBySize } from "../spice/passives"
import { byHand, cathodeAnode, ends, family, noNumber } from "./helpers"
import { ohmsOf } from "./passives"
import { max3232 } from "./semiconductors"

/** Parts with leads, for boards that are soldered with an iron. */

const leaded = {
  numbers: noNumber("bought by its description: no maker's part is chosen"),
  assembly: byHand("through-hole parts are soldered by hand"),
} as const

/** DIN 0204, standing; 0 ohm is a wire link as well. */
export const standingResistors: Readonly<Record<"10k" | "0R", Part>> = {
  "10k": standingResistorOf("10k"),
  "0R": standingResistorOf("0R"),
}

function standingResistorOf(value: string): Part {
  const ohms = ohmsOf(value)
  return {
    ...leaded,
    id: `r-axial-0204-${value.toLowerCase()}`,
    kind: "resistor",
    value,
    description:
      ohms === 0
        ? "Axial 0 ohm link DIN 0204, or a piece of wire"
        : "Axial resistor DIN 0204, 1 %, 0.25 W or more",
    package: standingResistor(),
    pins: ends,
    ratings: {
      resistanceOhm: ohms,
      ...(ohms === 0 ? {} : { tolerancePercent: 1, powerW: 0.25, maxVoltageV: 200 }),
      source: "Vishay MBA/SMA 0204 data sheet: 0.4 W at 70 degrees C, 200 V; any other that is no larger",
    },
    height: { unknown: "as far over the board as it is soldered; drawn 5.1 mm" },
    polarised: false,
  }
}

export const discCapacitor100nF: Part = {
  ...leaded,
  id: "c-disc-100n-50v",
  kind: "capacitor",
  value: "100nF",
  description: "Ceramic disc or multilayer capacitor 100 nF 50 V, leads 5 mm apart",
  package: discCapacitor(),
  pins: ends,
  ratings: {
    capacitanceF: 100e-9,
    dielectric: "X7R",
    maxVoltageV: 50,
    source: "what the buyer is told to order: 50 V or more; twice the pump's 5.5 V would do",
  },
  spice: ceramicBySize(100e-9, 50, "X7R"),
  height: { unknown: "no maker's part is chosen; drawn 6.6 mm" },
  polarised: false,
}

export const diode1n4148: Part = {
  ...leaded,
  id: "d-1n4148-do35",
  kind: "diode",
  value: "1N4148",
  description: "Switching diode 100 V 0.2 A, DO-35",
  package: standingDiode(),
  pins: cathodeAnode,
  mpn: "1N4148",
  ordering: family(
    "1N4148(TA|TR|-T26A|-T50A|-T50R)?",
    "onsemi 1N914/1N4148 data sheet, Ordering Information: all DO-35, the suffix is the taping; W, WS, WT are chips",
  ),
  ratings: {
    reverseVoltageV: 75,
    maxCurrentA: 0.2,
    forwardVoltageV: 1,
    source: "onsemi 1N914/1N4148 data sheet: VR 75 V, IO 200 mA, VF 1 V at 10 mA",
  },
  spice: d1n4148,
  height: { unknown: "as far over the board as it is soldered; drawn 5.7 mm" },
  polarised: true,
  notes: [
    "The ring (cathode) goes down, to the square pad. A 1N4007's leads (DO-41, up to 0.86 mm) do not go through the 0.75 mm holes.",
  ],
}

export const max3232Dip: Part = {
  ...max3232,
  ...leaded,
  id: "u-max3232-dip16",
  description: "RS-232 transceiver, two drivers and receivers, 3.0 to 5.5 V, in a 16 pin socket",
  package: dip(16, { socket: true }),
  mpn: "MAX3232EPE+",
  ordering: family(
    "MAX3232E?[CE]PE\\+?",
    'Maxim 19-0273, "Ordering Information": C or E = temperature, PE = 16 pins, plastic DIP',
  ),
  numbers: noNumber("no LCSC number is confirmed for a MAX3232 in DIP-16"),
  height: { mm: 9.27, source: "socket 4.19 mm (Mill-Max 110), DIP 5.08 mm (Maxim P16, A max)" },
  notes: [
    "Buy a 16 pin DIP socket too, at most 4.2 mm high.",
    "Fakes are common: a good one has more than 15 kohm between pins 15 and 16 out of circuit.",
  ],
}
