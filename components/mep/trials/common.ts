import type { BenchItem, Measure, Quantity } from "../../../src/model/simulation"
import { step } from "../../../src/simulate/waveform"
import { gpio } from "../circuit"

/** Where on a board the things are that the trials need. Pins ("U2.3V3") or nets. */
export interface MepPlaces {
  /** 24 V and ground at the meter's port. */
  readonly port: readonly [string, string]
  /** What stands the port's voltage: the regulator's input and the part that has it. */
  readonly input: {
    readonly at: string
    readonly part: string
    readonly maxVolts: number
    readonly source: string
  }
  /** Supply of the ESP32. */
  readonly supply: string
  /** What the copper between converter and module may take of it at 0.5 A: a simulation has none. */
  readonly copperVolts: number
  readonly reset: string
  /** By then the module runs, s: what delays its reset, and some. */
  readonly startedBy: number
  readonly module: string
  readonly transceiver: string
  /** Supply of the transceiver. */
  readonly transceiverSupply: string
  readonly enable: string
  readonly txd: string
  /** Parts that a finding names. */
  readonly converter: string
  readonly enableDiode: string
  /** Jumper state in which it runs from the meter. */
  readonly running?: string
}

export const volts = (at: string, against?: string): Quantity => ({
  volts: at,
  ...(against === undefined ? {} : { against }),
})

/** The meter's port: what is known of it, and what is taken for the rest. */
export const port = {
  // "+24 or +26 VDC, max 1 W": dabbler.dk and the original's README.
  watts: 1,
  // Not documented: six times the 42 mA that are 1 W at 24 V. Boards are in use, and start: a source that holds to
  // 42 mA at any voltage would never bring them up.
  amperes: 0.25,
  usualVolts: 24,
  // Not documented: 1 ohm, and a microhenry for a metre of wire in pair; the plug itself is shorter.
  ohms: 1,
  henries: 1e-6,
  // What a 1 W converter has at its output, at least.
  farads: 4.7e-6,
} as const

/** The port as a source that gives 1 W and no more: a current limit at its voltage. */
export const limited = (at: readonly [string, string], volts: number, from: number): BenchItem => ({
  id: "port",
  title: `meter's port, ${volts} V, ${port.watts} W and no more`,
  at,
  kind: "supply",
  volts: step(from, 0, volts, 1e-3),
  ohms: port.ohms,
  henries: port.henries,
  limitAmperes: port.amperes,
  limitWatts: port.watts,
  farads: port.farads,
})

/** Highest and lowest a supply may go, ESP32-WROOM-32E data sheet, "Recommended Operating Conditions". */
export const esp = { least: 3.0, most: 3.6, source: "ESP32-WROOM-32E data sheet: 3.0 to 3.6 V" } as const

export const withCopper = ({ copperVolts }: MepPlaces): string =>
  `${esp.source}, and ${copperVolts} V that the copper may take, which is not simulated`

/** That it runs at all while it is measured: a module in reset loads nothing, and would hold every limit. */
export const runs = (places: MepPlaces, id: string, from: number, to: number): Measure => ({
  id: `${id}-runs`,
  title: `lowest voltage at EN meanwhile: ${places.module} runs`,
  figure: { kind: "min", of: volts(places.reset), from, to },
  atLeast: 0.75 * 3.3,
  parts: [places.module],
  advice: "it was in reset, and nothing else that was measured here means anything",
  source: "ESP32 data sheet, DC Characteristics: 0.75 of the supply",
})

export const jumperOf = (places: MepPlaces) =>
  places.running === undefined ? {} : { jumper: places.running }

/** ENABLE and TXD into the heaviest receivers of TIA-232-F. */
export const loads = ({ enable, txd, port: [, ground] }: MepPlaces): BenchItem[] => [
  { id: "meter-enable", title: "meter's ENABLE input", kind: "resistor", at: [enable, ground], ohms: 3000 },
  { id: "meter-txd", title: "meter's receiver", kind: "resistor", at: [txd, ground], ohms: 3000 },
]

/** The transceiver fed, ENABLE on, TXD at rest. */
export const transceiverOn = {
  [`drive_${gpio.transceiverPower}`]: 1,
  [`drive_${gpio.txd2}`]: 1,
  [`drive_${gpio.mepEnable}`]: -1,
} as const
