import { withUnit } from "../../src/circuit/view"
import { rounded } from "../../src/claims/claim"
import type { Claim } from "../../src/model/claim"
import type { Finding } from "../../src/model/finding"
import { transceiverAmperes } from "./budgets"

const meter = {
  // "max 1 W": dabbler.dk and the original board's README.
  watts: 1,
  converter: "J2",
  // What the converter takes for itself from the meter's supply, whatever its load: 5 mA is usual for an XL1509 or
  // LM2596. It makes 80 % of a heavy load 60 % of a light one.
  converterAmperes: 5e-3,
  input: "V24",
  supply: "V3V3",
  module: "U2",
  // ESP32-WROOM-32E data sheet, "Current Consumption Characteristics": receiving 95 to 100 mA; sending 183 mA
  // (802.11n, MCS7) to 239 mA (802.11b, 1 Mbit/s, 19.5 dBm).
  moduleAmperes: 0.1,
  sendingAmperes: { least: 0.183, most: 0.239 },
} as const

/** What the board takes from the meter on average and while its radio sends, beside what the meter gives. */
export const meterPower: Claim = {
  id: "budget/meter-power",
  title: "Power from the meter",
  says: meter,
  check: ({ circuit: input }) => {
    const { watts, converter, converterAmperes, supply, module, moduleAmperes, sendingAmperes } = meter
    const efficiency = input.parts.get(converter)?.record.assumed?.efficiency?.value
    const [volts, meterVolts] = [input.facts[supply]?.nominalVolts, input.facts[meter.input]?.nominalVolts]
    if (efficiency === undefined || volts === undefined || meterVolts === undefined) {
      const message = `no efficiency in ${converter}'s record, or no nominal voltage of ${supply} and ${meter.input}: the meter's ${watts} W cannot be held against anything`
      return {
        findings: [
          { rule: "budget/meter-power", severity: "error", message, nets: [supply], parts: [converter] },
        ],
      }
    }
    const other = transceiverAmperes(input) ?? 0
    const own = converterAmperes * meterVolts
    const taken = (amperes: number): number => ((amperes + other) * volts) / efficiency + own
    const allowed = ((watts - own) * efficiency) / volts
    const [average, least, most] = [moduleAmperes, sendingAmperes.least, sendingAmperes.most].map(taken) as [
      number,
      number,
      number,
    ]
    const findings: Finding[] = [
      ...(average <= watts
        ? []
        : [
            {
              rule: "budget/meter-power",
              severity: "error" as const,
              message: `${module} and the transceiver take ${withUnit(moduleAmperes + other, "A")} on average at ${volts} V; ${watts} W from the meter allow ${withUnit(allowed, "A")}`,
              measure: {
                value: rounded((moduleAmperes + other) * 1e3),
                limit: rounded(allowed * 1e3),
                unit: "mA",
              },
              nets: [supply],
              parts: [module, converter],
            },
          ]),
      ...(most <= watts
        ? []
        : [
            {
              rule: "budget/meter-peak",
              severity: "warning" as const,
              message: `while ${module} sends, the board takes ${rounded(least, 2)} to ${rounded(most, 2)} W from the meter, which gives ${watts} W: the difference has to come from capacitors`,
              measure: { value: rounded(most, 2), limit: watts, unit: "W" },
              nets: [supply],
              parts: [module, converter],
            },
          ]),
    ]
    const percent = (amperes: number): number =>
      Math.round(((amperes + other) * volts * 100) / taken(amperes))
    return {
      findings,
      figures: [
        {
          name: `average current on ${supply} that ${watts} W allow`,
          value: rounded(allowed * 1e3),
          unit: "mA",
        },
        {
          name: `average current of ${module} receiving, and the transceiver`,
          value: rounded((moduleAmperes + other) * 1e3),
          unit: "mA",
          limit: rounded(allowed * 1e3),
        },
        {
          name: `power from the meter, receiving (the converter at ${percent(moduleAmperes)} %)`,
          value: rounded(average),
          unit: "W",
          limit: watts,
        },
        {
          name: `power from the meter, sending (the converter at ${percent(sendingAmperes.most)} %), at most`,
          value: rounded(most),
          unit: "W",
          limit: watts,
        },
      ],
    }
  },
}
