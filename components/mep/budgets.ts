import { bridgesOf, pinWords, withUnit } from "../../src/circuit/view"
import { pinOf, rounded } from "../../src/claims/claim"
import type { CircuitView } from "../../src/model/circuit-view"
import type { Claim } from "../../src/model/claim"
import type { Figure, Finding } from "../../src/model/finding"
import { gpio } from "./circuit"

/** Budgets of the MEP circuit, each figure with its source. Volts, amperes, watts, farads. */

const transceiver = {
  part: "U1",
  supply: "VCC_RS232",
  // TI SLLS410, "Electrical Characteristics": DOUT into 3 k, 3.3 V supply.
  driverVolts: { least: 5, typical: 5.4 },
  // Not documented for any meter: an estimate above one RS-232 load (1.8 mA).
  enableAmperes: 3e-3,
  fedBy: `U2.${gpio.transceiverPower}`,
  feedResistor: "R4",
  // A pin's default drive strength (ESP32 data sheet, "DC Characteristics").
  goodAmperes: 20e-3,
  // Ten times what the MAX3232 needs; more would dip the pin when it is switched on.
  maxSupplyFarads: 1e-6,
} as const

/**
 * What the transceiver takes from its supply, A: unloaded, and twice (the charge pump doubles the voltage) what its
 * drivers give, one into an RS-232 receiver and one into ENABLE. Undefined where its record lacks a figure.
 */
function transceiverAmperes(input: CircuitView): number | undefined {
  const { quiescentCurrentA: idle, inputResistanceMinOhm: load } =
    input.parts.get(transceiver.part)?.record.ratings ?? {}
  return idle === undefined || load === undefined
    ? undefined
    : idle + 2 * (transceiver.driverVolts.typical / load + transceiver.enableAmperes)
}

/** The transceiver on a GPIO: current, and capacitance that the pin has to charge. */
export const transceiverSupply: Claim = {
  id: "budget/transceiver",
  title: "MAX3232 fed from a GPIO",
  says: transceiver,
  check: ({ circuit: input }) => {
    const { part, supply, feedResistor, goodAmperes, maxSupplyFarads } = transceiver
    const fedBy = pinOf(input, transceiver.fedBy)
    if (input.variants.every(({ notFitted }) => notFitted.includes(feedResistor))) return { findings: [] }
    const amperes = transceiverAmperes(input)
    const most = input.parts.get("U2")?.record.ratings?.outputCurrentA
    const farads = bridgesOf(input)
      .filter(({ part: bridge, nets }) => bridge.kind === "capacitor" && nets.includes(supply))
      .reduce((sum, { part: bridge }) => sum + (bridge.farads ?? 0), 0)
    const figures: Figure[] = [
      ...(amperes === undefined
        ? []
        : [
            {
              name: `${part} from ${pinWords(input, fedBy)} through ${feedResistor}`,
              value: rounded(amperes * 1e3),
              unit: "mA",
              limit: goodAmperes * 1e3,
            },
          ]),
      {
        name: `capacitance on ${supply}`,
        value: rounded(farads * 1e9),
        unit: "nF",
        limit: maxSupplyFarads * 1e9,
      },
    ]
    const findings: Finding[] = []
    if (amperes === undefined || most === undefined) {
      findings.push({
        rule: "budget/gpio-current",
        severity: "error",
        message: `the records lack the figures for ${part}'s current from ${pinWords(input, fedBy)}: quiescentCurrentA, inputResistanceMinOhm, outputCurrentA`,
        parts: [part, fedBy],
      })
    } else if (amperes > goodAmperes) {
      findings.push({
        rule: "budget/gpio-current",
        severity: amperes > most ? "error" : "warning",
        message: `${part} takes ${withUnit(amperes, "A")} from ${pinWords(input, fedBy)} through ${feedResistor}: at ease up to ${withUnit(goodAmperes, "A")}, ${withUnit(most, "A")} at most`,
        measure: { value: rounded(amperes * 1e3), limit: goodAmperes * 1e3, unit: "mA" },
        nets: [supply],
        parts: [part, fedBy, feedResistor],
      })
    }
    if (farads > maxSupplyFarads * (1 + 1e-9)) {
      findings.push({
        rule: "budget/gpio-capacitance",
        severity: "warning",
        message: `${withUnit(farads, "F")} on ${supply}, which ${pinWords(input, fedBy)} charges: more than ${withUnit(maxSupplyFarads, "F")} makes it dip`,
        measure: { value: rounded(farads * 1e9), limit: maxSupplyFarads * 1e9, unit: "nF" },
        nets: [supply],
      })
    }
    return { findings, figures }
  },
}

const meter = {
  // "max 1 W": dabbler.dk and the original board's README.
  watts: 1,
  converter: "J2",
  supply: "V3V3",
  module: "U2",
  // Receiving all the time (ESP32-WROOM-32E data sheet, "Current Consumption Characteristics": 95 to 100 mA).
  moduleAmperes: 0.1,
} as const

/** What the meter gives, at the converter's efficiency, beside what the board takes on average. */
export const meterPower: Claim = {
  id: "budget/meter-power",
  title: "Power from the meter",
  says: meter,
  check: ({ circuit: input }) => {
    const { watts, converter, supply, module, moduleAmperes } = meter
    const efficiency = input.parts.get(converter)?.record.assumed?.efficiency?.value
    const volts = input.facts[supply]?.nominalVolts
    if (efficiency === undefined || volts === undefined) {
      const message = `no efficiency in ${converter}'s record, or no nominal voltage of ${supply}: the meter's ${watts} W cannot be held against anything`
      return {
        findings: [
          {
            rule: "budget/meter-power",
            severity: "error",
            message,
            nets: [supply],
            parts: [converter],
          },
        ],
      }
    }
    const allowed = (watts * efficiency) / volts
    const used = moduleAmperes + (transceiverAmperes(input) ?? 0)
    const findings: Finding[] =
      used <= allowed
        ? []
        : [
            {
              rule: "budget/meter-power",
              severity: "error",
              message: `${module} and the transceiver take ${withUnit(used, "A")} on average at ${volts} V; ${watts} W from the meter at ${efficiency * 100} % allow ${withUnit(allowed, "A")}`,
              measure: { value: rounded(used * 1e3), limit: rounded(allowed * 1e3), unit: "mA" },
              nets: [supply],
              parts: [module, converter],
            },
          ]
    return {
      findings,
      figures: [
        {
          name: `average current on ${supply} that ${watts} W allow at ${efficiency * 100} %`,
          value: rounded(allowed * 1e3),
          unit: "mA",
        },
        {
          name: `average current of ${module} receiving, and the transceiver`,
          value: rounded(used * 1e3),
          unit: "mA",
          limit: rounded(allowed * 1e3),
        },
        {
          name: "power from the meter at that current",
          value: rounded((used * volts) / efficiency),
          unit: "W",
          limit: watts,
        },
      ],
    }
  },
}

const enable = {
  diode: "D1",
  // A silicon diode at some mA: 1N4007 (onsemi, "Typical Forward Voltage"), 1N4148 (onsemi 1N914, "Forward Voltage").
  dropVolts: { least: 0.6, most: 0.7 },
  // TIA-232-F: +3 V and above is a space.
  leastVolts: 3,
  // "+5 VDC or +12 VDC": dabbler.dk, 2021-10-27.
  wantedVolts: 5,
} as const

/** Level of ENABLE behind the diode, beside what the meter is said to want. */
export const enableLevel: Claim = {
  id: "budget/enable-level",
  title: "Level of ENABLE",
  says: enable,
  check: () => {
    const { diode, dropVolts, leastVolts, wantedVolts } = enable
    const least = rounded(transceiver.driverVolts.least - dropVolts.most)
    const typical = rounded(transceiver.driverVolts.typical - dropVolts.least)
    const figures = [
      { name: `ENABLE behind ${diode}, at least`, value: least, unit: "V", limit: leastVolts },
      { name: `ENABLE behind ${diode}, typical`, value: typical, unit: "V", limit: wantedVolts },
    ]
    if (least >= wantedVolts) return { findings: [], figures }
    const tooLow = least < leastVolts
    return {
      findings: [
        {
          rule: "budget/enable-level",
          severity: tooLow ? "error" : "info",
          message: tooLow
            ? `ENABLE reaches ${least} V only, at least ${leastVolts} V needed`
            : `ENABLE reaches ${least} to ${typical} V behind ${diode}; ${wantedVolts} V or more is what the meter is said to want. v2.00 has the same level and is reported to work`,
          measure: { value: least, limit: wantedVolts, unit: "V" },
          parts: [diode],
          nets: ["MEP_ENABLE"],
        },
      ],
      figures,
    }
  },
}
