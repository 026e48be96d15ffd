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
  // A pin's default drive strength: 20 mA at 0.8 of 3.3 V (ESP32 data sheet, "DC Characteristics"), which is 33 ohm.
  goodAmperes: 20e-3,
  pinOhms: 33,
  /** Fed past the pin. */
  directResistor: "R3",
  // Ten times what the MAX3232 needs; more would dip the pin when it is switched on.
  maxSupplyFarads: 1e-6,
} as const

/**
 * What the transceiver takes from its supply, A: unloaded, and twice (the charge pump doubles the voltage) what its
 * drivers give, one into an RS-232 receiver and one into ENABLE. Undefined where its record lacks a figure.
 */
export function transceiverAmperes(input: CircuitView): number | undefined {
  const { quiescentCurrentA: idle, inputResistanceMinOhm: load } =
    input.parts.get(transceiver.part)?.record.ratings ?? {}
  return idle === undefined || load === undefined
    ? undefined
    : idle + 2 * (transceiver.driverVolts.typical / load + transceiver.enableAmperes)
}

const transceiverMinVolts = (input: CircuitView): number =>
  input.parts.get(transceiver.part)?.record.ratings?.supplyMinV ?? 3

/** What is left of the module's supply at the transceiver's, by the ways that some variant fits. */
function suppliedVolts(
  input: CircuitView,
  amperes: number,
): { readonly part: string; readonly through: string; readonly volts: number }[] {
  const { feedResistor, directResistor, pinOhms } = transceiver
  const from = input.facts.V3V3?.nominalVolts
  if (from === undefined) return []
  return [
    { part: feedResistor, own: pinOhms, through: `the pin's ${pinOhms} ohm and ${feedResistor}` },
    { part: directResistor, own: 0, through: directResistor },
  ]
    .filter(({ part }) => input.variants.some(({ notFitted }) => !notFitted.includes(part)))
    .map(({ part, own, through }) => ({
      part,
      through,
      volts: from - amperes * (own + (input.parts.get(part)?.ohms ?? 0)),
    }))
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
    const volts = amperes === undefined ? [] : suppliedVolts(input, amperes)
    figures.push(
      ...volts.map(({ through, volts }) => ({
        name: `${supply} through ${through}`,
        value: rounded(volts),
        unit: "V",
        limit: transceiverMinVolts(input),
      })),
    )
    const findings: Finding[] = volts.flatMap(({ through, volts, part: by }): Finding[] => {
      const least = transceiverMinVolts(input)
      if (volts >= least) return []
      return [
        {
          rule: "budget/transceiver-volts",
          severity: "error",
          message: `${part} gets ${rounded(volts)} V through ${through} at ${withUnit(amperes ?? 0, "A")}, ${least} V at least: less resistance`,
          measure: { value: rounded(volts), limit: least, unit: "V" },
          nets: [supply],
          parts: [part, by],
        },
      ]
    })
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

const enable = {
  diode: "D1",
  seriesResistor: "R7",
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
  check: ({ circuit }) => {
    const { diode, seriesResistor, dropVolts, leastVolts, wantedVolts } = enable
    const inSeries = transceiver.enableAmperes * (circuit.parts.get(seriesResistor)?.ohms ?? 0)
    const least = rounded(transceiver.driverVolts.least - dropVolts.most - inSeries)
    const typical = rounded(transceiver.driverVolts.typical - dropVolts.least - inSeries)
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
          severity: tooLow ? "error" : "warning",
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
